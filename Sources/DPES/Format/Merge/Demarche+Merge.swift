extension Demarche {
  /// Puts two sides' changes together, as ``Merge`` does; the conflicts' places are in the result.
  ///
  /// The numbers of an image are unique in the result, and an image that both began on one day is
  /// one.
  ///
  /// It serves undo, too: from `after` an edit to `before` it, whatever came since,
  /// `merge(base: after, ours: before, theirs: now)` takes back that edit alone. The historique
  /// goes back with it: give the result that of `now`, and a line for the undo.
  ///
  /// - Throws: ``FormatError`` when the result is no démarche, which two démarches cannot make.
  /// - Complexity: Nothing when one side is the base; otherwise O(values), as a save and a reading.
  package static func merge(
    base: Demarche, ours: Demarche, theirs: Demarche
  ) throws(FormatError) -> (merged: Demarche, conflicts: [Conflict]) {
    if theirs == base || ours == theirs { return (ours, []) }
    if ours == base { return (theirs, []) }
    var (merged, conflicts) = try unite(base: base, ours: ours, theirs: theirs)
    merged.renumber(since: base, ours, theirs)
    return (merged.sharing(ours), conflicts)
  }

  /// Puts two sides' changes together, whatever numbers the observations get.
  static func unite(
    base: Demarche, ours: Demarche, theirs: Demarche
  ) throws(FormatError) -> (merged: Demarche, conflicts: [Conflict]) {
    if theirs == base || ours == theirs { return (ours, []) }
    if ours == base { return (theirs, []) }
    var sides = ThreeWay(base: base, ours: ours, theirs: theirs)
    sides.settleBegunImages()
    let merge = Merge(base: sides.base.json, ours: sides.ours.json, theirs: sides.theirs.json)
    return (try Demarche(file: merge.merged), merge.conflicts)
  }

  /// Whether two states of this démarche come from this earlier one, each by its own way.
  ///
  /// The historique only grows, and each of its lines is written with all that was there. So a
  /// state that holds no line but those that both have, and lacks one of them, is from before they
  /// parted. One that lacks none may be from after, on one side: its changes would pass for the
  /// other side's deletions, so it does not count. An older ancestor than the last loses nothing;
  /// it only asks a person more often.
  ///
  /// - Complexity: O(lines of the historiques)
  package func isAncestor(of one: Demarche, and other: Demarche) -> Bool {
    guard id == one.id, id == other.id else { return false }
    let common = Set(one.historique).intersection(other.historique)
    return common.isStrictSuperset(of: historique)
  }
}
