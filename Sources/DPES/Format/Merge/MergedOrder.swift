/// The order of what two sides keep, each having put in, taken out and moved.
///
/// What both have stands as on the side that moved something; when both did, in the order that
/// comes first by `precedes`, so that both sides agree. What one side alone has stands after what
/// it stands after there; of what two sides put at one place, `precedes` says what comes first,
/// and what came from one side stays in its order.
///
/// The keys are numbers from 0 below `count`, none twice in a version; `ours` and `theirs` are
/// without what goes.
///
/// - Complexity: O(count).
func mergedOrder(
  _ versions: ThreeWay<[Int]>, count: Int, by precedes: (Int, Int) -> Bool
) -> [Int] {
  if versions.ours == versions.theirs { return versions.ours }
  let isThere = versions.map { flags(of: $0, count: count) }
  let isShared = zip(isThere.ours, isThere.theirs).map { $0 && $1 }
  let spine = spine(versions.map { $0.filter { isShared[$0] } }, isThere.base, by: precedes)
  let ours = runs(in: versions.ours, between: isShared)
  let theirs = runs(in: versions.theirs, between: isShared)
  var result = merged(ours[0], theirs[0], by: precedes)
  for number in spine {
    result.append(number)
    result += merged(ours[number + 1], theirs[number + 1], by: precedes)
  }
  return result
}

/// The same for any keys.
func mergedOrder<Key: Hashable & Comparable>(_ versions: ThreeWay<[Key]>) -> [Key] {
  if versions.ours == versions.theirs { return versions.ours }
  var keys: [Key] = []
  var numbers: [Key: Int] = [:]
  let numbered = versions.map { version in
    version.map { key in
      if let number = numbers[key] { return number }
      numbers[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
  }
  return mergedOrder(numbered, count: keys.count) { keys[$0] < keys[$1] }.map { keys[$0] }
}

private func flags(of numbers: [Int], count: Int) -> [Bool] {
  var flags = [Bool](repeating: false, count: count)
  for number in numbers { flags[number] = true }
  return flags
}

/// The order of what both sides have.
private func spine(
  _ versions: ThreeWay<[Int]>, _ isKnown: [Bool], by precedes: (Int, Int) -> Bool
) -> [Int] {
  if versions.ours == versions.theirs { return versions.ours }
  let isMoved = versions.map { $0.filter { isKnown[$0] } != versions.base }
  if isMoved.ours != isMoved.theirs { return isMoved.ours ? versions.ours : versions.theirs }
  return versions.ours.lexicographicallyPrecedes(versions.theirs, by: precedes)
    ? versions.ours : versions.theirs
}

/// What stands after each shared number and before the next, at its place plus one; at 0, what
/// stands before the first.
private func runs(in numbers: [Int], between isShared: [Bool]) -> [[Int]] {
  var runs = [[Int]](repeating: [], count: isShared.count + 1)
  var last = 0
  for number in numbers {
    if isShared[number] { last = number + 1 } else { runs[last].append(number) }
  }
  return runs
}

private func merged(_ ours: [Int], _ theirs: [Int], by precedes: (Int, Int) -> Bool) -> [Int] {
  if ours.isEmpty { return theirs }
  var (ours, theirs) = (ours[...], theirs[...])
  var result: [Int] = []
  while let our = ours.first, let their = theirs.first {
    if precedes(their, our) {
      result.append(theirs.removeFirst())
    } else {
      result.append(ours.removeFirst())
    }
  }
  return result + ours + theirs
}
