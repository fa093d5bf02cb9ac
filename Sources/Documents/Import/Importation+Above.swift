import DPES

// Rows that say what the row above says, or go on with its words.
extension Importation {
  /// Columns whose cells are often those of the row above; another's words stay its own.
  private static let repeated: Set = [
    "axe", "statut", "palier", "echeance", "indicateur", "nature", "cible", "unite", "responsable",
    "auteur", "college", "implication", "periode",
  ]

  /// Columns whose cells name people: « ID » may be somebody.
  private static let peopled: Set = ["auteur", "responsable"]

  /// The rows, those with a sign for what stands above with that; they are told.
  mutating func sayingDittos(_ rows: [ImportRow]) -> [ImportRow] {
    var above: [String: String] = [:]
    var told: [Int] = []
    let columns = kind.columns.map(\.name).filter(Self.repeated.contains)
    let read = rows.map { row in
      var row = row
      var isTold = false
      for column in columns {
        guard let text = row.word(column) else {
          // An empty cell says nothing; a merged one was filled.
          continue
        }
        // A row with an id says what it is.
        let isSomebody = Self.peopled.contains(column) && demarche.hasInitials(text)
        if text.isDitto, !isSomebody, row.word("id") == nil, let same = above[column] {
          row = row.giving(column, same, at: 0)
          isTold = true
        } else {
          above[column] = text
        }
      }
      if isTold { told.append(row.number) }
      return row
    }
    if !told.isEmpty { notices.append(.ditto(rows: told)) }
    return read
  }

  /// The columns whose words may go on in the row below.
  private var wordy: [String] {
    switch kind {
    case .observations: ["texte"]
    case .indicateurs: ["palier", "indicateur"]
    case .participants, .realises: []
    }
  }

  /// The rows, those that were said to go on with the row above joined with it.
  func joiningNext(_ rows: [ImportRow]) -> [ImportRow] {
    var kept: [ImportRow] = []
    for row in rows {
      guard let text = continued(row), row.choices.explains(text, in: Self.loneTitle),
        row.choices.meaning(of: text, in: Self.loneTitle).folded == Self.goesOn,
        let last = kept.last
      else {
        kept.append(row)
        continue
      }
      var joined = last
      for column in wordy {
        guard let more = row.word(column) else { continue }
        let text = [joined.word(column), more].compactMap(\.self).joined(separator: " ")
        joined = joined.giving(column, text, at: 0)
      }
      kept[kept.count - 1] = joined
    }
    return kept
  }

  /// What a row says first that has words alone, all of them begun in the middle of a sentence; nil for
  /// another row.
  func continued(_ row: ImportRow) -> String? {
    let places = wordy.compactMap { row.place(of: $0) }
    let own = row.ownFilled
    guard !own.isEmpty, own.allSatisfy(places.contains),
      own.allSatisfy({ row.text(at: $0).first { !$0.isWhitespace }?.isLowercase == true })
    else { return nil }
    return wordy.lazy.compactMap { row.word($0) }.first
  }

  /// The answer that joins a row with the one above.
  package static let goesOn = "suite"
}

extension Demarche {
  /// Whether somebody of the tour de table has these initials, letter by letter.
  fileprivate func hasInitials(_ text: String) -> Bool {
    let said = text.filter { !$0.isWhitespace }
    return participants.contains { $0.initiales == said }
  }
}

extension String {
  /// Whether it says that it is what stands above, as a quote or « idem » does.
  fileprivate var isDitto: Bool {
    // Most cells are longer than any of these.
    guard utf8.count < 40, let first = utf8.first(where: { $0 > 0x20 }) else { return false }
    // What begins with another letter or a digit says something.
    let isWord = (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
    guard !isWord || "iIdD".utf8.contains(first) else { return false }
    let text = filter { !$0.isWhitespace }
    return [
      "\"", "”", "″", "〃", "''", "’’", "»", "«»", "\"\"", "idem", "id.", "id", "ditto", "dito",
    ]
    .contains(text.lowercased())
  }
}
