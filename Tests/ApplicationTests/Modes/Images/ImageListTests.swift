import DPES
import TerminalUI
import Testing

@testable import Application

/// The images of the démarche: stepped through, frozen, started, compared.
@Suite struct ImageListTests {
  private func numbers(_ state: State) -> Set<Int> {
    Set(state.derived.image?.cercle.observations.compactMap(\.numero) ?? [])
  }

  @Test func `stepping through time the selection stays on its observation`() throws {
    var state = state(try example(), Size(100, 30))
    let images = state.images
    #expect(images.count == 2)
    let number = try #require(state.cercle.selected(in: state.derived)?.numero)
    state.press(.character("i"), .up)
    #expect(state.derived.image?.cercle.id == images[0].id)
    #expect(state.cercle.selected(in: state.derived)?.numero == number)
    state.press(.down)
    #expect(state.derived.image?.cercle.id == images[1].id)
    state.press(.up, .enter)
    #expect(state.modes.isEmpty && state.derived.image?.cercle.id == images[0].id)
  }

  @Test func `the key row says that f opens a frozen image again`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[i]")
    #expect(state.words.contains("f figer") && !state.words.contains("f rouvrir"))
    state.play("f")
    #expect(state.words.contains("f rouvrir") && !state.words.contains("f figer"))
    state.play("u")
    #expect(state.words.contains("f figer"))
    state.play("[haut]")
    #expect(state.words.contains("f rouvrir"))
  }

  @Test func `Échap goes back to what was shown`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.down, .down)
    let before = state.view
    state.press(.character("i"), .up, .up, .character("c"), .escape)
    #expect(state.view == before)
  }

  @Test func `f freezes the image, nothing in it changes any more, and u opens it again`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("i"))
    #expect(state.press(.character("f")).count == 1)
    #expect(state.derived.image?.cercle.figee == true)
    state.press(.enter)
    let frozen = state.document?.demarche
    #expect(state.press(.character("r"), .character("o"), .character("!"), .delete).isEmpty)
    #expect(state.document?.demarche == frozen)
    #expect(state.notice?.text.contains("figée") == true)
    state.press(.escape, .character("u"))
    #expect(state.derived.image?.cercle.figee == false)
  }

  @Test func `a frozen image is opened again, and the historique says so`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("i"), .character("f"), .character("f"))
    #expect(state.derived.image?.cercle.figee == false)
    let traces = state.document?.demarche.historique.suffix(2).map { ($0.quoi, $0.apres) } ?? []
    #expect(traces.map(\.0) == ["gel", "gel"])
    #expect(traces.map(\.1) == [.ouiNon(true), .ouiNon(false)])
  }

  @Test func `a new image waits until the last one is frozen, then continues it`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("i"))
    #expect(state.press(.character("n")).isEmpty)
    #expect(state.notice?.text.contains("Entrée, puis n, y ajoute") == true)
    let before = numbers(state)
    state.press(.escape, .character("f"), .character("n"))
    #expect(state.images.count == 3 && numbers(state) == before)
    #expect(state.derived.image?.cercle.figee == false)
    state.press(.enter, .character("r"))
    #expect(state.cercle.selected(in: state.derived)?.statut == .rouge)
    state.press(.character("u"), .character("u"))
    #expect(state.images.count == 2)
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40)])
  func `images listed, and compared`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.character("i"))
    try expectContent(state, named: "images-\(size.width)x\(size.height)")
    state.press(.character("c"), .enter)
    try expectContent(state, named: "comparaison-\(size.width)x\(size.height)")
  }

  @Test func `compared in ASCII`() throws {
    var state = state(try example(), Size(80, 24), isASCII: true)
    state.press(.character("i"), .character("c"))
    try expectContent(state, named: "comparaison-80x24-ascii")
  }

  @Test func `compared, every observation of both images is there once, and counted once`() throws {
    var state = state(try example(), Size(100, 30))
    let images = state.images
    state.press(.character("i"), .character("c"), .enter)
    let image = try #require(state.derived.image)
    let shown = image.groups.flatMap(\.observations)
    let comparison = ComparaisonDImages(
      de: images[0], a: images[1], dans: try #require(state.demarche))
    #expect(shown.count == comparison.lignes.count)
    #expect(Set(shown.map(\.id)).count == shown.count)
    for group in image.groups {
      let counts = Dictionary(
        uniqueKeysWithValues: image.evolutions(sur: group.axe).map { ($0.evolution, $0.count) })
      #expect(counts.filter { $0.value > 0 } == comparison.comptes(sur: group.axe))
    }
  }

  @Test func `a comparison is not changed, and Échap leaves it`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("i"), .character("c"), .enter)
    #expect(state.press(.character("r"), .delete).isEmpty)
    #expect(state.document?.revision == 0)
    #expect(state.notice?.text.contains("comparaison") == true)
    state.press(.escape)
    #expect(state.derived.image?.avant == nil)
    #expect(state.press(.character("r")).count == 1)
  }

  @Test func `what is compared with can be any earlier image`() throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character("i"), .character("f"), .character("n"), .character("c"))
    #expect(state.derived.image?.avant?.id == state.images[1].id)
    state.press(.left)
    #expect(state.derived.image?.avant?.id == state.images[0].id)
    state.press(.left)
    #expect(state.derived.image?.avant?.id == state.images[0].id)
    state.press(.right)
    #expect(state.derived.image?.avant?.id == state.images[1].id)
    // Back in time, an image is never compared with itself or a later one.
    state.press(.up)
    #expect(state.derived.image?.avant == nil)
  }

  @Test func `without an image the list says how to open one`() throws {
    var state = state(EdgeFile.noImage.demarche, Size(80, 24))
    state.press(.character("i"))
    #expect(state.view.description.contains("Aucune image encore"))
    #expect(state.press(.character("n")).count == 1)
    #expect(state.images.count == 1)
    state.press(.character("f"))
    #expect(state.notice?.text.contains("vide") == true)
  }
}
