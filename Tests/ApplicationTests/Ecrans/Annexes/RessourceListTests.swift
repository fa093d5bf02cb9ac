import DPES
import TerminalUI
import Testing

@testable import Application

/// What is proposed for the dossier Ressources, and for the pilotage.
@Suite struct RessourceListTests {
  private func opened(_ size: Size = Size(100, 30)) throws -> State {
    var state = state(try example(), size, screen: .capitalisation)
    state.play("b")
    #expect(state.wantsSuggestions)
    _ = state.update(.suggestions(try shipped("suggestions/ressources.json")))
    #expect(!state.wantsSuggestions)
    return state
  }

  @Test(arguments: designedSizes + [Size(40, 12), Size(140, 40)])
  func `b in the dossier lists all that is proposed`(size: Size) throws {
    try expectContent(opened(size), named: "ressources-proposees-\(size.width)x\(size.height)")
  }

  @Test func `typing finds, Entrée puts it in the dossier, once, and undo takes it out`() throws {
    var state = try opened()
    let before = try #require(state.document?.demarche.ressources.count)
    state.play("tedda[Entrée]")
    let last = try #require(state.document?.demarche.ressources.last)
    #expect(state.document?.demarche.ressources.count == before + 1)
    #expect(last.lieu == "www.tedda.eu/fr/ressources" && last.genre == .lien && last.date != nil)
    state.play("[Entrée]")
    #expect(state.notice?.text.contains("déjà") == true)
    state.play("[Échap]u")
    #expect(state.document?.demarche.ressources.count == before)
  }

  @Test func `what corresponds to nothing is not put in`() throws {
    var state = try opened()
    state.play("qqqqq[Entrée]")
    #expect(state.words.contains("Rien ne correspond"))
    #expect(state.document?.demarche == (try example()))
  }

  @Test func `what helps a point comes alone`() throws {
    var state = try opened()
    state.play("[Échap]")
    _ = RessourceList.open(&state, pour: ["charte-apes:sante", "charte-apes"], "La santé")
    #expect(state.words.contains("Ce qui aide") && state.words.contains("Les cours en ligne"))
    #expect(!state.words.contains("Bilan sociétal"))
  }

  @Test func `where nothing helps a point, it is said where all of it is`() throws {
    var state = try opened()
    state.play("[Échap]")
    _ = RessourceList.open(&state, pour: ["personne:rien"], "Un point")
    #expect(state.words.contains("Rien n’est proposé sur ce point"))
    #expect(state.words.contains("sur l’écran 8"))
  }

  @Test func `b on a point of the grille shows what helps it, and Entrée puts it in the dossier`()
    throws
  {
    var state = state(try example(), Size(100, 30), screen: .grille)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    #expect(state.select("charte-apes:sante") == true)
    state.renewDerived()
    let question = try #require(state.grille.selected?.point.intitule)
    state.play("b")
    #expect(state.wantsSuggestions)
    _ = state.update(.suggestions(try shipped("suggestions/ressources.json")))
    #expect(state.words.contains("Ce qui aide") && state.words.contains(question.prefix(20)))
    #expect(state.words.contains("Les cours en ligne") && !state.words.contains("Bilan sociétal"))
    let before = try #require(state.document?.demarche.ressources.count)
    state.play("[Entrée][Échap]")
    #expect(state.document?.demarche.ressources.count == before + 1)
    #expect(state.screen == .grille && state.grille.selected?.point.code == "sante")
    state.play("u")
    #expect(state.document?.demarche.ressources.count == before)
  }

  @Test func `the reasons to change are asked about, and p dismisses`() throws {
    var state = state(try example(), Size(100, 30), screen: .etat)
    try #require(state.select("pilotage") == true)
    #expect(state.wantsSuggestions)
    let file: Suggestions = try shipped("suggestions/pilotage.json")
    _ = state.update(.suggestions(file))
    let first = try #require(file.pilotage.pourquoi.first?.texte.prefix(20))
    #expect(state.words.contains(first))
    state.play("p")
    #expect(!state.words.contains(first))
    state.play("ppp")
    #expect(state.notice?.text.contains("fait revenir") == true)
    state.play("p")
    #expect(state.words.contains(first))
    state.play("[bas]p")
    #expect(state.notice?.text.contains("Pourquoi") == true)
  }

  @Test func `networks and help are two lines of the pilotage`() throws {
    var state = state(try example(), Size(100, 30), screen: .etat)
    try #require(state.select("pilotage") == true)
    #expect(state.words.contains("Réseaux") && state.words.contains("Renfort"))
    state.play("[Fin][Entrée]Une formation[Entrée]")
    #expect(state.document?.demarche.pilotage.renfort == "Une formation")
  }

  @Test func `the help gives titles to read, codes where nothing tells them`() throws {
    var state = state(try example(), Size(120, 50), screen: .etat)
    try #require(state.select("acteurs") == true)
    state.play("[F10]")
    _ = state.update(.aide(try shipped("aide/outils.json")))
    state.play("[Fin]")
    #expect(state.words.contains("Pour aller plus loin") && state.words.contains("fiche II-1"))
    _ = state.update(.suggestions(try shipped("suggestions/ressources.json")))
    #expect(state.words.contains("(fiche II-1"))
  }
}
