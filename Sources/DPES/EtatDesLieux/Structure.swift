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
      .optional("permanents", { $0.permanents }, { $0.permanents = $1 }, .quantite),
      .optional("insertion", { $0.insertion }, { $0.insertion = $1 }, .quantite),
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
    .required("raisonSociale", { $0.raisonSociale }, { $0.raisonSociale = $1 }).called(
      "raison sociale"
    ).names(.raisonSociale),
    .optional("siren", { $0.siren }, { $0.siren = $1 }).names(.siren),
    .optional("statut", { $0.statut }, { $0.statut = $1 }).names(.identite),
    .optional("adresse", { $0.adresse }, { $0.adresse = $1 }).names(.adresse),
    .optional("activites", { $0.activites }, { $0.activites = $1 }).called("activités").names(
      .identite),
    .optional("echelle", { $0.echelle }, { $0.echelle = $1 }).called("échelle").names(.identite),
    .part("etp", { $0.etp }, { $0.etp = $1 }).names(.identite),
    .records("exercices", { $0.exercices }, { $0.exercices = $1 }).each("exercice").names(
      .identite),
    .records("tresorerie", { $0.tresorerie }, { $0.tresorerie = $1 }).called("trésorerie").each(
      "point de trésorerie", "date"
    )
    .names(.identite),
  ]
}
