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
    switch step {
    case .texte, .entries:
      let hint = "Entrée, puis l’axe U P D T, puis la couleur R O V"
      canvas.draw(hint, at: row.column, row.row, Style(.faint, on: .card), upTo: row.endColumn)
    case .axe:
      if let lookalike { return drawLookalike(lookalike, state, in: row, on: &canvas) }
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
