import Application
import DPES
import TerminalUI
import Testing

@Suite struct GestureTests {
  private func selected(_ state: State) throws -> Observation {
    try #require(state.document?.demarche.cercles.last?.observations.first)
  }

  @Test func `a status, a priority and a deletion are undone one by one, and redone`() throws {
    var state = state(try example(), Size(80, 24))
    let before = try #require(state.document?.demarche)
    let first = try selected(state)
    #expect(first.statut == .vert && !first.priorite)
    state.press(.character("r"))
    #expect(try selected(state).statut == .rouge)
    state.press(.character("!"))
    #expect(try selected(state).priorite)
    state.press(.delete)
    #expect(try selected(state).id != first.id)
    let last = try #require(state.document?.demarche)
    state.press(.character("u"), .function(9), .character("U"))
    var undone = try #require(state.document?.demarche)
    undone.historique = before.historique
    #expect(undone == before)
    state.press(.control("r"), .control("r"), .control("r"))
    var redone = try #require(state.document?.demarche)
    redone.historique = last.historique
    #expect(redone == last)
  }

  @Test func `the historique keeps every status and every undo`() throws {
    var state = state(try example(), Size(80, 24))
    let count = try #require(state.document?.demarche.historique.count)
    state.press(.character("r"), .character("u"))
    let new = try #require(state.document?.demarche.historique.dropFirst(count))
    #expect(new.map(\.quoi) == ["statut", "annulation"])
  }

  @Test func `the same status again changes nothing`() throws {
    var state = state(try example(), Size(80, 24))
    #expect(state.press(.character("v")) == [])
  }

  @Test func `a frozen image refuses with a sentence`() throws {
    var demarche = try example()
    demarche.cercles.removeLast()
    for key: Key in [.character("r"), .character("!"), .delete, .enter] {
      var state = state(demarche, Size(80, 24))
      state.press(key)
      #expect(state.document?.demarche == demarche)
      #expect(state.view.description.contains("est figée"))
    }
  }

  @Test func `a read-only document refuses with its reason`() throws {
    var state = State(
      State.Environment(today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: Size(100, 30),
      document: Document(
        try example(), path: "/x", readOnlyReason: "Ce fichier vient d’une version plus récente."))
    for key: Key in [.character("r"), .character("n"), .delete] {
      state.press(key)
      #expect(state.view.description.contains("version plus récente"))
    }
    #expect(state.view.description.contains("lecture seule"))
  }

  @Test func `the text is corrected in place; what Échap sets aside comes back`() throws {
    var state = state(try example(), Size(80, 24))
    let text = try selected(state).texte
    state.press(.enter, .end)
    state.type(" bis")
    state.press(.escape)
    #expect(try selected(state).texte == text)
    state.press(.enter, .enter)
    #expect(try selected(state).texte == text + " bis")
    state.press(.character("u"))
    #expect(try selected(state).texte == text)
  }

  @Test func `« enregistré » is said only of the newest change`() throws {
    var state = state(try example(), Size(80, 24))
    #expect(!state.view.description.contains("enregistré"))
    guard case .save(_, _, let first, _) = state.press(.character("r")).first else {
      Issue.record("no save asked for")
      return
    }
    #expect(state.view.description.contains("enregistrement\u{A0}…"))
    state.press(.character("o"))
    _ = state.update(.saved(revision: first, at: "14:31"))
    #expect(!state.view.description.contains("enregistré 14:31"))
    _ = state.update(.saved(revision: first + 1, at: "14:32"))
    #expect(state.view.description.contains("enregistré 14:32"))
    _ = state.update(.notSaved("Le disque est plein."))
    #expect(state.view.description.contains("NON ENREGISTRÉ"))
    #expect(state.words.contains("Le disque est plein. F12 enregistre ailleurs."))
    _ = state.update(.notSaved("Trop grand.", elsewhereHelps: false))
    #expect(state.words.contains("Trop grand."))
    #expect(!state.words.contains("F12 enregistre ailleurs."))
  }

  @Test func `search finds without accents or capitals, and goes there`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("/"))
    state.type("PLANNING partage")
    #expect(state.view.description.contains("Planning partagé"))
    state.press(.enter)
    #expect(state.screen == .schema)
    state.press(.function(3))
    state.type("planning est connu")
    state.press(.enter)
    #expect(state.screen == .cercle)
    #expect(state.view.description.contains("13 vert"))
  }

  @Test func `the palette does what is chosen by typing`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character(":"))
    state.type("schema")
    state.press(.enter)
    #expect(state.screen == .schema)
  }

  @Test func `the help tells each action of the screen, its key, and why it can't be done`() throws
  {
    var state = state(try example(), Size(120, 36))
    state.press(.function(1))
    #expect(state.view.description.contains("Ouvre la saisie"))
    state.type("annul")
    #expect(state.view.description.contains("Il n’y a rien à annuler."))
    #expect(!state.view.description.contains("Ouvre la saisie"))
    state.press(.escape, .character("v"))
    #expect(state.document?.demarche.cercles.last?.observations.first?.statut == .vert)
  }

  @Test func `a sentence too long for the bottom line stands in a card, unless somebody types`()
    throws
  {
    let sentence = String(repeating: "Le disque refuse, et voici pourquoi. ", count: 9)
    var state = state(try example(), Size(80, 24))
    _ = state.update(.notSaved(sentence))
    #expect(state.view.description.contains("Non enregistré ─"))
    state.press(.escape, .character("n"))
    _ = state.update(.notSaved(sentence))
    state.type("Rien ne se perd")
    #expect(state.view.description.contains("Rien ne se perd"))
  }

  @Test func `Ctrl-S says where everything is, and tries again what the disk refused`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.control("s"))
    #expect(state.view.description.contains("Rien n’a changé"))
    state.press(.character("r"))
    _ = state.update(.notSaved("Le disque est plein."))
    #expect(state.press(.control("s")).count == 1)
  }

  @Test func `F12 asks for another file, also while typing, and keeps what was typed there`() throws
  {
    var state = state(try example(), Size(80, 24))
    state.press(.character("n"))
    state.type("Au milieu d’une phrase")
    state.press(.function(12), .control("u"))
    state.type("~/Été/à côté")
    #expect(state.press(.function(12)) == [])
    let demarche = try #require(state.document?.demarche)
    #expect(
      state.press(.enter) == [.saveElsewhere(demarche, path: "~/Été/à côté", revision: 0)])
    #expect(state.view.description.contains("› Au milieu d’une phrase"))
    _ = state.update(.refused("Son dossier n’existe pas."))
    state.press(.function(12))
    #expect(state.view.description.contains("› ~/Été/à côté"))
    state.press(.enter)
    _ = state.update(.movedTo(path: "/été/essai.dpes.json"))
    state.press(.function(12))
    #expect(state.view.description.contains("› ~/essai-copie.dpes.json"))
  }

  @Test func `a draft is not left behind without a word`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("n"))
    state.type("Pas fini")
    state.press(.escape)
    #expect(state.press(.character("q")) == [])
    #expect(state.view.description.contains("Un brouillon n’est pas confirmé"))
    #expect(state.press(.character("q")) == [.quit])
  }

  @Test func `undo goes to what it undid, and names it`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("r"), .right, .right, .tab)
    state.press(.character("u"))
    #expect(state.screen == .cercle)
    #expect(state.view.description.contains("● 1 vert"))
    #expect(state.view.description.contains("Annulé\u{A0}: « Une petite unité"))
    #expect(
      state.document?.demarche.historique.last?.objet
        == state.document?.demarche.cercles.last?.observations.first?.id)
  }

  @Test func `a deletion among the last entries goes back to the field`() throws {
    var state = state(try example(), Size(100, 30))
    let before = try #require(state.document?.demarche.cercles.last?.observations)
    state.press(.character("n"), .up, .up, .delete)
    #expect(state.words.contains("F9 annule"))
    state.press(.delete, .up, .up, .delete)
    let after = try #require(state.document?.demarche.cercles.last?.observations)
    #expect(
      after.map(\.id)
        == before.map(\.id).filter {
          $0 != before[before.count - 2].id && $0 != before[before.count - 3].id
        })
    state.press(.function(9), .function(9))
    #expect(state.document?.demarche.cercles.last?.observations == before)
  }

  @Test func `themes follow one another and the mouse is given back`() throws {
    var state = state(try example(), Size(80, 24))
    #expect(
      state.press(.character("t"), .character("t")) == [.useTheme(.clair), .useTheme(.contraste)])
    #expect(state.press(.function(7), .function(7)) == [.useMouse(false), .useMouse(true)])
  }

  @Test func `the chain is followed where several panes stand side by side`() throws {
    var state = state(try example(), Size(240, 67))
    let demarche = try #require(state.document?.demarche)
    state.press(.right, .down, .down)
    let observation = try #require(demarche.cercles.last?.observations.first { $0.numero == 13 })
    let lineages = Lignees(demarche.cercles)
    let palier = try #require(
      demarche.schema.paliers.first { palier in
        palier.observations.contains {
          lineages.racine(de: $0) == lineages.racine(de: observation.id)
        }
      })
    state.press(.tab)
    #expect(state.view.description.contains(palier.intitule))
  }
}
