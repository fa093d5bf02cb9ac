/// A meeting of the tour de table.
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
    package var others = Others()

    package init() {}

    package static let fields: [Field<Promesse>] = [
      .required("id", \.id),
      .optional("texte", \.texte),
      .optional("qui", \.qui).links(to: .participant),
      .optional("quand", \.quand).dates(.prevu),
      .optional("etat", \.etat).called("état"),
    ]
  }

  package var id = ""
  package var date: Day?
  package var titre: String?
  /// Ids of participants.
  package var presents: [String] = []
  package var notes: String?
  package var promesses: [Promesse] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Seance>] = [
    .required("id", \.id),
    .optional("date", \.date),
    .optional("titre", \.titre),
    .scalars("presents", \.presents).links(to: .participant),
    .optional("notes", \.notes),
    .records("promesses", \.promesses).each("promesse", "texte"),
  ]
}
