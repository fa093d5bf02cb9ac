/// The answers given to a référentiel on a day: an aide-mémoire, never an exam.
package struct Grille: Record {
  package var id = ""
  package var date: Day?
  package var referentiel: String?
  package var version: String?
  /// The acteur or the fiche that it is about, by its id; nil for the structure.
  package var sujet: String?
  package var seance: String?
  package var reponses: [Reponse] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Grille>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("referentiel", { $0.referentiel }, { $0.referentiel = $1 }).names(.code),
    .optional("version", { $0.version }, { $0.version = $1 }).names(.code),
    .optional("sujet", { $0.sujet }, { $0.sujet = $1 }).links(to: .sujet),
    .optional("seance", { $0.seance }, { $0.seance = $1 }).called("séance").links(to: .seance),
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
  /// Of a choix: the codes of the options that are ticked.
  package var choix: [String] = []
  /// Of a liste: its lines.
  package var elements: [String] = []
  /// Of a curseur: what moved it, in the order in which it was said.
  package var arguments: [Argument] = []
  /// « Boule pleine »: what weighs most, or has a very strong effect.
  package var priorite = false
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
    .scalars("choix", { $0.choix }, { $0.choix = $1 }).names(.code),
    .scalars("elements", { $0.elements }, { $0.elements = $1 }).called("éléments"),
    .records("arguments", { $0.arguments }, { $0.arguments = $1 }).each("argument", "texte"),
    .usually("priorite", false, { $0.priorite }, { $0.priorite = $1 }).called("priorité"),
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
