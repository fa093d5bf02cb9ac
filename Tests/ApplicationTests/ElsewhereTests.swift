import Application
import DPES
import TerminalUI
import Testing

@Suite struct ElsewhereTests {
  /// What another program made of a démarche.
  private func theirs(_ base: Demarche, _ edit: (inout Demarche) -> Void) -> Elsewhere {
    var theirs = base
    edit(&theirs)
    return Elsewhere(base: base, theirs: theirs, basis: 1)
  }

  @Test func `what others wrote joins what is here, and is not undone with it`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    let arrival = theirs(base) {
      $0.cercles[last].observations[0].texte = "Mieux dit"
      $0.cercles[last].observations[1].statut = .vert
    }
    let effects = state.update(.elsewhere(arrival))
    let merged = try #require(state.document?.demarche)
    #expect(effects == [.save(merged, path: "/tmp/essai.dpes.json", revision: 2, basis: 1)])
    #expect(merged.cercles[last].observations[0].statut == .rouge)
    #expect(merged.cercles[last].observations[0].texte == "Mieux dit")

    state.press(.character("u"))
    var undone = try #require(state.document?.demarche)
    undone.historique = arrival.theirs.historique
    #expect(undone == arrival.theirs)

    state.press(.control("r"))
    var redone = try #require(state.document?.demarche)
    redone.historique = merged.historique
    #expect(redone == merged)
  }

  @Test func `what is all in the file is not saved again`() throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    let arrival = theirs(base) { $0.structure.raisonSociale = "Autre nom" }
    #expect(state.update(.elsewhere(arrival)) == [])
    #expect(state.document?.demarche == arrival.theirs)
    #expect(state.document?.basis == 1)
    #expect(state.view.description.contains("Autre nom"))
  }

  @Test func `another démarche in the file's place is left alone`() throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    let arrival = theirs(base) { $0.id = "autre" }
    #expect(state.update(.elsewhere(arrival)) == [])
    #expect(state.document?.demarche == base)
    #expect(state.press(.character("r")) == [])
    #expect(state.view.description.contains("NON ENREGISTRÉ"))
    _ = state.update(.movedTo(path: "/tmp/ailleurs.dpes.json"))
    #expect(state.press(.character("o")).count == 1)
  }
}
