import Application
import Documents
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import DPES

/// Whatever number a file holds wherever the format has one: nothing stops.
@Suite struct HostileNumberTests {
  private static let places =
    (try? JSONValue.parse(Array(numbersFile.utf8)))
    .map(NumberPlace.all) ?? []

  private static let beyond = "9223372036854775807"

  @Test func `every number of the format is tried, and has its limit`() {
    #expect(Set(Self.places.map(\.keys)) == NumberPlace.named)
  }

  /// All at once: more meets more.
  @Test(arguments: hostileNumbers)
  func `every number of a file at once`(spelling: String) throws {
    let demarche = try Demarche(numbers: spelling, at: Self.places)
    let sizes = designedSizes + [Size(40, 12), Size(1, 1), Size(1000, 1), Size(300, 90)]
    for screen in Screen.all {
      for size in sizes { try show(demarche, screen, size) }
      try press(demarche, screen, Size(100, 30))
    }
    try use(demarche)
  }

  @Test(arguments: hostileNumbers)
  func `each number of the format alone`(spelling: String) throws {
    var tried: Set<[String]> = []
    for place in Self.places where tried.insert(place.keys).inserted {
      let demarche = try Demarche(numbers: spelling, at: [place])
      // Those beyond the limit all act as one.
      if spelling == Self.beyond || demarche.admits(spelling, at: place) {
        for screen in Screen.all { try show(demarche, screen, Size(100, 30)) }
        try use(demarche)
      }
      let told = demarche.constats([.horsLimites]).map(\.pointeur)
      let isAllowed = demarche.admits(spelling, at: place)
      #expect(told == (isAllowed ? [] : [place.pointer]), "\(place) \(spelling)")
    }
  }

  private func show(_ demarche: Demarche, _ screen: Screen, _ size: Size) throws {
    var state = state(demarche, size, screen: screen)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    _ = state.view
    state.press(.down)
    _ = state.view
    state.press(.character("s"))
    _ = state.view
  }

  /// What keys make of a screen, each from there.
  private func press(_ demarche: Demarche, _ screen: Screen, _ size: Size) throws {
    var state = state(demarche, size, screen: screen)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    state.press(.down)
    for key: [Key] in [
      [.character("n"), .character("x"), .enter, .character("u"), .character("r")],
      [.character("<")], [.character(">")], [.character(">"), .function(9)],
      [.character("m"), .down, .enter], [.character("s"), .down], [.enter], [.enter, .enter],
      [.character("l")], [.character("a")], [.character("k")], [.character("i")],
      [.character("g")], [.character("j"), .up], [.character("f"), .enter], [.delete],
      [.character("h"), .right, .enter], [.character("d"), .enter], [.character("c")],
      [.character("/"), .character("n")], [.control("s")],
    ] {
      var state = state
      for one in key { _ = state.update(.event(.key(one))) }
      _ = state.view
    }
  }

  /// Every document, every check, the merge, and the file again.
  private func use(_ demarche: Demarche) throws {
    _ = demarche.constats()
    let dossier = Dossier(
      demarche, le: exampleDay, instant: Instant(seconds: exampleDay.number * 86_400))
    for file in OutgoingDocument.all.flatMap(\.files) {
      switch file.writing {
      case .plain(let write): _ = write(dossier)
      case .continuing(let write): _ = write(dossier, write(dossier, nil))
      case .filled(let name, let write): _ = try write(dossier, template(name))
      }
    }
    var ids = IDGenerator(seed: 3)
    let signature = Signature(quand: Instant(seconds: 1_790_000_000), jour: exampleDay)
    _ = try demarche.anonymisee(.complet, ids: &ids)
    _ = try demarche.shifted(byDays: 40)
    var ours = demarche
    ours.ajouterObservation("la nôtre", axe: .personne, statut: nil, signature, ids: &ids)
    ours.decalerEcheance(dePalier: "lbbbbbbbbb1", de: 1, signature)
    var theirs = demarche
    theirs.ajouterObservation("la leur", axe: .personne, statut: nil, signature, ids: &ids)
    let merged = try Demarche.merge(base: demarche, ours: ours, theirs: theirs).merged
    for one in merged.cercles.flatMap(\.observations) {
      #expect(one.numero.map(Limite.numero.admet) ?? true)
    }
    // What can't be used stays as it stands.
    #expect(try Demarche(file: demarche.json) == demarche)
  }

  private func template(_ name: String) throws -> Template {
    func read(_ name: String) -> String? {
      let folder = projectFile("Data/modeles")
      return try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return try Template(read(name) ?? "", file: name, read)
  }
}

extension Demarche {
  /// Whether the table of the format expects such a number there.
  fileprivate func admits(_ spelling: String, at place: NumberPlace) -> Bool {
    guard let number = try? JSONValue.parse(Array(spelling.utf8)) else { return false }
    return Self.limite(of: Demarche.self, place.keys[...])?.attend(number) ?? true
  }

  private static func limite<R: Record>(of type: R.Type, _ keys: ArraySlice<String>) -> Limite? {
    guard let field = R.fields.first(where: { $0.key == keys.first }) else { return nil }
    switch field.parts {
    case .one(let type), .list(let type), .byPeriod(let type?):
      return limite(of: type, keys.dropFirst())
    case .none, .byPeriod(nil): return field.limite
    }
  }
}
