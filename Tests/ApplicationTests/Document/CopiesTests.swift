import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct CopiesTests {
  private static let name = "essai (conflicted copy 2026-11-30 101010).dpes.json"

  private func opened(_ demarche: Demarche, copies: [String] = [name]) -> State {
    State(
      State.Environment(
        today: exampleDay, now: Instant(seconds: 1_796_000_000), ids: IDGenerator(seed: 7)),
      size: Size(100, 30),
      document: Document(demarche, path: "/tmp/essai.dpes.json", copies: copies))
  }

  @Test func `a copy is offered, merged, saved, then put away`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var ours = base
    ours.cercles[last].observations[0].statut = .rouge
    var theirs = base
    theirs.cercles[last].observations[1].texte = "Autrement"
    var state = opened(ours)
    #expect(state.view.description.contains("F4"))
    #expect(state.press(.function(4)) == [.readCopies])
    let copy = Copy(name: Self.name, demarche: theirs, base: base)
    #expect(state.update(.copies([copy])).count == 1)
    let merged = try #require(state.document?.demarche)
    #expect(merged.cercles[last].observations[0].statut == .rouge)
    #expect(merged.cercles[last].observations[1].texte == "Autrement")
    #expect(merged.historique.last?.quoi == "fusion")
    #expect(state.view.description.contains("Copie réunie\u{A0}: 1 observation."))
    #expect(state.update(.saved(revision: 1, at: "10:00")) == [.retireCopies([Self.name])])
    #expect(state.document?.copies == [])
    state.press(.character("u"))
    #expect(state.document?.demarche.cercles == ours.cercles)
  }

  @Test func `without a common state both values are there to choose from`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var theirs = base
    theirs.cercles[last].observations[0].statut = .rouge
    theirs.cercles[last].observations.removeLast()
    var state = opened(base)
    state.press(.function(4))
    _ = state.update(.copies([Copy(name: Self.name, demarche: theirs, base: nil)]))
    #expect(state.view.description.contains("Changé ici et ailleurs"))
    #expect(state.view.description.contains("Copie · auteur et moment inconnus"))
    #expect(state.view.description.contains("Entrée garder"))
    state.press(.character("a"), .enter)
    let image = try #require(state.document?.demarche.cercles.last)
    #expect(image.observations[0].statut == .rouge)
    #expect(image.observations.count == base.cercles[last].observations.count)
  }

  @Test func `a choice that changes nothing is no step back, and each step has a name`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var theirs = base
    theirs.cercles[last].observations[1].texte = "Autrement"
    theirs.schema.dureeMois = 48
    for (theirs, key) in [(theirs, "i"), (theirs, "a")] {
      var state = opened(base)
      state.play("r[F4]")
      let name = Self.name
      _ = state.update(.copies([Copy(name: name, demarche: theirs, base: nil)]))
      while state.modes.last is ConflictQuestion { state.play("[\(key)][Entrée]") }
      while state.document?.past.isEmpty == false {
        state.play("u")
        let text = try #require(state.notice?.text)
        #expect(text.hasPrefix("Annulé\u{A0}: "), "\(text)")
      }
      #expect(state.document?.demarche.cercles == base.cercles)
    }
  }

  @Test func `copies that are found later are offered, and take no other word away`() throws {
    var state = opened(try example(), copies: [])
    #expect(!state.view.description.contains("F4 la réunit"))
    _ = state.update(.versionsKept("Les versions ne sont pas gardées.", keepsNone: true))
    _ = state.update(.copiesFound(["a.json"], path: "/tmp/autre.dpes.json"))
    #expect(state.document?.copies == [])
    _ = state.update(.copiesFound(["a.json", "b.json"], path: "/tmp/essai.dpes.json"))
    #expect(state.document?.copies == ["a.json", "b.json"])
    #expect(state.words.contains("2 copies de ce fichier sont à côté"))
    #expect(state.words.contains("Les versions ne sont pas gardées."))
    #expect(state.press(.function(4)) == [.readCopies])
  }

  @Test func `that there is no way back is said once, and stays in the header until there is one`()
    throws
  {
    var state = opened(try example(), copies: [])
    _ = state.update(.versionsKept("Les versions ne sont pas gardées.", keepsNone: true))
    #expect(state.words.contains("Les versions ne sont pas gardées."))
    state.press(.character("4"))
    #expect(!state.words.contains("Les versions ne sont pas gardées."))
    #expect(state.words.contains("ouvert, sans versions"))
    state.press(.character("h"))
    _ = state.update(.versions([]))
    #expect(state.words.contains("Les versions ne sont pas gardées."))
    _ = state.update(.versionsKept(nil, keepsNone: false))
    #expect(!state.words.contains("sans versions"))
  }

  @Test(arguments: [[], [.character("n")]] as [[Key]])
  func `Ctrl-S says why what was done is not saved, as often as it is asked`(keys: [Key]) throws {
    var state = opened(try example(), copies: [])
    _ = state.update(.notSaved("Pas enregistré\u{A0}: le disque est plein."))
    for key in keys { state.press(key) }
    for _ in 0..<2 {
      state.press(.control("s"))
      #expect(state.words.contains("le disque est plein."))
      state.notice = nil
    }
  }

  @Test func `the copy of another démarche stays where it is`() throws {
    var state = opened(try example())
    let other = Demarche(id: "x", raisonSociale: "X", debut: exampleDay)
    #expect(state.update(.copies([Copy(name: "x", demarche: other, base: nil)])) == [])
    #expect(state.view.description.contains("la copie est abîmée, ou d’une autre démarche"))
    #expect(state.document?.copies == [Self.name])
  }

  @Test func `a copy that can't be read is not passed over in silence`() throws {
    let base = try example()
    var theirs = base
    theirs.cercles[base.cercles.count - 1].observations[1].texte = "Autrement"
    var state = opened(base, copies: [Self.name, "abîmée"])
    _ = state.update(.copies([Copy(name: Self.name, demarche: theirs, base: base)]))
    #expect(state.view.description.contains("1 observation. 1 laissée à côté."))
    _ = state.update(.saved(revision: 1, at: "10:00"))
    #expect(state.document?.copies == ["abîmée"])
    #expect(state.update(.copies([])) == [])
    #expect(state.view.description.contains("la copie est abîmée"))
  }

  @Test func `the offer names nobody, as the name of a copy may`() throws {
    let state = opened(try example(), copies: ["essai (Copie en conflit de Jean).dpes.json"])
    #expect(state.view.description.contains("Une copie de ce fichier est à côté\u{A0}: F4"))
    #expect(!state.view.description.contains("Jean"))
  }

  @Test func `copies stay where they are when the démarche goes on in another file`() throws {
    let base = try example()
    var theirs = base
    theirs.cercles[base.cercles.count - 1].observations[1].texte = "Autrement"
    var state = opened(base)
    _ = state.update(.copies([Copy(name: Self.name, demarche: theirs, base: base)]))
    _ = state.update(.movedTo(path: "/ailleurs/essai.dpes.json"))
    #expect(state.update(.saved(revision: 1, at: "10:00")) == [])
  }

  @Test func `without copies F4 says so`() throws {
    var state = opened(try example(), copies: [])
    #expect(state.press(.function(4)) == [])
    #expect(state.view.description.contains("Rien n’attend"))
  }
}
