import DPES
import TerminalUI
import Testing

@testable import Application

/// What was promised, on the wall, and nobody's name.
@Suite struct PromessesPageTests {
  @Test(arguments: wallSizes)
  func `the promises of a séance, each with its state and its day`(size: Size) throws {
    var state = try wall(try example(), size, on: .etat, selecting: "seances")
    #expect(state.wallPageName == "promesses")
    try expectFrame(state.view, named: "salle-promesses-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    #expect(state.words.contains("EN RETARD"))
    #expect(!state.words.contains("SANS NOUVELLE"))
    #expect(state.words.contains("À VENIR") == (size.width >= 60))
    #expect(state.words.contains("pour le 27 novembre 2026"))
    #expect(state.words.contains("3 tenues") == (size.width >= 80))
    for _ in 0..<4 {
      state.press(.down)
      let promesse = try #require(state.etat.row.flatMap(state.etat.rows.promesse))
      // The one that keys are about is always there, whole.
      let texte = try #require(promesse.texte)
      // It may go on in the next row, beside the words of its state.
      for word in texte.split(separator: " ") { #expect(state.says(String(word)), "\(texte)") }
      expectNobody(state, try example())
    }
  }

  @Test func `Espace says that one is kept, ↑ ↓ pass over the séances`() throws {
    var state = try wall(try example(), Size(80, 24), on: .etat, selecting: "seances")
    state.press(.down)
    let promesse = try #require(state.etat.row.flatMap(state.etat.rows.promesse))
    state.press(.character(" "))
    #expect(state.etat.rows.promesse(try #require(state.etat.row))?.etat == .tenue)
    #expect(state.words.contains("TENUE") && !state.words.contains("EN RETARD"))
    #expect(state.isOnWall && state.etat.row?.id == promesse.id)
    for _ in 0..<9 {
      state.press(.down)
      #expect(state.etat.row?.promesse != nil)
    }
  }

  @Test(arguments: wallSizes)
  func `no séance, no promise, a promise with nothing said`(size: Size) throws {
    let demarches = try bareDemarches()
    var state = try wall(demarches[0], size, on: .etat, selecting: "seances")
    #expect(state.words.contains("o ouvre celle du jour.") && !state.words.contains("promesse"))
    state.press(.character("o"))
    #expect(state.demarche?.seances.count == 1 && state.isOnWall)
    state = try wall(demarches[1], size, on: .etat, selecting: "seances")
    #expect(state.words.contains("s, puis n : une promesse."))
    state.press(.down)
    #expect(state.says("Une promesse sans texte") && state.words.contains("sans date"))
  }

  @Test func `with sixty promises the chosen one is among those shown`() throws {
    var demarche = try example()
    let index = try #require(demarche.seancesParDate.first)
    demarche.seances[index].promesses = (0..<60).map { number in
      var promesse = Seance.Promesse()
      promesse.id = "zz\(number + 100)"
      promesse.texte = "La promesse numéro \(number)"
      return promesse
    }
    for size in wallSizes {
      var state = try wall(demarche, size, on: .etat, selecting: "zz100")
      for number in 1..<60 {
        state.press(.down)
        #expect(state.words.contains("La promesse numéro \(number)"))
      }
    }
  }

  @Test func `a follower shows the same promise`() throws {
    var first = try wall(try example(), Size(80, 24), on: .etat, selecting: "seances")
    first.press(.down, .down)
    var second = try wall(try example(), Size(80, 24), isFollower: true)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.wallPageName == "promesses" && second.etat.row?.id == first.etat.row?.id)
  }
}
