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
    // « SC (pilote) » says what SC does.
    let bare = said.droppingBrackets
    if found.isEmpty, bare != said, bare.isInitials {
      found = demarche.participants(named: bare)
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
    let isAnswer = row.choices.explains(text, in: Self.personColumn)
    if let known = try knownPerson(said, row, isAnswer: isAnswer) { return known }
    if isAnswer, text != said { answered[said.folded, default: []].insert(text) }
    try askUnlessInitials(said, row, isAnswer: isAnswer)
    notices.append(.joins(said))
    return demarche.ajouterParticipant(initiales: said, ids: &ids)
  }

  /// Somebody of the tour de table who is named in other words; who may be one is asked about.
  private mutating func knownPerson(
    _ said: String, _ row: ImportRow, isAnswer: Bool
  ) throws(Reason) -> String? {
    let people = KnownPeople(demarche)
    let same = people.named(said)
    if same.count == 1, let name = same[0].nom {
      let isTold = name.folded == said.folded || notices.contains { $0.isName(said) }
      if !isTold { notices.append(.sameName(row: row.number, said, name)) }
      return same[0].id
    }
    guard !isAnswer, !said.isInitials, !row.words.isGroup(said) else { return nil }
    let maybe = same.isEmpty ? people.maybe(said) : same
    guard maybe.count < 2 else {
      let ids = maybe.map(\.id)
      throw .ambiguousPerson(said, ids: ids, called: demarche.toldApart(ids))
    }
    let initials = NamedPeople.all(said)
    let alike = initials.first.map { people.alike(said, initials: $0) } ?? []
    guard let one = maybe.first ?? alike.first,
      let free = initials.first(where: { demarche.participants(named: $0).isEmpty })
    else { return nil }
    let short = one.initiales.flatMap { demarche.participants(named: $0).count == 1 ? $0 : nil }
    throw .maybeSame(
      said, id: short ?? one.id, called: demarche.toldApart([one.id])[0], free: free)
  }

  /// What people are asked about, whatever column names them.
  package static let personColumn = "personne"

  /// All whom a cell names, the one in charge first.
  mutating func people(_ text: String?, _ row: ImportRow) throws(Reason) -> [String] {
    guard let text, case let said = row.choices.person(text), !said.isEmpty,
      !row.words.isNobody(said) || !demarche.participants(named: said).isEmpty
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
    guard text.isInitials, isAnswer || !text.isPronounced else {
      throw .name(text, initials: initials(of: text))
    }
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
    }.withoutMonsieur.firstNameFirst
    guard (2...4).contains(words.count), let last = words.last else { return nil }
    let short = String(words.compactMap { $0.first(where: \.isLetter) }).uppercased()
    let others = demarche.participants.filter { one in
      one.initiales?.folded == short.folded && one.nom != nil && one.nom?.folded != name.folded
    }
    guard !others.isEmpty else { return short }
    return short + last.filter(\.isLetter).dropFirst().prefix(1).lowercased()
  }

  /// Gives two names that would be proposed the same initials different ones, and one name in other
  /// words the same.
  mutating func partInitials() {
    var given: [String: String] = [:]
    for place in refusals.indices {
      let name: String
      let short: String
      // Whether nobody of here has those initials.
      let isNew: Bool
      switch refusals[place].reason {
      case .name(let one, let initials?): (name, short, isNew) = (one, initials, true)
      case .maybeSame(let one, _, _, let free): (name, short, isNew) = (one, free, false)
      default: continue
      }
      let rest = name.split(separator: " ").last?.filter(\.isLetter).dropFirst() ?? ""
      let start = short.prefix { !$0.isLowercase }
      let longer = (1...3).map { "\(start)\(rest.prefix($0).lowercased())" }
      let free =
        ([short] + longer).first {
          let other = given[$0.folded, default: name]
          return other.isName(of: name) || isNew && (other.shortens(name) || name.shortens(other))
        } ?? short
      given[free.folded] = name
      refusals[place] = Refusal(
        row: refusals[place].row, reason: refusals[place].reason.giving(free))
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

extension Importation.Reason {
  /// The same with other initials that somebody may get.
  fileprivate func giving(_ initials: String) -> Self {
    switch self {
    case .name(let name, _): .name(name, initials: initials)
    case .maybeSame(let name, let id, let called, _):
      .maybeSame(name, id: id, called: called, free: initials)
    default: self
    }
  }
}

extension Importation.Notice {
  /// Whether it tells whom a name is.
  fileprivate func isName(_ said: String) -> Bool {
    if case .sameName(_, said, _) = self { true } else { false }
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

  /// Whether three or four capitals may be read as a word: a first name, an organisation.
  ///
  /// `LUC` and `AMAP` can; initials seldom.
  fileprivate var isPronounced: Bool {
    let letters = folded.filter(\.isLetter)
    guard count == letters.count, (3...4).contains(count), allSatisfy(\.isUppercase) else {
      return false
    }
    return letters.dropFirst().contains { "aeiouy".contains($0) }
  }

  /// Without what stands between brackets, open at the end or not.
  fileprivate var droppingBrackets: String {
    // Initials have neither brackets nor blanks.
    if utf8.allSatisfy({ $0 > 0x2F && $0 < 0x5B }) { return self }
    var (kept, depth) = ("", 0)
    for character in self {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")]".contains(character) { depth = max(0, depth - 1) }
    }
    return kept.split { $0.isWhitespace }.joined(separator: " ")
  }
}
