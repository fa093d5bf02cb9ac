import DPES

extension Importation {
  /// The participant whom a cell names; initials that nobody has join the tour de table, a name in
  /// full does not: that would write it down for everybody without asking.
  mutating func person(_ text: String?, _ row: ImportRow) throws(Reason) -> String? {
    guard let text = text.map({ row.choices.meaning(of: $0, in: Self.personColumn) }), !text.isEmpty
    else { return nil }
    let found = demarche.participants(named: text)
    guard found.count < 2 else { throw .ambiguousPerson(text, ids: found) }
    if let known = found.first { return known }
    if let people = Self.people(text, demarche), let first = people.first {
      for other in people.dropFirst() { _ = try person(other, row) }
      notices.append(
        .severalPeople(
          row: row.number, kept: first, others: people.dropFirst().joined(separator: ", ")))
      return try person(first, row)
    }
    let byName = demarche.participants.filter { $0.nom?.folded == text.folded }
    if byName.count == 1 { return byName[0].id }
    guard !Self.isName(text) else { throw .name(text, initials: initials(of: text)) }
    notices.append(.joins(text))
    return demarche.ajouterParticipant(initiales: text, ids: &ids)
  }

  /// What people are asked about, whatever column names them.
  package static let personColumn = "personne"

  /// All whom a cell names, the one in charge first.
  mutating func people(_ text: String?, _ row: ImportRow) throws(Reason) -> [String] {
    guard let text = text.map({ row.choices.meaning(of: $0, in: Self.personColumn) }), !text.isEmpty
    else { return [] }
    guard demarche.participants(named: text).isEmpty, let names = Self.people(text, demarche) else {
      return try [person(text, row)].compactMap(\.self)
    }
    var found: [String] = []
    for name in names {
      if let id = try person(name, row), !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// The several people of a cell; nil where it names one: « Dupont, Marie » too.
  private static func people(_ text: String, _ demarche: Demarche) -> [String]? {
    let parts = text.split { ",;/&+\n".contains($0) }.map {
      $0.split { $0.isWhitespace }.joined(separator: " ")
    }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return nil }
    let isOneName =
      parts.count == 2
      && parts.allSatisfy {
        !$0.contains(" ") && isName($0) && demarche.participants(named: $0).isEmpty
      }
    return isOneName ? nil : parts
  }

  /// Two words, or one in small letters that is longer than initials are.
  private static func isName(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    let hasWords = text.split { $0.isWhitespace }.count > 1
    return letters.count > 3
      && (hasWords || letters.count > 4 && letters.contains(where: \.isLowercase))
  }

  /// Initials for a name: those of whom nothing else is known are likely the same person's.
  private func initials(of name: String) -> String {
    let words = name.split { $0.isWhitespace || $0 == "-" || $0 == "," }
    let short = String(words.compactMap(\.first)).uppercased()
    let others = demarche.participants.filter { one in
      one.initiales?.folded == short.folded && one.nom != nil && one.nom?.folded != name.folded
    }
    guard !others.isEmpty, let last = words.last else { return short }
    return short + last.dropFirst().prefix(1).lowercased()
  }

  func names(of ids: [String]) -> String? {
    ids.isEmpty ? nil : ids.compactMap(name).joined(separator: ", ")
  }

  func name(of id: String?) -> String? {
    id.map { id in demarche.participants.first { $0.id == id }?.initiales ?? id }
  }

  /// Keeps what a row changes, to be told.
  mutating func note(
    _ row: ImportRow, _ column: String, of subject: String, _ before: String?, _ after: String?
  ) {
    guard let after, before != after else { return }
    changes.append(
      Change(row: row.number, column: column, subject: subject, before: before, after: after))
  }
}
