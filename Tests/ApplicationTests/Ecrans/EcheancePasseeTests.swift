import DPES
import TerminalUI
import Testing

@testable import Application

/// A deadline inside a period, and an answer about a period that is over, on every screen.
@Suite struct EcheancePasseeScreenTests {
  /// A palier after nine months from 1 January 2026, with one indicator and what it says.
  private func state(
    _ realises: [Int: Realise.Statut] = [:], on jour: String, _ screen: Screen,
    _ size: Size = Size(120, 36)
  ) throws -> State {
    let start = try #require(Day(iso: "2026-01-01"))
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: start)
    var (palier, one) = (Palier(), Indicateur())
    (palier.id, palier.intitule, palier.echeanceMois) = ("p1", "Acheter autrement", 9)
    (one.id, one.intitule) = ("i1", "Part des achats")
    for (mois, statut) in realises {
      var realise = Realise()
      realise.statut = statut
      realise.date = start.adding(months: mois - 1)
      one.realises[mois] = realise
    }
    palier.indicateurs = [one]
    demarche.schema.paliers = [palier]
    let today = try #require(Day(iso: jour))
    return ApplicationTests.state(demarche, size, screen: screen, today: today)
  }

  @Test(arguments: [Screen.schema, .tableau, .aFaire, .ca])
  func `between the deadline and the end of its period all screens say it alike`(
    screen: Screen
  ) throws {
    let past = try state(on: "2026-10-13", screen)
    let words = past.words.lowercased()
    #expect(words.contains("échéance passée"), "\(screen.title)")
    #expect(!words.contains("en retard"), "\(screen.title)")
    if screen != .aFaire { #expect(words.contains("depuis 13 jours"), "\(screen.title)") }
    let late = try state(on: "2027-01-01", screen).words.lowercased()
    #expect(late.contains("en retard") && !late.contains("échéance passée"))
  }

  @Test func `the page of the board never calls a past day to come`() throws {
    #expect(try !state(on: "2026-10-13", .ca).words.contains("à venir"))
    #expect(try state(on: "2026-09-30", .ca).words.contains("à venir"))
  }

  @Test func `an axis of which all holds tells of an indicator that is late`() throws {
    let late = try state([12: .atteint], on: "2027-08-01", .schema)
    #expect(late.words.contains("1 indicateur en retard"))
    #expect(!late.words.contains("tout est atteint"))
  }

  @Test func `an answer to what a finished period says already goes to the present one`() throws {
    var lost = try state([12: .atteint, 18: .nonAtteint], on: "2027-08-01", .aFaire)
    #expect(lost.words.contains("18 mois : ✘ non atteint"))
    #expect(lost.words.contains("la réponse va à 24 mois, la période en cours"))
    lost.press(.character("a"))
    let said = try #require(lost.demarche?.schema.paliers[0].indicateurs[0].realises)
    #expect(said[18]?.statut == .nonAtteint && said[24]?.statut == .atteint)
    lost.press(.character("u"))
    #expect(lost.demarche?.schema.paliers[0].indicateurs[0].realises[24] == nil)
    // A cell that says nothing yet is answered where it stands.
    var empty = try state(on: "2027-02-01", .aFaire)
    empty.press(.character("a"))
    let first = try #require(empty.demarche?.schema.paliers[0].indicateurs[0].realises)
    #expect(first[12]?.statut == .atteint && first[18] == nil)
  }

  @Test func `what does not concern the structure is expected no more`() throws {
    let apart = try state([6: .nonConcerne], on: "2027-02-01", .aFaire)
    #expect(!apart.words.contains("Part des achats") && !apart.words.contains("En retard"))
    let page = try state([6: .nonConcerne], on: "2027-02-01", .ca)
    #expect(!page.words.contains("en retard"))
  }

  @Test func `Échap takes the filter out of the header too`() throws {
    var state = try state(on: "2026-10-13", .aFaire)
    state.press(.character("f"), .character("u"))
    state.keepBackdrop()
    #expect(state.words.contains("Utilité et emplois seulement"))
    state.press(.escape)
    #expect(!state.words.contains("seulement"))
  }

  @Test func `a window that is closed keeps no statut that was only proposed`() throws {
    var state = try state(on: "2026-10-13", .aFaire)
    state.press(.enter)
    var card = try #require(state.modes.last as? FormCard)
    card.form.choose(0, in: "statut")
    state.replaceMode(card)
    #expect(!card.keepAtEnd(&state).isEmpty)
    card.proposed = 0
    var other = try self.state(on: "2026-10-13", .aFaire)
    other.press(.enter)
    other.replaceMode(card)
    #expect(card.keepAtEnd(&other).isEmpty)
    #expect(other.demarche?.schema.paliers[0].indicateurs[0].realises[12] == nil)
  }

  @Test func `after a loss an axis is not said to be at the start`() throws {
    let lost = try state([12: .atteint, 18: .nonAtteint], on: "2027-08-01", .schema)
    #expect(lost.words.contains("aucun tenu sur 1") && !lost.words.contains("au départ, 1"))
  }
}
