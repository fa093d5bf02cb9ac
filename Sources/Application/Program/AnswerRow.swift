import TerminalUI

/// A question and the keys that answer it, on one row, as fully as there is room for.
struct AnswerRow {
  struct Answer {
    let key: String
    let text: String
    var ink = Style.Ink.accent
    /// The one that Entrée gives.
    var isChosen = false
  }

  let question: String
  /// The answers, told from the fullest to the shortest.
  let tellings: [[Answer]]

  init(_ question: String, _ tellings: [Answer]...) {
    self.question = question
    self.tellings = tellings
  }

  func draw(in row: Rect, on canvas: inout Canvas) {
    let asked = TextWidth.columns(of: question) + 2
    let whole = tellings.first { asked + Self.columns($0) <= row.width }
    let answers = whole ?? tellings.last { Self.columns($0) <= row.width }
    var column = row.column
    if whole != nil || answers == nil {
      let style = Style(.accent, on: .card, .bold)
      column = canvas.draw(question, at: column, in: row, style) + 2
    }
    var chosen = row
    // Without room for any of them, the keys alone.
    for answer in answers ?? tellings.last ?? [] {
      let start = column
      let emphasis: Style.Emphasis = answer.isChosen ? [.bold, .reverse] : .bold
      column = canvas.draw(answer.key, at: column, in: row, Style(answer.ink, on: .card, emphasis))
      let style = Style(.text, on: .card, answer.isChosen ? [.bold, .underline] : [])
      let text = answers == nil ? "" : answer.text
      column = canvas.draw(text, at: column + 1, in: row, style) + 2
      if answer.isChosen {
        chosen = Rect(column: start, row: row.row, width: column - start, height: 1)
      }
    }
    canvas.point(at: chosen)
  }

  private static func columns(_ answers: [Answer]) -> Int {
    answers.reduce(0) { $0 + TextWidth.columns(of: "\($1.key) \($1.text)") + 2 }
  }
}
