/// The answers given to a référentiel on a day: an aide-mémoire, never an exam.
package struct Grille: Record {
  package var id = ""
  package var date: Day?
  package var referentiel: String?
  package var version: String?
  package var reponses: [Reponse] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Grille>] = [
    .required("id", \.id),
    .optional("date", \.date).dates(.fait),
    .optional("referentiel", \.referentiel).names(.code),
    .optional("version", \.version).names(.code),
    .records("reponses", \.reponses).called("réponses").each("réponse", "point")
      .keyed(by: "point"),
  ]
}

/// What was said of one point of a référentiel.
package struct Reponse: Record {
  /// « Dimension existante ».
  package enum Existante: String, Word {
    case oui, partielle, non
    case nonConcerne = "non-concerne"

    /// As people read it.
    package var mot: String {
      switch self {
      case .oui: "oui"
      case .partielle: "partielle"
      case .non: "non"
      case .nonConcerne: "non concerné"
      }
    }
  }

  /// « À intégrer ».
  package enum AIntegrer: String, Word {
    case oui, non, ideal
  }

  /// The point's code in the grille's référentiel.
  package var point: String?
  package var existante: Existante?
  package var existanteTexte: String?
  package var aIntegrer: AIntegrer?
  package var aIntegrerTexte: String?
  package var echeanceAns: Int?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Reponse>] = [
    .optional("point", \.point).names(.code),
    .optional("existante", \.existante),
    .optional("existanteTexte", \.existanteTexte).called("existante, comment"),
    .optional("aIntegrer", \.aIntegrer).called("à intégrer"),
    .optional("aIntegrerTexte", \.aIntegrerTexte).called("à intégrer, comment"),
    .optional("echeanceAns", \.echeanceAns, .annees).called("échéance, en années"),
  ]

  /// « dans l’idéal, d’ici 3 ans »; nil when nobody said.
  package var aIntegrerMot: String? {
    switch aIntegrer {
    case .oui: "oui"
    case .non: "non"
    case .ideal:
      echeanceAns.map { "dans l’idéal, d’ici \($0)\u{A0}\($0.agreeing("an"))" } ?? "dans l’idéal"
    case nil: nil
    }
  }
}
