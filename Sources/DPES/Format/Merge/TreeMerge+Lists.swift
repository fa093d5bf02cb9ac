import JSONTree

// Lists, element by element.
extension TreeMerge {
  mutating func mergeList(_ versions: ThreeWay<[JSONValue]>, _ rule: ListRule) -> [JSONValue] {
    let alignment = ListMatch(versions, rule)
    var isKept = [Bool](repeating: false, count: alignment.count)
    var merged: [JSONValue] = []
    merged.reserveCapacity(max(versions.ours.count, versions.theirs.count))
    for number in order(of: alignment, rule) {
      isKept[number] = true
      let value = at(.index(merged.count)) { $0.merge(alignment.element(number), rule) }
      if let value { merged.append(value) }
    }
    for number in isKept.indices where !isKept[number] {
      at(.index(merged.count)) { $0.drop(alignment.element(number)) }
    }
    return merged
  }

  /// Merges an element that stays.
  private mutating func merge(_ element: ThreeWay<JSONValue?>, _ rule: ListRule) -> JSONValue? {
    if element.ours != nil && element.theirs != nil { return merge(element, rule.element) }
    if frozen != nil && element.base != nil { return conflict(element) }
    return settle(element, on: element.ours == nil ? .theirs : .ours)
  }

  /// An element goes: a conflict, when it was put into a frozen image or changed there.
  private mutating func drop(_ element: ThreeWay<JSONValue?>) {
    guard let side = frozen?.other, element[side] != nil, element[side] != element.base else {
      return
    }
    _ = conflict(element)
  }

  /// The numbers of the elements that stay, in the order of the merged list.
  private func order(of alignment: ListMatch, _ rule: ListRule) -> [Int] {
    if let frozen { return alignment.numbers[frozen] }
    var kept = alignment.numbers
    for side in Conflict.Side.allCases {
      // Gone from the other side, and not changed here.
      kept[side].removeAll { number in
        guard !alignment.isThere(number, on: side.other) else { return false }
        let element = alignment.element(number)
        return element[side] == element.base
      }
    }
    return mergedOrder(kept, count: alignment.count) { left, right in
      guard let left = alignment.element(left).any, let right = alignment.element(right).any else {
        return false
      }
      return rule.precedes(left, right)
    }
  }
}

extension ThreeWay<JSONValue?> {
  fileprivate var any: JSONValue? { ours ?? theirs ?? base }
}
