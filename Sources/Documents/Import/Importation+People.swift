import DPES

extension Importation {
  /// The participant whom a cell names; initials that nobody has join the tour de table, a name or
  /// a group does not: that would write it down for everybody without asking.
  mutating func person(_ text: String?, _ row: ImportRow) throws(Reason) -> String? {
    guard let text, case let said = row.choices.person(text), !said.isEmpty else { return nil }
    var found = demarche.participants(named: said)
    // « S.C. » is SC.
    if found.isEmpty, said.contains(".") {
      found = demarche.participants(named: said.filter { $0 != "." })
    }
    guard found.count < 2 else {
      throw .ambiguousPerson(said, ids: found, called: demarche.toldApart(found))
    }
    if let known = found.first {
      if said != text, answered[said.folded] != nil { answered[said.folded]?.insert(text) }
      return known
    }
    guard !row.words.isNobody(said) else { return nil }
    let parts = SeveralPeople.named(said, demarche)?.filter { !row.words.isNobody($0) }
    if let parts {
      guard let first = parts.first else { return nil }
      var others: [String] = []
      for other in parts.dropFirst() where try person(other, row) != nil { others.append(other) }
      if !others.isEmpty {
        let others = others.joined(separator: ", ")
        notices.append(.severalPeople(row: row.number, kept: first, others: others))
      }
      return try person(first, row)
    }
    let byName = demarche.participants.filter { $0.nom?.folded == said.folded }
    if byName.count == 1 { return byName[0].id }
    let isAnswer = row.choices.explains(text, in: Self.personColumn)
    if isAnswer, text != said { answered[said.folded, default: []].insert(text) }
    try askUnlessInitials(said, row, isAnswer: isAnswer)
    notices.append(.joins(said))
    return demarche.ajouterParticipant(initiales: said, ids: &ids)
  }

  /// What people are asked about, whatever column names them.
  package static let personColumn = "personne"

  /// All whom a cell names, the one in charge first.
  mutating func people(_ text: String?, _ row: ImportRow) throws(Reason) -> [String] {
    guard let text, case let said = row.choices.person(text), !said.isEmpty,
      !row.words.isNobody(said)
    else { return [] }
    guard demarche.participants(named: said).isEmpty,
      let names = SeveralPeople.named(said, demarche)
    else {
      return try [person(text, row)].compactMap(\.self)
    }
    var found: [String] = []
    for name in names {
      if let id = try person(name, row), !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// Asks about what is not surely initials, and about a group; short initials that were given as an
  /// answer are taken as they are.
  func askUnlessInitials(
    _ text: String, _ row: ImportRow, isAnswer: Bool
  ) throws(Reason) {
    if isAnswer, text.count < 6, !text.contains(where: \.isWhitespace) { return }
    guard isAnswer || !row.words.isGroup(text) else { throw .group(text) }
    guard text.isInitials else { throw .name(text, initials: initials(of: text)) }
  }

  /// Initials for a name: those of whom nothing else is known are likely the same person's; nil
  /// where a name says too little.
  func initials(of name: String) -> String? {
    let bare = name.droppingBrackets
    if bare != name, bare.isInitials { return bare }
    let first = demarche.participants.filter { one in
      one.nom?.folded.split(separator: " ").first.map(String.init) == bare.folded
    }
    if first.count == 1, let short = first[0].initiales { return short }
    let words = bare.split { !($0.isLetter || "'’.".contains($0)) }.filter { word in
      let folded = String(word).folded
      return word.contains(where: \.isLetter)
        && !["mme", "mlle", "mr", "dr", "le", "la", "les", "de", "du", "des"].contains(folded)
    }.withoutMonsieur
    guard (2...4).contains(words.count), let last = words.last else { return nil }
    let short = String(words.compactMap { $0.first(where: \.isLetter) }).uppercased()
    let others = demarche.participants.filter { one in
      one.initiales?.folded == short.folded && one.nom != nil && one.nom?.folded != name.folded
    }
    guard !others.isEmpty else { return short }
    return short + last.filter(\.isLetter).dropFirst().prefix(1).lowercased()
  }

  /// Gives two names that would be proposed the same initials different ones.
  mutating func partInitials() {
    var given: [String: String] = [:]
    for place in refusals.indices {
      guard case .name(let name, let short?) = refusals[place].reason else { continue }
      let rest = name.split(separator: " ").last?.filter(\.isLetter).dropFirst() ?? ""
      let longer = (1...3).map { short + rest.prefix($0).lowercased() }
      let free = ([short] + longer).first { given[$0.folded, default: name] == name } ?? short
      given[free.folded] = name
      refusals[place] = Refusal(row: refusals[place].row, reason: .name(name, initials: free))
    }
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

extension ImportChoices {
  /// Whom a text was said to be; an answer that was asked about too is followed.
  func person(_ text: String) -> String {
    var said = text
    for _ in 0..<5 { said = meaning(of: said, in: Importation.personColumn) }
    return said
  }
}

/// The several people of a cell.
enum SeveralPeople {
  /// What stands between signs, « et » and a dash with spaces around.
  static func parts(_ text: String) -> [String] {
    let words = text.split { ",;/&+\n".contains($0) }.flatMap { part in
      part.split { $0.isWhitespace }.split { ["et", "-", "–", "—"].contains($0.lowercased()) }
    }
    return words.map { $0.joined(separator: " ") }
  }

  /// Those whom a cell names; nil where it names one: « Dupont, Marie » too.
  static func named(_ text: String, _ demarche: Demarche) -> [String]? {
    let parts = parts(text)
    // « SC, - », « SC et »: one, with nobody beside.
    guard parts.count > 1 else { return parts.first == text ? nil : parts }
    let isOneName =
      parts.count == 2 && text.contains(",")
      && parts.allSatisfy {
        !$0.contains(" ") && !$0.isInitials && $0.count > 3
          && demarche.participants(named: $0).isEmpty
      }
    return isOneName ? nil : parts
  }
}

extension String {
  /// Two to four signs, capitals or digits, small letters at the end: `SC`, `P2`, `J.-P.`, `MDt`, `MDup`.
  var isInitials: Bool {
    let signs = filter { !".-".contains($0) }
    guard (2...4).contains(signs.count), let last = signs.last, first?.isLetter == true else {
      return false
    }
    let start = signs.dropLast()
    let isCapital = start.allSatisfy { $0.isUppercase || $0.isNumber }
    let small = signs.reversed().prefix { $0.isLowercase }.count
    if small == 2, signs.count == 4 { return signs.prefix(2).allSatisfy(\.isUppercase) }
    return isCapital
      && (last.isUppercase || last.isNumber || start.count > 1 && last.isLetter)
  }

  /// Without what stands between brackets, open at the end or not.
  fileprivate var droppingBrackets: String {
    var (kept, depth) = ("", 0)
    for character in self {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")]".contains(character) { depth = max(0, depth - 1) }
    }
    return kept.split { $0.isWhitespace }.joined(separator: " ")
  }
}
