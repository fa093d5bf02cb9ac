import DPES
import TerminalUI
import Testing

@testable import Application

/// Closing a period.
@Suite struct ClosingTests {
  /// The tableau of the example after `k` led through the empty cells of the present period.
  private func led() throws -> State {
    var state = state(try example(), Size(80, 24), screen: .tableau)
    var seen: Set<String> = []
    for _ in 0..<14 {
      #expect(state.press(.character("k")).isEmpty)
      #expect(state.words.contains("Sans réponse à 18 mois"))
      seen.insert(state.tableau.selectedID ?? "")
      #expect(state.tableau.cell?.realise?.statut == nil && state.tableau.mois == 18)
    }
    #expect(seen.count == 14)
    return state
  }

  @Test func `k leads through what is empty, asks, closes the period, and never again`() throws {
    var state = try led()
    #expect(state.press(.character("k")).isEmpty)
    #expect(state.words.contains("Clore la période de 18 mois, avant sa fin ? 14 cases attendues"))
    let effects = state.press(.character("k"))
    #expect(effects.count == 1)
    #expect(state.document?.demarche.estClose(18) == true)
    #expect(state.document?.demarche.historique.last?.quoi == "cloture")
    #expect(state.press(.character("k"), .character("k")).isEmpty)
    #expect(state.words.contains("La période de 18 mois est close le 01/12/2026, et le reste"))
    state.press(.right)
    #expect(state.press(.character("k"), .character("k")).isEmpty)
    #expect(state.words.contains("commence le 1er avril 2027"))
  }

  @Test func `K closes what k told of with its empty cells, in two keys`() throws {
    let later = try #require(Day(iso: "2027-05-03"))
    var state = state(try example(), Size(80, 24), screen: .tableau, today: later)
    state.press(.left)
    let mois = try #require(state.tableau.mois)
    #expect(mois == 18)
    // Nothing was told yet: K tells first, as k does.
    #expect(state.press(.character("K")).isEmpty)
    #expect(state.words.contains("K clôt avec ces 14 vides"))
    #expect(state.press(.character("K")).count == 1)
    #expect(state.document?.demarche.estClose(18) == true)
    #expect(state.words.contains("La période de 18 mois est close ; 14 cases restent vides."))
    state.press(.character("u"))
    #expect(state.document?.demarche.estClose(18) == false)
  }

  @Test func `K asks before it closes a period that is not over`() throws {
    var state = state(try example(), Size(80, 24), screen: .tableau)
    state.press(.character("k"), .character("K"))
    #expect(state.words.contains("avant sa fin ? 14 cases attendues sans réponse"))
    #expect(state.document?.demarche.estClose(18) == false)
    state.press(.character("K"))
    #expect(state.document?.demarche.estClose(18) == true)
  }

  @Test func `a closing is taken back where it was made, and told`() throws {
    var state = try led()
    state.press(.character("k"), .character("k"), .character("3"), .character("u"))
    #expect(state.document?.demarche.estClose(18) == false)
    #expect(state.screen == .tableau)
    #expect(state.words.contains("Annulé : clôture des 18 mois."))
    state.press(.control("r"))
    #expect(state.document?.demarche.estClose(18) == true)
  }

  @Test func `what holds already is not led to, as nothing is expected of it`() throws {
    let start = try #require(Day(iso: "2026-01-01"))
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: start)
    var (palier, one) = (Palier(), Indicateur())
    palier.id = "p1"
    palier.intitule = "Acheter autrement"
    palier.echeanceMois = 6
    palier.tenuAuDepart = true
    one.id = "i1"
    one.intitule = "Part des achats"
    palier.indicateurs = [one]
    demarche.schema.paliers = [palier]
    let today = try #require(Day(iso: "2026-07-10"))
    var state = state(demarche, Size(80, 24), screen: .aFaire, today: today)
    #expect(state.words.contains("Période de 6 mois, rien n’y manque"))
    state.play("k")
    #expect(state.words.contains("Clore la période de 6 mois ? k encore la clôt"))
    state.play("k")
    #expect(state.document?.demarche.estClose(6) == true)
    #expect(state.words.contains("La période de 6 mois est close."))
  }

  @Test func `another gesture in between takes the closing back`() throws {
    var state = try led()
    state.press(.character("k"), .down, .up)
    #expect(state.press(.character("k")).isEmpty)
    #expect(state.document?.demarche.estClose(18) == false)
  }

  @Test func `what is entered on the way is not led to again`() throws {
    var state = state(try example(), Size(80, 24), screen: .tableau)
    state.press(.character("k"))
    for step in 0..<14 {
      let here = state.tableau.selectedID
      state.press(.character(step == 0 ? "v" : "a"))
      // On to the next empty cell, until there is none.
      #expect((state.tableau.selectedID == here) == (step == 13))
      #expect(state.tableau.mois == 18)
    }
    #expect(state.words.contains("Plus rien à montrer : k demande s’il faut clore."))
    state.press(.character("k"))
    #expect(state.words.contains("Clore la période de 18 mois, avant sa fin ? k encore"))
  }
}
