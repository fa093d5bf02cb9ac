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
  }

  private var lines: [Line] = []

  var rows: Int { lines.reduce(0) { $0 + $1.rows } }

  /// Whether a title has fewer rows than it needs.
  var isCut: Bool {
    lines.contains { WallText.isCut($0.title, width: $0.room, maxLines: $0.rows) }
  }

  /// At most so many; rows that are left go to the titles that need them, from the top.
  init(_ palier: Avancement.ParPalier, _ words: PalierWords, in size: Size, most: Int) {
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
    var free = size.height - lines.count
    for index in lines.indices where free > 0 {
      let needed = wrapped(lines[index], maxLines: free + 1).count
      lines[index].rows = max(1, needed)
      free -= lines[index].rows - 1
    }
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
        canvas.draw(mark.sign, at: place.column, place.row, Style(mark.ink, .bold))
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
}
