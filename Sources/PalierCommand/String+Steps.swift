extension String {
  /// How many letters have to be put in, taken out, changed or swapped with the next to make another
  /// word of this one.
  ///
  /// - Complexity: O(letters of one × letters of the other).
  func steps(to other: String) -> Int {
    let (mine, theirs) = (Array(self), Array(other))
    var before: [Int] = []
    var last = Array(0...theirs.count)
    for (row, letter) in mine.enumerated() {
      var line = [row + 1]
      for (column, its) in theirs.enumerated() {
        let changed = last[column] + (letter == its ? 0 : 1)
        var best = Swift.min(line[column] + 1, last[column + 1] + 1, changed)
        if row > 0, column > 0, letter == theirs[column - 1], mine[row - 1] == its {
          best = Swift.min(best, before[column - 1] + 1)
        }
        line.append(best)
      }
      (before, last) = (last, line)
    }
    return last[theirs.count]
  }
}
