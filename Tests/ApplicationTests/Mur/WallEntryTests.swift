import DPES
import TerminalUI
import Testing

@testable import Application

/// How the wall comes from each place of the program, and what is there when it is left.
@Suite struct WallEntryTests {
  @Test(arguments: [Key.character("s"), .function(8)], ["", "[bas][2 bas][droite]"])
  func `over a vote being counted it shows that one goes on, and comes back to the counting`(
    key: Key, ballots: String
  ) throws {
    var state = votingState()
    state.play(ballots.isEmpty ? "[b][n][Entrée]4[Entrée]" : "[b][n][Fin][droite][Entrée][Entrée]")
    let count = try #require(state.modes.last as? VoteCount)
    #expect(state.press(key) == [.readLetters])
    #expect(state.isOnWall && state.words.contains("VOTE EN COURS"))
    #expect(!state.words.contains("bail"))
    // Two windows: the other one goes on saying the same.
    #expect(state.wall?.vote == count.wall)
    state.press(key)
    #expect(!state.isOnWall && (state.modes.last as? VoteCount)?.count == count.count)
    #expect((state.modes.last as? VoteCount)?.ballot == count.ballot)
    // Left by Échap, the room sees the cercle, and the vote waits.
    state.press(key, .escape)
    #expect(state.isOnWall && state.modes.isEmpty && state.words.contains("Le vote attend"))
    state.press(key)
    state.play("[b][Entrée]")
    #expect((state.modes.last as? VoteCount)?.count == count.count)
  }

  @Test func `over the votes it shows the one selected`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[b][s]")
    #expect(state.isOnWall && state.wallPageName == VotePage.name)
  }

  @Test(arguments: [Key.character("s"), .function(8)])
  func `over the images it shows the one chosen, or what changed up to it`(key: Key) throws {
    var state = state(try example(), Size(100, 30))
    state.play("[i][haut]")
    let chosen = state.derived.image?.cercle.id
    state.press(key)
    #expect(state.isOnWall && state.modes.isEmpty && state.derived.image?.cercle.id == chosen)
    #expect(state.wallPageName == ObservationPage.name)
    state.press(key)
    #expect(state.derived.image?.cercle.id == chosen && state.modes.last is ImageList)
    state.play("[bas][c]")
    state.press(key)
    #expect(state.wallPageName == ComparaisonPage.name)
    // Left, the comparison is still there.
    state.press(key)
    #expect(state.shown.comparedID != nil)
    state.press(key)
    #expect(state.wallPageName == ComparaisonPage.name)
  }

  @Test func `over a read-back it shows what is read, where the reading goes on`() throws {
    var state = state(try example(), Size(100, 30))
    state.play("[i][r][droite][droite]")
    let id = state.cercle.selectedID
    state.play("[s]")
    #expect(state.isOnWall && state.cercle.selectedID == id && state.modes.last is ReadBack)
    #expect(state.words.contains("3 sur ") && state.words.contains("Entrée oui, suivante"))
    // The keys go on reading: none is passed over, and c corrects what is read.
    let all = state.derived.image?.groups.flatMap { $0.observations.map(\.id) } ?? []
    state.play("[Entrée][droite]")
    #expect(state.cercle.selectedID == all[4])
    state.play("[gauche]c, bis[Entrée]r")
    #expect(state.derived.observation(all[3])?.texte.hasSuffix(", bis") == true)
    #expect(state.derived.observation(all[3])?.statut == .rouge)
    state.press(.function(8))
    #expect(!state.isOnWall && state.modes.last is ReadBack && state.cercle.selectedID == all[3])
    state.press(.function(8))
    while (state.modes.last as? ReadBack)?.isAtEnd == false { state.press(.enter) }
    #expect(state.words.contains("Tout est relu. Figer l’image ?"))
    state.play("f")
    #expect(state.derived.image?.cercle.figee == true && state.modes.isEmpty && state.isOnWall)
  }

  @Test(arguments: wallSizes)
  func `what is read back stands on the wall in its colour, and nobody with it`(size: Size) throws {
    var state = state(try example(), size)
    state.play("ir")
    state.press(.function(8))
    _ = state.update(.letters(Letters(try shippedLetters())))
    #expect(state.words.contains("sur ") && state.words.contains("Entrée oui"))
    let read = try #require(state.cercle.selected(in: state.derived))
    #expect(state.words.contains(state.marks.mark(read.statut).word.uppercased()))
    expectNobody(state, try example())
  }

  @Test(arguments: [
    ("[b][n]", "attend la réponse"), ("[a]", "ne se montre pas au mur"),
    ("[l]", "ne se montre pas au mur"), ("[F12]", "attend la réponse"),
  ])
  func `over what waits for an answer it says so`(keys: String, told: String) throws {
    var state = state(try example(), Size(100, 30))
    state.play(keys)
    #expect(state.modes.last != nil)
    state.press(.function(8))
    #expect(!state.isOnWall && state.notice?.text.contains(told) == true, "\(keys)")
  }

  @Test(arguments: [Screen.all[6], Screen.all[7]])
  func `from a screen that has nothing for the room it says so, and leaving comes back`(
    screen: Screen
  ) throws {
    var state = state(try example(), Size(100, 30), screen: screen)
    #expect(screen.ecran.wallPages.isEmpty)
    state.play("[s]")
    #expect(state.screen == .cercle && state.words.contains("ne se montre pas au mur"))
    state.play("[s]")
    #expect(state.screen == screen && !state.isOnWall)
    // Who goes on to another page of the wall stays there.
    state.play("[s]4[s]")
    #expect(state.screen == .schema)
  }

  @Test func `a window that follows shows the page of the vote told last, and the arbre`() throws {
    var first = state(try example(), Size(100, 30))
    var second = try wall(try example(), Size(100, 30), isFollower: true)
    first.play("[b][Entrée]")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.modes.isEmpty && second.wallPageName == VotePage.name)
    first.play("[Échap][Échap]4[r]")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.screen == .schema && second.wallPageName == ArbrePage.name)
    first.play("[r]")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.wallPageName == PalierPage.name)
    // What is said while the whole circle is shown is seen at once.
    var third = try wall(try example(), Size(100, 30))
    third.play("znUne phrase[Entrée]dv")
    #expect(third.wall?.page == ObservationPage.name)
    first.play("3[i][c]")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.wallPageName == ComparaisonPage.name)
  }
}
