package import DPES
package import JSONTree

/// A table to be filled in, of which the rows come in: its columns, a line to show how, and what
/// each column is for.
package struct ImportModel: Hashable, Sendable {
  /// One column of it.
  package struct Column: Hashable, Sendable {
    /// Its name for an import.
    package let name: String
    /// As people read it.
    package let title: String
    /// What the line of the example says; empty for nothing.
    package let example: String
    package let explanation: String
  }

  package let kind: Importation.Kind
  /// Of its sheet.
  package let title: String
  package let columns: [Column]

  /// The models of a file's tree.
  package static func all(file tree: JSONValue) throws(FormatError) -> [ImportModel] {
    guard case .object(let file) = tree, case .object(let models)? = file["modeles"] else {
      throw FormatError(.missingKey("modeles"))
    }
    if case .number(let version)? = file["version"], version.int != 1 {
      throw FormatError(.unknownVersion(version.int ?? 0))
    }
    var all: [ImportModel] = []
    for member in models.members {
      guard let kind = Importation.Kind(rawValue: member.key) else { continue }
      all.append(try ImportModel(kind, member.value))
    }
    return all
  }

  private init(_ kind: Importation.Kind, _ value: JSONValue) throws(FormatError) {
    guard case .object(let model) = value, case .array(let columns)? = model["colonnes"] else {
      throw FormatError(.missingKey("colonnes"))
    }
    self.kind = kind
    title = Self.text(model["titre"])
    var all: [Column] = []
    for value in columns {
      guard case .object(let column) = value, case .string(let name)? = column["colonne"] else {
        throw FormatError(.missingKey("colonne"))
      }
      all.append(
        Column(
          name: name, title: Self.text(column["titre"]), example: Self.text(column["exemple"]),
          explanation: Self.text(column["explication"])))
    }
    self.columns = all
  }

  private static func text(_ value: JSONValue?) -> String {
    if case .string(let text)? = value { text } else { "" }
  }

  /// Its sheets, the one that is filled in first, then what each column is for: a CSV holds the first
  /// alone.
  package var sheets: [Sheet] {
    let width = max(20, 240 / max(1, columns.count))
    let table = Sheet(
      title, columns.map { Sheet.Column($0.title, width: width) },
      rows: [.cells(columns.map { .text($0.example) })])
    let needed = Set(kind.columns.filter(\.isRequired).map(\.name))
    let explanations = Sheet(
      "Explications",
      [
        Sheet.Column("Colonne", width: 35), Sheet.Column("Il la faut", width: 25),
        Sheet.Column("À savoir", width: 160),
      ],
      rows: columns.map { column in
        .cells([
          .text(column.title), .text(needed.contains(column.name) ? "oui" : nil),
          .text(column.explanation),
        ])
      } + [
        .cells([
          .text("Exemple"), .text("non"),
          .text(
            "La première ligne montre comment remplir. Restée telle quelle, elle n’est pas importée."
          ),
        ])
      ])
    return [table, explanations]
  }

  /// Each column and what it is for, a line each.
  package var explanations: [String] {
    columns.map { "\($0.title)\u{A0}: \($0.explanation)" }
  }
}
