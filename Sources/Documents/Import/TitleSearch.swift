/// The titles of a row, as columns are found for them: by what was said, by names, by names that are
/// near, by a word within.
struct TitleSearch {
  private let row: Grid.Row
  private let kind: Importation.Kind
  private let words: ImportWords
  private let names: [String]
  /// Titles that may still be taken.
  private var open: [Int]
  let titled: [Int]
  private(set) var taken: [Int: Headers.Understood] = [:]
  private(set) var places: [String: Int] = [:]

  init(_ row: Grid.Row, _ kind: Importation.Kind, _ words: ImportWords) {
    (self.row, self.kind, self.words) = (row, kind, words)
    let names = row.fields.map(\.headerName)
    self.names = names
    titled = names.indices.filter { !names[$0].isEmpty }
    open = titled
  }

  private mutating func take(_ index: Int, _ column: String, isGuess: Bool) {
    taken[index] = Headers.Understood(
      title: row.fields[index], column: column, isGuess: isGuess)
    places[column] = index
    open.removeAll { $0 == index }
  }

  /// What a person said that a title is.
  mutating func take(_ choices: ImportChoices) {
    for index in titled {
      guard let column = choices.column(of: names[index]) else { continue }
      if kind.columns.contains(where: { $0.name == column }), places[column] == nil {
        take(index, column, isGuess: false)
      } else {
        open.removeAll { $0 == index }
      }
    }
  }

  /// The names of columns.
  mutating func takeNames() throws(Headers.Fault) {
    for column in kind.columns where places[column.name] == nil {
      let own = words.titles(of: column.name, kind)
      var found = open.filter { own.contains(names[$0]) }
      // « Axe » is surer than « Thème »; of two deadlines each may be the one.
      let exact = found.filter { column.name == "axe" && names[$0] == column.name }
      if exact.count == 1 { found = exact }
      guard found.count < 2 else {
        if Set(found.map { names[$0] }).count == 1 {
          throw .twice(column: column.name, row: row.number)
        }
        throw unsure(column.name, found)
      }
      if let index = found.first { take(index, column.name, isGuess: false) }
    }
  }

  /// Names where there is no better, and what is near one.
  mutating func takeNear() throws(Headers.Fault) {
    for column in kind.columns where places[column.name] == nil {
      let weak = words.weakTitles(of: column.name, kind)
      let meant = weak.compactMap { word in open.first { names[$0] == word } }.first
      let near = open.filter { index in
        // « Date de début » is near a date, and not the one that is meant.
        let isOther = !words.otherTitles.isDisjoint(with: names[index].titleWords)
        return (words.titles(of: column.name, kind) + (isOther ? [] : weak))
          .contains { names[index].isNear($0) }
      }
      guard let index = meant ?? near.first else { continue }
      guard meant != nil || near.count < 2 else { throw unsure(column.name, near) }
      take(index, column.name, isGuess: true)
    }
  }

  /// Titles within which a word of one column stands, and of no other.
  mutating func takeWords() throws(Headers.Fault) {
    for column in kind.columns where places[column.name] == nil {
      let own = words.titleWords(of: column.name, kind)
      let found = open.filter { index in
        !own.isDisjoint(with: names[index].titleWords) && meanings(names[index]) == [column.name]
      }
      guard let index = found.first else { continue }
      guard found.count < 2 else { throw unsure(column.name, found) }
      take(index, column.name, isGuess: true)
    }
  }

  /// Titles left that are names of a column which another one is taken for.
  var beside: [Headers.Beside] {
    open.compactMap { index in
      let column = kind.columns.first { column in
        places[column.name] != nil && isAbout(names[index], column.name)
      }
      guard let column, let place = places[column.name] else { return nil }
      return Headers.Beside(
        title: row.fields[index], taken: row.fields[place], column: column.name)
    }
  }

  /// Whether a title is a column's, or near it, and no other's.
  private func isAbout(_ name: String, _ column: String) -> Bool {
    let own = words.titles(of: column, kind)
    if (own + words.weakTitles(of: column, kind)).contains(name) { return true }
    return !words.titleWords(of: column, kind).isDisjoint(with: name.titleWords)
      && meanings(name) == [column]
  }

  /// Titles left that look like a column which the table has not.
  var resembling: [Headers.Understood] {
    kind.columns.filter { places[$0.name] == nil }.flatMap { column in
      let near = words.nearWords(of: column.name, kind)
      return open.filter { index in
        let said = names[index].titleWords
        return said.count <= 8 && !near.isDisjoint(with: said)
          && words.otherTitles.isDisjoint(with: said)
      }.map { Headers.Understood(title: row.fields[$0], column: column.name, isGuess: true) }
    }
  }

  /// The columns of which a title has a word; none for one that says that it is something else.
  private func meanings(_ name: String) -> Set<String> {
    let said = name.titleWords
    // A sentence is no title.
    guard said.count <= 8 else { return [] }
    guard words.otherTitles.isDisjoint(with: said) else { return [] }
    let all = kind.columns.filter { column in
      let own = words.titleWords(of: column.name, kind).union(words.titles(of: column.name, kind))
      return !own.isDisjoint(with: said)
    }
    return Set(all.map(\.name))
  }

  private func unsure(_ column: String, _ titles: [Int]) -> Headers.Fault {
    .unsure(column: column, row: row.number, titles: titles.map { row.fields[$0] })
  }
}

extension String {
  /// Its words, folded.
  fileprivate var titleWords: Set<String> {
    Set(headerName.split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  /// Whether a title says a word and more, as « échéance en mois », or has one letter wrong.
  fileprivate func isNear(_ word: String) -> Bool {
    guard word.count > 3 else { return false }
    if hasPrefix(word + " ") || hasPrefix(word + "(") { return true }
    guard word.count > 5, abs(count - word.count) < 2 else { return false }
    let common = zip(self, word).prefix { $0 == $1 }.count
    let (rest, other) = (dropFirst(common), word.dropFirst(common))
    return rest.dropFirst() == other.dropFirst() || rest.dropFirst() == other
      || rest == other.dropFirst()
  }
}
