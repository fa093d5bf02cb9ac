package import JSONTree

/// What was achieved of an indicator in one period.
package struct Realise: Record {
  package enum Statut: String, Word {
    case atteint, partiel
    case nonAtteint = "non-atteint"
    case verifie
    /// Nobody checked.
    case nonVerifie = "non-verifie"
    case nonConcerne = "non-concerne"

    /// As it is said: `non atteint`.
    package var mot: String {
      switch self {
      case .atteint: "atteint"
      case .partiel: "partiel"
      case .nonAtteint: "non atteint"
      case .verifie: "vérifié"
      case .nonVerifie: "non vérifié"
      case .nonConcerne: "non concerné"
      }
    }
  }

  /// The proof of a réalisé.
  package struct Piece: Record {
    package var titre: String?
    package var lieu: String?
    /// The day of the fact, not of the entry.
    package var dateDuFait: Day?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Piece>] = [
      .optional("titre", \.titre),
      .optional("lieu", \.lieu).names(.identite),
      .optional("dateDuFait", \.dateDuFait).dates(.fait),
    ]
  }

  /// What stood there before a correction in a closed period.
  package struct Correction: Record {
    package var statut: Statut?
    package var valeur: Valeur?
    package var date: Day?
    package var auteur: String?
    package var motif: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Correction>] = [
      .optional("statut", \.statut),
      .optional("valeur", \.valeur, .valeur),
      .optional("date", \.date).dates(.fait),
      .optional("auteur", \.auteur).links(to: .participant).names(.auteur),
      .optional("motif", \.motif),
    ]
  }

  package var statut: Statut?
  package var valeur: Valeur?
  package var numerateur: JSONNumber?
  package var denominateur: JSONNumber?
  package var commentaire: String?
  /// Why it is « non concerné ».
  package var motif: String?
  /// The day of the entry.
  package var date: Day?
  package var auteur: String?
  package var piece: Piece?
  package var corrections: [Correction] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Realise>] = [
    .optional("statut", \.statut),
    .optional("valeur", \.valeur, .valeur),
    .optional("numerateur", \.numerateur, .valeur).called("numérateur"),
    .optional("denominateur", \.denominateur, .valeur).called("dénominateur"),
    .optional("commentaire", \.commentaire),
    .optional("motif", \.motif),
    .optional("date", \.date).dates(.fait),
    .optional("auteur", \.auteur).links(to: .participant).names(.auteur),
    .optionalPart("piece", \.piece).called("pièce"),
    .records("corrections", \.corrections).each("correction", "date").lines(by: "date"),
  ]
}
