import JSONTree

/// One walk down three trees at once.
struct TreeMerge {
  private(set) var conflicts: [Conflict] = []
  /// Each part of the merged tree that is not the same on both sides.
  private(set) var taken: [JSONValue] = []
  /// Inside an image that one side froze, that side: what the other did there is a conflict.
  private(set) var frozen: Conflict.Side?
  /// The way to what is being merged, in the merged tree.
  private var path: [JSONPointer.Step] = []

  init(frozenBy side: Conflict.Side? = nil) { frozen = side }

  /// Merges what stands at one place.
  mutating func merge(_ versions: ThreeWay<JSONValue?>, _ merging: MergeRule?) -> JSONValue? {
    if versions.isSpine(merging) { return mergeChanged(versions, merging) }
    let isSame = versions.map { $0 == versions.base }
    if isSame.ours && isSame.theirs { return versions.base }
    if isSame.theirs && frozen != .theirs { return settle(versions, on: .ours) }
    if isSame.ours && frozen != .ours { return settle(versions, on: .theirs) }
    if versions.ours == versions.theirs { return settle(versions, on: .ours) }
    return mergeChanged(versions, merging)
  }

  private mutating func mergeChanged(
    _ versions: ThreeWay<JSONValue?>, _ merging: MergeRule?
  ) -> JSONValue? {
    if merging == .lowest, let side = frozen ?? versions.lower {
      return settle(versions, on: side)
    }
    if merging == .whole { return conflict(versions) }
    if let lists = versions.lists, let rule = merging?.rule ?? ListRule.unknown(lists) {
      let elements = mergeList(lists, rule)
      let merged = rule.isRanked ? elements.ranked(asIn: lists) : elements
      let isGone = merged.isEmpty && (versions.ours == nil || versions.theirs == nil)
      return isGone ? nil : .array(merged)
    }
    guard let objects = versions.objects else { return conflict(versions) }
    if objects.ours != nil && objects.theirs != nil {
      return .object(mergeObject(objects.map { $0 ?? JSONObject() }, merging))
    }
    if merging?.isPart == true {
      let merged = mergeObject(objects.map { $0 ?? JSONObject() }, merging)
      return merged.isEmpty ? nil : .object(merged)
    }
    // Deleted on one side, changed on the other.
    if frozen != nil { return conflict(versions) }
    return settle(versions, on: versions.ours == nil ? .theirs : .ours)
  }

  /// Notes a conflict about what is being merged.
  ///
  /// - Returns: The version that is kept.
  mutating func conflict(_ versions: ThreeWay<JSONValue?>) -> JSONValue? {
    let kept = frozen ?? .ours
    conflicts.append(Conflict(at: JSONPointer(path), versions, kept: kept))
    return settle(versions, on: kept)
  }

  /// Takes one side's version as a whole.
  mutating func settle(_ versions: ThreeWay<JSONValue?>, on kept: Conflict.Side) -> JSONValue? {
    if let value = versions[kept] { taken.append(value) }
    return versions[kept]
  }

  /// Goes one step down.
  mutating func at<Result>(
    _ step: JSONPointer.Step, _ body: (inout TreeMerge) -> Result
  ) -> Result {
    path.append(step)
    defer { path.removeLast() }
    return body(&self)
  }

  private mutating func mergeObject(
    _ versions: ThreeWay<JSONObject>, _ merging: MergeRule?
  ) -> JSONObject {
    if merging == .decision, versions.decideOtherwise { return decided(versions) }
    let wasFrozen = frozen
    defer { frozen = wasFrozen }
    frozen = frozen ?? versions.freezingSide
    let keys = mergedOrder(versions.map { $0.members.map(\.key) })
    var members: [JSONObject.Member] = []
    members.reserveCapacity(keys.count)
    for key in keys {
      let value = at(.key(key)) { $0.merge(versions.map { $0[key] }, MergeRule.byKey[key]) }
      if let value { members.append(.init(key: key, value: value)) }
    }
    var merged = JSONObject(unique: members)
    if merging == .box { fillBox(&merged) }
    return merged
  }

  /// Two decisions on one thing: one stands with its day, its number and its reason, and the other, as
  /// whole, is one conflict.
  private mutating func decided(_ versions: ThreeWay<JSONObject>) -> JSONObject {
    var (ours, theirs) = (JSONObject(), JSONObject())
    for key in mergedOrder(versions.map { $0.members.map(\.key) }) {
      let values = versions.map { $0[key] }
      guard !Passage.decisionKeys.contains(key) else {
        ours[key] = settle(values, on: .ours)
        theirs[key] = settle(values, on: .theirs)
        continue
      }
      let before = conflicts.count
      ours[key] = at(.key(key)) { $0.merge(values, MergeRule.byKey[key]) }
      // What they also disagree on is said with it.
      let isAgreed = conflicts.count == before
      conflicts.removeSubrange(before...)
      theirs[key] = isAgreed ? ours[key] : values.theirs
    }
    let sides = ThreeWay<JSONValue?>(
      base: versions.base.isEmpty ? nil : .object(versions.base), ours: .object(ours),
      theirs: .object(theirs))
    conflicts.append(Conflict(at: JSONPointer(path), sides, kept: .ours))
    return ours
  }

  /// A box that holds something is « renseignée », whatever either side said of it.
  private mutating func fillBox(_ box: inout JSONObject) {
    guard case .array(let elements)? = box["elements"], !elements.isEmpty else { return }
    box["etat"] = ProfilStrategique.Boite.Etat.renseigne.scalar
    let pointer = JSONPointer(path).appending("etat")
    conflicts.removeAll { $0.pointer == pointer }
  }
}

extension ThreeWay<JSONValue?> {
  /// The side whose number is the lower one; nil where both are not numbers.
  fileprivate var lower: Conflict.Side? {
    guard case .number(let ours)? = ours, case .number(let theirs)? = theirs,
      let here = ours.int, let there = theirs.int
    else { return nil }
    return there < here ? .theirs : .ours
  }

  /// Whether it is worth looking at each part at once: there are many, and all but a few are alike.
  fileprivate func isSpine(_ merging: MergeRule?) -> Bool {
    switch (ours, theirs) {
    case (.array(let ours)?, .array(let theirs)?):
      // Paliers that one side alone changed keep the ranks it gave them.
      guard let rule = merging?.rule, !rule.isRanked else { return false }
      guard case .object? = ours.first else { return false }
      return !theirs.isEmpty
    case (.object(let ours)?, .object(let theirs)?):
      guard case .large? = merging else { return false }
      return !ours.isEmpty && !theirs.isEmpty
    default: return false
    }
  }

  /// The three as lists, one that is not there being empty; nil when there is something else.
  fileprivate var lists: ThreeWay<[JSONValue]>? {
    let lists = map { if case .array(let elements)? = $0 { elements } else { [] as [JSONValue] } }
    return allSatisfy { if case .array? = $0 { true } else { $0 == nil } } ? lists : nil
  }

  /// The three as objects, or not there at all; nil when one is something else.
  fileprivate var objects: ThreeWay<JSONObject?>? {
    let objects = map { if case .object(let object)? = $0 { object } else { JSONObject?.none } }
    return allSatisfy { if case .object? = $0 { true } else { $0 == nil } } ? objects : nil
  }
}

extension ThreeWay<JSONObject> {
  /// Whether both sides decided since, and not the same.
  fileprivate var decideOtherwise: Bool {
    func isChanged(_ side: JSONObject) -> Bool {
      Passage.decisionKeys.contains { side[$0] != base[$0] }
    }
    return ours["issue"] != theirs["issue"] && isChanged(ours) && isChanged(theirs)
  }

  /// The side that froze this image, when the other did not.
  fileprivate var freezingSide: Conflict.Side? {
    let isFrozen = map { $0["figee"] == .bool(true) }
    if isFrozen.base || isFrozen.ours == isFrozen.theirs { return nil }
    return isFrozen.ours ? .ours : .theirs
  }
}
