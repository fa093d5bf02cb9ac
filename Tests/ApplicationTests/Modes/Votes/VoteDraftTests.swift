import DPES
import TerminalUI
import Testing

@testable import Application

/// Totals that were typed come back after the process was killed.
@Suite struct VoteDraftTests {
  /// The next window on the démarche, which finds what this one left.
  private func next(_ state: State, _ demarche: Demarche? = nil, entered: Bool = false) -> State {
    var next = Application.State(
      state.environment, size: state.size,
      document: (demarche ?? state.demarche).map { Document($0, path: "/tmp/essai.dpes.json") })
    let drafts = entered ? state.drafting.map(\.entered) : state.drafting
    _ = next.update(.drafts(drafts, since: 1))
    return next
  }

  @Test func `totals being typed stand open again, hidden as before`() throws {
    var state = votingState()
    state.play("[b][n][3 bas][Entrée]4[Entrée]12[Entrée]")
    let before = try #require(state.modes.last as? VoteCount)
    let next = next(state)
    let after = try #require(next.modes.last as? VoteCount)
    #expect(after.count == before.count && after.options.map(\.id) == before.options.map(\.id))
    #expect(!next.words.contains("12") && next.words.contains("rouvert"))
  }

  @Test func `by collèges each urn has its totals again`() throws {
    var state = votingState()
    state.play("[b][n][2 bas][droite][Entrée]4[Tab]5[Entrée]6")
    let before = try #require(state.modes.last as? VoteCount)
    #expect(before.count.urnes.count > 1)
    #expect((next(state).modes.last as? VoteCount)?.count == before.count)
  }

  @Test func `a vote set aside is aside again`() throws {
    var state = votingState()
    state.play("[b][n][Entrée]4[Échap][Échap]")
    var next = next(state)
    #expect(next.modes.isEmpty && next.heldVote?.count == state.heldVote?.count)
    #expect(next.heldVote != nil)
    next.play("[b][Entrée]")
    #expect(next.modes.last is VoteCount)
  }

  @Test func `what is told does not come back, and ballots are noted nowhere`() throws {
    var state = votingState()
    state.play("[b][n][Entrée]4[Entrée]")
    let counting = state
    state.play("[r][r]")
    #expect(state.modes.last is VoteResult && state.drafting.isEmpty)
    #expect(next(counting, state.demarche, entered: true).modes.isEmpty)
    state = votingState()
    state.play("[b][n][Fin][droite][Entrée][Entrée]")
    #expect((state.modes.last as? VoteCount)?.hasBallot == true && state.drafting.isEmpty)
    #expect(state.words.contains("gardez les bulletins"))
  }

  @Test func `where the image was frozen meanwhile the totals are shown, and nothing else happens`()
    throws
  {
    var state = votingState()
    state.play("[b][n][Entrée]4[Entrée]")
    var demarche = try #require(state.demarche)
    demarche.cercles[0].figee = true
    #expect(next(state, demarche).modes.last is FoundText)
  }

  @Test func `words of a note that are none of ours open nothing, and do no harm`() throws {
    let demarche = try #require(votingState().demarche)
    let image = try #require(demarche.cercles.first)
    let ids = image.observations.map(\.id).joined(separator: " ")
    let field = Begun.Field(id: "0 0", label: "", text: "7", before: "", isProse: false)
    let odd = Begun.Field(
      id: "9 9223372036854775807", label: "", text: "9223372036854775808", before: "",
      isProse: false)
    for words in [
      [], [image.id], [image.id, "x", "secret", ids, "- 7"], [image.id, "0", "secret", ids, "- 7"],
      [image.id, "3", "secret", "x y", "- 7"], [image.id, "3", "secret", ids, "nulle 7"],
      [image.id, "3", "secret", ids, "- 9223372036854775807"], ["x", "3", "secret", ids, "- 7"],
    ] {
      let begun = Begun(.vote, words, title: "Gommettes", fields: [field])
      #expect(VoteCount(begun, in: demarche) == nil, "\(words)")
    }
    let begun = Begun(
      .vote, [image.id, "3", "secret", ids, "- 7"], title: "Gommettes", fields: [odd, field])
    let count = try #require(VoteCount(begun, in: demarche))
    #expect(count.count.urnes[0].totaux[0] == 7)
  }
}
