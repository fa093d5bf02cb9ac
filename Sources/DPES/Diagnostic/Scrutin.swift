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
      .optional("option", { $0.option }, { $0.option = $1 }).names(.option),
      .optional("points", { $0.points }, { $0.points = $1 }, .compte),
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
      .optional("college", { $0.college }, { $0.college = $1 }).called("collège"),
      .optional("votants", { $0.votants }, { $0.votants = $1 }, .compte),
      .records("resultats", { $0.resultats }, { $0.resultats = $1 }).called("résultats").keyed(
        by: "option"),
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
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("titre", { $0.titre }, { $0.titre = $1 }),
    .optional("genre", { $0.genre }, { $0.genre = $1 }),
    .scalars("options", { $0.options }, { $0.options = $1 }).links(.orText(.observation)).names(
      .option),
    .optional("points", { $0.points }, { $0.points = $1 }, .compte),
    .usually("secret", false, { $0.secret }, { $0.secret = $1 }),
    .optional("votants", { $0.votants }, { $0.votants = $1 }, .compte),
    .records("resultats", { $0.resultats }, { $0.resultats = $1 }).called("résultats").keyed(
      by: "option"),
    .records("parCollege", { $0.parCollege }, { $0.parCollege = $1 }).keyed(by: "college"),
  ]
}
