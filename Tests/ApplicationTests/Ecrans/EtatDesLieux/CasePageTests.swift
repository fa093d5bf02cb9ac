import DPES
import TerminalUI
import Testing

@testable import Application

/// A box of the profil stratégique on the wall.
@Suite struct CasePageTests {
  @Test(arguments: wallSizes)
  func `what is chosen, the rest of its box, and the nine boxes`(size: Size) throws {
    let state = try wall(try example(), size, on: .etat, selecting: "ressourcesInternes/1")
    #expect(state.wallPageName == "case")
    try expectFrame(state.view, named: "salle-case-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    // Another of the box is whole.
    #expect(state.words.contains("Un budget tenu de près et des dons fidèles"))
    #expect(state.words.contains("Mobilisation") == (size.width >= 80))
  }

  @Test func `in ASCII, in words`() throws {
    let state = try wall(
      try example(), Size(80, 24), on: .etat, selecting: "ressourcesInternes/1", isASCII: true)
    #expect(state.words.contains("Une trentaine de bénévoles réguliers"))
    try expectFrame(state.view, named: "salle-case-80x24-ascii")
  }

  @Test(arguments: wallSizes)
  func `an empty box asks its question, and says the key that begins`(size: Size) throws {
    for demarche in try bareDemarches() {
      let state = try wall(demarche, size, on: .etat, selecting: "profilStrategique")
      #expect(state.words.contains("Rien encore : n ajoute."))
    }
  }

  @Test func `arrows go from box to box, n adds under the eyes of the room`() throws {
    var state = try wall(
      try example(), Size(80, 24), on: .etat, selecting: "ressourcesInternes/1", isASCII: true)
    state.press(.right)
    #expect(state.words.contains("AMBITION ET FINALITÉS") && state.words.contains("1 / 9"))
    state.press(.left, .character("n"))
    #expect(state.modes.count == 1)
    state.type("Un atelier à nous")
    state.press(.enter, .escape)
    #expect(state.isOnWall && state.modes.isEmpty)
    #expect(
      state.demarche?.profilStrategique.ressourcesInternes.elements.last == "Un atelier à nous")
    #expect(state.words.contains("Un atelier à nous"))
  }

  @Test func `the keys of a box are not heard on another section`() throws {
    var state = try wall(try example(), Size(80, 24), on: .etat, selecting: "seances")
    let before = state.demarche
    state.press(.character("n"), .character("x"), .character("c"))
    #expect(state.demarche == before && state.modes.last is HeldBack)
    // It says what the key opens on the screen.
    #expect(state.words.contains("« Nouvelle promesse » ne s’ouvre pas au mur."))
    state.press(.escape, .character("x"))
    #expect(state.demarche == before)
    #expect(state.words.contains("Cette touche sert dans « Profil stratégique »"))
  }

  @Test func `a follower shows the same`() throws {
    var second = try wall(try example(), Size(80, 24), isFollower: true)
    let first = try wall(try example(), Size(80, 24), on: .etat, selecting: "ressourcesInternes/1")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.wallPageName == "case" && second.etat.profilRow == first.etat.profilRow)
  }

  @Test func `a text too long for its room is cut between words`() throws {
    var demarche = try example()
    let long =
      "Une ressource que nous avons et dont nous parlons longtemps, avec des mots ordinaires"
    demarche.profilStrategique.ressourcesInternes.elements = (0..<12).map { "\(long) \($0)" }
    let state = try wall(demarche, Size(60, 16), on: .etat, selecting: "ressourcesInternes/3")
    for line in state.view.description.split(separator: "\n") where line.hasSuffix("…") {
      #expect(line.hasSuffix(" …"))
    }
    #expect(state.words.contains("\(long) 3"))
  }
}
