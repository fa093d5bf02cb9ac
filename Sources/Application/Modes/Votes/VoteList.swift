import DPES
import TerminalUI

/// The votes of the image shown, after the one that was set aside, if any.
struct VoteList: ListModal {
  var tables: [ActionTable] { [.votes] }
  var offersOnlyPossible: Bool { true }

  enum Row: Hashable, Sendable {
    /// A vote begun and not told yet.
    case held(VoteCount)
    case scrutin(Scrutin)
  }

  var list = ListView()

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = VoteList.rows(state)
    let line = { (index: Int, width: Int) in
      let told =
        switch rows[index] {
        case .held(let count): "À reprendre · \(count.told)"
        case .scrutin(let scrutin): VoteResult.heading(scrutin, fitting: width)
        }
      return ListLine(told, width: width, Style(.text, on: .card))
    }
    var card = canvas.drawCard(
      title: "Votes", width: 90, of: rows.count, others: rows.count < 2 ? 3 : 2, in: area,
      line: line)
    let foot = card.takeBottom(1)
    if rows.isEmpty {
      canvas.drawLines(
        Votes.refusal(state) ?? "Aucun vote encore dans cette image\u{A0}: n en prépare un.",
        in: card, Style(.faint, on: .card))
    }
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
    canvas.draw("Aucun bulletin n’est gardé.", in: foot, Style(.faint, on: .card))
  }

  /// The rows of the list of votes.
  static func rows(_ state: State) -> [Row] {
    guard let image = state.derived.image?.cercle else { return [] }
    // Undone, a vote that was told can be told again, corrected.
    let held = [state.heldVote].compactMap(\.self).filter { held in
      held.imageID == image.id && !image.scrutins.contains { $0.id == held.recordedID }
    }
    return held.map(Row.held) + image.scrutins.reversed().map(Row.scrutin)
  }

  fileprivate static func voteRow(_ state: State) -> Row? {
    let rows = rows(state)
    return (state.modes.last as? VoteList)?.list.selectedRow(of: rows.count).map { rows[$0] }
  }

  static func open(_ state: inout State) -> [Effect] {
    state.open(VoteList())
  }

  static func openSelected(_ state: inout State) -> [Effect] {
    switch voteRow(state) {
    case .held(let count):
      Votes.refusal(state).map { state.decline($0) } ?? state.replaceMode(count)
    case .scrutin(let scrutin): state.open(VoteResult(scrutin.id, in: state))
    case nil: []
    }
  }

  /// Takes the selected vote out, or forgets the one set aside.
  fileprivate static func deleteVote(_ state: inout State) -> [Effect] {
    if case .held = voteRow(state) {
      state.heldVote = nil
      state.say("Le vote mis de côté est oublié.")
      return []
    }
    guard case .scrutin(let scrutin) = voteRow(state) else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      try demarche.supprimerScrutin(scrutin.id, signature)
      return true
    }
    if !effects.isEmpty { state.say("Vote supprimé. Les priorités restent.") }
    return effects
  }

  fileprivate static func deletionRefusal(_ state: State) -> String? {
    switch voteRow(state) {
    case .held: nil
    case .scrutin: Votes.refusal(state)
    case nil: "Il n’y a pas de vote à supprimer."
    }
  }

  /// Why no other vote can be prepared; nil when one can.
  fileprivate static func newVoteRefusal(_ state: State) -> String? {
    if let reason = Votes.refusal(state) { return reason }
    guard case .held = rows(state).first else { return nil }
    return "Un vote est de côté\u{A0}: Entrée le reprend, Suppr l’oublie."
  }

  func heard(_ state: State) -> [ActionTable] { tables + [.mode, .field] }

  /// The vote selected, told or under way; where there is none, the cercle.
  func showToRoom(_ state: inout State) -> [Effect]? {
    switch Self.voteRow(state) {
    case .held(let count): count.showToRoom(&state)
    case .scrutin(let scrutin): VoteResult(scrutin.id, in: state).showToRoom(&state)
    case nil: WallWindow.show(&state)
    }
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (Self.rows(state).count, max(1, WindowLayout(state.size).content.height - 4))
  }
}

extension ActionTable {
  /// What is heard in the list of votes, beside moving.
  static let votes = ActionTable(
    "votes",
    Action(
      "votes.ouvrir", [.enter], "Revoir, ou reprendre", short: "ouvrir", weight: 90,
      help: "Montre le résultat du vote, ou reprend celui qui n’est pas révélé.",
      impossible: {
        VoteList.voteRow($0) == nil ? "Il n’y a pas encore de vote à revoir. n en prépare un." : nil
      },
      perform: { VoteList.openSelected(&$0) }),
    Action(
      "votes.nouveau", [.character("n")], "Nouveau vote", short: "nouveau", weight: 100,
      help: "Prépare un vote par gommettes sur les observations de cette image.",
      impossible: { VoteList.newVoteRefusal($0) }, perform: { VoteSetup.open(&$0) }),
    Action(
      "votes.supprimer", [.delete, .control("d")], "Supprimer le vote",
      short: "supprimer", weight: 40,
      help: "Retire le vote de l’image, que u fait revenir, ou oublie celui mis de côté.",
      impossible: { VoteList.deletionRefusal($0) }, perform: { VoteList.deleteVote(&$0) }),
    .undo(in: "votes"),
    .leave("votes.fermer", also: [.character("b")], weight: 95, help: "Revient au cercle."))
}
