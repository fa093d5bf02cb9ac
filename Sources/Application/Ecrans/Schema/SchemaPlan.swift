import TerminalUI

/// How much of the schéma an area can show: chosen once for all four axes, richest first.
///
/// It depends on the area and on how many paliers there are, never on which one is selected: moving
/// the selection along an axis moves nothing else.
struct SchemaPlan: Hashable, Sendable {
  enum Arrangement: Hashable, Sendable {
    /// A timeline with each axis' name and levels at its left.
    case beside
    /// A timeline with each axis' name and levels on a row above its steps.
    case above
    /// One row a palier, without a timeline.
    case list
  }

  let arrangement: Arrangement
  /// Only the selected axis is unfolded; the others take a row or two.
  let isFolded: Bool
  /// Folded axes show their paliers' marks on the timeline.
  let hasMarks: Bool
  /// Rows of one palier: 1, or 2 where there is room.
  let stepHeight: Int
  /// Rows between two axes.
  let gap: Int
  /// Rows of the timeline's names.
  let header: Int
  /// Rows of the rule above the detail.
  let rule: Int
  /// The least rows for what is said of the selected palier.
  let leastDetail: Int

  /// The rows of an axis beside which name and levels stand.
  static let besideRows = 5
  static let labelWidth = 20

  /// The richest plan that holds so many paliers on each axis in a size.
  init(holding counts: [Int], in size: Size) {
    let candidates = Self.candidates(for: size)
    self =
      candidates.first { $0.height(of: counts) <= size.height }
      ?? candidates.last ?? Self(.list, in: size, isFolded: true)
  }

  private static func candidates(for size: Size) -> [SchemaPlan] {
    guard size.width >= 58, size.height >= 12 else {
      return [
        Self(.list, in: size, gap: 1), Self(.list, in: size),
        Self(.list, in: size, isFolded: true),
      ]
    }
    let arrangements: [Arrangement] = size.width >= 96 ? [.beside, .above] : [.above]
    return arrangements.flatMap { arrangement in
      [(2, 1), (1, 1), (1, 0)].map { Self(arrangement, in: size, step: $0, gap: $1) }
    } + [
      Self(.above, in: size, gap: 1, isFolded: true, hasMarks: true),
      Self(.above, in: size, isFolded: true, hasMarks: true),
      Self(.above, in: size, isFolded: true),
    ]
  }

  private init(
    _ arrangement: Arrangement, in size: Size, step: Int = 1, gap: Int = 0,
    isFolded: Bool = false, hasMarks: Bool = false
  ) {
    self.arrangement = arrangement
    self.isFolded = isFolded
    self.hasMarks = hasMarks
    self.gap = gap
    stepHeight = step
    rule = size.height >= 18 ? 1 : 0
    header = arrangement == .list ? 0 : size.height >= 18 ? 2 : 1
    leastDetail =
      switch size.height {
      case ..<12: 2
      case ..<18: 3
      case ..<30: 5
      default: step == 1 ? 6 : 11
      }
  }

  /// Rows needed for so many paliers on each axis.
  private func height(of counts: [Int]) -> Int {
    let around = header + rule + leastDetail + gap * (counts.count - 1)
    guard isFolded else { return around + counts.reduce(0) { $0 + rows(of: $1) } }
    return around + rows(of: counts.max() ?? 0) + foldedRows * (counts.count - 1)
  }

  /// Rows of an unfolded axis with so many paliers.
  func rows(of count: Int) -> Int {
    arrangement == .beside
      ? max(Self.besideRows, count * stepHeight) : 1 + max(1, count * stepHeight)
  }

  var foldedRows: Int { hasMarks ? 2 : 1 }
}
