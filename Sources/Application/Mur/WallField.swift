import TerminalUI

/// A text that is typed under the eyes of the room: its letters are as large as all of it allows.
enum WallField {
  /// Draws the sentence, and the cursor where the next letter comes: two columns wide.
  static func draw(
    _ field: TextField, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let letters = state.wallLetters
    let text = field.text
    // The cursor has its columns after the last letter.
    let size = Size(max(1, area.width - 2), area.height)
    let set = WallSentence(text.isEmpty ? " " : text, in: size, letters: letters, endsShown: true)
    set.draw(in: area, letters: letters, .text, on: &canvas)
    let place = set.place(of: field.cursor, in: text, letters: letters)
    let rows = set.letterRows == 1 ? 1 : max(1, set.letterRows - 1)
    let cursor = Rect(
      column: min(area.column + place.column, area.endColumn - 2), row: area.row + place.row,
      width: 2, height: min(rows, max(0, area.height - place.row)))
    canvas.fill(cursor, .space, Style(.accent, .reverse))
  }

  /// The keys that end it, in the fullest telling that a foot has room for.
  static func keys(_ state: State, _ kept: String) -> [String] {
    state.size.width < 60 ? ["Entrée \(kept)", "Échap"] : ["Entrée \(kept)", "Échap laisse"]
  }
}
