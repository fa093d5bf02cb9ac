import DPES
import TerminalUI

/// A cluster opened on the row where it stands: a sign and a number for each of its observations,
/// as many as the circle's width has room for, the selected one among them.
struct OpenCluster: Hashable, Sendable {
  /// The observations shown, by their positions on the axis.
  let members: [Int]
  let isCutBefore, isCutAfter: Bool
  /// The first cell, in cells from the circle's left edge.
  let column: Int

  /// The width is the circle's, in cells.
  init(_ mark: Placement.Mark, selected: Int, of observations: [Observation], width: Int) {
    func cells(_ member: Int) -> Int {
      // Its sign, its number, and the blank after it.
      2 + (observations[member].numero.map { String($0).utf8.count } ?? 0)
    }
    // An edge of two cells on each side.
    let room = width - 4
    let middle = mark.members.firstIndex(of: selected) ?? 0
    var range = middle..<(middle + 1)
    var used = cells(mark.members[middle])
    func take(_ place: Int) -> Bool {
      guard mark.members.indices.contains(place) else { return false }
      let wider = used + cells(mark.members[place])
      guard wider <= room else { return false }
      used = wider
      range = min(place, range.lowerBound)..<max(place + 1, range.upperBound)
      return true
    }
    var isGrowing = true
    while isGrowing {
      let isTakenAfter = take(range.upperBound)
      isGrowing = take(range.lowerBound - 1) || isTakenAfter
    }
    members = Array(mark.members[range])
    isCutBefore = range.lowerBound > 0
    isCutAfter = range.upperBound < mark.members.count
    let centre = mark.position.column + mark.width / 2
    column = max(0, min(centre - (used + 4) / 2, width - used - 4))
  }
}
