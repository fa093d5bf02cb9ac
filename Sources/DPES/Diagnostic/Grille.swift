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
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("referentiel", { $0.referentiel }, { $0.referentiel = $1 }).names(.code),
    .optional("version", { $0.version }, { $0.version = $1 }).names(.code),
    .records("reponses", { $0.reponses }, { $0.reponses = $1 }).called("réponses").each(
      "réponse", "point"
    )
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
    .optional("point", { $0.point }, { $0.point = $1 }).names(.code),
    .optional("existante", { $0.existante }, { $0.existante = $1 }),
    .optional("existanteTexte", { $0.existanteTexte }, { $0.existanteTexte = $1 }).called(
      "existante, comment"),
    .optional("aIntegrer", { $0.aIntegrer }, { $0.aIntegrer = $1 }).called("à intégrer"),
    .optional("aIntegrerTexte", { $0.aIntegrerTexte }, { $0.aIntegrerTexte = $1 }).called(
      "à intégrer, comment"),
    .optional("echeanceAns", { $0.echeanceAns }, { $0.echeanceAns = $1 }, .annees).called(
      "échéance, en années"),
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
