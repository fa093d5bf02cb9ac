import DPES
import TerminalUI

extension Capture {
  /// The panel at the foot of the screen: the field, what comes next, the last entries.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let fieldWidth = max(1, area.width - 4)
    let fieldRows = min(field.rows(width: fieldWidth), max(1, area.height / 3))
    let lines = lines(in: state)
    let room = max(0, area.height - fieldRows - 4)
    var rest = area
    rest = rest.takeBottom(fieldRows + 3 + min(lines.count, min(room, State.entryCount)))
    canvas.fill(rest, .space, Style(.text, on: .card))
    drawTitle(in: rest.takeTop(1), on: &canvas)
    let fieldArea = rest.takeTop(fieldRows)
    canvas.put(.prompt, at: fieldArea.column + 1, fieldArea.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas,
      in: Rect(
        column: fieldArea.column + 3, row: fieldArea.row, width: fieldWidth, height: fieldRows),
      isFocused: step == .texte, placeholder: "Ce qui vient d’être dit")
    drawQuestion(state, in: rest.takeTop(1).inset(columns: 1), on: &canvas)
    for (index, line) in lines.prefix(rest.height).enumerated() {
      draw(line, isSelected: step == .entries(index), in: rest.takeTop(1), on: &canvas)
    }
  }

  private func drawTitle(in row: Rect, on canvas: inout Canvas) {
    canvas.drawHorizontal(at: row.column, row.row, length: row.width, Style(.line, on: .card))
    canvas.draw(
      " Nouvelle observation ", at: row.column + 1, row.row, Style(.accent, on: .card, .bold),
      upTo: row.endColumn)
  }

  /// What is asked now, or what the earlier look-alike says.
  private func drawQuestion(_ state: State, in row: Rect, on canvas: inout Canvas) {
    var column = row.column
    func say(_ text: String, _ style: Style) {
      column = canvas.draw(text, at: column, row.row, style, upTo: row.endColumn)
    }
    switch step {
    case .texte, .entries:
      say("Entrée, puis l’axe U P D T, puis la couleur R O V", Style(.faint, on: .card))
    case .axe:
      say("Quel axe ?  ", Style(.accent, on: .card, .bold))
      if let lookalike { return sayLookalike(lookalike, state, at: column, row, on: &canvas) }
      for axe in Axe.allCases {
        say("\(axe.lettre)", Style(.accent, on: .card, .bold))
        say(" \(axe.nomCourt)  ", Style(.text, on: .card))
      }
    case .statut(let axe):
      say("\(axe.nomCourt). Quelle couleur ?  ", Style(.accent, on: .card, .bold))
      for statut in [Statut.rouge, .orange, .vert] {
        let mark = state.marks.mark(statut)
        say("\(mark.sign) ", Style(mark.ink, on: .card, .bold))
        say("\(mark.word)  ", Style(.text, on: .card))
      }
    case .paste(let lines):
      say(
        "\(lines.count) lignes collées : une observation par ligne, ou un seul texte ?",
        Style(.accent, on: .card, .bold))
    }
  }

  private func sayLookalike(
    _ observation: Observation, _ state: State, at column: Int, _ row: Rect,
    on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(observation.statut)
    let number = observation.numero.map { " \($0)" } ?? ""
    canvas.draw(
      "Ressemble à \(mark.sign)\(number) « \(observation.texte) »", at: column, row.row,
      Style(.orange, on: .card), upTo: row.endColumn)
  }

  private typealias Line = (sign: String, ink: Style.Ink, text: String)

  /// What stands under the field: the lines pasted, or the last entries.
  private func lines(in state: State) -> [Line] {
    if case .paste(let lines) = step { return lines.map { ("+", .accent, $0) } }
    return state.lastEntries.map { entry in
      let mark = state.marks.mark(entry.statut)
      let axe = entry.axe.map { String($0.lettre) } ?? "?"
      return (mark.sign, mark.ink, "\(axe)  \(entry.texte)")
    }
  }

  private func draw(_ line: Line, isSelected: Bool, in row: Rect, on canvas: inout Canvas) {
    let ground: Style.Ground = isSelected ? .selected : .card
    canvas.fill(row, .space, Style(.text, on: ground))
    canvas.draw(line.sign, at: row.column + 1, row.row, Style(line.ink, on: ground, .bold))
    canvas.draw(
      line.text, at: row.column + 3, row.row, Style(isSelected ? .text : .faint, on: ground),
      upTo: row.endColumn - 1)
  }
}
