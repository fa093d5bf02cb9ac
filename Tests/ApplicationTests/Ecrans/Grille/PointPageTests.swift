import DPES
import TerminalUI
import Testing

@testable import Application

/// The point of the grille under discussion, on the wall.
@Suite struct PointPageTests {
  @Test(arguments: wallSizes)
  func `the point, its référentiel, its axis, its answer`(size: Size) throws {
    let state = try wall(try example(), size, on: .grille)
    #expect(state.wallPageName == "point")
    try expectFrame(state.view, named: "salle-point-\(size.width)x\(size.height)")
    expectNobody(state, try example())
    #expect(state.words.contains("PARTIELLE") && state.words.contains("1 / 19"))
    #expect(state.words.contains("Charte de l’économie solidaire") == (size.width > 40))
  }

  @Test func `in ASCII`() throws {
    let state = try wall(try example(), Size(80, 24), on: .grille, isASCII: true)
    #expect(state.words.contains("Quels contrats proposons-nous, et pour combien de temps ?"))
    try expectFrame(state.view, named: "salle-point-80x24-ascii")
  }

  @Test func `it is answered on the wall; a reason to type is not asked there`() throws {
    var state = try wall(try example(), Size(80, 24), on: .grille)
    state.press(.character("o"))
    #expect(state.words.contains("2 / 19"))
    state.press(.up)
    #expect(state.words.contains("OUI") && state.grille.selected?.reponse?.existante == .oui)
    state.press(.down, .character("x"), .up)
    #expect(state.words.contains("2 / 19") && state.words.contains("NON"))
    state.press(.character("c"), .enter)
    #expect(state.words.contains("F8 l’ouvre à l’écran"))
    state.press(.escape)
    #expect(state.modes.isEmpty && state.isOnWall)
    state.press(.right)
    #expect(state.words.contains("Personne d’abord"))
  }

  @Test func `an answer on the wall is said, and taking it back names the question and goes to it`()
    throws
  {
    var state = try wall(try example(), Size(100, 30), on: .grille)
    let first = try #require(state.grille.selected?.point)
    let start = first.intitule.prefix(14)
    state.press(.character("o"))
    #expect(state.words.contains("2 / 19") && state.words.contains("« \(start)"))
    #expect(state.words.contains("oui. ↑ y revient. u annule"))
    state.press(.character("u"))
    #expect(state.words.contains("Annulé : réponse à « \(start)"))
    #expect(state.grille.selected?.point.code == first.code && state.words.contains("1 / 19"))
    // The same letter only looks on the wall of the cercle.
    state.press(.character("i"))
    #expect(state.words.contains("u annule"), "\(state.words)")
  }

  @Test(arguments: wallSizes)
  func `no answer yet, no point, no référentiel`(size: Size) throws {
    let bare = try bareDemarches()[0]
    let state = try wall(bare, size, on: .grille)
    #expect(state.words.contains("PAS ENCORE DE RÉPONSE"))
    var none = try wall(bare, size, on: .cercle, isASCII: true)
    none.press(.character("2"))
    _ = none.update(.referentiels([]))
    #expect(none.words.contains("Aucun référentiel n’a été trouvé."))
    #expect(!none.words.contains("share/palier"))
  }

  @Test func `a follower shows the same point, also when the référentiels come after it`() throws {
    var first = try wall(try example(), Size(80, 24), on: .grille)
    first.press(.right, .down, .down)
    let told = try #require(first.wall)
    #expect(!"\(told)".contains("Quel"))
    var second = try wall(try example(), Size(60, 16), isFollower: true)
    _ = second.update(.wall(told))
    _ = second.update(.referentiels([try shippedReferentiel()]))
    #expect(second.grille.selected?.point.code == first.grille.selected?.point.code)
    #expect(second.grille.axe == .personne)
  }
}
