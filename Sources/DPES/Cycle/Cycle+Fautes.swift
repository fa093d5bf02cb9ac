package import JSONTree

extension Cycle {
  /// Why a file can be read and yet is no cycle to follow.
  package enum Faute: Hashable, Sendable {
    case codeEnDouble(String)
    /// A code that a passage could not name: it is empty, or holds a blank.
    case codeIllisible(String)
    case tropDEtapes(Int)
    /// It counts from an étape that there is not.
    case depuisInconnu(String)
    /// A word that says what is needed beforehand, and is none.
    case motInconnu(String)
    /// A text that holds what a terminal obeys: a title needs none of it.
    case commande(String)
    case sansEtape
    /// An étape without a title, by its code.
    case sansTitre(String)
    /// An étape that counts from itself, in one step or more.
    case depuisEnBoucle(String)
    /// A name of a template that is no file name.
    case modeleIllisible(String)
    /// A number of months that the format has no room for.
    case moisHorsLimites(cle: String)
  }

  /// What is wrong with it, with the place of each.
  ///
  /// - Complexity: O(length of the texts).
  package var fautes: [(faute: Faute, pointer: JSONPointer)] {
    var found: [(faute: Faute, pointer: JSONPointer)] = []
    if id.isEmpty || id.contains(where: \.isWhitespace) {
      found.append((.codeIllisible(id), ["id"]))
    }
    if etapes.isEmpty { found.append((.sansEtape, ["etapes"])) }
    if etapes.count > Self.mostEtapes { found.append((.tropDEtapes(etapes.count), ["etapes"])) }
    let codes = Set(etapes.map(\.code))
    var met: Set = [Etape.delivrance, Etape.derniere]
    for (index, etape) in etapes.enumerated() {
      let place: JSONPointer = ["etapes", .index(index)]
      if etape.code.isEmpty || etape.code.contains(where: \.isWhitespace) {
        found.append((.codeIllisible(etape.code), place.appending("code")))
      } else if !met.insert(etape.code).inserted {
        found.append((.codeEnDouble(etape.code), place.appending("code")))
      }
      if let depuis = etape.depuis, !codes.contains(depuis), depuis != Etape.delivrance,
        depuis != Etape.derniere
      {
        found.append((.depuisInconnu(depuis), place.appending("depuis")))
      }
      found += Self.fautes(of: etape, at: place)
      if isLooped(etape) {
        found.append((.depuisEnBoucle(etape.code), place.appending("depuis")))
      }
      for (key, words) in [("attendu", etape.attendu), ("prepare", etape.prepare)] {
        for (number, word) in words.enumerated() where !Self.isKnown(word, key) {
          found.append((.motInconnu(word), place.appending(key).appending(number)))
        }
      }
    }
    return found + commands
  }

  /// What is wrong with an étape by itself.
  private static func fautes(
    of etape: Etape, at place: JSONPointer
  ) -> [(faute: Faute, pointer: JSONPointer)] {
    var found: [(faute: Faute, pointer: JSONPointer)] = []
    if etape.titre.allSatisfy(\.isWhitespace) {
      found.append((.sansTitre(etape.code), place.appending("titre")))
    }
    if let name = etape.modele, name.isEmpty || name.contains(where: { "/\\.".contains($0) }) {
      found.append((.modeleIllisible(name), place.appending("modele")))
    }
    // A number beyond its limits is as if it were not there: the étape would never be due.
    let file = etape.json
    for (key, limit) in [("mois", Limite.mois), ("chaqueMois", .duree), ("preavisMois", .mois)] {
      if let value = file[key], !limit.attend(value) {
        found.append((.moisHorsLimites(cle: key), place.appending(key)))
      }
    }
    return found
  }

  /// Whether what an étape counts from comes back to it.
  private func isLooped(_ etape: Etape) -> Bool {
    var code = etape.depuis
    for _ in etapes {
      guard let here = code else { return false }
      if here == etape.code { return true }
      code = self.etape(here)?.depuis
    }
    return false
  }

  private static func isKnown(_ word: String, _ key: String) -> Bool {
    Mot(rawValue: word) != nil || key == "prepare" && Mot.outil(word) != nil
  }

  /// The tools of the manual that its étapes name, by their ids.
  package var outils: [String] { etapes.flatMap(\.prepare).compactMap(Mot.outil) }

  /// Every text that holds a control character, wherever it stands.
  private var commands: [(faute: Faute, pointer: JSONPointer)] {
    var found: [(faute: Faute, pointer: JSONPointer)] = []
    Self.texts(of: json, at: []) { steps, text in
      let isCommand = text.unicodeScalars.contains {
        $0.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains($0)
      }
      if isCommand { found.append((.commande(text), JSONPointer(steps))) }
    }
    return found
  }

  /// The reader bounds how deep a file is.
  private static func texts(
    of value: JSONValue, at steps: [JSONPointer.Step],
    _ body: ([JSONPointer.Step], String) -> Void
  ) {
    switch value {
    case .string(let text): body(steps, text)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        texts(of: element, at: steps + [.index(index)], body)
      }
    case .object(let object):
      for member in object.members {
        texts(of: member.value, at: steps + [.key(member.key)], body)
      }
    default: break
    }
  }
}
