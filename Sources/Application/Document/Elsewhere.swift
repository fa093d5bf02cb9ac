package import DPES

/// What another program made of the file since this one last read or saved it.
package struct Elsewhere: Hashable, Sendable {
  /// The démarche last read from the file, or saved in it, here.
  package var base: Demarche
  /// What the file holds now.
  package var theirs: Demarche
  /// What states to save must be based on from now on: see ``Effect/save(_:path:revision:basis:)``.
  package var basis: Int
  /// The merge with what was here when it was found; nil when nobody made it.
  private var prepared: Prepared?

  /// What was found in the file, not merged with anything yet.
  package init(base: Demarche, theirs: Demarche, basis: Int) {
    self.base = base
    self.theirs = theirs
    self.basis = basis
  }

  private struct Prepared: Hashable, Sendable {
    let ours: Demarche
    let merged: Demarche
    let conflicts: [Conflict]
  }

  /// Merges with `ours` beforehand, where nobody waits: what is here when this is received is
  /// usually the same.
  package mutating func prepare(for ours: Demarche) {
    // What can't be merged is told when it is received.
    guard let (merged, conflicts) = try? merged(with: ours) else { return }
    prepared = Prepared(ours: ours, merged: merged, conflicts: conflicts)
  }

  /// What is here and what they wrote, put together.
  ///
  /// - Complexity: Nothing when that is prepared; otherwise as ``Demarche/merge(base:ours:theirs:)``.
  func merged(
    with ours: Demarche
  ) throws(FormatError) -> (merged: Demarche, conflicts: [Conflict]) {
    if let prepared, prepared.ours == ours { return (prepared.merged, prepared.conflicts) }
    return try Demarche.merge(base: base, ours: ours, theirs: theirs)
  }
}

/// A copy of the file that a synchronised folder put beside it.
package struct Copy: Hashable, Sendable {
  /// The name of its file.
  package var name: String
  /// What it holds.
  package var demarche: Demarche
  /// The last state that the file and the copy had in common; nil when nobody knows.
  package var base: Demarche?

  /// A copy as it was read.
  package init(name: String, demarche: Demarche, base: Demarche?) {
    self.name = name
    self.demarche = demarche
    self.base = base
  }
}
