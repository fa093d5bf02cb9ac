package import DPES

/// What another program made of the file since this one last read or saved it.
package struct Elsewhere: Hashable, Sendable {
  /// The démarche last read from the file, or saved in it, here.
  package var base: Demarche
  /// What the file holds now.
  package var theirs: Demarche
  /// What states to save must be based on from now on: see ``Effect/save(_:path:revision:basis:)``.
  package var basis: Int

  package init(base: Demarche, theirs: Demarche, basis: Int) {
    self.base = base
    self.theirs = theirs
    self.basis = basis
  }
}

/// A copy of the file that a synchronised folder put beside it.
package struct Copy: Hashable, Sendable {
  /// The name of its file.
  package var name: String
  package var demarche: Demarche
  /// The last state that the file and the copy had in common; nil when nobody knows.
  package var base: Demarche?

  package init(name: String, demarche: Demarche, base: Demarche?) {
    self.name = name
    self.demarche = demarche
    self.base = base
  }
}
