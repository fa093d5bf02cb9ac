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
    /// The tool that is to be filled in with others: a référentiel's id.
    package var outil: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Promesse>] = [
      .required("id", { $0.id }, { $0.id = $1 }),
      .optional("texte", { $0.texte }, { $0.texte = $1 }),
      .optional("qui", { $0.qui }, { $0.qui = $1 }).links(to: .participant),
      .optional("quand", { $0.quand }, { $0.quand = $1 }).dates(.prevu),
      .optional("etat", { $0.etat }, { $0.etat = $1 }).called("état"),
      .optional("palier", { $0.palier }, { $0.palier = $1 }).links(to: .palier),
      .optional("outil", { $0.outil }, { $0.outil = $1 }).names(.code),
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
      .required("id", { $0.id }, { $0.id = $1 }),
      .optional("texte", { $0.texte }, { $0.texte = $1 }),
      .optional("pourquoi", { $0.pourquoi }, { $0.pourquoi = $1 }),
      .optional("palier", { $0.palier }, { $0.palier = $1 }).links(to: .palier),
      .optional("reponse", { $0.reponse }, { $0.reponse = $1 }).called("réponse"),
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
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }),
    .optional("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("genre", { $0.genre }, { $0.genre = $1 }),
    .scalars("presents", { $0.presents }, { $0.presents = $1 }).links(to: .participant),
    .optional("notes", { $0.notes }, { $0.notes = $1 }),
    .records("promesses", { $0.promesses }, { $0.promesses = $1 }).each("promesse", "texte"),
    .records("demandes", { $0.demandes }, { $0.demandes = $1 }).each("demande", "texte"),
  ]
}
