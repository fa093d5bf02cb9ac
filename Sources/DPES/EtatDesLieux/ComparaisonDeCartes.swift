/// What became of each tie between two dated maps: nothing is better or worse.
package struct ComparaisonDeCartes: Hashable, Sendable {
  package enum Evolution: String, CaseIterable, Sendable {
    case apparue, close, changee, inchangee

    package var mot: String {
      switch self {
      case .apparue: "apparue"
      case .close: "close"
      case .changee: "changée"
      case .inchangee: "inchangée"
      }
    }
  }

  /// One pair that is said on one of the maps at least.
  package struct Ligne: Hashable, Sendable {
    package let paire: Paire
    package let evolution: Evolution
    /// nil where nothing was said of it.
    package let avant: Lien?
    package let apres: Lien?
  }

  /// In the order of the evolutions, then as the acteurs stand.
  package let lignes: [Ligne]

  /// What is said on two maps of a démarche.
  ///
  /// - Complexity: O(pairs).
  package init(de avant: CarteDesActeurs, a apres: CarteDesActeurs, dans demarche: Demarche) {
    let (before, after) = (avant.parPaire, apres.parPaire)
    let known = Paire.toutes(demarche.acteurs.map(\.id))
    let places = Dictionary(
      known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let paires = Set(before.keys).union(after.keys).ordered { places[$0] ?? .max }
    let lines = paires.map { paire in
      let (old, new) = (before[paire], after[paire])
      let evolution: Evolution =
        old == nil ? .apparue : new == nil ? .close : old == new ? .inchangee : .changee
      return Ligne(paire: paire, evolution: evolution, avant: old, apres: new)
    }
    lignes = Evolution.allCases.flatMap { one in lines.filter { $0.evolution == one } }
  }

  /// How many pairs became what.
  package func compte(_ evolution: Evolution) -> Int {
    lignes.count { $0.evolution == evolution }
  }
}
