import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// A value comes first, and proposes its statut.
@Suite struct ValueFirstTests {
  private func demarche(_ change: (inout Indicateur) -> Void) throws -> Demarche {
    var demarche = Demarche(
      id: "d1", raisonSociale: "Les Jardins", debut: try #require(Day(iso: "2026-01-01")))
    var (palier, one) = (Palier(), Indicateur())
    palier.id = "p1"
    palier.intitule = "Acheter autrement"
    palier.echeanceMois = 6
    one.id = "i1"
    one.intitule = "Part des achats"
    one.nature = .pourcentage
    one.sens = .hausse
    one.cible = .nombre(JSONNumber(30))
    change(&one)
    palier.indicateurs = [one]
    demarche.schema.paliers = [palier]
    return demarche
  }

  /// On the cell of 6 months, in July.
  private func opened(
    _ screen: Screen = .tableau, _ size: Size = Size(80, 24),
    _ change: (inout Indicateur) -> Void = { _ in }
  ) throws -> State {
    let today = try #require(Day(iso: "2026-07-10"))
    var state = state(try demarche(change), size, screen: screen, today: today)
    if screen == .tableau { state.press(.left) }
    return state
  }

  private func realise(_ state: State, _ mois: Int = 6) -> Realise? {
    state.document?.demarche.schema.paliers[0].indicateurs[0].realises[mois]
  }

  @Test(arguments: [Screen.tableau, .aFaire])
  func `Entrée shows the statut that the target suggests, Entrée once more keeps it`(
    screen: Screen
  ) throws {
    var state = try opened(screen)
    state.play("[Entrée]31,4[Entrée]")
    #expect(realise(state) == nil)
    #expect(state.words.contains("31,4 % pour une cible de 30 % : « atteint » proposé."))
    #expect(state.words.contains("p x v w c disent autre chose"))
    #expect(state.words.contains("A Atteint"))
    state.play("[Entrée]")
    #expect(realise(state)?.statut == .atteint && realise(state)?.valeur?.french == "31,4")
    #expect(state.modes.isEmpty)
  }

  @Test func `another value proposes another statut than the one that stands there`() throws {
    var state = try opened()
    state.play("[Entrée]0[Entrée][Entrée]")
    #expect(realise(state)?.statut == .nonAtteint)
    state.play("[gauche][Entrée]35[Entrée]")
    #expect(state.words.contains("35 % pour une cible de 30 % : « atteint » proposé."))
    // The old one is a choice too, once it is said.
    state.play("x[Entrée]")
    #expect(realise(state)?.statut == .nonAtteint && realise(state)?.valeur?.french == "35")
    state.play("[gauche][Entrée]40[Entrée][Entrée]")
    #expect(realise(state)?.statut == .atteint)
  }

  @Test(arguments: ["[Entrée]12[Entrée]x[Entrée]", "[Entrée]12[3 Tab]x[Entrée]"])
  func `a letter says otherwise`(keys: String) throws {
    var state = try opened()
    state.play(keys)
    #expect(realise(state)?.statut == .nonAtteint && realise(state)?.valeur?.french == "12")
  }

  @Test func `Tab through the statut keeps what it shows, and goes on to the proof`() throws {
    var state = try opened()
    state.play("[Entrée][Tab]12[Tab]40[Tab]")
    #expect(state.words.contains("30 % pour une cible de 30 % : « atteint » proposé."))
    state.play("[Tab]Factures[Entrée]")
    #expect(realise(state)?.statut == .atteint && realise(state)?.piece?.titre == "Factures")
  }

  @Test func `another value proposes anew, and what a person chose stays`() throws {
    var state = try opened()
    state.play("[Entrée]31[Entrée][3 haut][Ctrl-U]12[Entrée]")
    #expect(realise(state) == nil)
    #expect(state.words.contains("12 % pour une cible de 30 % : « partiel » proposé."))
    state.play("v[3 haut][Ctrl-U]40[Entrée]")
    #expect(realise(state)?.statut == .verifie && realise(state)?.valeur?.french == "40")
  }

  @Test func `a value that no target judges asks for its statut, and may stay without`() throws {
    var state = try opened { $0.cible = nil }
    state.play("[Entrée]31[Entrée]")
    #expect(realise(state) == nil)
    #expect(state.words.contains("Que dit cette valeur ? a p x v w c ; Entrée encore la"))
    state.play("[Entrée]")
    #expect(realise(state)?.statut == nil && realise(state)?.valeur?.french == "31")
    // The grid and the series ask for it.
    #expect(state.words.contains("= statut à dire"))
    #expect(state.words.contains("6 mois = 31 %"))
    state.play("p")
    #expect(realise(state)?.statut == .partiel && realise(state)?.valeur?.french == "31")
    #expect(!state.words.contains("statut à dire"))
  }

  @Test func `a value without statut in a file is marked in the grid and says what it suggests`()
    throws
  {
    var said = Realise()
    said.valeur = .nombre(JSONNumber(31))
    var state = try opened(.tableau, Size(120, 36)) { $0.realises[6] = said }
    #expect(state.words.contains("a!= 31 %"))
    #expect(state.words.contains("= statut à dire"))
    #expect(state.words.contains("a dit « atteint », proposé"))
    state.play("[Entrée][Entrée]")
    #expect(realise(state)?.statut == nil)
    state.play("[Entrée]")
    #expect(realise(state)?.statut == .atteint)
  }

  @Test func `the series says each value with the target of its own period beside it`() throws {
    var said = Realise()
    said.statut = .partiel
    said.valeur = .nombre(JSONNumber(8))
    let state = try opened(.tableau, Size(120, 36)) {
      $0.realises[6] = said
      $0.cibles[6] = .nombre(JSONNumber(10))
      $0.cibles[24] = .nombre(JSONNumber(25))
    }
    #expect(state.words.contains("6 mois ◐ 8 % pour 10 %"))
    #expect(state.words.contains("24 mois · pour 25 %"))
    #expect(state.words.contains("cible 30 %"))
  }

  @Test func `non concerné has no value to be judged, and no value nothing to propose`() throws {
    var state = try opened()
    state.play("[Entrée][3 Tab]c[Tab]Pas d’achats[Entrée]")
    #expect(realise(state)?.statut == .nonConcerne && realise(state)?.valeur == nil)
    var empty = try opened()
    empty.play("[Entrée][3 Tab]")
    #expect(!empty.words.contains("proposé"))
    empty.play("[Entrée]")
    #expect(realise(empty) == nil && empty.modes.isEmpty)
  }
}
