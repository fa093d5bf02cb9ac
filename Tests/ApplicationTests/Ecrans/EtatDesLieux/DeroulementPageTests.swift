import DPES
import TerminalUI
import Testing

@testable import Application

/// The four étapes on the wall.
@Suite struct DeroulementPageTests {
  @Test(arguments: wallSizes)
  func `the étapes, how each stands, and where the group is`(size: Size) throws {
    let state = try wall(try example(), size, on: .etat, selecting: "etapes")
    #expect(state.wallPageName == "deroulement")
    try expectFrame(state.view, named: "salle-deroulement-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    for etape in Parcours.Etape.allCases { #expect(state.says(etape.nom)) }
    #expect(state.words.contains("nous sommes ici"))
    #expect(state.words.contains("tableau de bord, finances") == (size.width > 40))
  }

  @Test(arguments: EtatEcran.Section.allCases)
  func `sections of people show it, and none shows a person`(section: EtatEcran.Section) throws {
    for size in wallSizes {
      let state = try wall(try example(), size, on: .etat, selecting: section.rawValue)
      expectNobody(state, try example())
      switch section {
      case .profilStrategique: #expect(state.wallPageName == "case")
      case .seances: #expect(state.wallPageName == "promesses")
      case .etapes, .structure, .pilotage, .participants, .acteurs, .cycle:
        #expect(state.wallPageName == "deroulement")
      }
    }
  }

  @Test func `↑ ↓ go from étape to étape, ← → to the sections and their pages`() throws {
    var state = try wall(try example(), Size(80, 24), on: .etat)
    let here = DeroulementPage.shown(state)
    state.press(.down)
    #expect(DeroulementPage.shown(state).rawValue == here.rawValue + 1)
    state.press(.up, .up, .up, .up, .up)
    #expect(DeroulementPage.shown(state) == .mobiliser)
    state.press(.left)
    #expect(state.wallPageName == "promesses")
    // A page chosen by Tab stays until another section comes.
    state.press(.tab)
    #expect(state.wallPageName == "deroulement")
    state.press(.left)
    #expect(state.wallPageName == "case")
  }

  @Test(arguments: wallSizes)
  func `nothing yet`(size: Size) throws {
    for demarche in try bareDemarches() {
      let state = try wall(demarche, size, on: .etat)
      #expect(state.words.contains("rien encore") && state.words.contains("nous sommes ici"))
    }
  }

  @Test func `a follower is told the étape, and nothing that is said of it`() throws {
    var first = try wall(try example(), Size(80, 24), on: .etat, selecting: "etapes")
    first.press(.up, .up, .up)
    let told = try #require(first.wall)
    #expect(told.place.selection == "etape1")
    var second = try wall(try example(), Size(60, 16), isFollower: true)
    _ = second.update(.wall(told))
    #expect(second.wallPageName == "deroulement" && DeroulementPage.shown(second) == .mobiliser)
  }
}
