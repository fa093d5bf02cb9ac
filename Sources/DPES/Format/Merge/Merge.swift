package import JSONTree

/// What two sides made of one démarche, put together (`docs/format.md`).
///
/// Additions, changes and deletions of both sides are kept, field by field, element by element
/// (``MergeRule`` says what each list is keyed by):
/// - what one side deleted and the other changed, or newly links to, stays;
/// - what both put at one place of a list stands in the order of the ids;
/// - an image that one side froze stays as it was frozen;
/// - only a field that both changed, differently, is a conflict: ours is kept.
///
/// Whoever merges the two sides the other way round gets the same tree, conflicts apart. A side
/// whose links all lead somewhere loses none of them, and no id comes twice. Nothing is added to
/// the historique: that is for the caller, who knows when and for whom it merges.
package struct Merge: Hashable, Sendable {
  package let merged: JSONValue
  package let conflicts: [Conflict]

  /// - Complexity: O(values) to compare the three trees; nothing for what they share in memory.
  package init(base: JSONValue, ours: JSONValue, theirs: JSONValue) {
    var trees = ThreeWay(base: base, ours: ours, theirs: theirs)
    var changes = trees.elementChanges
    let moved = trees.settleMoves(changes)
    if !moved.isEmpty { changes = trees.elementChanges }

    var pass = TreeMerge()
    var merged = pass.merge(trees)
    let links = LinkCheck(trees, changes)
    var broken = links.broken(in: merged, among: pass.taken)
    // What is gone and still linked to stays, and so what it links to.
    var needed: Set<String> = []
    while true {
      let missing = broken.filter { !needed.contains($0.id) }
      guard !missing.isEmpty else { break }
      for side in Conflict.Side.allCases {
        trees[side] = trees[side].touching(Set(missing.lazy.filter { $0.side == side }.map(\.id)))
      }
      needed.formUnion(missing.map(\.id))
      pass = TreeMerge()
      merged = pass.merge(trees)
      broken = links.broken(in: merged, among: pass.taken)
    }
    merged = merged.untouched(needed)
    conflicts =
      pass.conflicts.map { $0.untouched(needed) }
      + moved.conflicts(in: merged)
      + merged.sever(broken)
    self.merged = merged
  }
}

extension TreeMerge {
  fileprivate mutating func merge(_ trees: ThreeWay<JSONValue>) -> JSONValue {
    merge(trees.map(Optional.some), .large(isPart: true)) ?? trees.ours
  }
}
