import DPES
import TerminalUI
import Testing

@testable import Application

/// What was pasted and not accepted becomes nothing by itself: it comes back as it stood.
@Suite struct PasteDraftTests {
  private static let mail =
    "De : Paul Nanterre <paul@asso.fr>\nBonjour à toutes et à tous,\nLe loyer a doublé\n"
    + "Les réunions finissent tard\nLe toit fuit\nBien cordialement,\nAnne Durand"

  private static func paste(_ text: String, _ keys: String = "n") -> State {
    var state = emptyState(Size(80, 24))
    state.play(keys)
    _ = state.update(.event(.paste(text)))
    return state
  }

  /// What another window opens on, after a kill or told to end.
  private func reopened(_ state: State, isClosed: Bool) -> State {
    var state = state
    var drafts = state.drafting
    if isClosed {
      _ = state.update(.event(.closed))
      #expect(state.observations.isEmpty)
      drafts = state.draftsAtEnd
    }
    var next = emptyState(Size(80, 24))
    #expect(next.update(.drafts(drafts, since: 1)).isEmpty)
    #expect(next.observations.isEmpty)
    return next
  }

  @Test(arguments: [false, true])
  func `lines come back as lines, those left out left out`(isClosed: Bool) {
    var state = Self.paste(Self.mail)
    // The loyer is left out, who wrote is kept after all.
    state.play("[bas][bas][ ][Début][ ]")
    var next = reopened(state, isClosed: isClosed)
    #expect(
      next.words.contains("Repris : un texte collé de 7 lignes, pas encore accepté."))
    // Killed again, it is noted again.
    #expect(next.drafting == state.drafting)
    next.play("[Entrée]")
    #expect(next.words.contains("7 lignes, 4 laissées : 3 observations"))
    next.play("[Entrée]")
    #expect(
      next.observations.map(\.texte) == [
        "De : Paul Nanterre <paul@asso.fr>", "Les réunions finissent tard", "Le toit fuit",
      ])
    next.play("[F9]")
    #expect(next.observations.isEmpty)
  }

  /// Who opens Palier again presses a key before looking, and meant it for the screen.
  @Test func `a key pressed before lines that came back are taken up does nothing to them`() throws
  {
    let mail = Self.paste(Self.mail)
    var frozen = emptyState(Size(80, 24))
    frozen.play("nUn mot[Entrée]uo[Échap]if[Entrée]")
    let spoken = ["Le toit fuit", "Le loyer a doublé"].map {
      Draft($0, .observation(point: nil, axe: nil))
    }
    _ = frozen.update(.drafts(spoken, since: 100))
    for start in [reopened(mail, isClosed: false), frozen] {
      let capture = try #require(start.modes.last as? Capture)
      for key in (32...126).map({ Key.character(Character(Unicode.Scalar(UInt8($0)))) })
        + [.backspace, .delete, .tab, .left]
      {
        var state = start
        state.press(key)
        #expect(
          state.document == start.document && (state.modes.last as? Capture)?.step == capture.step)
        #expect(!state.isOnWall, "\(key)")
      }
      var state = start
      _ = state.update(.event(.burst("sd\nu")))
      #expect(
        state.document == start.document && (state.modes.last as? Capture)?.step == capture.step)
      #expect(state.words.contains("Entrée reprend ces lignes, Échap les met de côté."))
      // Set aside they are taken up by who wants them, as they were pasted.
      state.play("[Échap]n")
      #expect((state.modes.last as? Capture)?.pasted?.isReopened == false)
    }
  }

  @Test(arguments: [false, true])
  func `one line comes back in the field`(isClosed: Bool) {
    var state = Self.paste("Marie Bonnet : il fait froid")
    state.play(" ici")
    var next = reopened(state, isClosed: isClosed)
    #expect(next.words.contains("Repris : un texte collé, pas encore accepté."))
    next.play("[Entrée]ur")
    #expect(next.observations.map(\.texte) == ["Marie Bonnet : il fait froid ici"])
  }

  @Test(arguments: ["sn", "s"])
  func `what the wall holds comes back on the screen`(keys: String) {
    for text in ["Un\nDeux\nTrois", "Marie"] {
      for isClosed in [false, true] {
        let next = reopened(Self.paste(text, keys), isClosed: isClosed)
        #expect(
          !next.isOnWall && next.words.contains("collé") && next.words.contains(text.suffix(5)))
        // The room waits until somebody is on the screen.
        var wall = emptyState(Size(80, 24))
        wall.play("s")
        _ = wall.update(.drafts(Self.paste(text, keys).drafting, since: 1))
        #expect(wall.isOnWall && !wall.words.contains(text.suffix(5)))
        wall.play("s")
        #expect(wall.words.contains(text.suffix(5)))
      }
    }
  }

  @Test func `what was typed before is kept as ever, and what was pasted comes back beside it`() {
    var state = Self.paste("Un\nDeux", "nLe toit fuit")
    _ = state.update(.event(.closed))
    #expect(state.observations.map(\.texte) == ["Le toit fuit"])
    var next = emptyState(Size(80, 24))
    _ = next.update(.drafts(state.draftsAtEnd, since: 1))
    #expect(next.words.contains("un texte collé de 2 lignes"))
    // Pasted where an axis was asked, it begins with the text.
    state = Self.paste("Un\nDeux", "nLe loyer[Entrée]")
    next = reopened(state, isClosed: true)
    next.play("[Entrée][Entrée]")
    #expect(next.observations.map(\.texte) == ["Le loyer", "Un", "Deux"])
  }

  @Test func `set aside it comes back aside, and n takes it up`() {
    var state = Self.paste("Marie Bonnet")
    state.play("[Échap]")
    var next = reopened(state, isClosed: false)
    #expect(next.modes.isEmpty && next.words.contains("mis de côté"))
    next.play("sn")
    #expect(!next.words.contains("Marie"))
    next.press(.function(8))
    #expect(next.words.contains("Marie Bonnet"))
  }

  @Test func `entered, and killed before the disk has it, it does not come back`() throws {
    var state = Self.paste("Un\nDeux")
    let drafts = state.drafting.map(\.entered)
    state.play("[Entrée][Échap]")
    #expect(state.update(.drafts(drafts, since: 1)).isEmpty && state.modes.isEmpty)
    var other = emptyState()
    _ = other.update(.drafts(drafts, since: 1))
    #expect(other.words.contains("un texte collé de 2 lignes"))
  }

  @Test func `what answers a point of the grille comes back under its question`() throws {
    var state = state(try example(), Size(100, 30), screen: .grille)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    state.play("n")
    _ = state.update(.event(.paste("Un\nDeux")))
    let subject = try #require((state.modes.last as? Capture)?.subject)
    var next = ApplicationTests.state(try example(), Size(100, 30))
    _ = next.update(.drafts(state.drafting, since: 1))
    _ = next.update(.referentiels([try shippedReferentiel()]))
    #expect((next.modes.last as? Capture)?.subject == subject)
    #expect(next.words.contains("un texte collé de 2 lignes"))
  }
}
