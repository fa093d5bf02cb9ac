import DPES
import TerminalUI
import Testing

@testable import Application

/// What peers see of a frozen image: begun, filled, compared, taken up.
@Suite struct RegardGestureTests {
  /// The example with the regard of peers on its first image, open and shown.
  private func opened(_ size: Size = Size(100, 30)) throws -> State {
    var state = state(try example(), size)
    state.play("[i][haut]p")
    state.play("Foyer des Rives[Entrée]")
    try #require(state.regards.count == 1)
    return state
  }

  @Test func `p on a frozen image opens it, and says why on another`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[i]p")
    #expect(state.notice?.text.contains("image figée") == true)
    state = try opened()
    let regard = try #require(state.regards.first)
    #expect(state.derived.image?.cercle.id == regard.id && regard.parQui == "Foyer des Rives")
    #expect(state.words.contains("regard des pairs"))
    state.play("p")
    #expect(state.notice?.text.contains("déjà un regard") == true)
    state.press(.function(9))
    #expect(state.regards.isEmpty)
  }

  @Test func `n and the colours go into it while it is shown, and nowhere else`() throws {
    var state = try opened()
    let own = state.images
    state.play("[Entrée]r")
    #expect(state.images == own && state.regards[0].observations.contains { $0.statut == .rouge })
    state.play("nVu d’ailleurs[Entrée]tr[Échap]")
    #expect(state.images == own)
    #expect(state.regards[0].observations.last?.texte == "Vu d’ailleurs")
    #expect(state.derived.image?.cercle.regard == .pairs)
    state.play("p")
    #expect(state.notice?.text.contains("regard de pairs") == true)
    // The group's image is shown: words go there again.
    let count = state.regards[0].observations.count
    state.play("[Échap][i][haut][Entrée]nÀ nous[Entrée]tr[Échap]")
    #expect(state.regards[0].observations.count == count)
    #expect(state.images.last?.observations.last?.texte == "À nous")
  }

  @Test(arguments: [Size(40, 12), Size(80, 24), Size(100, 30)])
  func `beside the group’s image`(size: Size) throws {
    var state = try opened(size)
    state.play("[Entrée]rnVu d’ailleurs[Entrée]tr[Échap][i]f")
    try expectContent(state, named: "regard-liste-\(size.width)x\(size.height)")
    state.play("c[Entrée]")
    #expect(!state.words.contains("amélior") && !state.words.contains("dégrad"))
    try expectContent(state, named: "regard-\(size.width)x\(size.height)")
    state.play("[F8]")
    #expect(!state.words.contains("Foyer"))
    try expectContent(state, named: "regard-mur-\(size.width)x\(size.height)")
  }

  @Test func `w takes up what peers saw alone, once it is frozen`() throws {
    var state = try opened()
    state.play("[Entrée]nVu d’ailleurs[Entrée]tr[Échap]w")
    #expect(state.notice?.text.contains("ouvert") == true)
    state.play("[i]f[Entrée]")
    let seen = try #require(state.regards[0].observations.last)
    state.cercle.select(seen.id, in: state.derived)
    state.play("w")
    let own = try #require(state.images.last?.observations.last)
    #expect(own.origine == seen.id && own.statut == nil)
    #expect(state.notice == nil || state.notice?.kind == .done)
    state.play("w")
    #expect(state.notice?.text.contains("déjà dans votre image") == true)
    state.press(.function(9))
    #expect(state.images.last?.observations.last?.origine != seen.id)
  }

  @Test func `no vote and no answer of the group’s is about it`() throws {
    var state = try opened()
    state.play("[Entrée]k")
    #expect(state.notice?.text.contains("regard de pairs") == true)
    #expect(Votes.refusal(state)?.contains("regard de pairs") == true)
  }
}

extension State {
  fileprivate var regards: [CercleDeQualite] { imagesEtRegards.filter { $0.regard != nil } }
}
