/// A vote of the group, by gommettes or show of hands.
package struct Scrutin: IdentifiedRecord {
  package enum Genre: String, Word {
    case gommettes, mains
  }

  /// How many points an option got.
  package struct Resultat: Record {
    /// An observation's id, or one of the scrutin's options.
    package var option: String?
    package var points: Int?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Resultat>] = [
      .optional("option", \.option).names(.option),
      .optional("points", \.points, .compte),
    ]
  }

  /// The same for one collège.
  package struct ParCollege: Record {
    package var college: College?
    package var votants: Int?
    package var resultats: [Resultat] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<ParCollege>] = [
      .optional("college", \.college).called("collège"),
      .optional("votants", \.votants, .compte),
      .records("resultats", \.resultats).called("résultats").keyed(by: "option"),
    ]
  }

  package var id = ""
  package var date: Day?
  package var titre: String?
  package var genre: Genre?
  package var options: [String] = []
  /// Points that each voter has.
  package var points: Int?
  package var secret = false
  package var votants: Int?
  package var resultats: [Resultat] = []
  package var parCollege: [ParCollege] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Scrutin>] = [
    .required("id", \.id),
    .optional("date", \.date).dates(.fait),
    .optional("titre", \.titre),
    .optional("genre", \.genre),
    .scalars("options", \.options).links(.orText(.observation)).names(.option),
    .optional("points", \.points, .compte),
    .usually("secret", false, \.secret),
    .optional("votants", \.votants, .compte),
    .records("resultats", \.resultats).called("résultats").keyed(by: "option"),
    .records("parCollege", \.parCollege).keyed(by: "college"),
  ]
}
