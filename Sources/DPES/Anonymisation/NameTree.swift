/// Names by their words, those that begin alike together: a text is looked through once, however many
/// names there are.
struct NameTree {
  private struct Node {
    let word: String
    /// The places of the next words, by what is left of them without the mark of a plural.
    var children: [String: [Int]] = [:]
    /// How long the next words are, as bits, by their first two bytes.
    ///
    /// Most words of a text are no name's, which shows at a glance. The last bit is for all that are
    /// longer.
    var lengths: [UInt16: UInt64] = [:]
    /// What ends here.
    var names: [MaskedName] = []
  }

  /// As many first words of a name are as good as all.
  private static let mostWords = 24
  /// As many pieces of a word that is broken up are as good as all.
  private static let mostPieces = 8

  private var nodes = [Node(word: "")]

  mutating func insert(_ name: MaskedName) {
    var node = 0
    for word in name.words.prefix(Self.mostWords) { node = child(of: node, word) }
    nodes[node].names.append(name)
  }

  private mutating func child(of node: Int, _ word: String) -> Int {
    let key = word.singulier
    if let known = nodes[node].children[key]?.first(where: { nodes[$0].word == word }) {
      return known
    }
    nodes.append(Node(word: word))
    let child = nodes.count - 1
    nodes[node].children[key, default: []].append(child)
    let length = min(word.utf8.count, UInt64.bitWidth - 1)
    nodes[node].lengths[word.utf8.prefix(2).asKey, default: 0] |= 1 << UInt64(length)
    return child
  }

  /// The longest name that begins with a word of a text, and the word after its last.
  ///
  /// The words of a name may be glued together; one of them may be parted by a hyphen or an
  /// apostrophe.
  func longest(
    of kind: MaskedName.Kind, at place: Int, among words: [TextWord], in text: String
  ) -> (name: MaskedName, end: Int)? {
    var search = Search(kind: kind, start: place, words: words, text: text)
    look(from: 0, Position(place: place, rest: words[place].raw[...]), &search)
    return search.best
  }

  /// How far a text is read: a word, and what is left of it.
  private struct Position {
    var place: Int
    var rest: Substring
    /// Nothing but a hyphen or the end of a line stood between the words so far.
    var isGlued = true
  }

  private struct Search {
    let kind: MaskedName.Kind
    let start: Int
    let words: [TextWord]
    let text: String
    var best: (name: MaskedName, end: Int)?

    mutating func take(_ names: [MaskedName], endingAt place: Int, isGlued: Bool) {
      let said = words[start...place]
      for name in names where name.writing.allows(said, isGlued: isGlued) {
        if let best, !name.precedes(best.name) { continue }
        best = (name, place + 1)
      }
    }
  }

  /// Goes on with each word of a name that the text goes on with, also one in several pieces.
  private func look(from node: Int, _ position: Position, _ search: inout Search) {
    var position = position
    var looked = 0
    for _ in 0..<Self.mostPieces {
      let said = String(position.rest)
      for child in nodes[node].children[said.singulier] ?? [] {
        end(child, position, &search)
      }
      for (child, length) in glued(below: node, said, longerThan: looked) {
        var next = position
        next.rest = Substring(said.utf8.dropFirst(length))
        look(from: child, next, &search)
      }
      guard mayGoOn(below: node, after: said), position.place + 1 < search.words.count,
        search.words.areSyllables(position.place, in: search.text)
      else { return }
      looked = said.utf8.count
      position.place += 1
      position.rest = Substring(said + search.words[position.place].raw)
    }
  }

  /// Whether what was said may be the beginning of a longer word of a name.
  private func mayGoOn(below node: Int, after said: String) -> Bool {
    guard said.utf8.count > 1 else { return !nodes[node].children.isEmpty }
    let bits = nodes[node].lengths[said.utf8.prefix(2).asKey] ?? 0
    return bits >> UInt64(min(said.utf8.count, UInt64.bitWidth - 1)) != 0
  }

  /// The next words of names that a word of a text begins with, and goes on after.
  private func glued(
    below node: Int, _ said: String, longerThan looked: Int
  ) -> [(child: Int, length: Int)] {
    let utf8 = said.utf8
    var bits = nodes[node].lengths[utf8.prefix(2).asKey] ?? 0
    if utf8.count > 1, let one = nodes[node].lengths[utf8.prefix(1).asKey] { bits |= one }
    var found: [(Int, Int)] = []
    while bits != 0 {
      let length = bits.trailingZeroBitCount
      bits &= bits - 1
      guard length > looked, length < utf8.count, let word = String(utf8.prefix(length)) else {
        continue
      }
      for child in nodes[node].children[word.singulier] ?? [] where nodes[child].word == word {
        found.append((child, length))
      }
    }
    return found
  }

  /// A word of a name ends where one of the text does.
  private func end(_ node: Int, _ position: Position, _ search: inout Search) {
    let place = position.place
    search.take(nodes[node].names, endingAt: place, isGlued: position.isGlued)
    guard !nodes[node].children.isEmpty, place + 1 < search.words.count,
      search.words.areParts(place, of: search.kind, in: search.text)
    else { return }
    let isGlued =
      position.isGlued && !search.words[place].isElision
      && search.words.areSyllables(place, in: search.text)
    look(
      from: node,
      Position(place: place + 1, rest: search.words[place + 1].raw[...], isGlued: isGlued),
      &search)
  }
}

extension Substring.UTF8View {
  fileprivate var asKey: UInt16 { reduce(0) { $0 << 8 | UInt16($1) } }
}

extension MaskedName {
  /// Which of two names in one place it is: the longer one, and always the same.
  func precedes(_ other: MaskedName) -> Bool {
    (other.letters, order) < (letters, other.order)
  }

  private var letters: Int { words.reduce(0) { $0 + $1.count } }

  private var order: String { "\(kind.rawValue) \(nom) \(writing)" }
}

extension MaskedName.Writing {
  /// So few letters in one word may be a word of the language.
  private static let fewLetters = 5

  fileprivate func allows(_ words: ArraySlice<TextWord>, isGlued: Bool) -> Bool {
    let letters = words.reduce(0) { $0 + $1.raw.count }
    return switch self {
    case .inAnyCase: true
    case .capitalised: words.areCapitalised
    case .words: !isGlued || letters > Self.fewLetters || words.areCapitalised
    case .glued: isGlued && (letters >= Self.fewLetters || words.areCapitalised)
    case .capitals(let spelling):
      words.allSatisfy(\.isInCapitals) || words.map(\.text).joined() == spelling
    }
  }
}

extension ArraySlice<TextWord> {
  fileprivate var areCapitalised: Bool {
    allSatisfy { $0.isParticle || $0.isCapitalised } && contains(where: \.isCapitalised)
  }
}
