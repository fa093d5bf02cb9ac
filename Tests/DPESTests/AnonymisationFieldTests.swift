import JSONTree
import Testing

@testable import DPES

/// A name in any text of a file, wherever it stands.
@Suite struct AnonymisationFieldTests {
  /// What is left out as a whole: nothing is told of it, but of what somebody said in their own words.
  private static let untold = Set(
    Format.places.filter { place in
      guard let naming = place.usage.naming else { return false }
      return naming.removal == .sansNoms && naming != .propos || naming == .passe
    }.map { place in place.path.filter { $0 != "*" }.joined(separator: "/") })
  /// What says itself who the structure is: a name there is the structure's.
  private static let own: Set = ["structure/raisonSociale", "structure/adresse"]

  @Test(arguments: [
    ("Ysolde", "vu avec YSOLDE"), ("Ysolde", "chez-ysolde"),
    ("Régie Quenneville", "regie-quenneville"),
  ])
  func `put in any text of the file it is masked or goes, and is told`(name: String, text: String)
    throws
  {
    var generator = MarkedDemarche(seed: 1, isWhole: true)
    let isPerson = name == "Ysolde"
    let tree = generator.tree().replacing(
      ["participants", .index(0), isPerson ? "nom" : "organisme"], with: .string(name))
    let texts = tree.texts()
    #expect(texts.count > 90)
    var read = 0
    for pointer in texts {
      let changed = tree.replacing(pointer.steps, with: .string(text))
      // A day, a word of the format, where no text can stand.
      guard let demarche = try? Demarche(file: changed), !pointer.isInNoPeriod else { continue }
      read += 1
      var ids = IDGenerator(seed: 1)
      let copy = try demarche.anonymisee(.complet, ids: &ids)
      let written = String(decoding: JSONValue.write(copy.json), as: UTF8.self).folded
      #expect(!written.contains("ysolde") && !written.contains("quenneville"), "\(pointer)")
      let path = pointer.steps.compactMap { step in
        if case .key(let key) = step, Int(key) == nil { key } else { nil }
      }.joined(separator: "/")
      if Self.own.contains(path) { continue }
      let told = demarche.constats([.nomDansUnTexte]).map(\.pointeur)
      #expect(told.contains(pointer) != Self.untold.contains(path), "\(pointer)")
    }
    #expect(read > 60)
  }

  @Test func `a code is left to a network that gave its one word to it`() throws {
    var demarche = NameSpellingTests.demarche("Ysolde")
    var acteur = Acteur()
    (acteur.id, acteur.nom) = ("a", "APES")
    demarche.acteurs = [acteur]
    demarche.cercles[0].observations[0].points = ["charte-apes:contrats", "chez l’APES", "apes"]
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.complet, ids: &ids)
    #expect(
      copy.cercles[0].observations[0].points
        == ["charte-apes:contrats", "chez l’[organisme]", "apes"])
    #expect(
      demarche.constats([.nomDansUnTexte]).map(\.pointeur.description)
        == ["/cercles/0/observations/0/points/1"])
  }
}

extension JSONPointer {
  /// Below what is no period, where nothing is read.
  fileprivate var isInNoPeriod: Bool { steps.contains(.key("06")) }
}

extension JSONValue {
  /// Where the texts stand.
  fileprivate func texts(from here: JSONPointer = JSONPointer()) -> [JSONPointer] {
    switch self {
    case .string: [here]
    case .array(let elements):
      elements.enumerated().flatMap { $1.texts(from: here.appending($0)) }
    case .object(let object):
      object.members.flatMap { $0.value.texts(from: here.appending($0.key)) }
    case .null, .bool, .number: []
    }
  }

  fileprivate func replacing(_ steps: [JSONPointer.Step], with value: JSONValue) -> JSONValue {
    guard let step = steps.first else { return value }
    let rest = Array(steps.dropFirst())
    switch (self, step) {
    case (.array(var elements), .index(let index)):
      elements[index] = elements[index].replacing(rest, with: value)
      return .array(elements)
    case (.object(let object), .key(let key)):
      return .object(
        JSONObject(
          unique: object.members.map { member in
            member.key == key
              ? .init(key: key, value: member.value.replacing(rest, with: value)) : member
          }))
    default: return self
    }
  }
}
