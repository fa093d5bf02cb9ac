import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct MoveTests {
  /// Three observations without an axis, and one with.
  private func tray(_ size: Size = Size(57, 24)) -> State {
    var state = emptyState(size)
    state.play("[n]Placée[Entrée][u][v]")
    for text in ["Un", "Deux", "Trois"] { state.play("\(text)[Entrée][Entrée]") }
    state.play("[Échap]")
    return state
  }

  @Test func `what has no axis is the fifth place, with its count, reached by the arrows`() {
    var state = tray()
    state.play("[droite]")
    #expect(state.words.contains("3 à placer"))
    state.play("[4 gauche]")
    #expect(state.words.contains("Comment chacune et chacun est-il traité"))
    state.play("[3 gauche]")
    state.play("[droite]")
    #expect(state.words.contains("À placer ■ 0 ▲ 0 ● 0 ○ 3"))
  }

  @Test func `what had neither axis nor colour is asked for its colour, and gets it`() throws {
    var demarche = try example()
    var one = Observation()
    (one.id, one.numero, one.texte) = ("sansrien", 99, "Un mot sans axe ni couleur")
    let last = demarche.cercles.count - 1
    demarche.cercles[last].observations.append(one)
    var state = state(demarche, Size(80, 24))
    state.cercle.select("sansrien", in: state.derived)
    state.press(.character("m"), .character("d"))
    #expect(state.words.contains("Démocratie : quelle couleur ?"))
    state.press(.character("o"))
    let placed = try #require(state.derived.observation("sansrien"))
    #expect(placed.axe == .democratie && placed.statut == .orange && state.modes.isEmpty)
    #expect(state.words.contains("n° 99 : Démocratie, ▲ orange."))
    state.press(.character("u"), .character("u"))
    let before = try #require(state.derived.observation("sansrien"))
    #expect(before.axe == nil && before.statut == nil)
    // Any other key leaves it without a colour, and does what it does.
    state.cercle.select("sansrien", in: state.derived)
    state.press(.character("m"), .character("d"), .right)
    #expect(state.modes.isEmpty)
    #expect(state.derived.observation("sansrien")?.statut == nil)
  }

  @Test func `the tray is emptied with two keys each, the next one selected`() {
    var state = tray()
    state.play("[haut][haut]")
    #expect(state.words.contains("○ 2 sans statut Un"))
    state.play("[o][m][t]")
    #expect(state.words.contains("○ 3 sans statut Deux"))
    state.play("[m][P][m][d]")
    #expect(state.observations.map(\.axe) == [.utilite, .territoire, .personne, .democratie])
    #expect(state.observations.map(\.statut) == [.vert, .orange, nil, nil])
    #expect(!state.words.contains("à placer"))
    state.play("[u][u][u]")
    #expect(state.observations.map(\.axe) == [.utilite, nil, nil, nil])
  }

  @Test func `a letter moves, Échap and the same axis change nothing`() throws {
    var state = state(try example(), Size(57, 24))
    let id = state.observations[0].id
    func axe() -> Axe? { state.observations.first { $0.id == id }?.axe }
    state.play("[m][droite][droite][Échap]")
    let effects = state.play("[m][u]")
    #expect(effects == [] && axe() == .utilite)
    #expect(state.words.contains("Elle y est déjà."))
    state.play("[m][d]")
    #expect(axe() == .democratie)
    #expect(state.words.contains("● 1 Une petite unité"))
    state.play("[m][a]")
    #expect(axe() == nil)
    state.play("[u][u]")
    #expect(axe() == .utilite)
  }

  @Test func `an observation put somewhere by hand leaves that place with its axis`() throws {
    var state = state(try example(), Size(80, 24))
    let put = try #require(state.observations.first { $0.place != nil })
    _ = state.select(put.id)
    let key: Key = put.axe == .utilite ? .character("p") : .character("u")
    state.press(.character("m"), key)
    let moved = try #require(state.observations.first { $0.id == put.id })
    #expect(moved.axe != put.axe && moved.place == nil)
    state.play("[u]")
    #expect(state.observations.first { $0.id == put.id }?.place == put.place)
  }

  @Test func `any other key is refused with a hint`() {
    var state = tray()
    state.play("[m][z]")
    #expect(state.words.contains("Une lettre pour l’axe"))
    #expect(state.observations.filter { $0.axe == nil }.count == 3)
  }

  @Test(arguments: [(Size(40, 12), false), (Size(80, 24), false), (Size(80, 24), true)])
  func `moving`(size: Size, isASCII: Bool) throws {
    var state = state(try example(), size, isASCII: isASCII)
    state.play("[m][droite]")
    try expectContent(
      state, named: "deplacer-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")")
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40)])
  func `the tray at every size`(size: Size) throws {
    var state = tray(size)
    try expectContent(state, named: "a-placer-\(size.width)x\(size.height)")
    state.play("[droite]")
    try expectContent(state, named: "a-placer-\(size.width)x\(size.height)-compte")
  }
}
