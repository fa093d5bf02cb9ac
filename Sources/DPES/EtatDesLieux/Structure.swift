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
  package var others = Others()

  package init() {}

  package static let fields: [Field<Structure>] = [
    .required("raisonSociale", \.raisonSociale),
    .optional("siren", \.siren),
    .optional("statut", \.statut),
    .optional("adresse", \.adresse),
    .optional("activites", \.activites),
    .optional("echelle", \.echelle),
    .part("etp", \.etp),
    .records("exercices", \.exercices),
  ]
}
