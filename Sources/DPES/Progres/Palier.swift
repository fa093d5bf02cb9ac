/// One step of an axis, which holds only if every lower one holds.
package struct Palier: Record {
  /// What a partner undertook to do.
  package struct Engagement: IdentifiedRecord {
    package var id = ""
    package var qui: String?
    package var organisme: String?
    package var texte: String?
    package var quand: Day?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Engagement>] = [
      .required("id", \.id),
      .optional("qui", \.qui).links(to: .participant),
      .optional("organisme", \.organisme).names(.organisme),
      .optional("texte", \.texte),
      .optional("quand", \.quand).dates(.prevu),
    ]
  }

  package var id = ""
  package var axe = Axe.utilite
  /// 1, 2, 3… on its axis.
  package var rang: Int?
  package var intitule = ""
  /// Months from the schéma's start.
  package var echeanceMois: Int?
  /// Ids of the observations it answers; a link stands for the whole lineage.
  package var observations: [String] = []
  package var engagements: [Engagement] = []
  /// For a palier without indicator: the day it was declared reached.
  package var atteintLe: Day?
  /// The group says that it held already at month 0 (R3, R5).
  package var tenuAuDepart = false
  package var indicateurs: [Indicateur] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Palier>] = [
    .required("id", \.id),
    .required("axe", \.axe),
    .optional("rang", \.rang, .rang),
    .required("intitule", \.intitule).called("intitulé"),
    .optional("echeanceMois", \.echeanceMois, .echeance).called("échéance, en mois"),
    // Ids: they are known by themselves, as what has none.
    .scalars("observations", \.observations).links(to: .observation).merged(.list(.ids)),
    .records("engagements", \.engagements).each("engagement", "texte"),
    .optional("atteintLe", \.atteintLe).called("atteint le").dates(.fait),
    .usually("tenuAuDepart", false, \.tenuAuDepart).called("déjà tenu au départ"),
    .records("indicateurs", \.indicateurs).each("indicateur", "intitule"),
  ]
}
