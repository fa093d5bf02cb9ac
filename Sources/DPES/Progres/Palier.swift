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
      .required("id", { $0.id }, { $0.id = $1 }),
      .optional("qui", { $0.qui }, { $0.qui = $1 }).links(to: .participant),
      .optional("organisme", { $0.organisme }, { $0.organisme = $1 }).names(.organisme),
      .optional("texte", { $0.texte }, { $0.texte = $1 }),
      .optional("quand", { $0.quand }, { $0.quand = $1 }).dates(.prevu),
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
    .required("id", { $0.id }, { $0.id = $1 }),
    .required("axe", { $0.axe }, { $0.axe = $1 }),
    .optional("rang", { $0.rang }, { $0.rang = $1 }, .rang),
    .required("intitule", { $0.intitule }, { $0.intitule = $1 }).called("intitulé"),
    .optional("echeanceMois", { $0.echeanceMois }, { $0.echeanceMois = $1 }, .echeance).called(
      "échéance, en mois"),
    // Ids: they are known by themselves, as what has none.
    .scalars("observations", { $0.observations }, { $0.observations = $1 }).links(to: .observation)
      .merged(.list(.ids)),
    .records("engagements", { $0.engagements }, { $0.engagements = $1 }).each(
      "engagement", "texte"),
    .optional("atteintLe", { $0.atteintLe }, { $0.atteintLe = $1 }).called("atteint le").dates(
      .fait),
    .usually("tenuAuDepart", false, { $0.tenuAuDepart }, { $0.tenuAuDepart = $1 }).called(
      "déjà tenu au départ"),
    .records("indicateurs", { $0.indicateurs }, { $0.indicateurs = $1 }).each(
      "indicateur", "intitule"),
  ]
}
