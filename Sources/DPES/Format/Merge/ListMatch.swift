import JSONTree

/// Which elements of three versions of a list are the same one: each has a number.
struct ListMatch {
  private let versions: ThreeWay<[JSONValue]>
  private let rule: ListRule
  /// The numbers of each list's elements, in its order.
  private(set) var numbers: ThreeWay<[Int]>
  /// Where each number is in each list.
  private var places: ThreeWay<[Int?]>

  /// - Complexity: O(n) in the elements, and little more than comparing their keys while few of
  ///   them moved.
  init(_ versions: ThreeWay<[JSONValue]>, _ rule: ListRule) {
    self.versions = versions
    self.rule = rule
    let keys = versions.map { $0.map(rule.key) }
    let ours = Self.match(keys.ours, with: keys.base)
    let theirs = Self.match(keys.theirs, with: keys.base)
    let newOurs = ours.indices.filter { ours[$0] == nil }
    let newTheirs = theirs.indices.filter { theirs[$0] == nil }
    let shared = Self.match(newTheirs.map { keys.theirs[$0] }, with: newOurs.map { keys.ours[$0] })

    let count = versions.base.count + newOurs.count + shared.count { $0 == nil }
    numbers = ThreeWay(base: Array(versions.base.indices), ours: [], theirs: [])
    places = ThreeWay(base: [], ours: [], theirs: [])
    places = places.map { _ in [Int?](repeating: nil, count: count) }
    var next = versions.base.count
    numbers.ours = ours.map { $0 ?? Self.take(&next) }
    var new = shared.makeIterator()
    numbers.theirs = theirs.map { known in
      known ?? new.next()?.map { versions.base.count + $0 } ?? Self.take(&next)
    }
    for place in numbers.base { places.base[place] = place }
    for (place, number) in numbers.ours.enumerated() { places.ours[number] = place }
    for (place, number) in numbers.theirs.enumerated() { places.theirs[number] = place }
  }

  /// How many there are, each counted once.
  var count: Int { places.base.count }

  func isThere(_ number: Int, on side: Conflict.Side) -> Bool { places[side][number] != nil }

  /// The versions of an element; of a palier, without a rank when they differ: one that others
  /// pushed up or down is not changed by it.
  func element(_ number: Int) -> ThreeWay<JSONValue?> {
    let element = ThreeWay<JSONValue?>(
      base: places.base[number].map { versions.base[$0] },
      ours: places.ours[number].map { versions.ours[$0] },
      theirs: places.theirs[number].map { versions.theirs[$0] })
    guard rule.isRanked, element.ours != element.base || element.theirs != element.base else {
      return element
    }
    return element.map { $0?.withRank(nil) }
  }

  private static func take(_ next: inout Int) -> Int {
    defer { next += 1 }
    return next
  }

  /// How far to look for the place where two lists go on alike.
  private static let reach = 16

  /// For each key the index of the same one in a base; nil when it is not there.
  ///
  /// Of keys that come several times, the first goes with the first.
  static func match(_ keys: [JSONValue], with base: [JSONValue]) -> [Int?] {
    var result = [Int?](repeating: nil, count: keys.count)
    var (here, there) = (0, 0)
    var left: (keys: [Int], base: [Int]) = ([], [])
    while here < keys.count, there < base.count {
      if keys[here] == base[there] {
        result[here] = there
        (here, there) = (here + 1, there + 1)
        continue
      }
      let gap = (1...reach).first { gap in
        here + gap < keys.count && keys[here + gap] == base[there]
          || there + gap < base.count && keys[here] == base[there + gap]
      }
      let isAdded = gap.map { here + $0 < keys.count && keys[here + $0] == base[there] }
      if isAdded != false {
        left.keys += here..<here + (gap ?? 1)
        here += gap ?? 1
      }
      if isAdded != true {
        left.base += there..<there + (gap ?? 1)
        there += gap ?? 1
      }
    }
    left.keys += here..<keys.count
    left.base += there..<base.count
    guard !left.keys.isEmpty, !left.base.isEmpty else { return result }
    // What moved farther.
    var places = Dictionary(grouping: left.base.reversed()) { base[$0] }
    for index in left.keys { result[index] = places[keys[index]]?.popLast() }
    return result
  }
}
