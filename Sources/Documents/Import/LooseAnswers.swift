package import DPES

/// Answers of which nobody said what they answer, as « oui=atteint »: each is of the columns and kinds of
/// questions where its text is asked, and of no other.
///
/// A text that is asked nowhere, and stands in one column alone, is meant there.
struct LooseAnswers {
  /// A text, folded, in a column or under a kind of question.
  struct Place: Hashable, Sendable {
    let word: String
    let column: String

    init(_ text: String, in column: String) {
      (word, self.column) = (text.headerName, column)
    }
  }

  private struct Answer {
    let said: ImportChoices.Loose
    /// Where it is followed, by the column: a text of several words may name one.
    var texts: [String: ImportChoices.Loose.Reading] = [:]
    /// Where it was followed and settled nothing.
    var refused: Set<String> = []
    /// Where it was said to be meant.
    var named: Set<String> = []
    /// It was looked for in the cells.
    var isSought = false
  }

  private var answers: [Answer]
  private var isNamed = false

  init(_ choices: ImportChoices) { answers = choices.loose.map { Answer(said: $0) } }

  /// The choices with what is known so far of where answers belong.
  func choices(_ choices: ImportChoices) -> ImportChoices {
    var choices = choices
    for answer in answers {
      for (column, said) in answer.texts {
        choices.add(meaning: said.value, of: said.text, in: column)
      }
    }
    // What was said to be of a column is taken there, whatever else is.
    for answer in answers {
      for column in answer.named {
        guard let said = answer.texts[column] else { continue }
        choices.add(meaning: said.value, of: said.text, in: column)
      }
    }
    return choices
  }

  /// Finds where more answers belong, by what a table still asks; false where nothing more is found.
  mutating func take(_ taken: Importation, _ grid: Grid) -> Bool {
    if !isNamed {
      isNamed = true
      name(taken)
      if answers.contains(where: { !$0.named.isEmpty }) { return true }
    }
    let (asked, open) = (taken.askedPlaces, taken.openPlaces)
    var isChanged = false
    for index in answers.indices {
      for place in asked where answers[index].texts[place.column]?.word == place.word {
        answers[index].texts[place.column] = nil
        answers[index].refused.insert(place.column)
        isChanged = true
      }
      for place in open.union(asked) {
        guard let said = answers[index].said.reading(place.word),
          answers[index].texts[place.column] == nil,
          !answers[index].refused.contains(place.column), !isNamed(place)
        else { continue }
        answers[index].texts[place.column] = said
        isChanged = true
      }
    }
    return isChanged || seek(taken, grid)
  }

  /// Whether another answer was said to be of this text in this column.
  private func isNamed(_ place: Place) -> Bool {
    answers.contains {
      $0.named.contains(place.column) && $0.texts[place.column]?.word == place.word
    }
  }

  /// Finds those that name a column or a kind of question: « Statut:oui ».
  private mutating func name(_ taken: Importation) {
    for index in answers.indices {
      let parts = answers[index].said.text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, !parts[1].allSatisfy(\.isWhitespace) else { continue }
      for column in taken.scopes(named: String(parts[0])) {
        answers[index].texts[column] = ImportChoices.Loose.Reading(
          text: String(parts[1]), value: answers[index].said.value)
        answers[index].named.insert(column)
      }
    }
  }

  /// Looks in the cells for texts that nothing asks about; false where none stands in one column alone.
  private mutating func seek(_ taken: Importation, _ grid: Grid) -> Bool {
    var isChanged = false
    let open = answers.indices.filter { index in
      !answers[index].isSought && answers[index].texts.isEmpty && answers[index].refused.isEmpty
    }
    guard !open.isEmpty else { return false }
    let found = taken.scopes(of: Set(open.map { answers[$0].said.text.headerName }), grid)
    for index in open {
      answers[index].isSought = true
      let all = found[answers[index].said.text.headerName]?.subtracting([""]) ?? []
      guard all.count == 1, let column = all.first, column != "numero", column != "texte"
      else { continue }
      answers[index].texts[column] = answers[index].said.readings.first
      isChanged = true
    }
    return isChanged
  }

  /// What is told of them once nothing more is found.
  func notices(_ taken: Importation, _ grid: Grid) -> [Importation.Notice] {
    let left = answers.filter { $0.texts.isEmpty }
    let names = answers.flatMap { [$0.said.text.headerName] + $0.texts.values.map(\.word) }
    let found = taken.scopes(of: Set(names), grid)
    let idle = left.map { answer -> Importation.Notice in
      if let column = answer.refused.sorted().first {
        return .refusedMeaning(answer.said.text, answer.said.value, column: column)
      }
      guard let columns = found[answer.said.text.headerName] else {
        return .unusedMeaning(answer.said.text)
      }
      return .idleMeaning(
        answer.said.text, answer.said.value, columns: columns.subtracting([""]).sorted())
    }
    // One that names a column where no cell says it.
    let named = answers.filter { answer in
      !answer.named.isEmpty && answer.texts.values.allSatisfy { found[$0.word] == nil }
    }
    return idle + named.map { .unusedMeaning($0.said.text) }
  }

  /// Texts, folded, that need their column said: an answer to one of them settled something else, or nothing.
  var contested: Set<String> {
    Set(answers.filter { !$0.refused.isEmpty && !$0.texts.isEmpty }.map(\.said.text.headerName))
  }
}

extension ImportChoices.Loose.Reading {
  /// Its text, folded.
  fileprivate var word: String { text.headerName }
}

extension Importation {
  /// Reads all rows of a grid.
  ///
  /// - Throws: ``Headers/Fault`` when the table has no line of headers that fits.
  /// - Complexity: O(rows + observations), for réalisés and indicators O(rows × indicators); as many times
  ///   as answers open further questions.
  package init(
    _ grid: Grid, _ kind: Kind, into demarche: Demarche, _ signature: Signature,
    ids: IDGenerator, words: ImportWords = ImportWords(), choices: ImportChoices = ImportChoices()
  ) throws(Headers.Fault) {
    var answers = LooseAnswers(choices)
    var rounds = 0
    repeat {
      try self.init(
        reading: grid, kind, into: demarche, signature, ids: ids, words: words,
        choices: answers.choices(choices))
      rounds += 1
    } while !choices.loose.isEmpty && rounds < Self.mostRounds && answers.take(self, grid)
    guard !choices.loose.isEmpty else { return }
    notices += answers.notices(self, grid)
    contested.formUnion(answers.contested)
  }

  /// As many times as a table is read for its answers: each row asks one thing after another.
  private static let mostRounds = 24
}

// Where a text is asked.
extension Importation {
  /// What the refused rows ask, and an answer settles; where another answer is in the way, it is none.
  var askedPlaces: Set<LooseAnswers.Place> {
    Set(
      refusals.compactMap { refusal in
        if case .sameAnswer = refusal.reason { return nil }
        return place(refusal.reason)
      })
  }

  /// What is not asked, as it is surely meant, and may be said otherwise.
  var openPlaces: Set<LooseAnswers.Place> {
    var all: Set<LooseAnswers.Place> = []
    for notice in notices {
      switch notice {
      case .likeHere(let words):
        all.formUnion(words.map { LooseAnswers.Place($0.text, in: $0.column) })
      case .joins(let name): all.insert(LooseAnswers.Place(name, in: Self.personColumn))
      case .bareTitles(_, _, let titles):
        all.formUnion(titles.map { LooseAnswers.Place($0, in: Self.loneTitle) })
      default: break
      }
    }
    return all.union(madeInitials.map { LooseAnswers.Place($0, in: Self.personColumn) })
  }

  /// The text that a refused row asks about, and where it is answered; nil for what no text answers.
  private func place(_ reason: Reason) -> LooseAnswers.Place? {
    if case .cellError(let text, let column) = reason {
      return LooseAnswers.Place(text, in: column)
    }
    switch question(Refusal(row: 0, reason: reason), asWhole: false)?.subject {
    case .word(let text, let column): return LooseAnswers.Place(text, in: column)
    case .person(let name), .same(let name): return LooseAnswers.Place(name, in: Self.personColumn)
    default: return nil
    }
  }

  /// The column or kind of question of which an answer is to be said, where its text alone does not; nil
  /// where it does.
  package func scope(of reason: Reason) -> String? {
    guard let place = place(reason), contested.contains(place.word) else { return nil }
    return Self.scopeName(place.column)
  }

  /// Finds the texts that are asked in several columns at once.
  mutating func findContested() {
    var columns: [String: Set<String>] = [:]
    for place in askedPlaces { columns[place.word, default: []].insert(place.column) }
    contested = Set(columns.filter { $0.value.count > 1 }.keys)
  }

  private static let scopeNames = [
    personColumn: "personne", loneTitle: "ligne seule", palierAxis: "axe du palier",
    indicatorPalier: "palier de l’indicateur", unnamedIndicator: "indicateur du palier",
    indicatorTitle: "titre d’indicateur", lostLetters: "lettres", emptyPalier: "palier vide",
    otherTable: "autre tableau", untitled: "colonne sans titre",
  ]

  /// How a column or a kind of question is called before « : ».
  package static func scopeName(_ column: String) -> String {
    scopeNames[column] ?? shown(column)
  }

  /// The columns and kinds of questions of a name: of a title of the table, or one of ours.
  func scopes(named name: String) -> Set<String> {
    let name = name.replacing("’", with: "'").headerName
    let isNamed = { (one: String) in one.replacing("’", with: "'").headerName == name }
    let columns = kind.columns.map(\.name).filter { isNamed($0) || isNamed(Self.shown($0)) }
    let titles = understood.filter { isNamed($0.title) }.map(\.column)
    let kinds = Self.scopeNames.filter { isNamed($0.key) || isNamed($0.value) }.map(\.key)
    return Set(columns.map(Self.scope) + titles.map(Self.scope) + kinds)
  }

  /// Under which answers about the cells of a column are kept.
  private static func scope(_ column: String) -> String {
    ["auteur", "responsable", "initiales", "nom", "prenom"].contains(column)
      ? personColumn : column
  }

  /// Where the cells of a table say some texts, folded.
  ///
  /// - Complexity: O(cells).
  func scopes(of texts: Set<String>, _ grid: Grid) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for row in grid.rows.dropFirst(titleIndex + 1) {
      for (place, field) in row.fields.enumerated() where !field.isEmpty {
        let scope = headers.column(at: place).map(Self.scope) ?? ""
        for name in [field.headerName] + SeveralPeople.parts(field).map(\.headerName)
        where texts.contains(name) {
          found[name, default: []].insert(scope)
        }
      }
      guard kind == .participants else { continue }
      let name = ImportRow(row, headers, sense).wholeName?.headerName
      if let name, texts.contains(name) { found[name, default: []].insert(Self.personColumn) }
    }
    return found
  }
}
