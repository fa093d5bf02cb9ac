import DPES
import TerminalUI

/// What was said last, and how long it stays: until the démarche is changed again.
///
/// ``State/notice`` is what the last gesture said, and goes with the next one.
struct Said: Hashable, Sendable {
  /// What takes the change back that is told of.
  enum Way: Hashable, Sendable {
    case undo, redo
  }

  let notice: State.Notice
  /// nil when it tells of no change, or of one that can't be taken back.
  let way: Way?
  private let opened: Int
  private let revision: Int?
  /// Where it was said, when it tells of no change: it goes when one goes elsewhere, a refusal also
  /// when one selects something else.
  private let place: Place?

  private struct Place: Hashable, Sendable {
    let screen: Screen
    let panes: PaneChoice
    let modes: Int
    let isOnWall: Bool
    /// What a refusal was about: beside something else it is not true.
    let maillon: Maillon?

    init(_ state: State, _ notice: State.Notice) {
      screen = state.screen
      panes = state.paneChoice
      modes = state.modes.count
      isOnWall = state.isOnWall
      maillon = notice.kind == .refused ? state.screen.ecran.maillon(state) : nil
    }
  }

  /// What there was before a message, to tell what it said.
  struct Before: Sendable {
    fileprivate let revision: Int?
    fileprivate let past: Int
    fileprivate let future: Int
    /// What is not said anew when it is still there.
    fileprivate let notice: State.Notice?
    /// A key on a screen, with nothing open above it.
    fileprivate let isKeyOfScreen: Bool

    init(_ state: State, _ message: Message) {
      revision = state.document?.revision
      past = state.document?.past.count ?? 0
      future = state.document?.future.count ?? 0
      let isGesture =
        switch message {
        case .event(.key), .event(.paste), .event(.line): true
        case .event(.mouse(let mouse)): mouse.gesture == .press
        default: false
        }
      notice = isGesture && state.notice?.kind != .received ? nil : state.notice
      isKeyOfScreen = isGesture && state.modes.isEmpty
    }
  }

  /// Keeps what was just said, or lets go of what is a change old.
  ///
  /// A change that a key of a screen made without a word is told.
  static func keep(_ state: inout State, since before: Before) {
    if state.notice == nil, before.isKeyOfScreen, state.modes.isEmpty,
      state.document?.past.count ?? 0 > before.past, let told = state.toldLastChange
    {
      state.say(told)
    }
    if let notice = state.notice, notice != before.notice {
      // What is told of a change again is still taken back.
      let isAgain = state.said.map {
        $0.notice == notice && $0.way != nil && $0.revision == state.document?.revision
      }
      if isAgain != true { state.said = Said(notice, in: state, since: before) }
    } else if let said = state.said,
      said.opened != state.opened || said.revision != state.document?.revision
        || said.place.map({ $0 != Place(state, said.notice) }) == true
    {
      state.said = nil
    }
  }

  private init(_ notice: State.Notice, in state: State, since before: Before) {
    self.notice = notice
    opened = state.opened
    revision = state.document?.revision
    let past = state.document?.past.count ?? 0
    let future = state.document?.future.count ?? 0
    let isChange = revision != before.revision
    // Where letters are held, the key that would take it back is none.
    let isHeard = notice.kind != .received && !RefusedText.isHeld(state)
    way =
      !isChange || !isHeard
      ? nil : past > before.past ? .undo : future > before.future ? .redo : nil
    place = isChange || notice.kind == .received ? nil : Place(state, notice)
  }
}
