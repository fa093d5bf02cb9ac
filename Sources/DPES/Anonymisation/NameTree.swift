/// Names by their words, those that begin alike together: a text is looked through once, however many
/// names there are.
struct NameTree {
  private struct Node {
    let word: String
    var children: [Int] = []
    /// The places among `children`, by the first letters of their words, up to three.
    var byPrefix: [String: [Int]] = [:]
    /// What ends here.
    var names: [MaskedName] = []
  }

  /// As many first words of a name are as good as all.
  private static let mostWords = 24
  private static let prefix = 3

  private var nodes = [Node(word: "")]

  mutating func insert(_ name: MaskedName) {
    var node = 0
    for word in name.words.prefix(Self.mostWords) { node = child(of: node, word) }
    nodes[node].names.append(name)
  }

  private mutating func child(of node: Int, _ word: String) -> Int {
    let known = nodes[node].byPrefix[String(word.prefix(Self.prefix))] ?? []
    if let child = known.first(where: { nodes[$0].word == word }) { return child }
    nodes.append(Node(word: word))
    let child = nodes.count - 1
    nodes[node].children.append(child)
    for length in 1...min(Self.prefix, word.count) {
      nodes[node].byPrefix[String(word.prefix(length)), default: []].append(child)
    }
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
}

extension NameTree {
  /// How far a text is read: a word, and what is left of it.
  private struct Position {
    var place: Int
    var rest: Substring
  }

  private struct Search {
    let kind: MaskedName.Kind
    let start: Int
    let words: [TextWord]
    let text: String
    var best: (name: MaskedName, end: Int)?

    mutating func take(_ names: [MaskedName], endingAt place: Int) {
      let said = words[start...place]
      for name in names where name.writing.allows(said) {
        if let best, !name.precedes(best.name) { continue }
        best = (name, place + 1)
      }
    }

    /// The position after one word of a name; nil when it does not stand there.
    func position(after word: String, from position: Position) -> Position? {
      var position = position
      var part = word[...]
      while position.rest != part,
        String(position.rest).singulier != String(part).singulier
      {
        if position.rest.hasPrefix(part) {
          position.rest = position.rest.dropFirst(part.count)
          return position
        }
        guard part.hasPrefix(position.rest), position.place + 1 < words.count,
          words.areSyllables(position.place, in: text)
        else { return nil }
        part = part.dropFirst(position.rest.count)
        position.place += 1
        position.rest = words[position.place].raw[...]
      }
      position.rest = ""
      return position
    }
  }

  private func look(from node: Int, _ position: Position, _ search: inout Search) {
    var position = position
    if position.rest.isEmpty {
      search.take(nodes[node].names, endingAt: position.place)
      guard !nodes[node].children.isEmpty, position.place + 1 < search.words.count,
        search.words.areParts(position.place, of: search.kind, in: search.text)
      else { return }
      position.place += 1
      position.rest = search.words[position.place].raw[...]
    }
    let longest = min(Self.prefix, position.rest.count)
    for length in 1...max(longest, 1) {
      for child in nodes[node].byPrefix[String(position.rest.prefix(length))] ?? []
      where length == longest || nodes[child].word.count == length {
        guard let next = search.position(after: nodes[child].word, from: position) else { continue }
        look(from: child, next, &search)
      }
    }
  }
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
  fileprivate func allows(_ words: ArraySlice<TextWord>) -> Bool {
    switch self {
    case .inAnyCase: true
    case .capitalised:
      words.allSatisfy { $0.isParticle || $0.isCapitalised }
        && words.contains(where: \.isCapitalised)
    case .capitals(let spelling):
      words.allSatisfy(\.isInCapitals) || words.map(\.text).joined() == spelling
    }
  }
}
