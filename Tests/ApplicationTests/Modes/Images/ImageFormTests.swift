import DPES
import TerminalUI
import Testing

@testable import Application

/// The date and the title of an image.
@Suite struct ImageFormTests {
  /// The list of the example's images, the last one selected.
  private func opened(_ size: Size = Size(100, 30)) throws -> State {
    var state = state(try example(), size)
    state.play("i")
    return state
  }

  private func images(_ state: State) -> [CercleDeQualite] { state.images }

  @Test func `an open image takes another day and a title, as one step, traced`() throws {
    var state = try opened()
    let before = images(state)
    state.play("d20/11/2026[Tab][Ctrl-U]Le cercle de papier[Entrée]")
    let after = images(state)
    #expect(after.map(\.id) == before.map(\.id))
    #expect(after.last?.date.iso == "2026-11-20" && after.last?.titre == "Le cercle de papier")
    #expect(state.words.contains("Image du 20 novembre 2026"))
    let trace = try #require(state.document?.demarche.historique.last)
    #expect(trace.quoi == "date" && trace.objet == before.last?.id)
    // Above the list still, where it is taken back.
    state.play("u")
    #expect(
      images(state).last?.date == before.last?.date
        && images(state).last?.titre == before.last?.titre)
  }

  @Test func `a circle kept on paper is begun at its date, between two others, and n writes in it`()
    throws
  {
    var state = try opened()
    let count = images(state).count
    // An open image takes what is said: it is frozen first.
    state.play("a")
    #expect(state.words.contains("f la fige, avant d’en ouvrir une"))
    state.play("[u]f[Échap][Échap]i")
    let last = try #require(images(state).last)
    if !last.figee { state.play("f") }
    let middle = images(state)[count - 2].date.adding(days: 20)
    state.play("a\(middle.frenchShort)[Tab]Sur papier[Entrée]")
    #expect(images(state).map(\.date) == images(state).map(\.date).sorted())
    #expect(images(state).count == count + 1)
    let paper = images(state)[count - 1]
    #expect(paper.titre == "Sur papier" && paper.date == middle && !paper.figee)
    #expect(paper.observations.count == images(state)[count - 2].observations.count)
    #expect(state.words.contains("elle part de celle d’avant, n y note."))
    state.play("[Entrée][n]Un mot du papier[Entrée][u][v][Échap]")
    #expect(images(state)[count - 1].observations.last?.texte == "Un mot du papier")
    #expect(images(state)[count].observations.count == last.observations.count)
    // The image that is compared with it says what the same things became.
    state.play("if[haut][bas][bas]c")
    #expect(state.shown.comparedID == paper.id || state.words.contains("comparé"))
  }

  @Test func `an image of a day to come, or of none, is refused under its field`() throws {
    var state = try opened()
    if images(state).last?.figee == false { state.play("f") }
    let before = images(state).count
    state.play("a[Entrée]")
    #expect(state.words.contains("Une image a une date."))
    state.play("01/01/2030[Entrée]")
    #expect(state.words.contains("pas encore passé") && images(state).count == before)
    state.play("[Échap]a")
    #expect(state.words.contains("01/01/2030"))
  }

  @Test func `images keep their order, which is said where one leaves the field`() throws {
    var state = try opened()
    let first = try #require(images(state).first)
    let before = state.document?.demarche
    let day = first.date.adding(days: -1).frenchShort
    state.play("d\(day)[Tab]")
    #expect(
      state.words.contains("Les images gardent leur ordre\u{A0}: celle d’avant")
        || state.words.contains("Les images gardent leur ordre : celle d’avant"))
    #expect(state.play("[Entrée]").isEmpty)
    #expect(state.document?.demarche == before && !state.modes.isEmpty)
  }

  @Test func `a frozen image has to be opened again first`() throws {
    var state = try opened()
    state.play("f")
    #expect(state.play("d").isEmpty)
    #expect(state.words.contains("f la rouvre d’abord"))
    state.play("[Échap]fd")
    #expect(state.words.contains("Titre"))
  }

  @Test(arguments: designedSizes + [Size(40, 12)])
  func `the card at each size`(size: Size) throws {
    var state = try opened(size)
    state.play("d")
    try expectContent(state, named: "image-fiche-\(size.width)x\(size.height)")
  }
}
