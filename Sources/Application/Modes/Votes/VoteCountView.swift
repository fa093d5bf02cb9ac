import DPES
import TerminalUI

extension VoteCount {
  /// How many options a window shows at once.
  func height(in size: Size) -> Int {
    let inside = WindowLayout(size).content.height - 2
    // Beside the options: the sentence of the vote, the urn, and the control.
    return max(1, inside - (count.urnes.count > 1 ? 2 : 1) - (inside >= 12 ? 3 : 1))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var card = canvas.drawCard(title: "Gommettes", content: area.size, in: area)
    let height = card.height
    drawHead(in: card.takeTop(1), on: &canvas)
    if count.urnes.count > 1 {
      let voters = count.urnes[urn].votants.counting("votant")
      canvas.draw(
        "\(name(of: urn)), \(urn + 1) sur \(count.urnes.count) · \(voters)", in: card.takeTop(1),
        Style(.accent, on: .card, .bold))
    }
    var foot = card.takeBottom(height >= 12 ? 3 : 1)
    if foot.height > 1 { canvas.drawRule(in: foot.takeTop(1)) }
    let lines = { (index: Int) in
      let room = card.width - valueWidth(in: card) - Canvas.optionLead
      return TextWidth.lineCount(of: options[index].texte, width: room)
    }
    list.draw(on: &canvas, in: card, of: options.count, lines: lines) { canvas, line, index in
      draw(index, state, in: line, on: &canvas)
    }
    let control = foot.takeBottom(1)
    let (text, ink) = controlTold
    canvas.draw(text, in: control, Style(ink, on: .card, .bold))
    canvas.drawLines(options[option].texte, in: foot, Style(.faint, on: .card))
  }

  /// What the room may know; at the right, what is not noted before the end, for whoever could lose it.
  private func drawHead(in row: Rect, on canvas: inout Canvas) {
    let column = canvas.draw(told, in: row, Style(.text, on: .card, .bold))
    guard form == .ballots else { return }
    let tellings = [
      "rien n’est noté avant la révélation\u{A0}: gardez les bulletins",
      "gardez les bulletins\u{A0}: rien n’est noté", "gardez les bulletins",
    ]
    let text = tellings.first { TextWidth.fits($0, row.endColumn - column - 2) } ?? ""
    canvas.draw(
      text, at: row.endColumn - TextWidth.columns(of: text), row.row, Style(.faint, on: .card))
  }

  /// What the control says of the urn, or of the ballot being read.
  private var controlTold: (String, Style.Ink) {
    if form == .ballots {
      let left = count.points - ballotPoints
      if left < 0 { return ("Ce bulletin\u{A0}: \(Self.told(-left))", .orange) }
      if hasBallot {
        return (
          left == 0
            ? "Bulletin complet\u{A0}: Entrée l’ajoute."
            : "Ce bulletin\u{A0}: reste \(left.counting("point"))",
          left == 0 ? .green : .text
        )
      }
    }
    let control = count.controle(urne: urn)
    if control.donnes == 0 {
      return (control.attendus.counting("point attendu", "points attendus"), .faint)
    }
    guard let gap = gap(of: urn) else {
      return ("Le compte est bon\u{A0}: \(control.attendus.counting("point")).", .green)
    }
    return ("\(gap.capitalizedFirst) (\(control.donnes) sur \(control.attendus))", .orange)
  }

  private func draw(_ index: Int, _ state: State, in line: Rect, on canvas: inout Canvas) {
    let value = value(index, dot: state.environment.symbols.dot)
    var option = line
    _ = option.takeRight(valueWidth(in: line))
    canvas.drawOption(options[index], state.marks, in: option)
    canvas.draw(
      value, at: line.endColumn - TextWidth.columns(of: value) - 1, in: line,
      Style(.accent, on: .card, .bold))
  }

  /// Columns of what is typed for an option.
  private func valueWidth(in line: Rect) -> Int {
    form == .totals ? 5 : max(6, min(count.points, line.width / 3) + 2)
  }

  /// What is typed for an option: hidden as soon as the cursor is elsewhere.
  private func value(_ index: Int, dot: String) -> String {
    if form == .ballots {
      let points = ballot[index]
      let total = isShown ? " \(count.urnes[urn].totaux[index] ?? 0)" : ""
      if points == 0 { return total }
      return (points > 6 ? "\(dot)×\(points)" : String(repeating: dot, count: points)) + total
    }
    guard let total = count.urnes[urn].totaux[index] else { return index == option ? "_" : "" }
    return isShown || index == option ? String(total) : dot + dot
  }
}
