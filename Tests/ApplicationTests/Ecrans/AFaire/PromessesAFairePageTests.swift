import DPES
import TerminalUI
import Testing

@testable import Application

/// The promises among what is to be done, on the wall.
@Suite struct PromessesAFairePageTests {
  @Test(arguments: wallSizes)
  func `the promises to look at again, and how much else there is`(size: Size) throws {
    let state = try wall(try example(), size, on: .aFaire)
    #expect(state.wallPageName == "promesses")
    try expectFrame(state.view, named: "salle-a-faire-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    #expect(state.words.contains("TENUE"))
    #expect(state.words.contains("3 en retard") == (size.width >= 80))
  }

  @Test func `↑ ↓ go from promise to promise, and leave the wall on it`() throws {
    var state = try wall(try example(), Size(80, 24), on: .aFaire)
    let first = state.aFaire.promesse
    state.press(.down)
    #expect(state.aFaire.promesse != first)
    guard case .promesse = state.aFaire.selected?.objet else {
      Issue.record("no promise selected")
      return
    }
    state.press(.up, .up)
    #expect(state.aFaire.promesse == first)
    var second = try wall(try example(), Size(80, 24), isFollower: true)
    state.press(.down)
    _ = second.update(.wall(try #require(state.wall)))
    #expect(second.aFaire.promesse == state.aFaire.promesse)
  }

  @Test(arguments: wallSizes)
  func `no promise to look at`(size: Size) throws {
    let state = try wall(try bareDemarches()[0], size, on: .aFaire)
    #expect(state.words.contains("Elles se font dans une séance : 1 y mène."))
  }
}
