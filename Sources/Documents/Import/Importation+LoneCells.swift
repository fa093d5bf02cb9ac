import DPES

// Rows of one cell, which a table has among others: notes, titles of several rows, totals.
extension Importation {
  /// Under which answers about a text that stands alone are kept: empty to leave its row aside, a collège
  /// for that of the rows below.
  package static let loneTitle = "ligne-seule"

  /// Under which answers about another table below the first one are kept, by its titles.
  package static let otherTable = "autre-tableau"

  /// Whether a row of one cell is not one of the table's: it was said to be left aside, or its axis is of
  /// the rows below.
  ///
  /// - Throws: Where nobody said what it is.
  mutating func isAlone(_ row: ImportRow) throws(Reason) -> Bool {
    if let text = row.loneText("axe") { return try isAlone(row, axe: text) }
    guard let text = loneText(row) ?? continued(row) else { return false }
    guard row.choices.explains(text, in: Self.loneTitle) else {
      guard bareTitles.contains(row.number) else { return false }
      let more = continued(row) == nil ? [] : [Self.goesOn]
      throw .bareTitle(text, meanings: more + loneMeanings(text, row.words))
    }
    guard row.choices.meaning(of: text, in: Self.loneTitle).isEmpty else { return false }
    leave(row)
    return true
  }

  private mutating func isAlone(_ row: ImportRow, axe text: String) throws(Reason) -> Bool {
    let axe: Axe?
    do throws(Reason) { axe = try row.axe() } catch { throw .loneWord(text) }
    guard row.choices.explains(text, in: "axe") else { return false }
    guard let axe else {
      leave(row)
      return true
    }
    (lastAxe, lastPalier) = (axe, nil)
    return true
  }

  mutating func leave(_ row: ImportRow) {
    leftOut.append(row.number)
    lastPalier = nil
  }

  /// The columns of which a cell alone may be the whole row.
  private var loneColumns: [String] {
    switch kind {
    case .observations: ["texte"]
    case .participants: ["nom", "initiales", "prenom"]
    case .indicateurs: ["palier"]
    case .realises: ["indicateur"]
    }
  }

  /// What a row says where it says one thing, and that is what it is known by.
  func loneText(_ row: ImportRow) -> String? {
    loneColumns.lazy.compactMap { row.loneText($0) }.first
  }

  /// What a text alone may be, beside nothing: a row of the table, or the collège of those below.
  private func loneMeanings(_ text: String, _ words: ImportWords) -> [String] {
    switch kind {
    case .observations: ["observation"]
    case .participants: [words.college(of: text)?.rawValue, "personne"].compactMap(\.self)
    case .indicateurs: ["palier"]
    case .realises: []
    }
  }

  /// Finds rows that say one thing, where others say more: those that look like something else than a row
  /// of the table are asked about, the others are told by their text.
  mutating func findBareTitles(_ rows: [ImportRow]) {
    var (bare, others): ([(row: Int, title: String)], Int) = ([], 0)
    var (hasStars, goingOn) = (false, Set<Int>())
    for (place, row) in rows.enumerated() {
      if place > 0, let text = continued(row), !isHere(text) {
        goingOn.insert(row.number)
        continue
      }
      guard let text = loneText(row) else {
        others += row.filled.count > 1 ? 1 : 0
        hasStars = hasStars || loneColumns.contains { row[$0]?.hasPrefix("*") == true }
        continue
      }
      let next = place + 1 < rows.count ? rows[place + 1] : nil
      // Its indicators stand below it.
      let isAbove = next.map { $0["palier"] == nil && $0["indicateur"] != nil } ?? false
      if kind == .indicateurs, isAbove { continue }
      if !isHere(text) { bare.append((row.number, text)) }
    }
    bareTitles = others > 0 ? goingOn : []
    guard others > 0, let words = rows.first?.words else { return }
    let aside = bare.filter { one in
      kind == .realises || !(hasStars && one.title.hasPrefix("*")) && words.isAside(one.title, kind)
    }
    bareTitles.formUnion(aside.map(\.row))
    let told = bare.filter { !bareTitles.contains($0.row) }
    guard !told.isEmpty, told.count <= others || kind == .indicateurs else { return }
    notices.append(.bareTitles(kind, rows: told.map(\.row), told.map(\.title)))
  }

  /// Whether the démarche has what a text alone would be.
  private func isHere(_ text: String) -> Bool {
    switch kind {
    case .observations:
      demarche.imageOuverte.map { image in
        demarche.cercles[image].observations.contains { $0.texte == text }
      } ?? false
    case .participants:
      !demarche.participants(named: text).isEmpty
        || demarche.participants.contains { $0.nom?.folded == text.folded }
    case .indicateurs: !paliers.places(of: text.foldedTitle).isEmpty
    case .realises: false
    }
  }

  /// What was told of texts that stand alone, to be said otherwise: what they are taken for first.
  package var toldAlone: [Asked] {
    var all: [Asked] = []
    for case .bareTitles(_, let rows, let titles) in notices {
      for (row, title) in zip(rows, titles) {
        let meanings = loneMeanings(title, sense.words)
        let own = meanings.last ?? ""
        all.append(
          Asked(
            subject: .word(title, column: Self.loneTitle), rows: [row], proposal: own,
            options: [own, ""] + meanings.dropLast()))
      }
    }
    return all
  }
}

// Collèges that stand above the people who are of them.
extension Importation {
  /// The rows of people, those below a title that was said to be their collège with it; the titles are told.
  mutating func sayingColleges(_ rows: [ImportRow]) -> [ImportRow] {
    let place = (rows.map(\.width).max() ?? 0).advanced(by: headers.titled.count)
    var college: String?
    var titles: [College: [Int]] = [:]
    var kept: [ImportRow] = []
    for row in rows {
      if let text = loneText(row), row.choices.explains(text, in: Self.loneTitle) {
        let said = row.choices.meaning(of: text, in: Self.loneTitle)
        let meant = College(rawValue: said)
        // Another title ends what the one above says.
        if said.isEmpty || meant != nil { college = meant?.rawValue }
        if let meant { titles[meant, default: []].append(row.number) } else { kept.append(row) }
        continue
      }
      guard let college, row["college"] == nil, !bareTitles.contains(row.number) else {
        kept.append(row)
        continue
      }
      kept.append(row.giving("college", college, at: place))
    }
    for one in College.allCases {
      if let rows = titles[one] { notices.append(.collegeTitles(one, rows: rows)) }
    }
    return kept
  }
}

extension ImportRow {
  /// What the cell of a column says where it is the only one of its row.
  func loneText(_ column: String) -> String? {
    let own = ownFilled
    guard own.count == 1, own.first == place(of: column) else { return nil }
    return word(column)
  }
}

extension ImportWords {
  /// Whether a text that stands alone looks like something else than a row of the table, by how it is
  /// written and by what it says.
  func isAside(_ text: String, _ kind: Importation.Kind) -> Bool {
    let name = text.headerName
    let start = text.drop(while: \.isWhitespace)
    let end = text.reversed().drop(while: \.isWhitespace).first
    let isLabel =
      end == ":" || start.first == "(" && end == ")" || start.first == "[" && end == "]"
      || !text.contains { $0.isLetter || $0.isNumber }
    if isLabel || isNote(text) || isTotal(text) || isLoneTitle(name) { return true }
    // « Sous-total : 4 », and not « Total manque de moyens ».
    if let rest = afterTotal(text) ?? afterTotal(text.replacing(" ", with: "-")) {
      let count = rest.drop { " :-=".contains($0) }
      if count.first?.isNumber != false { return true }
    }
    switch kind {
    case .observations: return false
    case .participants: return text.contains(":") || isGroup(text) || college(of: text) != nil
    case .indicateurs, .realises: return isAside(text)
    }
  }

  /// The collège that a text names; nil for another.
  func college(of text: String) -> College? {
    let name = text.headerName
    return College.allCases.first { college in
      college.isNamed(name) || words(for: college.rawValue, in: "college").contains(name)
    }
  }
}
