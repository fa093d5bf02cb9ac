import DPES
import JSONTree

/// What a row below the titles is, where it is none of the table's.
package enum LeftAside: CaseIterable, Hashable, Sendable {
  /// Below the titles, what to write there.
  case help
  /// The line that a model shows, unchanged.
  case example
  case total
  /// After the last full row, numbers alone: a sum, or a line numbered and never filled in.
  case numbers
  case note
  /// The titles of the columns, once more.
  case heading
  /// Below a gap, the rows of a table of other columns.
  case other
}

/// What becomes of another table that stands below the first one.
enum OtherTable: String, CaseIterable, Hashable, Sendable {
  /// Its rows are read, by its own titles.
  case lire
  case laisser
  /// It is none: its titles are a row like the others.
  case lignes
}

/// The rows below the titles: those of the table, with the axis that a title among them gives, and
/// those that are left aside.
struct TableRows {
  /// Rows that say the same are here once.
  var rows: [ImportRow] = []
  private(set) var aside: [LeftAside: [Int]] = [:]
  /// Rows that are the title of an axis, which those below have.
  private(set) var sections: [(row: Int, axe: Axe)] = []
  /// Rows above the titles of columns that are one.
  private(set) var above: [Int] = []
  private(set) var refusals: [Importation.Refusal] = []
  /// Rows that say the same.
  var repeated: [[Int]] = []
  /// Titles of other tables that are read too.
  private(set) var alsoRead: [Importation.Notice] = []

  let kind: Importation.Kind
  let headers: Headers
  let words: ImportWords
  /// Below a single title each cell is a row.
  let isWide: Bool
  let titles: Titles
  /// The columns that a row can't do without.
  private let required: [String]
  /// What the untouched line of a model says, by column.
  private let example: [(column: String, name: String)]

  private static let mostHelps = 3
  private static let shortText = 60

  /// - Complexity: O(cells).
  init(
    _ all: [ImportRow], _ kind: Importation.Kind, _ headers: Headers, _ words: ImportWords,
    above: [Grid.Row] = []
  ) {
    (self.kind, self.headers, self.words) = (kind, headers, words)
    isWide = headers.titled.count > 1
    titles = Titles(kind, words)
    required = kind.columns.filter(\.isRequired).map(\.name)
    example = words.example(kind).map { ($0.key, $0.value.headerName) }
    let helps = all.prefix(Self.mostHelps).prefix(while: isHelp)
    aside[.help] = helps.map(\.number)
    let others = all.dropFirst(helps.count)
    let foot = others.lastIndex(where: isFull).map { $0 + 1 } ?? others.endIndex
    // Below the last full row alone a note is looked for.
    let hasStars =
      foot < others.endIndex
      && others[..<foot].contains { need($0).contains { words.isNote($0) } }
    let place = (all.map { $0.width }.max() ?? 0).advanced(by: headers.titled.count)
    var section = sectionAbove(above, all.first, at: place)
    var state = Below.first
    var (own, titled, end) = (RowTitles?.none, others.startIndex, Int?.none)
    for index in others.indices {
      var row = others[index]
      if index == end { (state, end) = (.first, nil) }
      if index >= titled, let other = otherTable(at: index, in: others) {
        (state, titled, end) = (take(other, row), other.heading.upperBound + 1, other.end)
        own = other.headers.map(RowTitles.init)
        if state == .own, let own {
          let rows = others[other.heading].map(\.number)
          alsoRead.append(.otherTable(rows: rows, left: own.headers.untaken))
        }
      } else if state != .first, isHeading(row) {
        state = .first
      }
      if index < titled, state != .first {
        // Its titles are told where it is read.
        if state == .left { aside[.other, default: []].append(row.number) }
        continue
      }
      if state == .own, let own { row = row.under(own) }
      if state == .left {
        aside[.other, default: []].append(row.number)
      } else if state == .open {
        // Nobody knows what is what.
        continue
      } else if let what = leftAside(row, isFoot: index >= foot, hasStars) {
        aside[what, default: []].append(row.number)
      } else if let title = axisTitle(row) {
        section = title
        take(section: title, row)
      } else if let lone = row.loneText("axe") {
        // What stands alone there is no row: an axis that was said is of those below.
        if row.choices.explains(lone, in: "axe"), row.said("axe") != nil {
          section = lone
          take(section: lone, row)
        }
        rows.append(row)
      } else if let section, row["axe"] == nil {
        rows.append(row.giving(axe: section, at: place))
      } else {
        section = row["axe"] == nil ? section : nil
        rows.append(row)
      }
    }
    if isWide { joinRepeated() }
  }

  /// Of which table rows are.
  private enum Below { case first, own, left, open }

  /// What becomes of another table that begins on a row.
  private mutating func take(_ other: Other, _ row: ImportRow) -> Below {
    if other.isSurelyOther { return .left }
    let said =
      row.choices.explains(other.text, in: Importation.otherTable)
      ? OtherTable(
        rawValue: row.choices.meaning(of: other.text, in: Importation.otherTable).folded) : nil
    switch said {
    case .lire where other.headers != nil: return .own
    case .laisser: return .left
    case .lignes: return .first
    case .lire, nil:
      refusals.append(
        Importation.Refusal(
          row: row.number, reason: .otherTable(other.text, meanings: other.meanings)))
      return .open
    }
  }

  private func leftAside(_ row: ImportRow, isFoot: Bool, _ hasStars: Bool) -> LeftAside? {
    if isExample(row) { return .example }
    if isHeading(row) { return .heading }
    if isTotal(row, isFoot: isFoot) { return .total }
    guard isFoot, isWide else { return nil }
    if isNumbers(row) { return .numbers }
    return isNote(row, hasStars) ? .note : nil
  }

  /// What a row can't do without, where it has it.
  func need(_ row: ImportRow) -> [String] {
    required.compactMap { row[$0] }
  }

  private func isWhole(_ row: ImportRow) -> Bool {
    need(row).count == required.count
  }

  private func isFull(_ row: ImportRow) -> Bool {
    isWide && row.filled.count > 1 && !isTotal(row, isFoot: false) && !isNumbers(row)
  }

  private func isExample(_ row: ImportRow) -> Bool {
    !example.isEmpty
      && example.allSatisfy { (row.word($0.column) ?? "").headerName == $0.name }
  }
}

// Rows below the titles that say what to write.
extension TableRows {
  static let choices: Set = [
    "axe", "statut", "auteur", "numero", "priorite", "initiales", "college", "implication",
    "echeance", "nature", "cible", "responsable", "periode", "valeur", "date",
  ]
  static let valued = choices.subtracting(["auteur", "initiales", "responsable"])
  private static let numbers: Set = [
    "numero", "echeance", "cible", "periode", "valeur", "date",
  ]

  /// A cell of a choice says what to write, none says a value, and nothing needed is a text.
  private func isHelp(_ row: ImportRow) -> Bool {
    guard isWide else { return false }
    var (marks, isChoice) = (0, false)
    for index in row.filled {
      let (text, column) = (row.text(at: index), headers.column(at: index))
      let isChosen = column.map(Self.choices.contains) ?? false
      if text.isHelpMark || isChosen && words.isHelp(text) {
        marks += 1
        isChoice = isChoice || isChosen
      } else if let column, isValue(row, column) {
        return false
      }
    }
    return (isChoice || marks > 1) && need(row).allSatisfy { $0.isHelpMark || words.isHelp($0) }
  }

  func isValue(_ row: ImportRow, _ column: String) -> Bool {
    do throws(Importation.Reason) {
      switch column {
      case "axe": return try row.axe() != nil
      case "statut" where kind == .observations: return try row.statut() != nil
      case "statut": return try row.realise() != nil
      case "college": return try row.college() != nil
      case "nature": return try row.nature() != nil
      case "priorite": return try row.yesOrNo(column) != nil
      default:
        return Self.numbers.contains(column) && row[column]?.contains(where: \.isNumber) == true
      }
    } catch {
      return false
    }
  }
}

// Rows that add up, and what stands below the last full row.
extension TableRows {
  /// A row that adds the others up: its first cell says so, and it says nothing that is needed, or
  /// numbers alone beside.
  private func isTotal(_ row: ImportRow, isFoot: Bool) -> Bool {
    guard let place = row.filled.first else { return false }
    let first = row.text(at: place)
    if words.isTotal(first), need(row).allSatisfy({ $0 == first }) { return true }
    // « Total | | 2 actions »: what is counted stands where texts do.
    if words.isTotal(first), kind != .realises, !need(row).contains(first),
      row.filled.dropFirst().allSatisfy({ row.text(at: $0).isCount })
    {
      return true
    }
    guard isWide, first.count <= Self.shortText, let rest = words.afterTotal(first) else {
      return false
    }
    let others = row.filled.dropFirst()
    guard others.allSatisfy({ row.text(at: $0).isSum }),
      !(isWhole(row) && need(row).count > 1)
    else { return false }
    let isNeeded = need(row).contains(first)
    if others.contains(where: { !isOrdinal($0) }) { return !isNeeded || kind != .observations }
    guard isNeeded else { return others.isEmpty }
    // « Total : 12 observations », and not « Total manque de moyens ».
    let count = rest.drop { $0 == " " || $0 == ":" || $0 == "-" }
    return isFoot && others.isEmpty && count.first?.isNumber == true
  }

  /// A number that says when or which, and is no sum.
  private func isOrdinal(_ place: Int) -> Bool {
    ["numero", "echeance", "periode", "date", "id"].contains(headers.column(at: place))
  }

  private func isNumbers(_ row: ImportRow) -> Bool {
    let filled = row.filled
    return !filled.isEmpty && need(row).isEmpty
      && filled.allSatisfy { place in
        let isDeadline = ["echeance", "periode", "date"].contains(headers.column(at: place))
        return !isDeadline && row.text(at: place).isSum
      }
  }

  /// One cell that begins as notes do, or a sentence where none is expected.
  private func isNote(_ row: ImportRow, _ hasStars: Bool) -> Bool {
    guard row.filled.count == 1, let place = row.filled.first, axisTitle(row) == nil else {
      return false
    }
    let text = row.text(at: place)
    if words.isNote(text), !(hasStars && !need(row).isEmpty) { return true }
    let isSentence = text.split(whereSeparator: \.isWhitespace).count > 2
    guard let column = headers.column(at: place) else { return isSentence }
    return isSentence && (kind == .participants || need(row).isEmpty)
      && Self.choices.contains(column)
  }
}

// Titles of axes among the rows.
extension TableRows {
  /// The text of a row that is the title of an axis, understood or not; a letter alone is none.
  func axisTitle(_ row: ImportRow) -> String? {
    guard isWide, kind == .indicateurs || kind == .observations, row.filled.count == 1,
      let place = row.filled.first
    else { return nil }
    let text = row.text(at: place)
    // A title may be written over the whole row, and so stand in its first column.
    let column = headers.column(at: place)
    let isFree = column == nil || column == "numero" || column == "id"
    guard headers["axe"] == nil || headers["axe"] == place || isFree, text.count <= 120 else {
      return nil
    }
    return isAxisName(text) ? text : nil
  }

  /// The title of an axis that stands above the titles of the columns, where no column says axes: the
  /// last one, as below.
  private mutating func sectionAbove(
    _ above: [Grid.Row], _ row: ImportRow?, at place: Int
  ) -> String? {
    guard headers["axe"] == nil, isWide, kind == .indicateurs || kind == .observations,
      let row
    else { return nil }
    for line in above.reversed() {
      let cells = line.fields.filter { !$0.isBlank }
      guard cells.count == 1, let text = cells.first, text.count <= 120, isAxisName(text) else {
        continue
      }
      do throws(Importation.Reason) {
        guard let axe = try row.giving(axe: text, at: place).axe() else { continue }
        sections.append((line.number, axe))
        self.above.append(line.number)
        return text
      } catch {
        // A title of the whole table.
        continue
      }
    }
    return nil
  }

  private func isAxisName(_ text: String) -> Bool {
    let name = text.headerName
    if name.hasPrefix("axe ") { return true }
    let plain = name.drop { !$0.isLetter }
    return Axe.allCases.contains { axe in
      [axe.motCourt, axe.nomCourt, axe.nom].contains { $0.headerName == plain }
        || words.words(for: axe.rawValue, in: "axe").contains { $0 == plain }
    }
  }

  private mutating func take(section text: String, _ row: ImportRow) {
    do throws(Importation.Reason) {
      let place = max(row.width, headers.titled.last ?? 0) + 1
      if let axe = try row.giving(axe: text, at: place).axe() { sections.append((row.number, axe)) }
    } catch {
      refusals.append(Importation.Refusal(row: row.number, reason: error))
    }
  }
}

extension String {
  /// Whether it is marked as an example, or stands in brackets as a whole.
  fileprivate var isHelpMark: Bool {
    let name = headerName
    let isExample = ["ex.", "exemple ", "exemple.", "p. ex", "par exemple", "par ex"]
      .contains { name.hasPrefix($0) }
    let isMarked = ["ex", "exemple"].contains {
      folded.drop(while: \.isWhitespace).hasPrefix($0) && name.hasPrefix($0 + " ")
        && contains(":")
    }
    let ends = (name.first, name.last)
    return isExample || isMarked || ends == ("(", ")") || ends == ("[", "]") || ends == ("<", ">")
  }

  /// A number, and at most two words of what it counts.
  fileprivate var isCount: Bool {
    if self == Grid.missingResult { return true }
    let words = split { $0.isWhitespace }
    return words.count <= 3 && words.first.map { $0.allSatisfy(\.isNumber) } == true || isSum
  }

  /// A number, with its unit or none.
  fileprivate var isSum: Bool {
    JSONNumber(spreadsheet: String(drop(while: \.isWhitespace))) != nil
  }
}
