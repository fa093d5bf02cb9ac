/// Shares that are printed beside each other, in whole percents that add up to 100.
package enum Parts {
  /// The percent of each of its sum, by the largest remainder; empty for a sum of nothing, a
  /// negative amount, or one too large to add.
  ///
  /// Of a whole that is itself a share, they add up to `total`. Ties go to the first.
  ///
  /// - Complexity: O(n log n).
  package static func entieres(_ montants: [Double], sur total: Int = 100) -> [Int] {
    let sum = montants.reduce(0, +)
    guard sum > 0, sum.isFinite, montants.allSatisfy({ $0 >= 0 }) else { return [] }
    let exact = montants.map { $0 / sum * Double(total) }
    var parts = exact.map { Int($0.rounded(.down)) }
    let rest = max(0, total - parts.reduce(0, +))
    let byRemainder = exact.indices.sorted { one, other in
      let (first, second) = (
        exact[one].truncatingRemainder(dividingBy: 1),
        exact[other].truncatingRemainder(dividingBy: 1)
      )
      return first == second ? one < other : first > second
    }
    for place in byRemainder.prefix(rest) { parts[place] += 1 }
    return parts
  }
}
