import TerminalUI

/// Leaving Palier was asked for on the wall: behind it the room would see a shell, and the letter may have begun
/// a sentence.
struct WallQuit: Modal {
  var tables: [ActionTable] { [isSentence ? .wallQuitHeld : .wallQuit] }
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
}

extension ActionTable {
  /// What is heard where leaving was asked for on the wall.
  static let wallQuit = ActionTable(
    "wallQuit",
    Action(
      "quitter.salle", [.enter], "Quitter Palier", short: "quitte", weight: 100,
      help: "Ferme Palier\u{A0}; tout est déjà enregistré."
    ) { _ in [.quit] },
    .leave("quitter.rester-salle", "Rester", weight: 95, help: "Reste au mur."))

  /// What is heard there once a sentence was typed.
  static let wallQuitHeld = ActionTable(
    "wallQuitHeld",
    .leave("quitter.continuer-salle", "Rester", weight: 95, help: "Reste au mur."))
}
