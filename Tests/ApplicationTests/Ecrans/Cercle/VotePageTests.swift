import DPES
import TerminalUI
import Testing

@testable import Application

/// The last vote told, on the wall.
@Suite struct VotePageTests {
  @Test(arguments: wallSizes)
  func `the first large, the others below, no share and no collège`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.character("b"))
    #expect(state.wallPageName == "vote")
    try expectFrame(state.view, named: "salle-podium-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    #expect(state.words.contains("10 votants") && !state.words.contains("%"))
    for college in College.allCases { #expect(!state.words.contains(college.motCourt)) }
    if size.width >= 80 { #expect(state.words.contains("Le tri dépend de qui est de service")) }
    state.press(.character("b"))
    #expect(state.wallPageName == "observation")
  }

  @Test func `in ASCII with bars`() throws {
    var state = try wall(try example(), Size(80, 24), isASCII: true)
    state.press(.character("b"))
    #expect(state.words.contains("7 points") && state.words.contains("#####"))
    try expectFrame(state.view, named: "salle-podium-80x24-ascii")
  }

  @Test func `nothing before a vote is told`() throws {
    var demarche = try example()
    for index in demarche.cercles.indices { demarche.cercles[index].scrutins = [] }
    var state = try wall(demarche, Size(80, 24))
    #expect(!state.wallPageNames.contains("vote"))
    state.press(.character("b"))
    #expect(
      state.words.contains(
        "Pas encore de vote : F8 quitte la vue salle, puis b et n en préparent un."))
  }

  @Test(arguments: wallSizes)
  func `a vote of which the file says nothing, and one of a hundred options`(size: Size) throws {
    var bare = try bareDemarches()[1]
    bare.cercles[1].observations = bare.cercles[0].observations
    bare.cercles[1].observations[0].id = "obbbbbbbbb2"
    var state = try wall(bare, size)
    state.press(.character("b"))
    #expect(state.words.contains("VOTE"))
    bare.cercles[1].scrutins[0].options = (0..<100).map { "Choix numéro \($0)" }
    bare.cercles[1].scrutins[0].titre = String(repeating: "Par quoi commencer ? ", count: 5)
    bare.cercles[1].scrutins[0].resultats = (0..<100).map { number in
      var one = Scrutin.Resultat()
      one.option = "Choix numéro \(number)"
      one.points = number == 7 ? .max : number
      return one
    }
    state = try wall(bare, size)
    state.press(.character("b"))
    #expect(state.words.contains("Choix numéro 7"))
  }
}
