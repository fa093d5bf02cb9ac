/// Somebody of a line as it is typed when a room is set up: `MB s, JPL b, SD s`.
package struct PersonneEcrite: Hashable, Sendable {
  /// In capitals.
  package let initiales: String
  /// nil where no letter says it.
  package let college: College?

  /// The longest that initials get, in characters.
  package static let initialesMax = 8

  /// Why a line can't be read: the piece that is wrong, as it was typed.
  package enum Faute: Error, Hashable, Sendable {
    /// No initials, or too long for initials.
    case initiales(String)
    /// What follows the initials is no collège.
    case college(String)
    /// Twice in the line.
    case deuxFois(String)
  }

  /// One piece of a line: as it was typed, and whom it says or what is wrong with it.
  package struct Morceau: Sendable {
    package let ecrit: String
    package let lu: Result<PersonneEcrite, Faute>
  }

  /// Reads people between commas or semicolons, each by initials, then the letter of a collège or its
  /// name if it is known; empty pieces say nobody.
  package static func morceaux(de ligne: String) -> [Morceau] {
    var known: Set<String> = []
    return ligne.split { ",;".contains($0) || $0.isNewline }.compactMap { piece in
      let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !words.isEmpty else { return nil }
      let lu = Result { () throws(Faute) in
        let one = try personne(words)
        guard known.insert(one.initiales.folded).inserted else { throw .deuxFois(one.initiales) }
        return one
      }
      return Morceau(ecrit: words.joined(separator: " "), lu: lu)
    }
  }

  /// The people of a line.
  ///
  /// - Throws: What is wrong with the first piece that is.
  package static func lire(_ ligne: String) throws(Faute) -> [PersonneEcrite] {
    var people: [PersonneEcrite] = []
    for morceau in morceaux(de: ligne) { people.append(try morceau.lu.get()) }
    return people
  }

  private static func personne(_ words: [String]) throws(Faute) -> PersonneEcrite {
    let typed = words.joined(separator: " ")
    let initiales = (words.first ?? "").uppercased()
    // Any sign that is no punctuation: some write names in none of our letters.
    guard initiales.count <= initialesMax,
      initiales.contains(where: { $0.isLetter || !$0.isASCII })
    else { throw .initiales(typed) }
    let college = words.dropFirst().first.flatMap(College.init(ecrit:))
    guard words.count == 1 || (words.count == 2 && college != nil) else { throw .college(typed) }
    return PersonneEcrite(initiales: initiales, college: college)
  }
}

extension College {
  /// The letter that says it: the first of its short name.
  package var lettre: Character { motCourt.first ?? "?" }

  /// Reads its letter, or three letters and more of its name: `s`, `sal`, `salariée`.
  package init?(ecrit: String) {
    let typed = ecrit.folded
    let found = Self.allCases.first { college in
      if typed == String(college.lettre) { return true }
      let words = [college.motCourt, college.nom].flatMap { $0.folded.split(separator: " ") }
      return words.contains { word in
        let stem = String(word).singulier
        return word.count > 3 && typed.count >= 3
          && (word.hasPrefix(typed) || typed.hasPrefix(stem))
      }
    }
    guard let found else { return nil }
    self = found
  }
}

extension Demarche {
  /// Adds people to the tour de table, in their order.
  ///
  /// - Returns: The last one's id.
  package mutating func ajouterParticipants(
    _ personnes: [PersonneEcrite], ids: inout IDGenerator, _ fill: (inout Participant) -> Void
  ) -> String? {
    var last: String?
    for personne in personnes {
      var one = Participant()
      fill(&one)
      one.initiales = personne.initiales
      one.college = personne.college ?? one.college
      last = participants.ajouter(one, ids: &ids)
    }
    return last
  }
}
