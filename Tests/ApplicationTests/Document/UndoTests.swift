import Application
import DPES
import TerminalUI
import Testing

@testable import Application

/// What is said of a step back, and of leaving: true where it is said.
@Suite struct UndoTests {
  @Test func `what came and what went is named`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[n]La soupe est bonne[Entrée][Entrée][Entrée][Échap]")
    state.play("u")
    #expect(state.words.contains("Annulé : « La soupe est bonne » (ajout). Ctrl-R rétablit"))
    state.play("[Ctrl-R]")
    #expect(state.words.contains("Rétabli : « La soupe est bonne » (ajout). u annule"))
    state.play("[Suppr]u")
    #expect(state.words.contains("(suppression). Ctrl-R rétablit"))
  }

  /// What a form kept of itself is taken back while it is open: it is nobody else's change.
  @Test(arguments: ["", "[Échap][Entrée]"])
  func `a form goes on after the way back as the démarche now is`(aside: String) throws {
    var state = state(
      Demarche(id: "d1", raisonSociale: "Essai", debut: exampleDay), Size(80, 24), screen: .etat)
    _ = state.select("structure")
    state.play("[Entrée][Tab]12[3 Tab]AAA[Entrée]")
    #expect(state.words.contains("Le reste est noté") && state.words.contains("AAA"))
    state.play("[F9]")
    #expect(state.demarche?.structure.activites == nil && !state.words.contains("AAA"))
    state.play(aside + (aside.isEmpty ? "[3 Tab]" : "[4 Tab]") + "CCC[Entrée]")
    #expect(state.demarche?.structure.activites == "CCC", "\(state.words)")
    #expect(state.conflicts.waiting.isEmpty && !state.words.contains("à choisir"))
  }

  @Test(arguments: [
    ("4[Suppr]u", "(suppression"), ("5xu", " mois"), ("5kkkkkkkkkkkkkkkkku", "clôture"),
    ("ifnu", "(ajout"), ("ifu", "image du "), ("1[Suppr]u", ""),
  ])
  func `whatever was undone has a name`(keys: String, name: String) throws {
    var state = state(try example(), Size(120, 36))
    state.play(keys)
    let text = try #require(state.notice?.text)
    #expect(text.hasPrefix("Annulé\u{A0}: ") && text.contains(name), "\(text)")
  }

  /// Each with what is said of undoing it, and of doing it again.
  @Test(arguments: [
    ("3!", "sans priorité", "priorité"),
    ("3r", "● vert", "■ rouge"),
    ("3[m]d", "axe « Utilité et emplois »", "axe « Démocratie »"),
    ("3[m][bas][Entrée]", "place", "place"),
    ("3[Entrée]xx[Entrée]", "texte", "texte"),
    ("4[<]", "échéance 6 mois", "échéance 5 mois"),
    ("4[>]", "échéance 6 mois", "échéance 7 mois"),
  ])
  func `what changed is said, and not what did not`(keys: String, back: String, again: String)
    throws
  {
    var state = state(try example(), Size(120, 36))
    state.play(keys)
    for (key, said) in [("u", back), ("[Ctrl-R]", again)] {
      state.play(key)
      let text = try #require(state.notice?.text).dropLast().replacing("\u{A0}", with: " ")
      let what = text.split(separator: ". ")[0].split(separator: " »", maxSplits: 1)
      #expect(what.last.map(String.init) == ", \(said)", "\(text)")
    }
  }

  @Test func `a palier that goes is one, and both ways it is the same`() throws {
    var state = state(try example(), Size(120, 36))
    state.play("4[Suppr]")
    var names: [Substring] = []
    for key in ["u", "[Ctrl-R]"] {
      state.play(key)
      let text = try #require(state.notice?.text).replacing("\u{A0}", with: " ")
      #expect(text.contains("(suppression, 1 palier, 1 indicateur, 2 réalisés)"), "\(text)")
      names.append(text.split(separator: "«")[1].split(separator: "»")[0])
    }
    #expect(names[0] == names[1])
  }

  @Test func `redo is promised only where its key is heard`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[r]")
    state.play("[n][F9]")
    #expect(state.notice?.text.hasPrefix("Annulé\u{A0}: ") == true)
    #expect(!state.words.contains("Ctrl-R rétablit"))
    state.play("[Échap][Ctrl-R]")
    #expect(state.notice?.text.hasPrefix("Rétabli") == true)
    state.play("i[F9]")
    #expect(state.notice?.text.hasPrefix("Annulé") == true)
    #expect(!state.words.contains("Ctrl-R rétablit"))
  }

  @Test func `an undo that leaves another's change says what stands`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(100, 30))
    state.play("[r]")
    let saved = try #require(state.document?.demarche)
    _ = state.update(arrival(saved) { $0.cercles[last].observations[0].statut = .orange })
    state.play("u")
    #expect(state.words.contains("Rien n’est annulé : « Une petite unité"))
    #expect(state.words.contains("▲ orange, reste ce qu’un autre poste a changé depuis."))
  }

  @Test func `what somebody changed of something new is not undone, and nothing says so`() throws {
    let base = try example()
    var state = state(base, Size(100, 30), screen: .tableau)
    let id = try #require(state.tableau.selectedID)
    let mois = try #require(state.tableau.mois)
    state.play("a")
    let saved = try #require(state.document?.demarche)
    _ = state.update(
      arrival(saved) {
        $0.modifierRealise(deIndicateur: id, periode: mois, signature(base, "LB")) {
          $0.statut = .partiel
        }
      })
    let received = state.document?.demarche
    state.play("u")
    #expect(state.document?.demarche.schema == received?.schema)
    #expect(state.words.contains("Rien n’est annulé") && !state.words.contains("rétablit"))
  }

  @Test func `what somebody deleted stays deleted when an edit of it is undone`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    let id = base.cercles[last].observations[0].id
    var state = state(base, Size(100, 30))
    state.play("[r]")
    let saved = try #require(state.document?.demarche)
    _ = state.update(arrival(saved) { _ = $0.supprimerObservation(id, signature(base, "LB")) })
    #expect(state.document?.demarche.lieu(deObservation: id) == nil)
    state.play("u")
    #expect(state.document?.demarche.lieu(deObservation: id) == nil)
    #expect(state.words.contains("Rien n’est annulé"))
  }

  @Test func `a réalisé that somebody took out stays out when an edit of it is undone`() throws {
    let base = try example()
    var state = state(base, Size(100, 30), screen: .tableau)
    let id = try #require(state.tableau.selectedID)
    let mois = try #require(state.tableau.mois)
    state.play("ap")
    let saved = try #require(state.document?.demarche)
    _ = state.update(
      arrival(saved) { demarche in
        for palier in demarche.schema.paliers.indices {
          for index in demarche.schema.paliers[palier].indicateurs.indices
          where demarche.schema.paliers[palier].indicateurs[index].id == id {
            demarche.schema.paliers[palier].indicateurs[index].realises[mois] = nil
          }
        }
      })
    state.play("u")
    let indicateurs = state.document?.demarche.schema.paliers.flatMap(\.indicateurs)
    #expect(indicateurs?.first { $0.id == id }?.realises[mois] == nil)
    #expect(state.words.contains("Rien n’est annulé"))
  }
}

/// What is said after two people's changes were put together: what stands, not what was typed.
@Suite struct StandingWordsTests {
  @Test func `a réalisé entered while another came says what the cell holds`() throws {
    var state = state(try example(), Size(100, 30), screen: .tableau)
    let id = try #require(state.tableau.selectedID)
    let mois = try #require(state.tableau.mois)
    let base = try #require(state.document?.demarche)
    state.play("[Entrée][Tab][Tab]Relu")
    _ = state.update(
      arrival(base) {
        $0.modifierRealise(deIndicateur: id, periode: mois, signature(base, "LB")) {
          $0.statut = .partiel
        }
      })
    state.play("[Entrée]")
    #expect(state.words.contains("\(mois) mois : ◐ partiel"), "\(state.notice?.text ?? "")")
  }

  @Test(arguments: [
    ("a", "statut : ▲ orange."), ("i", "statut : ■ rouge."),
  ])
  func `a choice says what stands, and u where it goes back`(key: String, said: String) throws {
    let base = try example()
    let image = try #require(base.cercles.last)
    var state = state(base, Size(100, 30))
    state.play("r")
    _ = state.update(
      arrival(base) {
        $0.modifierObservation(image.observations[0].id, signature(base, "LB")) {
          $0.statut = .orange
        }
      })
    state.play("[\(key)][Entrée]")
    #expect(state.words.contains(said) && state.words.contains("u annule ") == (key == "a"))
  }
}

@Suite struct LeavingTests {
  @Test func `a draft is named with its screen, and Entrée goes there`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[n]Pas fini[Échap]5q")
    #expect(state.words.contains("nouvelle observation « Pas fini », Cercle de qualité"))
    #expect(state.play("[Entrée]") == [])
    #expect(state.screen == .cercle && state.words.contains("Pas fini"))
    #expect(!state.modes.isEmpty)
  }

  @Test func `a correction and a form are found where they were left`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[Entrée] et plus[Échap]")
    let id = state.cercle.selectedID
    state.play("[bas][bas]1q")
    #expect(state.words.contains("et plus »") || state.words.contains("texte «"))
    state.play("[Entrée]")
    #expect(state.screen == .cercle && state.cercle.selectedID == id)
    state.play("[Entrée]1nzm[Échap]5q")
    #expect(state.words.contains("fiche « Nouvelles personnes », État des lieux"))
    state.play("[Entrée]")
    #expect(state.screen == .etat && state.words.contains("zm"))
  }

  @Test func `q leaves, Échap stays, and any other key does what it does`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[n]Pas fini[Échap]q[Échap]")
    #expect(state.modes.isEmpty)
    state.play("q5")
    #expect(state.modes.isEmpty && state.screen == .tableau)
    state.play("q")
    #expect(state.play("q") == [.quit])
  }

  @Test func `the wall says nothing of what it is`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[n]Pas fini[Échap]sq")
    #expect(!state.words.contains("Pas fini") && state.words.contains("n’est pas confirmé"))
    #expect(state.play("[Entrée]") == [.quit])
  }

  @Test(arguments: [Size(60, 16), Size(100, 30)])
  func `the question`(size: Size) throws {
    var state = state(try example(), size)
    state.play("[n]Pas fini[Échap]1nzm[Échap]3q")
    try expectContent(state, named: "quitter-\(size.width)x\(size.height)")
  }
}
