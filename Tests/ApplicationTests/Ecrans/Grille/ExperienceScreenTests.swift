import DPES
import TerminalUI
import Testing

@testable import Application

/// The fiche d’expérience that a palier or a note begins, on the screen.
@Suite struct ExperienceScreenTests {
  private func tool() throws -> Referentiel { try shipped("referentiels/experience.json") }

  @Test func `f on a palier shows its fiche, filled, though the tools come later`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    let before = state.demarche
    let palier = try #require(state.schema.selected(in: state.derived)).palier
    state.press(.character("f"))
    #expect(state.screen == .grille && state.demarche?.experience(dePalier: palier.id) != nil)
    _ = state.update(.referentiels([try shippedReferentiel(), try tool()]))
    #expect(state.words.contains("Contexte") && state.words.contains("Au tour de table"))
    // Once more it is shown as it is; u takes it back at once.
    let fiches = state.demarche?.fiches
    _ = state.select(palier.id)
    state.press(.character("4"))
    state.press(.character("f"))
    #expect(state.demarche?.fiches == fiches && state.words.contains("dit déjà cela"))
    state.press(.character("u"))
    #expect(state.demarche?.fiches == before?.fiches && state.demarche?.grilles == before?.grilles)
  }

  @Test func `g on a note shows the fiche of its palier with what the note says`() throws {
    var state = state(try example(), Size(100, 30), screen: .capitalisation)
    _ = state.update(.referentiels([try tool()]))
    let note = try #require(CapitalisationEcran.noteDeCapitalisation(state))
    state.press(.character("g"))
    let said = state.demarche?.grilles.last?.reponses.flatMap(\.elements) ?? []
    let words =
      [note.faitMarquant, note.lecon, note.tension, note.vigilance].compactMap(\.self)
      + (note.decision.map { ["Décidé\u{A0}: \($0)"] } ?? [])
    #expect(words.allSatisfy(said.contains) && !words.isEmpty && state.screen == .grille)
    // The dossier has no notes.
    state.press(.character("8"))
    state.press(.right)
    state.press(.character("g"))
    #expect(state.words.contains("choisissez-en une"))
  }
}
