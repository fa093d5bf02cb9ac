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

  /// Which profiles are told, and what is said of one equal to the previous one.
  private enum Wording: CaseIterable {
    /// With the start; `2 = actuel`.
    case whole
    /// With the start; `idem`.
    case wholeShort
    /// `2 = actuel`
    case long
    /// `idem`
    case short
    /// `act. 2`
    case tiny

    var moments: [Avancement.Profil.Moment] {
      switch self {
      case .whole, .wholeShort: [.depart, .actuel, .intermediaire, .cible]
      case .long, .short, .tiny: [.actuel, .intermediaire, .cible]
      }
    }

    var isLong: Bool { self == .whole || self == .long }
  }

  /// The profiles of each axis, in their order.
  private var parts: [Axe: [Part]] = [:]
  private let separator = " · "

  /// In a column the start stands on the timeline, and goes without saying.
  init(_ avancement: Avancement, width: Int, inColumn: Bool = false) {
    for wording in Wording.allCases where !inColumn || wording == .long {
      parts = Dictionary(
        uniqueKeysWithValues: avancement.axes.map { ($0.axe, Self.parts(of: $0, wording)) })
      align()
      if columns <= width { return }
    }
  }

  private static func parts(of axis: Avancement.ParAxe, _ wording: Wording) -> [Part] {
    let words: [Avancement.Profil.Moment: String] =
      wording == .tiny
      ? [.actuel: "act.", .intermediaire: "int.", .cible: "cible"]
      : [.depart: "départ", .actuel: "actuel", .intermediaire: "interm.", .cible: "cible"]
    var before: (word: String, level: Int)?
    return wording.moments.map { moment in
      let (word, level) = (words[moment] ?? "", axis.niveau(moment))
      defer { before = (word, level) }
      guard let before, before.level == level else { return Part(word, String(level)) }
      return wording.isLong ? Part(word, "\(level) = \(before.word)") : Part(word, "idem")
    }
  }

  private mutating func align() {
    for index in 0..<(parts.values.first?.count ?? 0) {
      let width = parts.values.map { $0[index].width }.max() ?? 0
      for axe in parts.keys { parts[axe]?[index].width = width }
    }
  }

  /// Columns of a line that says them.
  var columns: Int {
    (parts.values.first?.reduce(0) { $0 + $1.width } ?? 0)
      + max(0, (parts.values.first?.count ?? 0) - 1) * separator.count
  }

  subscript(axe: Axe) -> [Part] { parts[axe] ?? [] }

  /// Draws them on one line, and what the axis needs in the room that they leave.
  func drawLine(of axe: Axe, beside status: AxisStatus, in area: Rect, on canvas: inout Canvas) {
    var next = area.column
    for (index, part) in self[axe].enumerated() {
      if index > 0 {
        next = canvas.draw(separator, at: next, area.row, .faint, upTo: area.endColumn)
      }
      draw(part, at: next, area.row, upTo: area.endColumn, on: &canvas)
      next += part.width
    }
    var rest = area
    _ = rest.takeLeft(columns + 2)
    status.drawRight(in: rest, on: &canvas)
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
