package import DPES
package import JSONTree

/// The words that people have for columns and values, beside those of the format: data, so that a
/// network can add its own.
package struct ImportWords: Hashable, Sendable {
  /// By kind and column, folded.
  private var titles: [String: [String: [String]]] = [:]
  /// Titles that mean a column where no other does, the likeliest first.
  private var weakTitles: [String: [String: [String]]] = [:]
  /// By column and value of the format, folded: taken as that value.
  private var values: [String: [String: [String]]] = [:]
  /// By column and value: what may be meant, for a person to say.
  private var proposals: [String: [String: [String]]] = [:]
  /// What the first cell of a row of totals says.
  private var totals: Set<String> = []

  package init() {}

  /// Reads a file's tree.
  package init(file tree: JSONValue) throws(FormatError) {
    guard case .object(let file) = tree else { throw FormatError(.missingKey("titres")) }
    if case .number(let version)? = file["version"], version.int != 1 {
      throw FormatError(.unknownVersion(version.int ?? 0))
    }
    guard let titles = file["titres"] else { throw FormatError(.missingKey("titres")) }
    self.titles = Self.table(titles)
    weakTitles = Self.table(file["titresFaute"])
    values = Self.table(file["valeurs"])
    proposals = Self.table(file["propositions"])
    totals = Set(Self.words(file["totaux"]))
  }

  /// Adds what another file knows.
  package mutating func add(_ other: ImportWords) {
    let join = { (one: [String: [String]], two: [String: [String]]) in
      one.merging(two, uniquingKeysWith: +)
    }
    titles.merge(other.titles, uniquingKeysWith: join)
    weakTitles.merge(other.weakTitles, uniquingKeysWith: join)
    values.merge(other.values, uniquingKeysWith: join)
    proposals.merge(other.proposals, uniquingKeysWith: join)
    totals.formUnion(other.totals)
  }

  private static func table(_ value: JSONValue?) -> [String: [String: [String]]] {
    guard case .object(let kinds)? = value else { return [:] }
    var table: [String: [String: [String]]] = [:]
    for kind in kinds.members {
      guard case .object(let columns) = kind.value else { continue }
      for column in columns.members {
        table[kind.key, default: [:]][column.key] = words(column.value)
      }
    }
    return table
  }

  private static func words(_ value: JSONValue?) -> [String] {
    guard case .array(let words)? = value else { return [] }
    return words.compactMap { if case .string(let word) = $0 { word.headerName } else { nil } }
  }

  func titles(of column: String, _ kind: Importation.Kind) -> [String] {
    [column] + (titles[kind.rawValue]?[column] ?? [])
  }

  func weakTitles(of column: String, _ kind: Importation.Kind) -> [String] {
    weakTitles[kind.rawValue]?[column] ?? []
  }

  /// Other words for a value of the format.
  func words(for value: String, in column: String) -> [String] { values[column]?[value] ?? [] }

  /// The value that an unknown word may mean.
  func proposal(for word: String, in column: String) -> String? {
    let word = word.headerName
    return proposals[column]?.first { $0.value.contains(word) }?.key
  }

  func isTotal(_ text: String) -> Bool { totals.contains(text.headerName) }
}

/// What a person says beside a table.
package struct ImportChoices: Hashable, Sendable {
  /// Whose the numbers of observations are, where a text is far from the one of its number.
  package enum Numeros: String, CaseIterable, Hashable, Sendable {
    /// Those of the démarche: the texts are corrected.
    case memes
    /// Another document's: the rows are new.
    case autres
  }

  /// Of rows that name none.
  package var axe: Axe?
  package var numeros: Numeros?
  /// Month 0, for a démarche that has none.
  package var debut: Day?
  /// What words of the table mean, by themselves folded: « à améliorer » is « orange ».
  private var meanings: [String: String] = [:]

  package init(axe: Axe? = nil) { self.axe = axe }

  /// Takes `à améliorer=orange`; false for another form.
  package mutating func add(meaning text: String) -> Bool {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2, !parts[0].headerName.isEmpty else { return false }
    meanings[parts[0].headerName] = parts[1]
    return true
  }

  /// Takes what a word means in one column; nothing for an empty value.
  package mutating func add(meaning value: String, of word: String, in column: String) {
    meanings[Self.key(word, column)] = value
  }

  /// What a cell says, by the words that were explained; empty for one that says nothing.
  func meaning(of text: String, in column: String) -> String {
    meanings[Self.key(text, column)] ?? meanings[text.headerName] ?? text
  }

  private static func key(_ word: String, _ column: String) -> String {
    "\(column)\u{1F}\(word.headerName)"
  }
}

extension String {
  /// A title or a word without case, accents, stars and spaces around.
  var headerName: String {
    folded.split { $0.isWhitespace || "_*:".contains($0) }.joined(separator: " ")
  }
}
