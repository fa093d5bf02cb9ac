import DPES
import TerminalUI
import Testing

@testable import Application

/// What changed since the image before, on the wall.
@Suite struct ComparaisonPageTests {
  @Test(arguments: wallSizes)
  func `how many of each evolution on an axis, and those that changed`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.right, .right, .character("i"))
    #expect(state.wallPageName == "comparaison")
    try expectFrame(state.view, named: "salle-comparaison-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    #expect(state.words.contains("DÉMOCRATIE"))
    if size.width >= 80 {
      #expect(state.words.contains("Les familles demandent un groupe à elles"))
      #expect(!state.words.contains("…"))
    }
  }

  @Test func `by axis, in ASCII`() throws {
    var state = try wall(try example(), Size(80, 24), isASCII: true)
    state.press(.character("i"))
    #expect(state.words.contains("^ 2 v 0 + 1 - 1 = 7"))
    state.press(.right)
    #expect(state.words.contains("PERSONNE D’ABORD"))
    try expectFrame(state.view, named: "salle-comparaison-80x24-ascii")
    state.press(.character("i"))
    #expect(state.wallPageName == "observation")
  }

  @Test func `it is offered only where the image shown has one before it`() throws {
    var demarche = try example()
    var state = try wall(demarche, Size(80, 24))
    #expect(state.wallPageNames.contains("comparaison"))
    state.shown.imageID = demarche.cercles.min { $0.date < $1.date }?.id
    state.renewDerived()
    #expect(!state.wallPageNames.contains("comparaison"))
    demarche.cercles.removeFirst(demarche.cercles.count - 1)
    state = try wall(demarche, Size(80, 24))
    state.press(.character("i"))
    #expect(state.wallPageName == "observation")
    #expect(state.words.contains("rien à montrer sur cette page"))
  }

  @Test func `colours are not given to what is not seen`() throws {
    var state = try wall(try example(), Size(80, 24))
    let before = state.demarche
    state.press(.character("i"), .character("r"), .character("!"))
    #expect(state.demarche == before)
  }

  @Test func `many lines are gone through, down to the last and back`() throws {
    var demarche = try example()
    let last = try #require(demarche.imagesParDate.last)
    for number in 0..<60 {
      var observation = Observation()
      observation.id = "zz\(number + 100)"
      observation.axe = .utilite
      observation.texte = "La nouvelle numéro \(number + 100)"
      demarche.cercles[last].observations.append(observation)
    }
    var state = try wall(demarche, Size(80, 24))
    state.press(.character("i"))
    #expect(state.words.contains("pour les voir"))
    for _ in 0..<90 { state.press(.down) }
    #expect(state.words.contains("Deux logements restent fermés"))
    #expect(!state.words.contains("pour les voir"))
    // No key is lost at the end.
    let end = state.view
    state.press(.up)
    #expect(state.view != end)
    var second = try wall(demarche, Size(80, 24), isFollower: true)
    _ = second.update(.wall(try #require(state.wall)))
    #expect(second.wallPageName == "comparaison" && second.cercle.comparee == state.cercle.comparee)
  }

  @Test func `it is worked out once a change`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.press(.character("i"))
    let before = state.cercle.rapprochement?.stamp
    state.press(.right, .left, .down)
    #expect(state.cercle.rapprochement?.stamp == before && before != nil)
    state.press(.character("i"), .character("r"), .character("i"))
    #expect(state.cercle.rapprochement?.stamp != before)
  }
}
