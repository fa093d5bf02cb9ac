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
    .optional("debut", { $0.debut }, { $0.debut = $1 }).called("début"),
    .usually("dureeMois", dureeUsuelle, { $0.dureeMois }, { $0.dureeMois = $1 }, .duree).called(
      "durée, en mois"),
    .usually(
      "intermediaireMois", intermediaireUsuel, { $0.intermediaireMois },
      { $0.intermediaireMois = $1 }, .mois
    )
    .called("profil intermédiaire, en mois"),
    .records("paliers", { $0.paliers }, { $0.paliers = $1 }).each("palier", "intitule").merged(
      .list(.ranked)),
  ]

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
