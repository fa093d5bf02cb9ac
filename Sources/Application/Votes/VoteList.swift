import DPES
import TerminalUI

/// The votes of the image shown, after the one that was set aside, if any.
struct VoteList: Hashable, Sendable {
  enum Row: Hashable, Sendable {
    /// A vote begun and not told yet.
    case held(VoteCount)
    case scrutin(Scrutin)
  }

  var list = ListView()

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = state.voteRows
    var card = canvas.drawCard(
      title: "Votes", content: Size(min(90, area.width - 4), max(2, rows.count) + 2), in: area)
    let foot = card.takeBottom(1)
    if rows.isEmpty {
      canvas.drawLines(
        state.voteRefusal ?? "Aucun vote encore dans cette image\u{A0}: n en prépare un.",
        in: card, .faint)
    }
    list.draw(on: &canvas, in: card, of: rows.count) { canvas, line, index in
      canvas.draw(
        Self.told(rows[index], fitting: line.width), at: line.column, line.row,
        Style(.text, on: .card), upTo: line.endColumn)
    }
    canvas.draw(
      "Aucun bulletin n’est gardé.", at: foot.column, foot.row, Style(.faint, on: .card),
      upTo: foot.endColumn)
  }

  private static func told(_ row: Row, fitting width: Int) -> String {
    switch row {
    case .held(let count): "À reprendre · \(count.told)"
    case .scrutin(let scrutin): VoteResult.heading(scrutin, fitting: width)
    }
  }
}

extension State {
  /// The rows of the list of votes.
  var voteRows: [VoteList.Row] {
    guard let image = derived.image?.cercle else { return [] }
    // Undone, a vote that was told can be told again, corrected.
    let isHeld = heldVote.map { held in
      held.imageID == image.id && !image.scrutins.contains { $0.id == held.recordedID }
    }
    let held = isHeld == true ? heldVote.map { [VoteList.Row.held($0)] } ?? [] : []
    return held + image.scrutins.reversed().map(VoteList.Row.scrutin)
  }

  fileprivate var voteRow: VoteList.Row? {
    guard case .list(let list) = voteMode else { return nil }
    let rows = voteRows
    return list.list.selectedRow(of: rows.count).map { rows[$0] }
  }

  mutating func openVotes() -> [Effect] {
    modes.append(.vote(.list(VoteList())))
    return []
  }

  mutating func press(_ key: Key, in list: VoteList) -> [Effect] {
    if let action = Action.action(for: key, in: [.votes, .field]) {
      return action.performed(in: &self)
    }
    var list = list
    let height = max(1, WindowLayout(size).content.height - 4)
    if list.list.handle(key, of: voteRows.count, height: height) {
      replaceMode(.vote(.list(list)))
    }
    return []
  }

  mutating func openVote() -> [Effect] {
    switch voteRow {
    case .held(let count):
      if let reason = voteRefusal {
        refuse(reason)
      } else {
        replaceMode(.vote(.count(count)))
      }
    case .scrutin(let scrutin): modes.append(.vote(.result(VoteResult(scrutin.id, in: self))))
    case nil: refuse("Il n’y a pas encore de vote à revoir. n en prépare un.")
    }
    return []
  }

  /// Takes the selected vote out, or forgets the one set aside.
  fileprivate mutating func deleteVote() -> [Effect] {
    if case .held = voteRow {
      heldVote = nil
      say("Le vote mis de côté est oublié.")
      return []
    }
    guard case .scrutin(let scrutin) = voteRow else { return [] }
    let signature = signature
    let effects = change { demarche, _ in
      do throws(Demarche.RefusDeScrutin) {
        try demarche.supprimerScrutin(scrutin.id, signature)
        return true
      } catch {
        return false
      }
    }
    if !effects.isEmpty { say("Vote supprimé. Les priorités restent. u le fait revenir.") }
    return effects
  }

  fileprivate var deletionRefusal: String? {
    switch voteRow {
    case .held: nil
    case .scrutin: voteRefusal
    case nil: "Il n’y a pas de vote à supprimer."
    }
  }

  /// Why no other vote can be prepared; nil when one can.
  fileprivate var newVoteRefusal: String? {
    if let reason = voteRefusal { return reason }
    guard case .held = voteRows.first else { return nil }
    return "Un vote est de côté\u{A0}: Entrée le reprend, Suppr l’oublie."
  }
}

extension Action {
  /// What is heard in the list of votes, beside moving.
  static let votes = [
    Action(
      "votes.ouvrir", .votes, [.enter], "Revoir, ou reprendre", short: "revoir", weight: 90,
      help: "Montre le résultat du vote, ou reprend celui qui n’est pas révélé.",
      perform: { $0.openVote() }),
    Action(
      "votes.nouveau", .votes, [.character("n")], "Nouveau vote", short: "nouveau", weight: 100,
      help: "Prépare un vote par gommettes sur les observations de cette image.",
      impossible: { $0.newVoteRefusal }, perform: { $0.openVoteSetup() }),
    Action(
      "votes.supprimer", .votes, [.delete, .control("d")], "Supprimer le vote",
      short: "supprimer", weight: 40,
      help: "Retire le vote de l’image, que u fait revenir, ou oublie celui mis de côté.",
      impossible: { $0.deletionRefusal }, perform: { $0.deleteVote() }),
    Action(
      "votes.annuler", .votes, [.character("u")], "Annuler",
      help: "Revient sur le dernier changement.",
      impossible: { $0.document?.past.isEmpty == false ? nil : "Il n’y a rien à annuler." },
      perform: { $0.undo() }),
    Action(
      "votes.fermer", .votes, [.escape, .control("c"), .character("b")], "Fermer",
      short: "fermer", weight: 95, help: "Revient au cercle.", perform: { $0.leaveMode() }),
  ]
}
