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
    state.play("fd")
    #expect(state.words.contains("Titre"))
  }

  @Test(arguments: designedSizes + [Size(40, 12)])
  func `the card at each size`(size: Size) throws {
    var state = try opened(size)
    state.play("d")
    try expectContent(state, named: "image-fiche-\(size.width)x\(size.height)")
  }
}
