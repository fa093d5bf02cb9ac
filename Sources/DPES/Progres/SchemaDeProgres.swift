/// What the structure wants to reach, step by step, on the four axes.
package struct SchemaDeProgres: Record {
  package static let dureeUsuelle = 36
  package static let intermediaireUsuel = 18

  /// The day that months are counted from.
  package var debut: Day?
  /// Months from the start to the profil cible.
  package var dureeMois = dureeUsuelle
  /// Months from the start to the profil intermédiaire.
  package var intermediaireMois = intermediaireUsuel
  package var paliers: [Palier] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<SchemaDeProgres>] = [
    .optional("debut", \.debut).called("début"),
    .usually("dureeMois", dureeUsuelle, \.dureeMois, .duree).called("durée, en mois"),
    .usually("intermediaireMois", intermediaireUsuel, \.intermediaireMois, .mois)
      .called("profil intermédiaire, en mois"),
    .records("paliers", \.paliers).each("palier", "intitule").merged(.list(.ranked)),
  ]
}

extension SchemaDeProgres {
  /// The paliers of an axis in the order of their ranks; position n - 1 holds palier n.
  ///
  /// - Complexity: O(p log p) in the paliers of the schéma.
  package func paliers(de axe: Axe) -> [Palier] { places(de: axe).map { paliers[$0] } }

  /// Where the paliers of an axis stand, in the order of their ranks.
  ///
  /// - Complexity: O(p log p) in the paliers of the schéma.
  func places(de axe: Axe) -> [Int] {
    paliers.indices.filter { paliers[$0].axe == axe }
      .sorted { (paliers[$0].rang ?? .max, $0) < (paliers[$1].rang ?? .max, $1) }
  }
}

extension SchemaDeProgres {
  /// The places of the paliers that say something else than before, where none came, went, moved, is
  /// due at another time or answers others: what most keys of the tableau change; nil when anything else did.
  ///
  /// - Complexity: O(paliers), at a glance those that nobody touched.
  package func retouches(depuis avant: SchemaDeProgres) -> [Int]? {
    guard paliers.count == avant.paliers.count, debut == avant.debut,
      dureeMois == avant.dureeMois, intermediaireMois == avant.intermediaireMois
    else { return nil }
    let changed = paliers.indices.filter { paliers[$0] != avant.paliers[$0] }
    guard changed.allSatisfy({ paliers[$0].standsAs(avant.paliers[$0]) }) else { return nil }
    return changed
  }
}

extension Palier {
  /// Whether it stands at the same place of the same axis, is due when it was, and answers the same
  /// observations.
  fileprivate func standsAs(_ other: Palier) -> Bool {
    id == other.id && axe == other.axe && rang == other.rang
      && echeanceMois == other.echeanceMois && observations == other.observations
  }
}
