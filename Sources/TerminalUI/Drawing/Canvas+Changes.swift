extension Canvas {
  /// The next columns of a row, from one on, that differ from those of another canvas of the same
  /// size; nil when the rest is equal.
  ///
  /// They go on over a few that are equal, as going past them costs as much. A wide glyph is in them
  /// whole or not at all.
  /// - Complexity: O(columns), less than 1 ns each.
  package func changes(in row: Int, since other: Canvas, from column: Int = 0) -> Range<Int>? {
    let places = places(of: row)
    let (new, old) = (cells.span, other.cells.span)
    var first = places.lowerBound + column
    while first < places.upperBound, new[first].bits == old[first].bits { first += 1 }
    guard first < places.upperBound else { return nil }
    var end = first + 1
    var place = end
    while place < places.upperBound, place - end <= Self.mostEqual {
      if new[place].bits != old[place].bits { end = place + 1 }
      place += 1
    }
    if first > places.lowerBound, isCut(at: first, other) { first -= 1 }
    while end < places.upperBound, isCut(at: end, other) { end += 1 }
    return first - places.lowerBound..<end - places.lowerBound
  }

  /// Equal cells inside a change.
  private static var mostEqual: Int { 3 }

  /// Whether a place holds the right half of a wide glyph, here or there.
  private func isCut(at place: Int, _ other: Canvas) -> Bool {
    cells[place].glyph == .continuation || other.cells[place].glyph == .continuation
  }
}
