import DPES
import TerminalUI

/// Something typed or counted that nobody confirmed.
enum Unfinished: Sendable {
  /// A new observation, about a point of the grille or none.
  case capture(String, Capture.Subject?)
  case edit(TextEdit)
  case form(FormCard)
  case vote

  /// Whether it is something typed.
  fileprivate var isDraft: Bool { if case .vote = self { false } else { true } }

  fileprivate var screen: Screen {
    switch self {
    case .capture, .edit, .vote: .cercle
    case .form(let card): card.subject.place
    }
  }
}

/// Leaving was asked for while something is not confirmed: what, and where it is.
struct Leaving: Modal {
  var tables: [ActionTable] { [.leaving] }

  /// The first is where a key leads to.
  let unfinished: [Unfinished]

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let count = unfinished.count
    let drafts = unfinished.count(where: \.isDraft)
    let start =
      drafts == 0
      ? "Un vote n’est pas révélé"
      : drafts == 1
        ? "Un brouillon n’est pas confirmé" : "\(drafts) brouillons ne sont pas confirmés"
    let shown = unfinished.prefix(4).map {
      Dialog.Paragraph(Leaving.words(state, for: $0), .accent)
    }
    let rest =
      count > shown.count ? [Dialog.Paragraph("et \((count - shown.count).counting("autre"))")] : []
    let keys =
      count == 1
      ? "Entrée y va, q quitte sans \(drafts == 0 ? "le garder" : "lui"), Échap reste."
      : "Entrée va au premier, q quitte sans les garder, Échap reste."
    Dialog(
      title: "Quitter\u{A0}?",
      [Dialog.Paragraph(start + "\u{A0}:")] + shown + rest
        + [Dialog.Paragraph(""), Dialog.Paragraph(keys)]
    ).draw(on: &canvas, in: area)
  }

  /// What is not confirmed, in the order of the screens.
  private static func unfinished(_ state: State) -> [Unfinished] {
    let edits = state.corrections.values.sorted { $0.title < $1.title }.map(Unfinished.edit)
    let forms = state.formsAside.values.sorted { $0.title < $1.title }.map(Unfinished.form)
    let isVoting = state.heldVote.map { $0.recordedID == nil } ?? false
    let drafts = state.drafts.map { Unfinished.capture($0.value.text, $0.key) }
      .sorted { words(state, for: $0) < words(state, for: $1) }
    return drafts + edits + forms + (isVoting ? [.vote] : [])
  }

  /// Leaves; with something that nobody confirmed, or on the wall of the only window, once that is asked.
  static func quit(_ state: inout State) -> [Effect] {
    let unfinished = Self.unfinished(state)
    if state.isOnWall, state.wallWindow?.isFollower != true {
      return WallQuit.open(&state, leavingSomething: !unfinished.isEmpty)
    }
    return unfinished.isEmpty ? [.quit] : state.open(Leaving(unfinished: unfinished))
  }

  /// What it is, and on which screen.
  static func words(_ state: State, for unfinished: Unfinished) -> String {
    let what: String =
      switch unfinished {
      case .capture(let text, _):
        "nouvelle observation «\u{A0}\(TextWidth.excerpt(text, to: 30))\u{A0}»"
      case .edit(let edit):
        "texte «\u{A0}\(TextWidth.excerpt(edit.field.text, to: 30))\u{A0}»"
      case .form(let card): "fiche «\u{A0}\(TextWidth.excerpt(card.title, to: 40))\u{A0}»"
      case .vote: "le vote mis de côté"
      }
    return "\(what), \(unfinished.screen.title)"
  }

  fileprivate static func goToUnfinished(_ state: inout State) -> [Effect] {
    guard let leaving = state.modes.last as? Leaving, let first = leaving.unfinished.first else {
      return []
    }
    state.modes.removeLast()
    state.show(first.screen)
    switch first {
    case .capture(_, let subject): Capture.begin(&state, about: subject)
    case .edit(let edit):
      if let place = state.demarche?.lieu(deObservation: edit.place.id),
        let demarche = state.demarche
      {
        state.go(to: .observation(edit.place.id, cercle: demarche.cercles[place.cercle].id))
      }
      switch edit.place.target {
      case .texte, .scission: break
      // It is typed over the card of the arguments.
      case .minorite, .argument, .nouvelArgument:
        state.modes.append(ArgumentCard(id: edit.place.id))
      }
      state.modes.append(edit)
    case .form(let card): state.modes.append(card)
    case .vote:
      _ = VoteList.open(&state)
      return VoteList.openSelected(&state)
    }
    return []
  }

  /// Any other key stays, and does what it does on the screen.
  func type(_ key: Key, in state: inout State) -> [Effect] {
    leave(&state)
    return state.hear(key)
  }
}

extension ActionTable {
  /// What is heard where leaving would leave something behind.
  static let leaving = ActionTable(
    "leaving",
    Action(
      "quitter.y-aller", [.enter], "Y aller", short: "y aller", weight: 100,
      help: "Rouvre ce qui n’est pas confirmé, là où il a été laissé.",
      opensText: true, perform: { Leaving.goToUnfinished(&$0) }),
    Action(
      "quitter.quand-meme", [.character("q")], "Quitter quand même", short: "quitter",
      weight: 90, help: "Ferme Palier\u{A0}; ce qui n’est pas confirmé n’est pas gardé."
    ) { _ in [.quit] },
    .leave("quitter.rester", "Rester", weight: 95, help: "Revient à l’écran."))
}
