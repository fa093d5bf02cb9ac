/// The names of people and organisations of a tour de table, to be found in texts.
///
/// A person is found by each word of the name, an organisation by its whole name, both whatever
/// the case and the accents, between the bounds of words. What is shorter than four letters means
/// too many other things.
///
/// Not ``KnownNames``, which masks: a remark that is often wrong is read no more, so that this one
/// leaves out initials, acronyms and the parts of organisations' names; a copy that still names
/// somebody can't be taken back, so that the other takes them all.
package struct Noms: Sendable {
  private static let shortest = 4
  /// As many first words of a name are as good as the whole.
  private static let mostWords = 8

  /// Names as they are written, by their words.
  private var written: [String: String] = [:]
  /// The numbers of words of the longer names, by their first words.
  private var counts: [String: Set<Int>] = [:]

  package init(_ participants: [Participant]) {
    for participant in participants {
      for person in [participant.nom, participant.initiales] {
        for word in person?.wordList ?? [] { add(word, [word.folded]) }
      }
      if let organisme = participant.organisme { add(organisme, organisme.folded.wordList) }
    }
  }

  package var isEmpty: Bool { written.isEmpty }

  /// The first name that a text holds; nil when there is none.
  ///
  /// - Complexity: O(length of the text), whatever the names.
  package func first(in text: String) -> String? {
    let words = text.folded.wordList
    for start in words.indices {
      if let found = written[words[start]] { return found }
      for count in counts[words[start]] ?? [] where start + count <= words.count {
        let name = words[start..<(start + count)].joined(separator: " ")
        if let found = written[name] { return found }
      }
    }
    return nil
  }

  private mutating func add(_ name: String, _ words: [String]) {
    guard let first = words.first, words.reduce(0, { $0 + $1.count }) >= Self.shortest else {
      return
    }
    let words = words.prefix(Self.mostWords)
    written[words.joined(separator: " ")] = name
    if words.count > 1 { counts[first, default: []].insert(words.count) }
  }
}

extension String {
  fileprivate var wordList: [String] {
    split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
