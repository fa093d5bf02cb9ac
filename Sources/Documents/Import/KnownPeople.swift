import DPES

/// Who of the tour de table a name may be: one rule for the lists of people, and for whatever other
/// column names somebody.
struct KnownPeople {
  private let demarche: Demarche

  init(_ demarche: Demarche) { self.demarche = demarche }

  /// Those who surely have a name, in one order of its words or another, with « Mme » or without.
  func named(_ name: String) -> [Participant] {
    let exact = demarche.participants.filter { $0.nom?.folded == name.folded }
    return exact.isEmpty
      ? demarche.participants.filter { $0.nom.map(name.isName) ?? false } : exact
  }

  /// Those whose name says all that a shorter one does, as « Mme Dupont ».
  func maybe(_ name: String) -> [Participant] {
    let words = name.nameWords
    guard words.contains(where: { $0.count > 2 }), !isFirstName(name) else { return [] }
    return demarche.participants.filter { one in
      var left = one.nom?.nameWords ?? []
      return left.count >= words.count
        && words.allSatisfy { word in
          let place = left.firstIndex { $0 == word || word.count < 3 && $0.hasPrefix(word) }
          if let place { left.remove(at: place) }
          return place != nil
        }
    }
  }

  /// Those who have the initials that a name would have, and a word of it.
  func alike(_ name: String, initials: String) -> [Participant] {
    demarche.participants.filter { one in
      one.initiales?.folded == initials.folded && one.nom.map { Self.isLike($0, name) } ?? false
    }
  }

  /// Whether two names may be one person's: a word of three letters in common.
  static func isLike(_ one: String, _ other: String) -> Bool {
    let words = [one, other].map { name in
      Set(name.folded.split { !$0.isLetter }.filter { $0.count > 2 })
    }
    return !words[0].isDisjoint(with: words[1])
  }

  /// Whether a name is one person's first name alone: their initials are proposed for it.
  private func isFirstName(_ name: String) -> Bool {
    demarche.participants.contains { one in
      one.nom?.folded.split(separator: " ").first.map(String.init) == name.folded
    }
  }
}

extension String {
  /// The words of a name, folded, without « Mme ».
  var nameWords: [String] {
    folded.split { !($0.isLetter || $0.isNumber || "'’".contains($0)) }.map(String.init)
      .filter { !["m", "mr", "mme", "mlle", "dr", "monsieur", "madame"].contains($0) }
  }

  /// The words of a name in one order: « DUPONT Marie » and « Mme Marie Dupont » are one, « Jean Pierre »
  /// and « Jean-Pierre » too; nil for one word, which says too little.
  var nameKey: String? {
    let words = nameWords
    let parts = split { $0.isWhitespace }.filter { part in
      part.contains(where: \.isLetter) && !String(part).nameWords.isEmpty
    }
    let isName = parts.count > 1 && words.allSatisfy { $0.contains(where: \.isLetter) }
    return isName ? words.sorted().joined(separator: " ") : nil
  }

  /// Whether both are one person's names, in one order or another.
  func isName(of other: String) -> Bool {
    folded == other.folded || nameKey.map { $0 == other.nameKey } ?? false
  }
}

extension String {
  /// Whether it says a name with letters for some of its words, as « S CARRE » does of Sophie Carré.
  func shortens(_ name: String) -> Bool {
    var (letters, others) = (nameWords, name.nameWords)
    guard letters.count > 1, letters.count == others.count else { return false }
    for word in letters where word.count > 2 {
      guard let place = others.firstIndex(of: word) else { return false }
      others.remove(at: place)
    }
    letters.removeAll { $0.count > 2 }
    guard letters.count < name.nameWords.count else { return false }
    return letters.allSatisfy { letter in
      guard let place = others.firstIndex(where: { $0.hasPrefix(letter) }) else { return false }
      others.remove(at: place)
      return true
    }
  }
}

extension [Substring] {
  /// Without what stands for « Monsieur » before a first name and a name.
  var withoutMonsieur: [Substring] {
    count > 2 && ["m", "m."].contains(first?.lowercased()) ? Array(dropFirst()) : self
  }

  /// « DUPONT Marie » as « Marie DUPONT »: a name in capitals before a first name that has none.
  var firstNameFirst: [Substring] {
    let name = prefix { word in
      word.count { $0.isLetter } > 1 && word.allSatisfy { !$0.isLowercase }
    }
    guard !name.isEmpty, let next = dropFirst(name.count).first, next.contains(where: \.isLowercase)
    else { return self }
    return Array(dropFirst(name.count)) + Array(name)
  }
}
