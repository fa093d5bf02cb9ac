import DPES
import TerminalUI

extension Capture {
  /// Rows that the panel takes of a content: the rest is left to the screens.
  static func rows(in height: Int) -> Int {
    3 + fieldRows(in: height) + max(2, min(State.entryCount, height - 17))
  }

  private static func fieldRows(in height: Int) -> Int { height >= 20 ? 2 : 1 }

  /// The panel at the foot of the screen: the field, what comes next, the last entries.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    rest = rest.takeBottom(Self.rows(in: area.height))
    canvas.fill(rest, .space, Style(.text, on: .card))
    drawTitle(in: rest.takeTop(1), on: &canvas)
    // The last row stays blank, or holds what a longer text needs.
    let room = Self.fieldRows(in: area.height)
    let width = max(1, area.width - 4)
    let fieldArea = rest.takeTop(min(max(1, field.rows(width: width)), room + 1))
    canvas.put(.prompt, at: fieldArea.column + 1, fieldArea.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas,
      in: Rect(
        column: fieldArea.column + 3, row: fieldArea.row, width: width, height: fieldArea.height),
      isFocused: step == .texte, placeholder: "Ce qui vient d’être dit")
    drawQuestion(state, in: rest.takeTop(1).inset(columns: 1), on: &canvas)
    if step == .axe, let lookalike {
      drawLookalike(lookalike, state, in: rest.takeTop(1).inset(columns: 1), on: &canvas)
    }
    for (index, line) in lines(in: state).prefix(rest.height).enumerated() {
      draw(line, isSelected: step == .entries(index), in: rest.takeTop(1), on: &canvas)
    }
  }

  private var title: String {
    switch step {
    case .texte, .axe, .statut: "Nouvelle observation"
    case .entries: "Corriger les dernières entrées"
    case .paste: "Coller une liste"
    }
  }

  private func drawTitle(in row: Rect, on canvas: inout Canvas) {
    canvas.drawHorizontal(at: row.column, row.row, length: row.width, Style(.line, on: .card))
    canvas.draw(
      " \(title) ", at: row.column + 1, row.row, Style(.accent, on: .card, .bold),
      upTo: row.endColumn)
  }

  /// What is asked now, or what the earlier look-alike says.
  private func drawQuestion(_ state: State, in row: Rect, on canvas: inout Canvas) {
    switch step {
    case .texte:
      drawHint(
        ["Entrée, puis l’axe U P D T, puis la couleur R O V", "Entrée, puis U P D T, puis R O V"],
        in: row, on: &canvas)
    case .entries:
      drawHint(
        [
          "Entrée corrige le texte, u p d t change l’axe, r o v la couleur",
          "Entrée, u p d t, r o v",
        ],
        in: row, on: &canvas)
    case .axe:
      let full = Axe.allCases.map { Answer("\($0.lettre)", $0.nomCourt) }
      let short = Axe.allCases.map { Answer("\($0.lettre)", $0.motCourt) }
      draw("Quel axe ?", [full, short], in: row, on: &canvas)
    case .statut(let axe):
      let answers = [Statut.rouge, .orange, .vert].map { statut in
        let mark = state.marks.mark(statut)
        return Answer(mark.sign, mark.word, mark.ink)
      }
      draw("\(axe.motCourt) : quelle couleur ?", [answers], in: row, on: &canvas)
    case .paste(let lines):
      canvas.draw(
        "\(lines.count) lignes collées : une observation par ligne, ou un seul texte ?",
        at: row.column, row.row, Style(.accent, on: .card, .bold), upTo: row.endColumn)
    }
  }

  private func drawHint(_ tellings: [String], in row: Rect, on canvas: inout Canvas) {
    let hint = tellings.first { TextWidth.fits($0, row.width) } ?? tellings.last ?? ""
    canvas.draw(hint, at: row.column, row.row, Style(.faint, on: .card), upTo: row.endColumn)
  }

  private struct Answer {
    let key: String
    let text: String
    let ink: Style.Ink

    init(_ key: String, _ text: String, _ ink: Style.Ink = .accent) {
      self.key = key
      self.text = text
      self.ink = ink
    }
  }

  /// A question and its answers, in the fullest telling that the row has room for.
  private func draw(
    _ question: String, _ tellings: [[Answer]], in row: Rect, on canvas: inout Canvas
  ) {
    let asked = TextWidth.columns(of: question) + 2
    func width(_ answers: [Answer]) -> Int {
      answers.reduce(0) { $0 + TextWidth.columns(of: "\($1.key) \($1.text)") + 2 }
    }
    let whole = tellings.first { asked + width($0) <= row.width }
    let answers = whole ?? tellings.last { width($0) <= row.width }
    var column = row.column
    if whole != nil || answers == nil {
      let style = Style(.accent, on: .card, .bold)
      column = canvas.draw(question, at: column, row.row, style, upTo: row.endColumn) + 2
    }
    for answer in answers ?? tellings.last?.map({ Answer($0.key, "", $0.ink) }) ?? [] {
      let style = Style(answer.ink, on: .card, .bold)
      column = canvas.draw(answer.key, at: column, row.row, style) + 1
      column = canvas.draw(answer.text, at: column, row.row, Style(.text, on: .card)) + 2
    }
  }

  private func drawLookalike(
    _ observation: Observation, _ state: State, in row: Rect, on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(observation.statut)
    let number = observation.numero.map { " \($0)" } ?? ""
    canvas.draw(
      "Ressemble à \(mark.sign)\(number) « \(observation.texte) »", at: row.column, row.row,
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
