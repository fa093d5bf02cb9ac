extension Canvas {
  /// The columns of a row that differ from those of another canvas of the same size, from the first
  /// to the last, or nil when the rows are equal.
  ///
  /// A wide glyph is in it whole or not at all.
  /// - Complexity: O(columns), less than 1 ns each.
  package func changes(in row: Int, since other: Canvas) -> Range<Int>? {
    let places = places(of: row)
    var first = places.lowerBound
    while first < places.upperBound, cells[first].bits == other.cells[first].bits { first += 1 }
    guard first < places.upperBound else { return nil }
    var end = places.upperBound
    while cells[end - 1].bits == other.cells[end - 1].bits { end -= 1 }
    if first > places.lowerBound, isCut(at: first, other) { first -= 1 }
    if end < places.upperBound, isCut(at: end, other) { end += 1 }
    return first - places.lowerBound..<end - places.lowerBound
  }

  /// Whether a place holds the right half of a wide glyph, here or there.
  private func isCut(at place: Int, _ other: Canvas) -> Bool {
    cells[place].glyph == .continuation || other.cells[place].glyph == .continuation
  }
}
