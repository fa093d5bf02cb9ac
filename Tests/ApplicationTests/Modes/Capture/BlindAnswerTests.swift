import DPES
import TerminalUI
import Testing

@testable import Application

/// Who types the next sentence where the last one asks for its axis, its colour or its image.
@Suite struct BlindAnswerTests {
  private static let sentences = [
    "nous avons aussi", "gens du soir", "le reste", "Bruit", "âne, ou",
  ]

  /// On the screen and on the wall; an empty démarche, or one whose image of today is frozen.
  private static func start(isOnWall: Bool, isFrozen: Bool = false) -> State {
    var state = emptyState(Size(80, 24))
    if isFrozen { state.play("nUn mot[Entrée]uo[Échap]if[Entrée]") }
    if isOnWall { state.play("s") }
    return state
  }

  @Test(arguments: sentences, [false, true])
  func `chooses no axis, and one Échap goes back to the question`(texte: String, isOnWall: Bool) {
    var state = Self.start(isOnWall: isOnWall)
    state.play("nIl fait chaud[Entrée]")
    state.type(texte)
    state.press(.enter, .backspace)
    state.type(texte)
    #expect(
      state.observations.isEmpty && state.words.contains("Une lettre pour l’axe, après Échap"))
    state.play("[Échap]pv")
    #expect(state.observations.map(\.texte) == ["Il fait chaud"])
    #expect(state.observations.map(\.axe) == [.personne])
    #expect(state.observations.map(\.statut) == [.vert])
  }

  @Test(arguments: ["nous avons", "gros", "Bravo", "les trois"], [false, true])
  func `chooses no colour`(texte: String, isOnWall: Bool) {
    var state = Self.start(isOnWall: isOnWall)
    state.play("nIl fait chaud[Entrée]d")
    state.type(texte)
    #expect(
      state.observations.isEmpty && state.words.contains("Une lettre pour la couleur, après Échap"))
    state.play("[Échap]o")
    #expect(state.observations.map(\.statut) == [.orange])
  }

  @Test(arguments: sentences + ["fini, non", "nuit"], [false, true])
  func `opens no image`(texte: String, isOnWall: Bool) {
    var state = Self.start(isOnWall: isOnWall, isFrozen: true)
    state.play("nLa pâte lève[Entrée]")
    state.type(texte)
    state.press(.enter)
    #expect(state.images.map(\.figee) == [true] && state.observations.map(\.texte) == ["Un mot"])
    state.play("[Échap][Échap]")
    #expect(state.modes.isEmpty && state.images.count == 1)
    #expect(state.drafting.flatMap(\.texts) == ["La pâte lève"])
  }

  @Test func `an arrow of a hand goes on at once, and says what is asked`() {
    var state = Self.start(isOnWall: false)
    state.play("nIl fait chaud[Entrée]z")
    #expect(state.words.contains("Échap continue"))
    state.press(.left)
    #expect(state.words.contains("u, p, d ou t. Entrée laisse à placer"))
    state.play("u[Entrée]")
    #expect(state.observations.map(\.axe) == [.utilite])
  }

  @Test(arguments: [("f", [false]), ("n", [true, false])])
  func `an image that was asked for opens with the words that go there`(
    answer: String, figees: [Bool]
  ) {
    var state = Self.start(isOnWall: false, isFrozen: true)
    state.play("nLa pâte lève[Entrée]\(answer)")
    #expect(state.images.map(\.figee) == [true] && state.words.contains("avec ces mots"))
    state.play("u")
    #expect(state.images.map(\.figee) == [true])
    state.play("r")
    #expect(state.images.map(\.figee) == figees)
    #expect(state.observations.map(\.texte) == ["Un mot", "La pâte lève"])
  }
}
