import DPES

/// Words that a table says again of what is here: a plan that was brought in once is asked nothing
/// twice, in another session either.
struct LikeHere {
  /// A word that nobody explained, what it stands for here, and of how many things.
  fileprivate struct Word {
    let text: String
    var values: Set<String> = []
    var of: Set<String> = []
  }

  private let demarche: Demarche
  /// By title, folded; of several of one title none.
  private let paliers: [String: Palier]
  private var axes: [String: Word] = [:]
  private var people: [String: Word] = [:]
  private var order: [String] = []
  private var lastPalier: String?
  private let words: ImportWords

  init(_ demarche: Demarche, _ words: ImportWords) {
    (self.demarche, self.words) = (demarche, words)
    paliers = Dictionary(grouping: demarche.schema.paliers, by: \.intitule.foldedTitle)
      .compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Takes a row that says a palier which is here.
  mutating func read(_ row: ImportRow) {
    lastPalier = row.title("palier")?.foldedTitle ?? lastPalier
    guard let palier = lastPalier.flatMap({ paliers[$0] }) else { return }
    if let text = row.word("axe"), !row.choices.explains(text, in: "axe"), !row.saysAxis {
      keep(text, palier.axe.rawValue, of: palier.id, in: \.axes)
    }
    guard let title = row.title("indicateur")?.foldedTitle,
      let one = palier.indicateurs.first(where: { $0.intitule.foldedTitle == title }),
      let text = row.word("responsable"), !words.isNobody(text),
      !row.choices.explains(text, in: Importation.personColumn),
      demarche.participants(named: text).isEmpty, SeveralPeople.named(text, demarche) == nil
    else { return }
    let who = demarche.participants.first { $0.id == one.responsable }?.initiales
    keep(text, who ?? "", of: one.id, in: \.people)
  }

  private mutating func keep(
    _ text: String, _ value: String, of id: String, in list: WritableKeyPath<Self, [String: Word]>
  ) {
    let name = text.headerName
    if self[keyPath: list][name] == nil { order.append(name) }
    self[keyPath: list][name, default: Word(text: text)].values.insert(value)
    self[keyPath: list][name, default: Word(text: text)].of.insert(id)
  }

  /// What words surely mean, in the order of the table: an axis that two paliers have; somebody whose
  /// initials the name has, or who has two indicators; nobody, of a group.
  var found: [(text: String, column: String, value: String)] {
    order.flatMap { name in
      var all: [(text: String, column: String, value: String)] = []
      if let axe = axes[name], let value = axe.only, axe.of.count > 1 {
        all.append((axe.text, "axe", value))
      }
      if let one = people[name], let value = one.only {
        let isSure =
          value.isEmpty
          ? words.isGroup(one.text)
          : one.text.firstLetters == value.folded.filter(\.isLetter) || one.of.count > 1
        if isSure, value.isEmpty || demarche.participants(named: value).count == 1 {
          all.append((one.text, Importation.personColumn, value))
        }
      }
      return all
    }
  }
}

extension LikeHere.Word {
  fileprivate var only: String? { values.count == 1 ? values.first : nil }
}

extension ImportRow {
  /// Whether its axis is read, or empty.
  fileprivate var saysAxis: Bool {
    do throws(Importation.Reason) {
      _ = try axe()
      return true
    } catch {
      return false
    }
  }
}

extension String {
  /// The first letters of its words, folded.
  fileprivate var firstLetters: String {
    String(folded.split { !$0.isLetter && $0 != "'" }.compactMap(\.first))
  }
}

extension Importation {
  /// The rows of a schéma's table, with what its words stand for here already; that is told.
  mutating func knowing(_ rows: [ImportRow], _ sense: RowSense) -> [ImportRow] {
    guard kind == .indicateurs, !demarche.schema.paliers.isEmpty else { return rows }
    var here = LikeHere(demarche, sense.words)
    for row in rows { here.read(row) }
    let found = here.found
    guard !found.isEmpty else { return rows }
    var choices = sense.choices
    for one in found { choices.add(meaning: one.value, of: one.text, in: one.column) }
    notices.append(
      .likeHere(
        found.map { Meaning(text: $0.text, column: $0.column, value: $0.value) }))
    let known = RowSense(sense.words, choices, lacksLetters: sense.lacksLetters)
    return rows.map { $0.knowing(known) }
  }

  /// A word of a table, and what it stands for.
  package struct Meaning: Hashable, Sendable {
    package let text: String
    package let column: String
    /// As the format says it; empty for nothing or nobody.
    package let value: String
  }
}
