package import DPES

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
  /// Causes for which refused rows are left aside.
  package var aside: Set<String> = []
  /// Month 0, for a démarche that has none.
  package var debut: Day?
  /// Rows that are left aside, by their numbers.
  package var leftRows: Set<Int> = []
  /// What words of the table mean in a column, by both, folded: « à améliorer » is « orange ».
  private var meanings: [String: String] = [:]
  /// What was said of words wherever they are asked about, in its order.
  private(set) var loose: [Loose] = []

  /// An answer of which nobody said what it answers.
  struct Loose: Hashable, Sendable {
    struct Reading: Hashable, Sendable {
      let text: String
      let value: String
    }

    /// By its first sign first.
    let readings: [Reading]

    var text: String { readings.first?.text ?? "" }
    var value: String { readings.first?.value ?? "" }

    /// What it says of a folded text.
    func reading(_ word: String) -> Reading? { readings.first { $0.text.headerName == word } }
  }

  /// What titles are, by themselves folded; an empty column for nothing.
  private var columns: [String: String] = [:]

  package init(axe: Axe? = nil) { self.axe = axe }

  /// Takes `Date butoir=echeance`, or `Coût=` for nothing of a column; false for another form.
  package mutating func add(column text: String) -> Bool {
    guard let sign = text.lastIndex(of: "=") else { return false }
    let title = String(text[..<sign]).headerName
    let column = String(text[text.index(after: sign)...]).headerName
    let known = Importation.Kind.allCases.flatMap(\.columns).map(\.name)
    guard !title.isEmpty, column.isEmpty || known.contains(column) else { return false }
    columns[title] = column
    return true
  }

  /// The titles that were said to be a column, folded, which none of these is.
  func columns(notAmong titles: some Sequence<String>) -> [String] {
    Set(columns.keys).subtracting(titles).sorted()
  }

  /// The rows that were said to be left aside, in runs of which none is among these.
  func rows(notAmong rows: Set<Int>) -> [Int] {
    var (unused, run, isUsed, last) = ([Int](), [Int](), false, Int?.none)
    for row in leftRows.sorted() {
      if let last, row > last + 1 {
        unused += isUsed ? [] : run
        (run, isUsed) = ([], false)
      }
      run.append(row)
      isUsed = isUsed || rows.contains(row)
      last = row
    }
    return isUsed ? unused : unused + run
  }

  /// The column that a folded title was said to be.
  func column(of title: String) -> String? { columns[title] }

  /// Takes `à améliorer=orange`, of the column where it is asked, or `Statut:oui=atteint`; false for another
  /// form.
  package mutating func add(meaning text: String) -> Bool {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2, !parts[0].headerName.isEmpty else { return false }
    let one = Loose(readings: Self.readings(text))
    loose.removeAll { $0.text == one.text }
    loose.append(one)
    return true
  }

  /// What an answer says for each of its signs: a text may have one of its own.
  private static func readings(_ text: String) -> [Loose.Reading] {
    text.indices.filter { text[$0] == "=" }.map { sign in
      Loose.Reading(
        text: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
    }
  }

  /// Takes what a word means in one column; nothing for an empty value.
  package mutating func add(meaning value: String, of word: String, in column: String) {
    meanings[Self.key(word, column)] = value
  }

  /// What a cell says, by the words that were explained; empty for one that says nothing.
  func meaning(of text: String, in column: String) -> String {
    guard !meanings.isEmpty else { return text }
    return meanings[Self.key(text, column)] ?? text
  }

  /// Whether somebody said what a text means in a column.
  func explains(_ text: String, in column: String) -> Bool {
    !meanings.isEmpty && meanings[Self.key(text, column)] != nil
  }

  /// Whether something was said of cells at all.
  var explainsErrors: Bool { !meanings.isEmpty }

  private static func key(_ word: String, _ column: String) -> String {
    "\(column)\u{1F}\(word.headerName)"
  }
}
