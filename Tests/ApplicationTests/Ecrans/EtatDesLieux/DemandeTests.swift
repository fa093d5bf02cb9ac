import DPES
import TerminalUI
import Testing

@testable import Application

/// What is asked of a board is written where its séance is, and answered there.
@Suite struct DemandeTests {
  private func opened(_ size: Size = Size(100, 30)) throws -> State {
    var state = state(try example(), size, screen: .etat)
    _ = state.select("seances")
    state.play("o")
    let id = try #require(state.demarche?.seance(du: exampleDay)).flatMap {
      state.demarche?.seances[$0].id
    }
    _ = state.select(try #require(id))
    return state
  }

  private func last(_ state: State) throws -> Seance {
    let seances = try #require(state.demarche?.seances)
    return try #require(seances.max { $0.date?.number ?? 0 < $1.date?.number ?? 0 })
  }

  @Test func `d asks, and makes the séance a board's where nobody said what it is`() throws {
    var state = try opened()
    state.play("dValider le budget du minibus[Tab]Il manque 900 euros[Tab]U2[Entrée]")
    // The next one is asked of the same board.
    #expect(
      (state.modes.last as? FormCard)?.title
        == "Nouvelle demande, conseil d’administration du 1er décembre 2026")
    state.play("[Échap]")
    let seance = try last(state)
    #expect(seance.genre == .ca && seance.demandes.map(\.texte) == ["Valider le budget du minibus"])
    #expect(seance.demandes.first?.pourquoi == "Il manque 900 euros")
    #expect(seance.demandes.first?.palier != nil && state.words.contains("Palier U2"))
    #expect(state.words.contains("conseil d’administration"))
    #expect(state.words.contains("? demandé Valider le budget du minibus"))
    #expect(state.words.contains("Pas encore de réponse."))
  }

  @Test func `from a tour de table d asks which board, then asks the one that comes`() throws {
    var state = try opened()
    let working = try #require(state.demarche?.seances.first { $0.presents.count > 3 })
    _ = state.select(working.id)
    state.play("d")
    #expect(state.words.contains("Quel jour se réunit le conseil"))
    state.play("jamais[Entrée]")
    #expect(state.words.contains("« jamais » n’est pas une date"))
    state.play("[Ctrl-U]09/12/2026[Entrée]")
    #expect(
      (state.modes.last as? FormCard)?.title
        == "Nouvelle demande, conseil d’administration du 9 décembre 2026")
    state.play("Payer les bacs[Entrée][Échap]")
    let board = try last(state)
    #expect(board.genre == .ca && board.date?.iso == "2026-12-09")
    #expect(board.demandes.map(\.texte) == ["Payer les bacs"])
    let kept = try #require(state.demarche?.seances.first { $0.id == working.id })
    #expect(kept.genre == nil && kept.demandes.isEmpty)
    // The board is known now.
    _ = state.select(working.id)
    state.play("dUn minibus[Entrée][Échap]")
    #expect(try last(state).demandes.map(\.texte) == ["Payer les bacs", "Un minibus"])
  }

  @Test func `an answer is written in the card, and Suppr takes the request out`() throws {
    var state = try opened()
    state.play("dValider le budget[Entrée][Échap][Entrée][3 Tab]oui, à l’unanimité[Entrée]")
    #expect(try last(state).demandes.map(\.reponse) == ["oui, à l’unanimité"])
    #expect(state.words.contains("? répondu Valider le budget"))
    state.play(" ")
    #expect(state.words.contains("Choisissez une promesse"))
    state.play("[Suppr]")
    #expect(try last(state).demandes.isEmpty)
    state.play("u")
    #expect(try last(state).demandes.count == 1)
  }

  @Test func `what kind of meeting it is is said in its card, and stays what it was untouched`()
    throws
  {
    var state = try opened()
    let id = try last(state).id
    _ = state.select(id)
    state.play("[Entrée][4 Tab]v[Entrée]")
    #expect(try last(state).genre == .visite && state.words.contains("visite"))
    _ = state.select(id)
    state.play("dMontrer la grille[Entrée][Échap]")
    #expect(try last(state).genre == .visite)
    _ = state.select(id)
    state.play("[Entrée][Tab]Chez nous[Entrée]")
    #expect(try last(state).genre == .visite && last(state).titre == "Chez nous")
  }

  @Test func `a request without words, or of no palier, is refused, and what is typed stays`()
    throws
  {
    var state = try opened()
    state.play("d[Entrée]")
    #expect(state.words.contains("Il faut dire ce qui est demandé."))
    state.play("Valider[2 Tab]Z9[Entrée]")
    #expect(state.words.contains("ne nomme aucun palier") && state.words.contains("Valider"))
    #expect(try last(state).demandes.isEmpty)
  }
}
