import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

@Suite struct FicheGestureTests {
  private func opened(
    _ section: String, _ demarche: Demarche, _ size: Size = Size(100, 30)
  ) throws -> State {
    var state = state(demarche, size, screen: .etat)
    try #require(state.select(section) == true)
    return state
  }

  private var blank: Demarche {
    Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  }

  @Test func `the identity card is typed in one form, with a SIREN as people write it`() throws {
    var state = try opened("structure", blank)
    let effects = state.play(
      "[Entrée][Tab]732 829 320[Tab]Association[Tab]3 rue des Lilas[Tab]Du maraîchage[Tab]"
        + "La commune[Tab]12,5[Tab]3[Entrée]")
    #expect(effects.count == 1 && state.modes.isEmpty)
    let structure = try #require(state.document?.demarche.structure)
    #expect(structure.raisonSociale == "Les Jardins" && structure.siren == "732829320")
    #expect(structure.statut == "Association" && structure.adresse == "3 rue des Lilas")
    #expect(structure.activites == "Du maraîchage" && structure.echelle == "La commune")
    #expect(structure.etp.permanents?.spelling == "12.5")
    #expect(structure.etp.insertion?.spelling == "3")
    state.play("u")
    #expect(state.document?.demarche.structure == blank.structure)
    #expect(state.notice?.text.contains("Profil de l’organisation") == true)
  }

  @Test func `what is right is kept, what is wrong stays typed, and nothing is lost`() throws {
    var state = try opened("structure", blank)
    #expect(state.play("[Entrée][Tab]732 829 321[Tab]SCIC[Tab]Ici[Entrée]").count == 1)
    #expect(state.words.contains("est mal recopié"))
    #expect(state.words.contains("732 829 321"))
    var structure = try #require(state.document?.demarche.structure)
    #expect(structure.siren == nil && structure.statut == "SCIC" && structure.adresse == "Ici")
    #expect(state.play("[Retour]0[Entrée]").count == 1)
    structure = try #require(state.document?.demarche.structure)
    #expect(structure.siren == "732829320" && state.modes.isEmpty)
  }

  @Test func `a wrong SIREN set aside is asked about before leaving`() throws {
    var state = try opened("structure", blank)
    state.play("[Entrée][Tab]123[Entrée][Échap]")
    #expect(state.play("q").isEmpty)
    state.play("[Entrée]")
    #expect(state.words.contains("123"))
  }

  @Test func `what is right is kept when the terminal goes away`() throws {
    var state = try opened("structure", blank)
    state.play("[Entrée][Tab]123[Tab]SCIC")
    _ = state.update(.event(.closed))
    #expect(state.document?.demarche.structure.statut == "SCIC")
    #expect(state.document?.demarche.structure.siren == nil)
  }

  @Test func `→ proposes a statut, then the next one`() throws {
    var state = try opened("structure", blank)
    #expect(state.wantsSuggestions)
    var suggestions = Suggestions()
    suggestions.statuts = ["Association loi 1901", "Mutuelle"]
    _ = state.update(.suggestions(suggestions))
    #expect(!state.wantsSuggestions)
    state.play("[bas][bas][Entrée]mu[droite][Entrée]")
    #expect(state.document?.demarche.structure.statut == "Mutuelle")
    state.play("[Entrée][droite][Entrée]")
    #expect(state.document?.demarche.structure.statut == "Association loi 1901")
  }

  @Test func `n proposes the next exercice, and a reversed one is pointed out`() throws {
    var state = try opened("structure", try example())
    state.play("n[Tab][Tab]1 250 000[Entrée][Échap]")
    let exercices = try #require(state.document?.demarche.structure.exercices)
    #expect(exercices.count == 3 && exercices[2].marchand?.spelling == "1250000")
    #expect(
      exercices[2].debut == Day(iso: "2026-01-01") && exercices[2].fin == Day(iso: "2026-12-31"))
    #expect(state.etat.ficheRow?.id == exercices[2].id)
    state.play("[Entrée][Ctrl-U]01/02/2027[Entrée]")
    #expect(state.words.contains("La fin vient avant le début"))
    #expect(state.document?.demarche.structure.exercices[2] == exercices[2])
    state.play("[Échap][Suppr]")
    #expect(state.document?.demarche.structure.exercices.count == 2)
  }

  @Test func `what another person changed while the card was open stays`() throws {
    var state = try opened("structure", try example())
    state.play("[Entrée][Tab][Tab]!")
    let base = try #require(state.document?.demarche)
    _ = state.update(arrival(base) { $0.structure.adresse = "Ailleurs" })
    state.play("[Entrée]")
    #expect(state.document?.demarche.structure.adresse == "Ailleurs")
    #expect(state.document?.demarche.structure.statut == "Association loi 1901!")
  }

  @Test func `a field nobody touched keeps its spelling`() throws {
    let text = #"""
      {"format": "dpes", "version": 1, "id": "d1", "structure": {"raisonSociale": " Deux  blancs ",
        "siren": "12", "etp": {"permanents": 3.50}}, "schema": {"debut": "2026-01-01"}}
      """#
    let before = try demarche(text)
    var state = try opened("structure", before)
    state.play("[Entrée][Tab][Tab]SCIC[Entrée]")
    var wanted = before
    wanted.structure.statut = "SCIC"
    #expect(state.document?.demarche == wanted)
  }

  @Test func `the pilotage is six texts, the candidature tells its length`() throws {
    var state = try opened("pilotage", blank)
    state.play("[Entrée]Un[Tab]Deux[Tab]Trois[Tab]Quatre[Tab]Cinq[Tab]Six[Entrée]")
    let pilotage = try #require(state.document?.demarche.pilotage)
    #expect(
      [
        pilotage.pourquoi, pilotage.conception, pilotage.conduite, pilotage.validation,
        pilotage.portage, pilotage.regardExterieur,
      ] == ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six"])
    try #require(state.select("structure") == true)
    state.play("[Fin][Entrée]Vendre au village[Entrée]")
    #expect(state.document?.demarche.candidature.axesSouhaites == "Vendre au village")
    #expect(state.words.contains("Candidature : 17 signes"))
  }

  @Test func `in a long text the arrows go through its rows before they leave it`() throws {
    var state = try opened("pilotage", blank, Size(60, 16))
    let words = Array(repeating: "un mot", count: 20).joined(separator: " ")
    state.play("[Entrée]\(words)[haut]X[bas][bas]Z[Entrée]")
    let pilotage = try #require(state.document?.demarche.pilotage)
    #expect(pilotage.pourquoi?.contains("X") == true && pilotage.pourquoi?.contains("Z") == false)
    #expect(pilotage.conception == "Z")
  }
}
