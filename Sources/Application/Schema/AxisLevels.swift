import DPES
import TerminalUI

/// The levels of the four axes in words, in as many as a width has room for, one under the other.
struct AxisLevels {
  /// A word and its level: `actuel`, `2`.
  struct Part {
    let word: String
    let level: String
    /// Columns that the widest of the four axes takes.
    fileprivate(set) var width: Int

    fileprivate init(_ word: String, _ level: String) {
      self.word = word
      self.level = level
      width = TextWidth.columns(of: word) + 1 + TextWidth.columns(of: level)
    }
  }

  /// What is said of a profile equal to the previous one.
  private enum Wording: CaseIterable {
    /// `2 = actuel`
    case long
    /// `idem`
    case short
  }

  /// Actuel, intermédiaire and cible of each axis.
  private var parts: [Axe: [Part]] = [:]
  private let separator = " · "

  init(_ avancement: Avancement, width: Int) {
    for wording in Wording.allCases {
      parts = Dictionary(
        uniqueKeysWithValues: avancement.axes.map { ($0.axe, Self.parts(of: $0, wording)) })
      align()
      if columns <= width { return }
    }
  }

  private static func parts(of axis: Avancement.ParAxe, _ wording: Wording) -> [Part] {
    let levels = [axis.actuel, axis.intermediaire, axis.cible]
    let words = ["actuel", "interm.", "cible"]
    return levels.indices.map { index in
      guard index > 0, levels[index] == levels[index - 1] else {
        return Part(words[index], String(levels[index]))
      }
      return wording == .long
        ? Part(words[index], "\(levels[index]) = \(words[index - 1])") : Part(words[index], "idem")
    }
  }

  private mutating func align() {
    for index in 0..<3 {
      let width = parts.values.map { $0[index].width }.max() ?? 0
      for axe in parts.keys { parts[axe]?[index].width = width }
    }
  }

  /// Columns of a line that says the three.
  var columns: Int {
    (parts.values.first?.reduce(0) { $0 + $1.width } ?? 0) + 2 * separator.count
  }

  subscript(axe: Axe) -> [Part] { parts[axe] ?? [] }
}

extension AxisLevels {
  /// Draws the three on one line.
  func drawLine(of axe: Axe, at column: Int, _ row: Int, upTo end: Int, on canvas: inout Canvas) {
    var next = column
    for (index, part) in self[axe].enumerated() {
      if index > 0 { next = canvas.draw(separator, at: next, row, .faint, upTo: end) }
      draw(part, at: next, row, upTo: end, on: &canvas)
      next += part.width
    }
  }

  /// Draws them one under the other, as far as the rows go.
  func drawColumn(of axe: Axe, in area: Rect, on canvas: inout Canvas) {
    for (part, row) in zip(self[axe], area.row..<area.endRow) {
      draw(part, at: area.column, row, upTo: area.endColumn, levelAt: 8, on: &canvas)
    }
  }

  private func draw(
    _ part: Part, at column: Int, _ row: Int, upTo end: Int, levelAt: Int = 0,
    on canvas: inout Canvas
  ) {
    let next = canvas.draw(part.word, at: column, row, .faint, upTo: end)
    canvas.draw(part.level, at: max(next + 1, column + levelAt), row, .strong, upTo: end)
  }
}
