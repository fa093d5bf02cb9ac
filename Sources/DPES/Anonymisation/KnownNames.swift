import JSONTree

/// The names that a démarche knows, as texts may write them.
struct KnownNames {
  private(set) var all: Set<MaskedName> = []
  /// The structure's name, and its words in any case: what a code may be made of.
  private(set) var inCodes: Set<MaskedName> = []
  /// Of each person, by what the local part of an address may be: `jdupont`, `jeand`.
  private(set) var addresses: [String: String] = [:]

  /// The names in a démarche, which the file holds as `tree`.
  init(_ demarche: Demarche, _ tree: JSONValue, _ niveau: Anonymat) {
    for initiales in tree.texts(.initiales) { addInitials(initiales) }
    for nom in tree.texts(.personne) { addPerson(nom) }
    // A key such as `prenom`, from another program.
    for member in demarche.participants.lazy.flatMap(\.others.unknown)
    where member.key.folded.contains("nom") {
      if case .string(let name) = member.value { addPerson(name) }
    }
    for name in tree.texts(.organisme) { addOrganisation(name, .organisme) }
    let own = tree.texts(.raisonSociale)
    switch niveau {
    case .sansNoms: keepStructure(own)
    case .complet:
      for name in own { addStructure(name) }
      for number in tree.texts(.siren) { addNumber(number) }
      for address in tree.texts(.adresse) { addAddress(address) }
    }
  }

  /// The structure keeps its name, also where an organisation has a part of it.
  private mutating func keepStructure(_ names: [String]) {
    let own = Set(names.lazy.flatMap(TextWord.all).map(\.folded))
    all = all.filter { $0.kind != .organisme || !own.isSuperset(of: $0.words.map(\.singulier)) }
  }

  private mutating func addStructure(_ name: String) {
    addOrganisation(name, .structure)
    inCodes = all.filter { $0.kind == .structure }
    for word in TextWord.all(in: name) where word.isDistinctive {
      if let name = MaskedName([word], .structure, .inAnyCase, de: word.text) {
        inCodes.insert(name)
      }
    }
  }

  private mutating func add(
    _ words: some Sequence<TextWord>, _ kind: MaskedName.Kind, _ writing: MaskedName.Writing,
    de nom: String
  ) {
    if let name = MaskedName(words, kind, writing, de: nom) { all.insert(name) }
  }
}

extension JSONValue {
  /// What stands where the format says that somebody is named so.
  fileprivate func texts(_ naming: Naming) -> [String] {
    var texts: [String] = []
    for place in Format.places where place.usage.naming == naming {
      visit(place.values) { _, value in
        if case .string(let text) = value, !text.isEmpty { texts.append(text) }
      }
    }
    return texts
  }
}

// Persons.
extension KnownNames {
  /// Initials are written in capitals, with dots or without; small only when they are spelt so, for
  /// « la » is a word.
  private mutating func addInitials(_ initials: String) {
    let words = TextWord.all(in: initials)
    let letters = words.map(\.text).joined()
    guard letters.count < 4 else { return addPerson(initials) }
    add(TextWord.all(in: letters), .personne, .capitals(orAs: letters), de: initials)
    let spelt = letters.map { String($0) }.joined(separator: ".")
    if letters.count > 1 {
      add(TextWord.all(in: spelt), .personne, .capitals(orAs: letters), de: initials)
    }
  }

  /// The whole name, and each of its words: both are how people are called.
  private mutating func addPerson(_ name: String) {
    let words = TextWord.all(in: name)
    add(words, .personne, words.count > 1 ? .inAnyCase : writing(of: words), de: name)
    for word in words where !word.isParticle && word.text.count > 1 {
      add([word], .personne, writing(of: [word]), de: word.text)
    }
    // « O’Brien » is two words, and one part of a name.
    let parts = name.split(whereSeparator: \.isWhitespace).map { TextWord.all(in: String($0)) }
      .filter { !$0.allSatisfy(\.isParticle) }.prefix(Self.mostParts)
    for (index, part) in parts.enumerated() {
      if part.count > 1 { add(part, .personne, .inAnyCase, de: name) }
      for (other, next) in parts.enumerated() where other != index {
        let letters = (part + next).reduce(0) { $0 + $1.text.count }
        add(part + next, .personne, letters > 5 ? .inAnyCase : .capitalised, de: name)
        addAddress(part, next, of: name)
      }
    }
  }

  /// As many first parts of a name are as good as all.
  private static let mostParts = 6

  private mutating func addAddress(_ first: [TextWord], _ last: [TextWord], of name: String) {
    let letters = last.map(\.raw).joined()
    guard letters.count > 1 else { return }
    for initials in [first.prefix(1), first[...]] {
      let start = initials.map { $0.raw.prefix(1) }.joined()
      addresses[start + letters] = name
      addresses[letters + start] = name
    }
  }

  /// Two letters are a name when they begin with a capital.
  private func writing(of words: [TextWord]) -> MaskedName.Writing {
    words.contains { $0.text.count > 2 } ? .inAnyCase : .capitalised
  }
}

// Organisations and places.
extension KnownNames {
  private mutating func addOrganisation(_ name: String, _ kind: MaskedName.Kind) {
    let words = TextWord.all(in: name)
    let core = Array(words.drop(while: \.isArticle))
    // « La Ferme » is not every « ferme », and « Les Tournesols » is their one word.
    if words.count > 1 { add(core.count > 1 ? core : words, kind, .inAnyCase, de: name) }
    if core.count == 1, let word = core.first, !word.isGeneric {
      add([word], kind, word.text.count < 4 ? .capitals(orAs: word.text) : .inAnyCase, de: name)
    }
    addProperWords(core, kind, of: name)
    // « CCAS de Lille » is called the CCAS; a name all in capitals has no acronym in it.
    guard !words.allSatisfy({ $0.isInCapitals || $0.isNumber }) else { return }
    for word in core where word.isInCapitals && word.text.count > 1 {
      let isShort = word.text.count < 4
      add([word], kind, isShort ? .capitals(orAs: word.text) : .inAnyCase, de: name)
    }
  }

  private mutating func addAddress(_ address: String) {
    for line in address.split(whereSeparator: { ",;\n".contains($0) }) {
      let words = TextWord.all(in: String(line))
      if words.count > 1 { add(words, .lieu, .inAnyCase, de: address) }
      addProperWords(words, .lieu, of: address)
      add(words.filter { $0.isNumber && $0.text.count == 5 }, .lieu, .inAnyCase, de: address)
    }
  }

  /// What sets a name apart from others of its kind, where a text writes it as a name.
  private mutating func addProperWords(
    _ words: [TextWord], _ kind: MaskedName.Kind, of name: String
  ) {
    for word in words where word.isCapitalised {
      if word.isDistinctive || words.count == 1 && word.isGeneric {
        add([word], kind, .capitalised, de: name)
      }
    }
  }

  /// A SIREN, whole or by groups of three digits.
  private mutating func addNumber(_ number: String) {
    let digits = number.filter(\.isNumber)
    add(TextWord.all(in: digits), .structure, .inAnyCase, de: number)
    let groups = stride(from: 0, to: digits.count, by: 3).map { digits.dropFirst($0).prefix(3) }
    add(TextWord.all(in: groups.joined(separator: " ")), .structure, .inAnyCase, de: number)
  }
}
