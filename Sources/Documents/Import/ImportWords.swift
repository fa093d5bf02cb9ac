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
  /// Words within a title that say which column it is.
  private var titleWords: [String: [String: [String]]] = [:]
  /// Words within a title that may say it, for a person to say.
  private var nearWords: [String: [String: [String]]] = [:]
  /// Words of titles that are of something else, whatever stands beside.
  private(set) var otherTitles: Set<String> = []
  /// How cells begin that say what to write.
  private var helps: [String] = []
  /// How notes below a table begin, by their first byte.
  private var notes: [UInt8: [String]] = [:]
  /// How titles of several actions begin, and marks of a document.
  private var groupTitles: [String] = []
  /// What a text says that stands alone and is the title of others, as a whole.
  private var loneTitles: Set<String> = []
  /// What the examples of models say, by kind and column.
  private var examples: [String: [String: String]] = [:]
  /// What stands where nobody is named.
  private var nobody: Set<String> = []
  /// What names several people, and none of them.
  private var groups: Set<String> = []

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
    titleWords = Self.table(file["motsDeTitre"])
    nearWords = Self.table(file["motsProches"])
    otherTitles = Set(Self.words(file["autresTitres"]))
    helps = Self.words(file["aides"])
    notes = Dictionary(grouping: Self.words(file["notes"])) { $0.utf8.first ?? 0 }
    groupTitles = Self.words(file["titresDeGroupe"])
    loneTitles = Set(Self.words(file["titresSeuls"]))
    if case .object(let people)? = file["personnes"] {
      nobody = Set(Self.words(people["aucune"]))
      groups = Set(Self.words(people["groupes"]))
    }
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
    titleWords.merge(other.titleWords, uniquingKeysWith: join)
    nearWords.merge(other.nearWords, uniquingKeysWith: join)
    otherTitles.formUnion(other.otherTitles)
    helps += other.helps
    notes.merge(other.notes, uniquingKeysWith: +)
    groupTitles += other.groupTitles
    loneTitles.formUnion(other.loneTitles)
    nobody.formUnion(other.nobody)
    groups.formUnion(other.groups)
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

  /// Whether a cell names nobody: a sign alone, or a word that says so.
  func isNobody(_ text: String) -> Bool {
    !text.contains { $0.isLetter || $0.isNumber } || nobody.contains(text.headerName)
  }

  /// Whether a cell names a group: « le CA », « Équipe du matin ».
  func isGroup(_ text: String) -> Bool {
    var words = text.headerName.replacing("’", with: "'").split { $0 == " " || $0 == "'" }
      .map(String.init)
    while let first = words.first, ["le", "la", "les", "l", "un", "une", "des"].contains(first) {
      words.removeFirst()
    }
    guard let first = words.first else { return false }
    let known = [first, words.joined(separator: " ")]
    let ofCollege = ["valeurs": values, "propositions": proposals].values
      .compactMap { $0["college"] }
    return known.contains { word in
      groups.contains(word) || College.allCases.contains { $0.isNamed(word) }
        || ofCollege.contains { $0.contains { $0.value.contains(word) } }
    }
  }

  func isTotal(_ text: String) -> Bool { totals.contains(text.headerName) }

  /// What follows the word of a total, folded; nil where a text begins with none.
  func afterTotal(_ text: String) -> Substring? {
    let name = text.headerName
    let rests = totals.compactMap { name.rest(after: $0) }
    return rests.min { $0.count < $1.count }
  }

  /// Whether a cell says what to write there.
  func isHelp(_ text: String) -> Bool {
    let name = text.headerName
    return helps.contains { name.rest(after: $0) != nil }
  }

  /// Whether a text is a note by how it begins: a star, a mark of one, or a word and a colon.
  func isNote(_ text: String) -> Bool {
    let text = text.drop(while: \.isWhitespace)
    if text.hasPrefix("*") || text.hasPrefix("(*") || text.prefix(3).isNoteNumber { return true }
    let name = String(text).headerName
    // Whichever way it begins, it begins with the words of a note.
    guard let first = name.utf8.first, let notes = notes[first],
      notes.contains(where: name.hasPrefix)
    else { return false }
    let start = text.prefix { $0 != ":" }
    return notes.contains { note in
      note.contains(" ")
        ? name.rest(after: note) != nil
        : start.count < text.count && String(start).headerName == note
    }
  }

  /// Whether a text that stands alone looks like a note, a total or the title of several actions.
  func isAside(_ text: String) -> Bool {
    let name = text.headerName
    return isNote(text) || isTotal(text) || isTotal(text.replacing(" ", with: "-"))
      || groupTitles.contains { name.rest(after: $0) != nil }
  }

  /// Whether a folded text says what titles of several rows say, and no more.
  func isLoneTitle(_ name: String) -> Bool { loneTitles.contains(name) }

  func titleWords(of column: String, _ kind: Importation.Kind) -> Set<String> {
    Set(titleWords[kind.rawValue]?[column] ?? [])
  }

  func nearWords(of column: String, _ kind: Importation.Kind) -> Set<String> {
    titleWords(of: column, kind).union(nearWords[kind.rawValue]?[column] ?? [])
  }

  /// Keeps the line that a model shows, to know it where it was left.
  package mutating func add(exampleOf model: ImportModel) {
    examples[model.kind.rawValue] = Dictionary(
      model.columns.map { ($0.name, $0.example) }, uniquingKeysWith: { first, _ in first })
  }

  func example(_ kind: Importation.Kind) -> [String: String] { examples[kind.rawValue] ?? [:] }
}

extension String {
  /// A title or a word without case, accents, stars and spaces around.
  var headerName: String {
    var name: [UInt8] = []
    var isApart = false
    // Any white space is a space when it is folded.
    for byte in foldedBytes {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: ":"):
        isApart = !name.isEmpty
        continue
      default: break
      }
      if isApart { name.append(UInt8(ascii: " ")) }
      isApart = false
      name.append(byte)
    }
    return String(decoding: name, as: UTF8.self)
  }
}

extension String {
  /// What follows a word or several at the start; nil where they are not there whole.
  fileprivate func rest(after word: String) -> Substring? {
    guard hasPrefix(word) else { return nil }
    let rest = dropFirst(word.count)
    return rest.first.map { $0.isLetter || $0.isNumber } == true ? nil : rest
  }
}

extension Substring {
  /// `(1)`, as a note is called.
  fileprivate var isNoteNumber: Bool {
    count == 3 && first == "(" && last == ")" && dropFirst().first?.isNumber == true
  }
}
