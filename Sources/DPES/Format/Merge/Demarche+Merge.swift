extension Demarche {
  /// Puts two sides' changes together, as ``Merge`` does; the conflicts' places are in the result.
  ///
  /// Two observations that the sides saw anew under one number get one each.
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
    let merge = Merge(base: base.json, ours: ours.json, theirs: theirs.json)
    return (try Demarche(file: merge.merged), merge.conflicts)
  }
}
