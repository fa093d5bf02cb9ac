import DPES
import TerminalUI
import Testing

@testable import Application

/// The page of the board on the wall.
@Suite struct CAPageTests {
  @Test(arguments: wallSizes)
  func `four columns, or one axis at a time`(size: Size) throws {
    var state = try wall(try example(), size, on: .ca)
    #expect(state.wallPageName == "ca")
    try expectFrame(state.view, named: "salle-ca-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    #expect(!state.words.contains("attendu"))
    if size.width >= 100 {
      for axe in Axe.allCases { #expect(state.words.contains(axe.nomCourt)) }
      return
    }
    for axe in Axe.allCases {
      #expect(state.ca.axe == axe && state.words.contains(axe.nomCourt.uppercased()))
      state.press(.right)
    }
    #expect(state.ca.axe == .utilite)
  }

  @Test(arguments: wallSizes)
  func `no palier, and one alone`(size: Size) throws {
    let demarches = try bareDemarches()
    let none = try wall(demarches[0], size, on: .ca, isASCII: true)
    #expect(none.words.contains("Pas encore de palier."))
    let one = try wall(demarches[1], size, on: .ca, isASCII: true)
    #expect(one.words.contains("Seul"))
    #expect(one.words.lowercased().contains("palier 0 sur 1"))
  }

  @Test func `texts of ninety characters are whole where rows are free`() throws {
    var demarche = try example()
    let long =
      "Un pôle animation qui ne dépend plus d’une seule personne, et que chacune peut mener"
    for index in demarche.schema.paliers.indices {
      demarche.schema.paliers[index].intitule = long
    }
    for size in wallSizes where size.width < 100 && size.width > 40 {
      let state = try wall(demarche, size, on: .ca, isASCII: true)
      #expect(state.words.contains(long))
    }
    let wide = try wall(demarche, Size(140, 40), on: .ca, isASCII: true)
    #expect(!wide.words.contains("…"))
  }

  @Test func `a follower shows the same axis`() throws {
    var first = try wall(try example(), Size(80, 24), on: .ca)
    first.press(.right, .right)
    var second = try wall(try example(), Size(60, 16), isFollower: true)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.screen == .ca && second.ca.axe == .democratie)
  }
}
