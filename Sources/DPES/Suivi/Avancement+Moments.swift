extension Avancement {
  /// The months at which something is to change, from the start to the target: 0, each deadline, and
  /// the duration, each once.
  ///
  /// - Complexity: O(p log p) in the paliers.
  package var moisDesPaliers: [Int] {
    let echeances = axes.flatMap { axe in axe.paliers.compactMap(\.palier.echeanceMois) }
    return Set([0, dureeMois] + echeances.map { min(max($0, 0), Periode.dernierMois) }).sorted()
  }

  /// The levels of the four axes at a month: what was there when it is over, what is planned for it
  /// before (R4, R5).
  package struct Niveaux: Hashable, Sendable {
    /// In the order U P D T.
    package let niveaux: [Int]
    package let estPrevu: Bool
  }

  package func niveaux(a mois: Int, dans schema: SchemaDeProgres) -> Niveaux {
    let depart = Niveaux(niveaux: axes.map(\.depart), estPrevu: false)
    guard mois > 0 else { return depart }
    guard let fin = schema.periode(mois).fin, fin <= jour else {
      return Niveaux(niveaux: axes.map { $0.prevu(a: mois) }, estPrevu: true)
    }
    return Niveaux(niveaux: axes.map { schema.niveau(de: $0.axe, le: fin) }, estPrevu: false)
  }
}
