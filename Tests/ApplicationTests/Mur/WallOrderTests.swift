import DPES
import TerminalUI
import Testing

@testable import Application

/// A sentence typed at the bare wall, whose first letters are orders there.
@Suite struct WallOrderTests {
  /// Types as fast as words are written.
  private func type(_ text: String, on state: inout State, pause: Int? = 120) {
    for letter in text {
      state.environment.pause = pause
      state.press(.character(letter))
    }
  }

  /// What is said, without the history of how it came to be.
  private func said(_ state: State) throws -> Demarche {
    var demarche = try #require(state.demarche)
    demarche.historique = []
    return demarche
  }

  /// The wall of the cercle, at an observation that has a colour.
  private func coloured() throws -> State {
    var state = try wall(try example(), Size(80, 24))
    let place = try #require(state.observations.firstIndex { $0.axe != nil && $0.statut == .rouge })
    let demarche = try #require(state.demarche)
    let image = try #require(demarche.imageOuverte)
    state.go(
      to: .observation(state.observations[place].id, cercle: demarche.cercles[image].id))
    state.renewDerived()
    return state
  }

  private static let places: [(Screen, String)] = [
    (.cercle, ""), (.schema, ""), (.tableau, "[bas]"), (.aFaire, "[bas]"), (.etat, ""),
    (.grille, ""), (.ca, ""),
  ]

  @Test(arguments: places)
  func `no sentence that is typed without n changes anything`(screen: Screen, keys: String) throws {
    for text in [
      "on ne voit rien", "voilà tout", "avant", "un soir sans personne", "oui", "ok", "rien",
      "vide", "très", "pas assez", "a présent", "j’ai vu", "quand on veut", "qui", "ouvert",
      "à la cantine", "être seuls", "- le marché", "été", "ça va", "« rien »", "‘trop’",
    ] {
      var state = try wall(try example(), Size(80, 24), on: screen)
      state.play(keys)
      let before = try said(state)
      type(text, on: &state)
      #expect(try said(state) == before && state.isOnWall, "\(screen) \(text)")
    }
  }

  @Test func `what « u » undid comes back, and the room is told`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.play("nUn texte[Entrée]tr[Échap]")
    let before = try said(state)
    type("un soir", on: &state)
    #expect(try said(state) == before && state.modes.isEmpty)
    #expect(state.words.contains("Une phrase ?") && state.words.contains("Échap continue"))
    #expect(state.said?.way == nil)
    state.press(.escape)
    state.environment.pause = 3000
    state.press(.character("u"))
    #expect(try said(state) != before)
  }

  @Test func `letters that come apart are orders, and so is one said twice`() throws {
    var state = try coloured()
    let colours = state.observations.map(\.statut)
    type("ov", on: &state, pause: WallOrder.mostPause + 1)
    #expect(state.observations.map(\.statut) != colours && state.refusedText == nil)
    type("u", on: &state, pause: 2000)
    type("u", on: &state)
    #expect(state.observations.map(\.statut) == colours)
    #expect(state.refusedText == nil)
  }

  @Test func `a colour given on the wall is said, and said again after what was refused`() throws {
    var state = try coloured()
    state.press(.character("o"))
    #expect(state.words.contains("▲ orange") && state.words.contains("u annule"))
    let idle = "abcdefghijklmnopqrstuvwxyz".first { letter in
      var copy = state
      copy.press(.character(letter))
      return copy.refusedText != nil && copy.document == state.document
    }
    state.press(.character(try #require(idle)))
    #expect(state.words.contains("Échap continue"))
    state.press(.escape)
    #expect(state.words.contains("u annule") && state.said?.way == .undo)
  }

  @Test func `leaving is asked for on the wall, and no sentence answers`() throws {
    var state = try wall(try example(), Size(80, 24))
    #expect(state.press(.character("q")) == [])
    #expect(state.words.contains("Entrée quitte"))
    state.press(.escape)
    #expect(state.modes.isEmpty && state.isOnWall)
    state.press(.character("q"))
    #expect(state.press(.enter) == [.quit])
    state = try wall(try example(), Size(80, 24))
    type("quand on veut", on: &state)
    #expect(state.press(.enter) == [] && state.isOnWall)
    #expect(state.words.contains("Rien n’est écrit") && !state.words.contains("Entrée quitte"))
    state.press(.escape)
    #expect(state.modes.isEmpty)
    // Off the wall it goes as before.
    state.press(.function(8))
    #expect(state.press(.character("q")) == [.quit])
  }

  @Test func `something not confirmed is told of where leaving is asked for on the wall`() throws {
    var state = try state(example(), Size(80, 24))
    state.play("nPas fini[Échap]s")
    state.press(.character("q"))
    #expect(state.words.contains("Quelque chose n’est pas confirmé"))
    #expect(!state.words.contains("Pas fini"))
  }
}
