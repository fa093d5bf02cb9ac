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
      .optional("titre", { $0.titre }, { $0.titre = $1 }),
      .optional("lieu", { $0.lieu }, { $0.lieu = $1 }).names(.identite),
      .optional("dateDuFait", { $0.dateDuFait }, { $0.dateDuFait = $1 }).dates(.fait),
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
      .optional("statut", { $0.statut }, { $0.statut = $1 }),
      .optional("valeur", { $0.valeur }, { $0.valeur = $1 }, .valeur),
      .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
      .optional("auteur", { $0.auteur }, { $0.auteur = $1 }).links(to: .participant).names(.auteur),
      .optional("motif", { $0.motif }, { $0.motif = $1 }),
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
    .optional("statut", { $0.statut }, { $0.statut = $1 }),
    .optional("valeur", { $0.valeur }, { $0.valeur = $1 }, .valeur),
    .optional("numerateur", { $0.numerateur }, { $0.numerateur = $1 }, .valeur).called(
      "numérateur"),
    .optional("denominateur", { $0.denominateur }, { $0.denominateur = $1 }, .valeur).called(
      "dénominateur"),
    .optional("commentaire", { $0.commentaire }, { $0.commentaire = $1 }),
    .optional("motif", { $0.motif }, { $0.motif = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("auteur", { $0.auteur }, { $0.auteur = $1 }).links(to: .participant).names(.auteur),
    .optionalPart("piece", { $0.piece }, { $0.piece = $1 }).called("pièce"),
    .records("corrections", { $0.corrections }, { $0.corrections = $1 }).each("correction", "date")
      .lines(by: "date"),
  ]
}
