import DPES
import TerminalUI

/// What takes the whole wall for a while.
enum WallCard: Modal {
  /// The three sentences of the method.
  case legend
  case countdown
  case legibility(LegibilityCard)
  /// A vote under way, of which the room knows nothing else.
  case vote(Wall.Vote)
  case results(VoteResult)

  var onWall: OnWall { .comes }

  /// Whose keys are heard.
  var tables: [ActionTable] {
    switch self {
    case .legend, .legibility, .vote, .results: [.reading, .card]
    case .countdown: [.countdown, .card]
    }
  }

  /// Draws the card over the whole of an area.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    switch self {
    case .legend: Self.drawLegend(state, in: area, on: &canvas)
    case .countdown: state.countdown.draw(state, in: area, on: &canvas)
    case .legibility(let card): card.draw(state, in: area, on: &canvas)
    case .vote(let vote):
      let letters = state.hasLetters ? state.letters : nil
      WallSentence(vote.told, in: area.size, letters: letters)
        .drawInMiddle(of: area, letters: letters, .text, on: &canvas)
    case .results(let result): result.draw(state, in: area, on: &canvas)
    }
  }

  /// The shapes, the words and the sentences, spread over the height: the words in letters where
  /// there is room.
  private static func drawLegend(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let statuts = [Statut.rouge, .orange, .vert]
    func wrapped(_ indent: Int) -> [[String]] {
      statuts.map { TextWidth.wrap($0.phrase, width: area.width - indent) }
    }
    func rows(_ sentences: [[String]]) -> Int { sentences.reduce(0) { $0 + $1.count + 1 } }
    let indent = rows(wrapped(4)) <= area.height ? 4 : 0
    let sentences = wrapped(indent)
    // Blank rows, as far as there is room: before each line, and between the three.
    let spaced = rows(sentences) * 2 - 3
    let isSpaced = spaced + 4 <= area.height
    let lettersRows = spaced + 3 * (Letters.rows - 1)
    let letters = indent > 0 && lettersRows + 4 <= area.height && state.hasLetters
    let used = letters ? lettersRows : isSpaced ? spaced : rows(sentences)
    let gap = min(3, max(0, area.height - used) / 3)
    var row = area.row + max(0, area.height - used - gap * 2) / 2
    for (statut, lines) in zip(statuts, sentences) {
      let mark = state.marks.mark(statut)
      let style = Style(mark.ink, .bold)
      let word = mark.word.uppercased()
      if letters, let shapes = state.letters {
        canvas.draw(mark.sign, at: area.column, row + Letters.rows - 2, style)
        canvas.draw(word, in: shapes, at: area.column + indent, row, Style(mark.ink))
        row += Letters.rows
      } else {
        canvas.draw(mark.sign, at: area.column, row, style)
        canvas.draw(word, at: area.column + max(2, indent), row, style)
        row += 1
      }
      for line in lines {
        if isSpaced { row += 1 }
        canvas.draw(line, at: area.column + indent, row, .strong, upTo: area.endColumn)
        row += 1
      }
      row += gap
    }
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    if case .legibility(let card) = self { card.press(key, in: &state) }
    return []
  }

  func paste(_ text: String, in state: inout State) {
    if case .legibility(let card) = self { card.paste(text, in: &state) }
  }
}
