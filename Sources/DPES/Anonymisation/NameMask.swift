/// A name to be recognised in texts, as the words it is made of.
struct MaskedName: Hashable {
  /// What a name is replaced by.
  enum Kind: String, CaseIterable {
    case personne, organisme, structure, lieu
  }

  /// How a text may write it; accents and the mark of a plural never matter.
  enum Writing: Hashable {
    case inAnyCase
    /// Each word begins with a capital.
    case capitalised
    /// In any case as words; in one word of few letters with a capital, for « légal » is not Le Gal.
    case words
    /// In one word alone, such as an initial and a name; of few letters with a capital.
    case glued
    /// In capitals, or just as it is spelt here: letters that are often a word, such as « la ».
    case capitals(orAs: String)
  }

  /// Folded; never empty, nor is any of them.
  let words: [String]
  let kind: Kind
  let writing: Writing
  /// As the démarche spells it.
  let nom: String

  /// nil for a text without any word.
  init?(_ words: some Sequence<TextWord>, _ kind: Kind, _ writing: Writing, de nom: String) {
    self.words = words.map(\.raw)
    self.kind = kind
    self.writing = writing
    self.nom = nom
    if self.words.isEmpty { return nil }
  }
}

/// Finds names in texts, and replaces them, wherever they stand as whole words.
///
/// Names are one comparison: what is masked in a copy is what a check tells, and neither depends on
/// case, marks, invisible characters, white space, apostrophes, hyphens, or on the words of a name
/// being glued together.
struct NameMask {
  private let names: [(kind: MaskedName.Kind, tree: NameTree)]
  let known: KnownNames

  init(_ known: KnownNames) {
    var trees: [MaskedName.Kind: NameTree] = [:]
    for name in known.all { trees[name.kind, default: NameTree()].insert(name) }
    self.names = MaskedName.Kind.allCases.compactMap { kind in trees[kind].map { (kind, $0) } }
    self.known = known
  }

  /// The text with `[personne]`, `[organisme]`, `[structure]` or `[lieu]` for each name.
  ///
  /// - Complexity: O(n) in the text.
  func masked(_ text: String) -> String {
    let words = TextWord.all(in: text)
    var result = ""
    var rest = text.startIndex
    for one in found(among: words, in: text) {
      result += text[rest..<words[one.words.lowerBound].range.lowerBound]
      result += "[\(one.kind.rawValue)]"
      rest = words[one.words.upperBound - 1].range.upperBound
    }
    return result + text[rest...]
  }

  /// The names that a text holds, in their order; none when nothing would be masked.
  ///
  /// - Complexity: O(n) in the text.
  func found(in text: String) -> [Found] {
    found(among: TextWord.all(in: text), in: text)
  }

  /// A name in a text.
  struct Found {
    var words: Range<Int>
    let kind: MaskedName.Kind
    /// As the démarche spells it; of somebody it does not know, as the text does, with the civility.
    let nom: String
    var estConnu = true
  }

  /// The names in a text, in their order, none over another.
  private func found(among words: [TextWord], in text: String) -> [Found] {
    var found: [Found] = []
    var place = 0
    while place < words.count {
      guard !words.isMask(place, in: text),
        let next = number(at: place, among: words, in: text)
          ?? name(at: place, among: words, in: text) ?? civil(at: place, among: words, in: text)
      else {
        place += 1
        continue
      }
      place = next.words.upperBound
      // First name and family name are one person.
      if let last = found.last, last.kind == next.kind,
        words.areOne(from: last.words.upperBound - 1, to: next.words.lowerBound, in: text)
      {
        found[found.count - 1].words = last.words.lowerBound..<place
      } else {
        found.append(next)
      }
    }
    return text.utf8.contains(UInt8(ascii: "@")) ? widened(found, among: words, in: text) : found
  }

  /// An address goes as a whole before its `@`, when a person's name is in it.
  private func widened(_ found: [Found], among words: [TextWord], in text: String) -> [Found] {
    var result = found
    for local in words.localParts(in: text) {
      let person =
        result.first { $0.kind == .personne && $0.words.overlaps(local) }?.nom
        ?? local.lazy.compactMap { known.person(atAddress: words[$0].raw) }.first
        ?? known.person(atAddress: words[local].map(\.raw).joined())
      guard let person else { continue }
      let end = result.last { $0.words.overlaps(local) }?.words.upperBound ?? local.upperBound
      let start = result.first { $0.words.overlaps(local) }?.words.lowerBound ?? local.lowerBound
      result.removeAll { $0.words.overlaps(local) }
      let whole = min(start, local.lowerBound)..<max(end, local.upperBound)
      let index = result.firstIndex { $0.words.lowerBound > whole.lowerBound } ?? result.endIndex
      result.insert(Found(words: whole, kind: .personne, nom: person), at: index)
    }
    return result
  }

  private func name(at place: Int, among words: [TextWord], in text: String) -> Found? {
    longest(at: place, among: words, in: text)
      .map { Found(words: place..<$0.end, kind: $0.name.kind, nom: $0.name.nom) }
      ?? nameInHumps(of: words[place]).map {
        Found(words: place..<place + 1, kind: $0.kind, nom: $0.nom)
      }
  }

  /// Whoever a civility announces, also where the démarche does not know them.
  private func civil(at place: Int, among words: [TextWord], in text: String) -> Found? {
    guard let name = words.nameAfterCivility(at: place, in: text) else { return nil }
    // One that it knows may be longer, or be spelt otherwise.
    let known = name.lazy.compactMap { self.name(at: $0, among: words, in: text) }.first
    let told = text[words[place].range.lowerBound..<words[name.upperBound - 1].range.upperBound]
    return known ?? Found(words: name, kind: .personne, nom: String(told), estConnu: false)
  }

  private func longest(
    at place: Int, among words: [TextWord], in text: String
  ) -> (name: MaskedName, end: Int)? {
    names.compactMap { $0.tree.longest(of: $0.kind, at: place, among: words, in: text) }
      .max { $1.name.precedes($0.name) }
  }

  /// What a word of several glued together names: `DrRoy`, `LesOiseauxSCIC`.
  ///
  /// Two capitals in it are nobody's initials.
  private func nameInHumps(of word: TextWord) -> MaskedName? {
    let text = word.humps.joined(separator: " ")
    guard text.utf8.count > word.text.utf8.count else { return nil }
    let words = TextWord.all(in: text)
    for place in words.indices {
      guard let name = longest(at: place, among: words, in: text)?.name else { continue }
      if case .capitals = name.writing { continue }
      return name
    }
    return nil
  }
}
