/// A name to be recognised in texts, as the words it is made of.
struct MaskedName: Hashable {
  /// What a name is replaced by.
  enum Kind: String {
    case personne, organisme, structure, lieu
  }

  /// How a text may write it; accents and the mark of a plural never matter.
  enum Writing: Hashable {
    case inAnyCase
    /// Each word begins with a capital.
    case capitalised
    /// In capitals, or just as it is spelt here: letters that are often a word, such as « la ».
    case capitals(orAs: String)
  }

  /// Folded, without the mark of a plural; never empty.
  let words: [String]
  let kind: Kind
  let writing: Writing

  /// nil for a text without any word.
  init?(_ words: some Sequence<TextWord>, _ kind: Kind, _ writing: Writing) {
    self.words = words.map(\.folded)
    self.kind = kind
    self.writing = writing
    if self.words.isEmpty { return nil }
  }
}

/// Replaces names in texts, wherever they stand as whole words.
struct NameMask {
  /// By their first words, the longest first.
  private let names: [String: [MaskedName]]

  init(_ names: Set<MaskedName>) {
    self.names = Dictionary(grouping: names) { $0.words[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The text with `[personne]`, `[organisme]`, `[structure]` or `[lieu]` for each name.
  ///
  /// - Complexity: O(n) in the text.
  func masked(_ text: String) -> String {
    guard !names.isEmpty else { return text }
    let words = TextWord.all(in: text)
    var found: [(words: Range<Int>, kind: MaskedName.Kind)] = []
    var place = 0
    while place < words.count {
      guard let name = name(at: place, among: words, in: text) else {
        place += 1
        continue
      }
      let end = place + name.words.count
      // First name and family name are one person.
      if let last = found.last, last.kind == name.kind,
        words.areOne(from: last.words.upperBound - 1, to: place, in: text)
      {
        found[found.count - 1].words = last.words.lowerBound..<end
      } else {
        found.append((place..<end, name.kind))
      }
      place = end
    }
    var result = ""
    var rest = text.startIndex
    for one in found {
      result += text[rest..<words[one.words.lowerBound].range.lowerBound]
      result += "[\(one.kind.rawValue)]"
      rest = words[one.words.upperBound - 1].range.upperBound
    }
    return result + text[rest...]
  }

  private func name(at place: Int, among words: [TextWord], in text: String) -> MaskedName? {
    names[words[place].folded]?.first { name in
      let end = place + name.words.count
      guard end <= words.count else { return false }
      let here = words[place..<end]
      return here.lazy.map(\.folded).elementsEqual(name.words)
        && here.dropLast().indices.allSatisfy { words.areJoined($0, in: text) }
        && name.writing.allows(here)
    }
  }
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
