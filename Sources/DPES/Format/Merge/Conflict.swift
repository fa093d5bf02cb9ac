package import JSONTree

/// What both sides changed, each in its own way: one version stands in the merged tree, and a
/// person should look at the other.
package struct Conflict: Hashable, Sendable {
  package enum Side: Hashable, Sendable, CaseIterable {
    case ours, theirs

    package var other: Side { self == .ours ? .theirs : .ours }
  }

  /// Where, in the merged tree; for an element that is not in its list, where
  /// it would be put in.
  package let pointer: JSONPointer
  /// The value before both changes; nil, here and below, when there is none.
  package let base: JSONValue?
  package let ours: JSONValue?
  package let theirs: JSONValue?
  /// Whose version is in the merged tree: ours, or the side that froze the image.
  package let kept: Side

  init(at pointer: JSONPointer, _ versions: ThreeWay<JSONValue?>, kept: Side) {
    self.pointer = pointer
    base = versions.base
    ours = versions.ours
    theirs = versions.theirs
    self.kept = kept
  }

  /// The version that is in the merged tree.
  package var keptValue: JSONValue? { kept == .ours ? ours : theirs }

  /// The version that is not, and is lost unless somebody takes it or notes it.
  package var refusedValue: JSONValue? { kept == .ours ? theirs : ours }

  /// Where it is in a person's words: `image du 5 novembre 2026, observation 13, « statut »`.
  package func lieu(in merged: JSONValue) -> String { Lieu.words(for: pointer, in: merged) }

  /// Whether it is about who noted a réalisé, or when, which goes with what was noted where that
  /// is in question as well: two people who fill one cell disagree on one thing.
  package func follows(_ other: Conflict) -> Bool {
    let (mine, others) = (pointer.steps, other.pointer.steps)
    guard kept == other.kept, mine.count > 2, mine.dropLast() == others.dropLast(),
      mine[mine.count - 3] == .key("realises"), let key = mine.last, let leading = others.last
    else { return false }
    return [.key("auteur"), .key("date")].contains(key)
      && [.key("statut"), .key("valeur")].contains(leading)
  }
}
