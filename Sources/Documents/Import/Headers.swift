import DPES

/// Which column of a table says what, found by names that people write in many ways.
package struct Headers: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// None of the columns that a row needs is there.
    case missing(column: String, row: Int, found: [String], known: [String])
    case twice(column: String, row: Int)
  }

  private let places: [String: Int]
  /// Columns that mean nothing here; nothing is taken from them.
  let unknown: [String]
  /// Columns that have a title, known or not.
  let titled: [Int]

  /// As many rows as may stand above the titles, these included.
  private static let searched = 10

  /// The first of the first rows that names the columns that are needed: titles of a sheet stand
  /// above those of its columns.
  ///
  /// - Returns: the headers, and which row of the table they are.
  static func find(
    in rows: [Grid.Row], _ kind: Importation.Kind
  ) throws(Fault) -> (headers: Headers, index: Int) {
    var likeliest: (fault: Fault, count: Int)?
    for (index, row) in rows.prefix(searched).enumerated() {
      do throws(Fault) { return (try Headers(row, kind), index) } catch {
        if case .twice = error { throw error }
        let names = row.fields.map(\.headerName)
        let count = kind.columns.count { names.contains(where: $0.isCalled) }
        if likeliest.map({ count > $0.count }) ?? true { likeliest = (error, count) }
      }
    }
    throw likeliest?.fault ?? .missing(column: "", row: 1, found: [], known: [])
  }

  init(_ row: Grid.Row, _ kind: Importation.Kind) throws(Fault) {
    let (fields, known) = (row.fields, kind.columns)
    var places: [String: Int] = [:]
    var unknown: [String] = []
    for (index, field) in fields.enumerated() {
      let name = field.headerName
      guard let column = known.first(where: { $0.isCalled(name) })?.name else {
        if !name.isEmpty { unknown.append(field) }
        continue
      }
      guard places[column] == nil else { throw .twice(column: column, row: row.number) }
      places[column] = index
    }
    for column in known where column.isRequired && places[column.name] == nil {
      throw .missing(
        column: column.name, row: row.number, found: fields.filter { !$0.isEmpty },
        known: known.map(\.name))
    }
    self.places = places
    self.unknown = unknown
    titled = fields.indices.filter { !fields[$0].headerName.isEmpty }
  }

  subscript(column: String) -> Int? { places[column] }
}

extension Importation.Kind {
  struct Column {
    let name: String
    /// Other names that people give it, folded.
    let others: Set<String>
    let isRequired: Bool

    init(_ name: String, _ others: Set<String> = [], isRequired: Bool = false) {
      self.name = name
      self.others = others
      self.isRequired = isRequired
    }

    /// Whether a folded title means it.
    func isCalled(_ title: String) -> Bool { name == title || others.contains(title) }
  }

  var columns: [Column] {
    switch self {
    case .observations:
      [
        Column("axe", ["axes", "theme"]), Column("statut", ["couleur", "etat"]),
        Column("texte", ["observation", "observations", "libelle"], isRequired: true),
        Column("auteur", ["qui", "dit par", "initiales"]),
        Column("numero", ["no", "n", "num", "n°"]), Column("priorite", ["prioritaire"]),
      ]
    case .participants:
      [
        Column("initiales", ["initiale", "participant", "qui"], isRequired: true),
        Column("nom", ["nom complet", "prenom nom", "nom et prenom"]),
        Column("college", ["groupe"]), Column("organisme", ["organisation", "structure"]),
        Column("implication", ["niveau d'implication", "niveau"]),
      ]
    case .indicateurs:
      [
        Column("axe", ["axes"]), Column("palier", ["paliers", "etape"], isRequired: true),
        Column("echeance", ["echeance (mois)", "mois", "delai"]),
        Column("indicateur", ["indicateurs"]), Column("nature", ["type"]),
        Column("cible", ["objectif", "valeur cible"]), Column("unite", ["unites"]),
        Column("responsable", ["qui", "referent", "pilote"]),
      ]
    case .realises:
      [
        Column("indicateur", ["indicateurs"], isRequired: true),
        Column("periode", ["mois", "echeance"], isRequired: true),
        Column("statut", ["realise", "etat", "resultat"]), Column("valeur", ["valeurs"]),
        Column("commentaire", ["commentaires", "remarque"]), Column("date", ["le", "jour"]),
        Column("piece", ["preuve", "justificatif", "pieces"]), Column("motif", ["raison"]),
      ]
    }
  }
}

extension String {
  /// A header without case, accents, stars and spaces around.
  fileprivate var headerName: String {
    folded.split { $0.isWhitespace || "_*:".contains($0) }.joined(separator: " ")
  }
}

/// One row of a table, by the names of its columns.
struct ImportRow {
  let number: Int
  private let fields: [String]
  private let headers: Headers

  init(_ row: Grid.Row, _ headers: Headers) {
    number = row.number
    fields = row.fields
    self.headers = headers
  }

  /// What a cell says, as it stands; nil when it says nothing.
  subscript(column: String) -> String? {
    guard let index = headers[column], index < fields.count else { return nil }
    let field = fields[index]
    return field.allSatisfy(\.isWhitespace) ? nil : field
  }

  /// Why the row can't be understood, when a cell below no title says something: nobody knows what
  /// it is of, nor which cells before it are where they should be.
  func excess(_ separator: Character?) -> Importation.Reason? {
    let filled = fields.indices.filter { !fields[$0].allSatisfy(\.isWhitespace) }
    guard let last = filled.last, !Set(headers.titled).isSuperset(of: filled) else { return nil }
    let start = min(headers.titled.last ?? 0, last)
    return .moreCells(
      filled.count, titles: headers.titled.count, separator: separator,
      text: fields[start...last].joined(separator: separator.map(String.init) ?? " "),
      hasQuote: fields.contains { $0.contains("\"") })
  }

  /// A cell that is a word or a number, without the spaces around it.
  func word(_ column: String) -> String? {
    self[column].map { text in
      let start = text.drop(while: \.isWhitespace)
      return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
