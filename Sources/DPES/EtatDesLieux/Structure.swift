package import JSONTree

/// The identity card of the organisation that leads the démarche.
package struct Structure: Record {
  /// Full-time equivalents, permanent staff and people in insertion.
  package struct ETP: Record {
    package var permanents: JSONNumber?
    package var insertion: JSONNumber?
    package var others = Others()

    package init() {}

    package static let fields: [Field<ETP>] = [
      .optional("permanents", \.permanents, .quantite),
      .optional("insertion", \.insertion, .quantite),
    ]
  }

  package var raisonSociale = ""
  /// Nine digits.
  package var siren: String?
  package var statut: String?
  package var adresse: String?
  package var activites: String?
  package var echelle: String?
  package var etp = ETP()
  package var exercices: [Exercice] = []
  /// Dated points of what there is.
  package var tresorerie: [PointDeTresorerie] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Structure>] = [
    .required("raisonSociale", \.raisonSociale).called("raison sociale").names(.raisonSociale),
    .optional("siren", \.siren).names(.siren),
    .optional("statut", \.statut).names(.identite),
    .optional("adresse", \.adresse).names(.adresse),
    .optional("activites", \.activites).called("activités").names(.identite),
    .optional("echelle", \.echelle).called("échelle").names(.identite),
    .part("etp", \.etp).names(.identite),
    .records("exercices", \.exercices).each("exercice").names(.identite),
    .records("tresorerie", \.tresorerie).called("trésorerie").each("point de trésorerie", "date")
      .names(.identite),
  ]
}
