/// A meeting of the tour de table, or another one that the démarche keeps a trace of.
package struct Seance: IdentifiedRecord {
  /// What somebody promised to do before the next séance.
  package struct Promesse: IdentifiedRecord {
    package enum Etat: String, Word {
      case ouverte, tenue, abandonnee
    }

    package var id = ""
    package var texte: String?
    /// A participant's id.
    package var qui: String?
    package var quand: Day?
    package var etat: Etat?
    /// The palier that it serves, by its id.
    package var palier: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Promesse>] = [
      .required("id", \.id),
      .optional("texte", \.texte),
      .optional("qui", \.qui).links(to: .participant),
      .optional("quand", \.quand).dates(.prevu),
      .optional("etat", \.etat).called("état"),
      .optional("palier", \.palier).links(to: .palier),
    ]
  }

  /// What kind of meeting it was; absent: the tour de table at work.
  package enum Genre: String, Word {
    case travail
    /// A journée of a cycle, with its network.
    case accompagnement
    case ca, comite, visite
  }

  /// What is asked of a board, a Comité, a visiting peer; the answer is written after.
  package struct Demande: IdentifiedRecord {
    package var id = ""
    package var texte: String?
    package var pourquoi: String?
    /// The palier that it is about, by its id.
    package var palier: String?
    package var reponse: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Demande>] = [
      .required("id", \.id),
      .optional("texte", \.texte),
      .optional("pourquoi", \.pourquoi),
      .optional("palier", \.palier).links(to: .palier),
      .optional("reponse", \.reponse).called("réponse"),
    ]
  }

  package var id = ""
  package var date: Day?
  package var titre: String?
  package var genre: Genre?
  /// Ids of participants.
  package var presents: [String] = []
  package var notes: String?
  package var promesses: [Promesse] = []
  package var demandes: [Demande] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Seance>] = [
    .required("id", \.id),
    .optional("date", \.date),
    .optional("titre", \.titre),
    .optional("genre", \.genre),
    .scalars("presents", \.presents).links(to: .participant),
    .optional("notes", \.notes),
    .records("promesses", \.promesses).each("promesse", "texte"),
    .records("demandes", \.demandes).each("demande", "texte"),
  ]
}
