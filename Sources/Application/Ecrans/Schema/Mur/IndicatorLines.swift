import DPES
import TerminalUI

/// The indicators of a palier on the wall: sign, title, and at the right what was said last beside
/// what is aimed at.
struct IndicatorLines {
  private struct Line {
    let mark: Marks.Mark?
    let title: String
    let value: String
    /// Columns of the title.
    let room: Int
    var rows = 1
    /// Its title in lines of letters; empty for rows of text.
    var large: [String] = []
  }

  private var lines: [Line] = []
  /// What all titles and values are drawn in; nil for rows of text.
  private var letters: Letters?

  var rows: Int {
    lines.reduce(0) { $0 + $1.rows } + (letters == nil ? 0 : max(0, lines.count - 1))
  }

  /// Whether a title has fewer rows than it needs.
  var isCut: Bool {
    lines.contains { WallText.isCut($0.title, width: $0.room, maxLines: $0.rows) }
  }

  /// At most so many; rows that are left go to the titles that need them, from the top.
  ///
  /// With `letters` they are in letters where all of them have room so.
  init(
    _ palier: Avancement.ParPalier, _ words: PalierWords, in size: Size, most: Int,
    letters: Letters? = nil
  ) {
    let all = palier.indicateurs
    for suivi in all.prefix(all.count > most ? max(0, most - 1) : most) {
      let value = words.value(suivi)
      lines.append(
        Line(
          mark: words.mark(suivi), title: suivi.indicateur.intitule, value: value,
          room: max(1, size.width - 4 - TextWidth.columns(of: value))))
    }
    let more = all.count - lines.count
    if more > 0 {
      let text = "et \(more.counting("autre indicateur", "autres indicateurs"))"
      lines.append(Line(mark: nil, title: text, value: "", room: size.width))
    } else if all.isEmpty {
      let sentence = palier.estTenu ? "le groupe l’a déclaré atteint." : "a le déclare atteint."
      lines = [
        Line(mark: nil, title: "Sans indicateur\u{A0}: \(sentence)", value: "", room: size.width)
      ]
    }
    if let letters, enlarge(letters, in: size) { return }
    var free = size.height - lines.count
    for index in lines.indices where free > 0 {
      let needed = wrapped(lines[index], maxLines: free + 1).count
      lines[index].rows = max(1, needed)
      free -= lines[index].rows - 1
    }
  }

  /// All of them in letters, a blank row between two; false where not all have room.
  private mutating func enlarge(_ letters: Letters, in size: Size) -> Bool {
    var set = lines
    for index in set.indices {
      let value = letters.columns(of: set[index].value) ?? size.width
      let room = size.width - 2 - (value == 0 ? 0 : value + 4)
      guard let large = letters.lines(of: set[index].title, width: room, maxLines: 2) else {
        return false
      }
      set[index].large = large
      set[index].rows = large.count * Letters.rows
    }
    let rows = set.reduce(set.count - 1) { $0 + $1.rows }
    guard rows <= size.height else { return false }
    (lines, self.letters) = (set, letters)
    return true
  }

  private func wrapped(_ line: Line, maxLines: Int) -> [String] {
    WallText.lines(line.title, width: line.room, maxLines: min(maxLines, 4))
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area
    for line in lines {
      let place = rest.takeTop(line.rows)
      guard !place.isEmpty else { return }
      if let mark = line.mark {
        let row = place.row + (letters == nil ? 0 : 1)
        canvas.draw(mark.sign, at: place.column, row, Style(mark.ink, .bold))
      }
      if let letters {
        draw(line, in: place, letters, on: &canvas)
        _ = rest.takeTop(1)
        continue
      }
      let start = place.column + (line.mark == nil ? 0 : 2)
      for (row, text) in wrapped(line, maxLines: line.rows).enumerated() {
        canvas.draw(
          text, at: start, place.row + row, line.mark == nil ? .faint : .text,
          upTo: place.endColumn)
      }
      canvas.draw(
        line.value, at: place.endColumn - TextWidth.columns(of: line.value), place.row, .strong,
        upTo: place.endColumn)
    }
  }

  private func draw(
    _ line: Line, in place: Rect, _ letters: Letters, on canvas: inout Canvas
  ) {
    for (index, text) in line.large.enumerated() {
      canvas.draw(
        text, in: letters, at: place.column + 2, place.row + index * Letters.rows,
        line.mark == nil ? .faint : .text)
    }
    let width = letters.columns(of: line.value) ?? 0
    canvas.draw(line.value, in: letters, at: place.endColumn - width, place.row, .strong)
  }
}
