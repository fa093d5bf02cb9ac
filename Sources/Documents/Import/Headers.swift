/// Which column of a table says what, found by names that people write in many ways.
package struct Headers: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// None of the columns that a row needs is there.
    case missing(column: String, row: Int, found: [String], known: [String])
    case twice(column: String, row: Int)
    /// Several titles are near one column, and none is its name.
    case unsure(column: String, row: Int, titles: [String])
    /// The program wrote it, for people or other programs to read.
    case own(Own)
  }

  /// Tables of the program that do not come in again.
  package enum Own: Hashable, Sendable {
    case donnees, tableau
  }

  /// A title, and the column that it was taken for.
  package struct Understood: Hashable, Sendable {
    package let title: String
    package let column: String
    /// It is not a name of the column, but near one.
    package let isGuess: Bool
  }

  /// A title that nothing is taken from, as another is that column.
  struct Beside: Hashable, Sendable {
    let title: String
    let taken: String
    let column: String
  }

  private var places: [String: Int]
  /// In the order of the table.
  package let understood: [Understood]
  /// Columns that mean nothing here; nothing is taken from them.
  let unknown: [String]
  /// Titles that would be a column which a better one is taken for.
  let beside: [Beside]
  /// Titles that are none of a column's names, but look like one that the table has not.
  let resembling: [Understood]
  /// What the titles say, by their places, folded.
  let titles: [Int: String]
  /// Columns that have a title, known or not.
  private(set) var titled: [Int]
  /// The rows that the titles stand on, one or two.
  let parts: [Grid.Row]
  /// The titles as they were read, of two rows together.
  let row: Grid.Row

  init(
    _ row: Grid.Row, _ kind: Importation.Kind, _ words: ImportWords,
    _ choices: ImportChoices = ImportChoices(), parts: [Grid.Row]? = nil
  ) throws(Fault) {
    self.row = row
    self.parts = parts ?? [row]
    var search = TitleSearch(row, kind, words)
    search.take(choices)
    try search.takeNames()
    try search.takeNear()
    try search.takeWords()
    for column in kind.columns where column.isRequired && search.places[column.name] == nil {
      // Names say whose initials they are.
      if column.name == "initiales", search.places["nom"] != nil { continue }
      throw .missing(
        column: column.name, row: row.number, found: row.fields.filter { !$0.isEmpty },
        known: kind.columns.map(\.name))
    }
    places = search.places
    titled = search.titled
    titles = Dictionary(
      search.titled.map { ($0, row.fields[$0].headerName) }, uniquingKeysWith: { $1 })
    resembling = search.resembling
    let told = Set(resembling.map(\.title))
    let besides = search.beside
    beside = besides
    unknown = titled.filter { search.taken[$0] == nil }.map { row.fields[$0] }
      .filter { title in !told.contains(title) && !besides.contains { $0.title == title } }
    understood = titled.compactMap { search.taken[$0] }
  }

  /// Titles of which nothing is taken.
  var untaken: [String] { unknown + resembling.map(\.title) + beside.map(\.title) }

  /// The same with a column in a place that has no title.
  func placing(_ column: String, at place: Int) -> Headers {
    var headers = self
    headers.places[column] = place
    if !titled.contains(place) { headers.titled.append(place) }
    return headers
  }

  /// The column that a place is of; nil for one that means nothing here.
  func column(at place: Int) -> String? { places.first { $0.value == place }?.key }

  /// Whether a place has this title, folded, on one of the rows of titles or on both together.
  func isTitled(_ name: String, at place: Int) -> Bool {
    titles[place] == name
      || parts.count > 1
        && parts.contains { place < $0.fields.count && $0.fields[place].headerName == name }
  }

  subscript(column: String) -> Int? { places[column] }
}

extension Importation.Kind {
  struct Column: Sendable {
    let name: String
    let isRequired: Bool

    init(_ name: String, isRequired: Bool = false) {
      (self.name, self.isRequired) = (name, isRequired)
    }
  }

  /// Those that a table of this kind may have.
  var columns: [Column] {
    switch self {
    case .observations: Self.ofObservations
    case .participants: Self.ofParticipants
    case .indicateurs: Self.ofIndicateurs
    case .realises: Self.ofRealises
    }
  }

  private static let ofObservations = [
    Column("axe"), Column("statut"), Column("texte", isRequired: true), Column("auteur"),
    Column("numero"), Column("priorite"),
  ]
  private static let ofParticipants = [
    Column("initiales", isRequired: true), Column("nom"), Column("prenom"), Column("college"),
    Column("organisme"), Column("implication"),
  ]
  private static let ofIndicateurs = [
    Column("axe"), Column("palier", isRequired: true), Column("echeance"), Column("indicateur"),
    Column("nature"), Column("cible"), Column("unite"), Column("responsable"), Column("id"),
  ]
  private static let ofRealises = [
    Column("indicateur", isRequired: true), Column("periode", isRequired: true),
    Column("statut"), Column("valeur"), Column("commentaire"), Column("date"), Column("piece"),
    Column("motif"), Column("id"), Column("palier"), Column("axe"),
  ]
}

extension Headers.Own {
  /// What the program writes, by its titles.
  init?(_ row: Grid.Row) {
    let names = row.fields.map(\.headerName)
    let board = ["palier", "echeance", "indicateur", "cible", "responsable", "objectif", "realise"]
    if Set(["etatpalier", "indicateurid", "objectifvaleur"]).isSubset(of: names) {
      self = .donnees
    } else if names.starts(with: board) {
      self = .tableau
    } else {
      return nil
    }
  }
}
