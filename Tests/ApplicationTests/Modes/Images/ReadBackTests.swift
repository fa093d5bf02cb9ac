import DPES
import TerminalUI
import Testing

@testable import Application

/// The read-back of an image before it is frozen.
@Suite struct ReadBackTests {
  @Test func `every observation has its page, by axis, then by number`() throws {
    var state = state(try example(), Size(80, 24))
    let wanted = try #require(state.derived.image).groups.flatMap(\.observations).map(\.id)
    state.play("[i][r]")
    var read: [String] = []
    for page in 1...wanted.count {
      #expect(state.words.contains("Relecture · \(page) sur \(wanted.count)"))
      read.append(state.cercle.selectedID ?? "")
      state.play("[Entrée]")
    }
    #expect(read == wanted)
    #expect(state.words.contains("sont relues. f la fige"))
    state.play("[gauche]")
    #expect(state.cercle.selectedID == wanted.last)
  }

  @Test func `no page tells who said it`() throws {
    var state = state(try example(), Size(80, 24))
    let initials = state.document?.demarche.participants.compactMap(\.initiales) ?? []
    state.play("[i][r]")
    for _ in 1...ReadBack.count(state) {
      let words = Set(
        state.view.description.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      #expect(words.isDisjoint(with: initials), "\(words.intersection(initials))")
      state.play("[Entrée]")
    }
  }

  @Test func `who objects has the colour and the words changed on the page`() {
    var state = votingState()
    state.play("[i][r][o]")
    #expect(state.observations[0].statut == .orange && state.words.contains("▲ orange"))
    state.play("[c] 2027[Entrée]")
    #expect(state.observations[0].texte == "Le bail prend fin en juin 2027")
    #expect(state.words.contains("Relecture · 1 sur 4"))
    state.play("[u][u]")
    #expect(state.observations[0].statut == .rouge)
    #expect(state.words.contains("Relecture · 1 sur 4"))
  }

  @Test func `Échap says where it goes on, and there it goes on`() {
    var state = votingState()
    state.play("[i][r][2 Entrée][Échap]")
    #expect(state.modes.isEmpty)
    #expect(state.words.contains("La relecture reprendra à n° 3 (3 sur 4) : i puis r."))
    state.play("[Début][gauche][i][r]")
    #expect(state.words.contains("Relecture · 3 sur 4"))
  }

  @Test func `after the last page f freezes the image, and the next read-back begins anew`() {
    var state = votingState()
    state.play("[i][r][4 Entrée]")
    let effects = state.play("[f]")
    #expect(effects.count == 1 && state.modes.isEmpty)
    #expect(state.document?.demarche.cercles[0].figee == true)
    #expect(state.words.contains("est figée"))
    state.play("[i][r]")
    #expect(state.words.contains("Relecture · 1 sur 4"))
    let frozen = state.document?.demarche
    state.play("[v]")
    #expect(state.words.contains("est figée") && state.document?.demarche == frozen)
    state.play("[4 Entrée][f]")
    #expect(state.words.contains("déjà figée") && state.document?.demarche == frozen)
  }

  @Test func `an image that is empty has nothing to be read`() {
    var state = state(EdgeFile.noImage.demarche, Size(80, 24))
    state.play("[i][r]")
    #expect(state.words.contains("rien à relire"))
  }

  private func check(_ size: Size, isASCII: Bool = false) throws {
    let name = "\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    var state = state(try example(), size, isASCII: isASCII)
    state.letters = Letters(try shippedLetters())
    state.play("[i][r]")
    try expectContent(state, named: "relecture-\(name)")
    for _ in 1..<ReadBack.count(state)
    where state.cercle.selected(in: state.derived)?.minorite == nil { state.play("[Entrée]") }
    try expectContent(state, named: "relecture-\(name)-minorite")
    state.play("[\(ReadBack.count(state)) Entrée]")
    // It has no signs.
    if !isASCII { try expectContent(state, named: "relecture-\(name)-fin") }
  }

  @Test(arguments: VoteFrameTests.sizes)
  func `pages of every size`(size: Size) throws { try check(size) }

  @Test func `pages in ASCII`() throws { try check(Size(80, 24), isASCII: true) }
}
