import JSONTree

/// The names that a démarche knows, as texts may write them.
struct KnownNames {
  private(set) var all: Set<MaskedName> = []
  /// Of each person, by what the local part of an address may be: `jdupont`, `jeand`.
  private(set) var addresses: [String: String] = [:]
  /// The structure's number, which longer ones hold.
  private(set) var number: (siren: String, nom: String)?
  /// The structure's names, where they are masked.
  private var structures: [String] = []

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
    for text in tree.texts(.interlocuteur) { addInterlocuteurs(text) }
    let own = tree.texts(.raisonSociale)
    switch niveau {
    case .sansNoms: keepStructure(own)
    case .complet:
      structures = own
      for name in own { addOrganisation(name, .structure) }
      for number in tree.texts(.siren) { addNumber(number) }
      for address in tree.texts(.adresse) { addAddress(address) }
    }
  }

  /// The structure keeps its name, also where an organisation has a part of it.
  private mutating func keepStructure(_ names: [String]) {
    let own = Set(names.lazy.flatMap(TextWord.all).map(\.folded))
    all = all.filter { $0.kind != .organisme || !own.isSuperset(of: $0.words.map(\.singulier)) }
  }

  /// What the codes of référentiels may hold, such as `charte-apes:contrats`: they are known
  /// everywhere, as is a network that gave its one word to them; the words of the structure's own
  /// name count in any case.
  var inCodes: KnownNames {
    var known = self
    known.all = all.filter { $0.kind != .organisme || $0.words.count > 1 }
    for word in structures.flatMap(TextWord.all) where word.isDistinctive {
      known.add([word], .structure, .inAnyCase, de: word.text)
    }
    return known
  }

  mutating func add(
    _ words: some Sequence<TextWord>, _ kind: MaskedName.Kind, _ writing: MaskedName.Writing,
    de nom: String
  ) {
    if let name = MaskedName(words, kind, writing, de: nom) { all.insert(name) }
  }

  // Persons.

  /// Initials are written in capitals, with dots or without; small only when they are spelt so, for
  /// « la » is a word.
  private mutating func addInitials(_ initials: String) {
    let words = TextWord.all(in: initials)
    let letters = words.map(\.text).joined()
    guard letters.count < 4 else { return addPerson(initials) }
    add(TextWord.all(in: letters), .personne, .capitals(orAs: letters), de: initials)
    let spelt = letters.map { String($0) }.joined(separator: " ")
    if letters.count > 1 {
      add(TextWord.all(in: spelt), .personne, .capitals(orAs: letters), de: initials)
    }
  }

  /// The whole name, each of its words, and some together: all are how people are called.
  mutating func addPerson(_ name: String) {
    let words = TextWord.all(in: name)
    for word in words where !word.isParticle && word.text.count > 1 {
      add([word], .personne, writing(of: [word]), de: word.text)
      addAddress(word, of: name)
    }
    // « O’Brien » is two words, and one part of a name.
    let all = name.split(whereSeparator: \.isWhitespace).map { TextWord.all(in: String($0)) }
    for part in all where part.count > 1 && !part.allSatisfy(\.isParticle) {
      add(part, .personne, .inAnyCase, de: name)
    }
    add(words, .personne, words.count > 1 ? .words : writing(of: words), de: name)
    let parts = all.filter { !$0.allSatisfy(\.isParticle) }.prefix(Self.mostParts)
    for (index, part) in parts.enumerated() {
      for (other, next) in parts.enumerated() where other != index {
        let letters = (part + next).reduce(0) { $0 + $1.text.count }
        add(part + next, .personne, letters > 5 ? .inAnyCase : .capitalised, de: name)
        addAddress(part, next[...], of: name)
        addresses[(part + next).map(\.raw).joined()] = name
      }
    }
    // « Li Du »: a family name, though a particle too.
    if let last = words.last, words.count > 1, last.isParticle, last.raw.count > 1 {
      addAddress(last, of: name)
      addAddress(Array(words.dropLast()), [last], of: name)
      addresses[words.map(\.raw).joined()] = name
    }
    guard self.all.count < Self.mostSpellings else { return }
    addRuns(Array(words.prefix(Self.mostWords)), of: name)
  }

  /// Nobody has as many people: a file made to hold millions is read as far as whole names, their
  /// words and pairs of them.
  private static let mostSpellings = 100_000

  /// As many first parts of a name are as good as all.
  private static let mostParts = 4
  private static let mostWords = 8

  /// « Le Goff », « Goff Anne », « alegoff » of Anne Le Goff: particles go with what they stand
  /// before.
  private mutating func addRuns(_ words: [TextWord], of name: String) {
    guard words.count > 1 else { return }
    for start in words.indices {
      for end in start..<words.count {
        let run = words[start...end]
        // Of a writing without spaces, two letters are many words.
        let letters = run.reduce(0) { $0 + $1.raw.count }
        guard letters > 2, letters > run.count, !run.allSatisfy(\.isParticle) else { continue }
        addTogether(Array(run), of: name)
        if start == 0 {
          addTogether(run.reversed(), of: name)
        } else if !words[end].isParticle {
          addInitial(before: run, Array(words[..<start]), of: name)
        }
      }
      // The last name first.
      for end in words.indices.prefix(start) where !words[end].isParticle || end + 1 == start {
        addTogether(Array(words[start...] + words[...end]), of: name)
      }
    }
  }

  private mutating func addTogether(_ words: [TextWord], of name: String) {
    guard words.count > 1, let last = words.last else { return }
    let letters = words.reduce(0) { $0 + $1.raw.count }
    // In « Anne le dit » the particle is no part of the name.
    add(words, .personne, last.isParticle ? .glued : letters > 3 ? .words : .capitalised, de: name)
  }

  private mutating func addInitial(
    before run: ArraySlice<TextWord>, _ first: [TextWord], of name: String
  ) {
    for initials in [first.prefix(1), first.filter { !$0.isParticle }[...]] {
      let letters = initials.map { String($0.raw.prefix(1)) }.joined()
      add(TextWord.all(in: letters) + run, .personne, .glued, de: name)
    }
    addAddress(first, run, of: name)
  }

  private mutating func addAddress(
    _ first: [TextWord], _ last: ArraySlice<TextWord>, of name: String
  ) {
    let letters = last.map(\.raw).joined()
    guard letters.count > 1 else { return }
    for initials in [first.prefix(1), first[...]] {
      let start = initials.map { $0.raw.prefix(1) }.joined()
      addresses[start + letters] = name
      addresses[letters + start] = name
    }
  }

  /// Somebody's address, by the letters before its `@`.
  mutating func addAddress(_ local: String, of name: String) { addresses[local] = name }

  /// `wu@`, `drroy@`, and in texts `MmeDurand`.
  private mutating func addAddress(_ word: TextWord, of name: String) {
    addresses[word.raw] = name
    for title in Self.titles { addresses[title + word.raw] = name }
    guard all.count < Self.mostSpellings else { return }
    // A short one begins too many words: « mélange » is not M. Lange.
    for title in Self.titles where !["m", "me", "dr", "pr"].contains(title) {
      add(TextWord.all(in: title) + [word], .personne, .glued, de: name)
    }
  }

  /// What people write before a name, folded.
  static let titles = [
    "m", "me", "mr", "mme", "mmes", "mlle", "dr", "pr", "madame", "mesdames", "mademoiselle",
    "monsieur", "messieurs", "docteur", "maitre",
  ]

  /// The person whose address begins so before its `@`, or ends so: `durandpro`.
  ///
  /// - Complexity: O(letters²) of the word.
  func person(atAddress word: String) -> String? {
    if let name = addresses[word] { return name }
    guard word.utf8.count > Self.fewLetters else { return nil }
    for length in stride(from: word.count - 1, through: Self.fewLetters, by: -1)
    where length >= Self.manyLetters || word.count - length >= Self.fewLetters {
      if let name = addresses[String(word.prefix(length))] ?? addresses[String(word.suffix(length))]
      {
        return name
      }
    }
    return nil
  }

  /// Fewer letters begin too many words; up to five do, unless a word stands beside them:
  /// `contactroy`, not `sroy`.
  private static let fewLetters = 3
  private static let manyLetters = 5

  /// Two letters are a name when they begin with a capital.
  private func writing(of words: [TextWord]) -> MaskedName.Writing {
    words.contains { $0.text.count > 2 } ? .inAnyCase : .capitalised
  }

  // Organisations and places.

  /// Three letters and fewer are a word of many texts: « sel » is not the SEL.
  private func writing(ofAcronym word: TextWord) -> MaskedName.Writing {
    word.text.count < 4 ? .capitals(orAs: word.text) : .inAnyCase
  }

  /// Its name, also without its legal form, and what stands outside brackets and in them.
  private mutating func addOrganisation(_ name: String, _ kind: MaskedName.Kind) {
    let pieces = name.split { "()[]".contains($0) }.map { TextWord.all(in: String($0)) }
    var names = [TextWord.all(in: name)]
    if pieces.count > 1 {
      names += pieces.enumerated().filter { index, piece in
        !piece.allSatisfy(\.isLegalForm) && (index == 0 || piece.count > 1)
      }.map(\.element)
    }
    for words in names {
      addOrganisation(words, kind, of: name)
      for bare in withoutForms(words) { addOrganisation(bare, kind, of: name) }
    }
  }

  /// A name without the article.
  private mutating func addOrganisation(
    _ words: [TextWord], _ kind: MaskedName.Kind, of name: String
  ) {
    let core = Array(words.drop(while: \.isArticle))
    // « La Ferme » is not every « ferme », and « Les Tournesols » is their one word.
    if words.count > 1 {
      add(core.count > 1 ? core : words, kind, .inAnyCase, de: name)
      if core.count > 1, core.count < words.count { add(words, kind, .glued, de: name) }
    }
    if core.count == 1, let word = core.first, !word.isGeneric {
      add([word], kind, writing(ofAcronym: word), de: name)
    }
    addProperWords(core, kind, of: name)
    // « CCAS de Lille » is called the CCAS; a name all in capitals has no acronym in it.
    guard core.count == 1 || !words.allSatisfy({ $0.isInCapitals || $0.isNumber }) else { return }
    for word in core where word.isInCapitals && word.text.count > 1 && !word.isLegalForm {
      add([word], kind, writing(ofAcronym: word), de: name)
      let spelt = word.text.map { String($0) }.joined(separator: " ")
      add(TextWord.all(in: spelt), kind, .capitals(orAs: word.text), de: name)
    }
  }

  /// « SCIC Les Jardins d’Émile » without its form, « Coopérative L’Étoile SCIC » without the one after
  /// it, unless what is left is no more than words: « Association sportive ».
  private func withoutForms(_ words: [TextWord]) -> [[TextWord]] {
    var rest = words[...]
    while rest.last?.isLegalForm == true { rest.removeLast() }
    var bare = rest
    if rest.first(where: { !$0.isArticle })?.isLegalForm == true {
      bare = rest.drop(while: \.isArticle).drop(while: \.isLegalForm)
        .drop { $0.isParticle && !$0.isArticle }
    }
    return [rest, bare].filter { one in
      let core = one.drop(while: \.isArticle)
      return one.count < words.count && one.count > 1 && !core.isEmpty
        && core.contains { $0.isCapitalised && $0.isDistinctive }
    }.map(Array.init)
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

  /// A SIREN, also of what was given as a SIRET.
  private mutating func addNumber(_ text: String) {
    let digits = text.folded.filter(\.isNumber)
    if digits.count >= 9 {
      number = (String(digits.prefix(9)), text)
    } else {
      add(TextWord.all(in: digits), .structure, .inAnyCase, de: text)
    }
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
