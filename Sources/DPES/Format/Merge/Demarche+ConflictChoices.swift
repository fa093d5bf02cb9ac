package import JSONTree

extension Demarche {
  /// A merged démarche with the refused versions of some of its conflicts, which a person has
  /// chosen.
  ///
  /// - Throws: ``FormatError`` when the conflicts are those of another démarche.
  package func taking(_ chosen: [Conflict]) throws(FormatError) -> Demarche {
    chosen.isEmpty ? self : try Demarche(file: json.taking(chosen))
  }
}

extension JSONValue {
  /// A merged tree with the refused versions of some of its conflicts.
  ///
  /// Ranks are made whole again when a palier changes axes.
  package func taking(_ chosen: [Conflict]) -> JSONValue {
    var tree = self
    // From the last, so that the places of the others stay.
    for (_, conflict) in chosen.enumerated().sorted(by: isAfter) {
      tree = tree.replacing(
        conflict.pointer.steps[...], with: conflict.refusedValue,
        isNew: conflict.keptValue == nil)
    }
    let movesPalier = chosen.contains { $0.pointer.steps.last == .key("axe") }
    return movesPalier ? tree.reranked : tree
  }
}

private func isAfter(
  _ left: (offset: Int, element: Conflict), _ right: (offset: Int, element: Conflict)
) -> Bool {
  if left.element.pointer == right.element.pointer { return left.offset > right.offset }
  return right.element.pointer.precedes(left.element.pointer)
}

extension JSONPointer {
  /// Whether it comes first in a file whose keys are in the order of the alphabet.
  func precedes(_ other: JSONPointer) -> Bool {
    for (mine, others) in zip(steps, other.steps) where mine != others {
      switch (mine, others) {
      case (.index(let mine), .index(let others)): return mine < others
      default: return mine.description < others.description
      }
    }
    return steps.count < other.steps.count
  }
}
