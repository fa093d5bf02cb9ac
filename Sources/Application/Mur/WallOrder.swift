import TerminalUI

/// A letter of the wall that changed the démarche, and may have been the first of a sentence.
///
/// Whoever looks at the room types on at once: « on ne voit rien » would recolour the observation before
/// `n` opens the capture. The next letter, where it comes as letters of a word do, takes the change back.
struct WallOrder: Hashable, Sendable {
  /// Milliseconds between two letters of a word, at most; who gives an order looks at what it did first.
  static let mostPause = 500

  private let key: Key
  /// What takes the change back.
  private let way: Said.Way
  private let revision: Int?

  /// What there was before a key.
  struct Before {
    fileprivate let revision: Int?
    fileprivate let past: Int
    fileprivate let future: Int
    fileprivate let isBare: Bool
  }

  /// What there is now.
  static func before(_ state: State) -> Before {
    Before(
      revision: state.document?.revision, past: state.document?.past.count ?? 0,
      future: state.document?.future.count ?? 0, isBare: state.isOnWall && state.modes.isEmpty)
  }

  /// Remembers a letter that changed something on the bare wall, until the next key.
  static func note(_ state: inout State, _ key: Key, since before: Before) {
    state.wallOrder = nil
    guard before.isBare, state.isOnWall, state.modes.isEmpty, key.isLetter,
      let document = state.document, document.revision != before.revision
    else { return }
    let way: Said.Way? =
      document.future.count > before.future
      ? .redo : document.past.count > before.past ? .undo : nil
    state.wallOrder = way.map { WallOrder(key: key, way: $0, revision: document.revision) }
  }

  /// Takes back what the letter before changed where this one goes on with its word, and holds what
  /// follows; nil where it is an order of its own.
  static func takeBack(_ state: inout State, followedBy key: Key) -> [Effect]? {
    guard let order = state.wallOrder else { return nil }
    state.wallOrder = nil
    guard state.isOnWall, state.modes.isEmpty, state.document?.revision == order.revision,
      key.isLetter || key == .character(" "), key.lowercased != order.key.lowercased,
      let pause = state.environment.pause, pause <= mostPause
    else { return nil }
    let effects = order.way == .undo ? state.undo() : state.redo()
    state.said = nil
    RefusedText.hold(
      &state,
      "Une phrase\u{A0}? Ce que «\u{A0}\(order.key.label)\u{A0}» a changé ne l’est plus, et rien n’est écrit\u{A0}: "
        + "n écrit. Échap continue.")
    return effects
  }
}

extension Key {
  /// Whether it types a letter.
  fileprivate var isLetter: Bool {
    if case .character(let typed) = self { typed.isLetter } else { false }
  }
}

/// Leaving Palier was asked for on the wall: behind it the room would see a shell, and the letter may have begun
/// a sentence.
struct WallQuit: Modal {
  var tables: [ActionTable] { [.wallQuit] }
  var onWall: OnWall { .comes }
  var holdsLetters: Bool { true }

  /// Whether something is not confirmed; what it is, nothing says on the wall.
  let leavesSomething: Bool
  /// Whether a letter followed: Entrée may then be the end of a sentence.
  private(set) var isSentence = false

  func heard(_ state: State) -> [ActionTable] { tables }

  /// Its sentence stands in the message row.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}

  private var question: String {
    isSentence
      ? "Rien n’est écrit, et Palier n’est pas quitté. Échap reste."
      : (leavesSomething ? "Quelque chose n’est pas confirmé. " : "")
        + "Quitter Palier\u{A0}? Entrée quitte, Échap reste."
  }

  static func open(_ state: inout State, leavingSomething: Bool) -> [Effect] {
    let mode = WallQuit(leavesSomething: leavingSomething)
    state.say(mode.question)
    return state.open(mode)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var mode = self
    mode.isSentence = true
    _ = state.replaceMode(mode)
    return state.decline(mode.question)
  }

  func paste(_ text: String, in state: inout State) { state.refuse(question) }

  fileprivate static func quit(_ state: inout State) -> [Effect] {
    guard let mode = state.modes.last as? WallQuit else { return [] }
    return mode.isSentence ? state.decline(mode.question) : [.quit]
  }
}

extension ActionTable {
  /// What is heard where leaving was asked for on the wall.
  static let wallQuit = ActionTable(
    "wallQuit",
    Action(
      "quitter.salle", [.enter], "Quitter Palier", short: "quitte", weight: 100,
      help: "Ferme Palier\u{A0}; tout est déjà enregistré.", perform: { WallQuit.quit(&$0) }),
    .leave("quitter.rester-salle", "Rester", weight: 95, help: "Reste au mur."))
}
