import DPES
import TerminalUI

extension ArgumentCard {
  /// Rows under the list, for the selected text in full.
  private static let footRows = 4

  /// How many rows of the list a window of a size shows at once.
  static func height(in size: Size) -> Int {
    max(1, WindowLayout(size).content.height - footRows - 4)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let observation = state.derived.observation(id)
    let rows = Self.rows(of: observation)
    let number = observation?.numero.map { " \($0)" } ?? ""
    let mark = state.marks.mark(observation?.statut)
    let line = { (index: Int, width: Int) in Self.line(rows[index], state, width: width) }
    var card = canvas.drawCard(
      title: "Arguments", width: 100, of: rows.count, others: Self.footRows + 2, in: area,
      line: line)
    let head = card.takeTop(1)
    let start = canvas.draw(
      "\(mark.sign)\(number)", at: head.column, head.row, Style(mark.ink, on: .card, .bold))
    canvas.draw(
      observation?.texte ?? "Cette observation n’est plus là.", at: start + 1, in: head,
      Style(.text, on: .card, .bold))
    _ = card.takeTop(card.height > 7 ? 1 : 0)
    let foot = card.takeBottom(card.height > 5 ? Self.footRows : 1)
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
    drawFoot(list.selectedRow(of: rows.count).map { rows[$0] }, state, in: foot, on: &canvas)
  }

  private static func line(_ row: Row, _ state: State, width: Int) -> ListLine {
    let told = ArgumentText(row, state)
    var line = ListLine()
    line.add(told.word, from: 0, upTo: 9, Style(told.ink, on: .card, .bold))
    let who = told.who ?? ""
    let end = who.isEmpty ? width : width - min(TextWidth.columns(of: who), max(13, width / 3)) - 1
    line.add(told.text, from: 10, upTo: end - 1, Style(.text, on: .card))
    line.add(who, from: end, upTo: width, Style(.faint, on: .card))
    return line
  }

  /// The selected text in full, or what can be done.
  private func drawFoot(_ row: Row?, _ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    if area.height > 1 { canvas.drawRule(in: rest.takeTop(1)) }
    let text =
      row.map { ArgumentText($0, state).text }
      ?? "Rien encore\u{A0}: p note un argument pour, c un argument contre, d un désaccord."
    let ink: Style.Ink = row == nil ? .faint : .text
    canvas.drawLines(text, in: rest, Style(ink, on: .card))
  }
}

/// An argument, or the disagreement, in words.
struct ArgumentText {
  let word: String
  let ink: Style.Ink
  let text: String
  /// Initials and collège, as far as they are known.
  let who: String?

  init(_ row: ArgumentCard.Row, _ state: State) {
    switch row {
    case .desaccord(let sentence):
      word = "désaccord"
      ink = .accent
      text = sentence.map { "«\u{A0}\($0)\u{A0}»" } ?? "sans phrase de la minorité"
      who = nil
    case .argument(let argument):
      word = Self.word(argument.sens)
      ink = .text
      text = argument.texte ?? ""
      who = Self.who(argument, state)
    }
  }

  static func word(_ sens: Argument.Sens?) -> String {
    switch sens {
    case .pour: "pour"
    case .contre: "contre"
    case nil: "dit"
    }
  }

  private static func who(_ argument: Argument, _ state: State) -> String? {
    let initials = argument.auteur.flatMap { state.derived.initiales[$0] }
    let college = argument.college ?? argument.auteur.flatMap { state.derived.colleges[$0] }
    let facts = [initials, college?.motCourt].compactMap { $0 }
    return facts.isEmpty ? nil : facts.joined(separator: ", ")
  }
}
