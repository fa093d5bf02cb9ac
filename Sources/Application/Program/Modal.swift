import TerminalUI

/// What goes on above the screens: typing, asking, choosing.
///
/// A mode is a value, never a loop. The one on top hears the keys; it changes by putting another value
/// of itself in its place (``State/replaceMode(_:)``), and ends by taking itself away
/// (``State/leaveMode()``).
protocol Modal: Sendable {
  /// Whose keys are heard, and shown in the bottom line.
  var tables: [ActionTable] { get }
  /// Whether a text is typed in it.
  var hasField: Bool { get }
  /// Whether the next letter is text: a notice about somebody else's change outlives it.
  var takesText: Bool { get }
  /// Whether a text can be pasted in it.
  var takesPaste: Bool { get }
  /// The lines of what was pasted in it and nobody has accepted yet; nil where there is nothing.
  var pastedLines: Int? { get }
  var onWall: OnWall { get }
  /// What the room may know of it, where it is a vote.
  var wall: Wall.Vote? { get }
  /// What the wall shows of it in the place of the page; nil for its own drawing, over the page.
  var wallPage: (any WallPage.Type)? { get }
  /// The page of the wall that shows the room what it shows, by its name; nil for that of the screen.
  var roomPage: String? { get }
  /// Whether the bottom line leaves out what can't be done now.
  var offersOnlyPossible: Bool { get }
  /// Whether it says itself, where the message row has no place of its own, what that row would.
  var tellsItself: Bool { get }
  /// Whether it waits for one or two keys, and takes letters that are none itself.
  var holdsLetters: Bool { get }
  /// Whether it is still seen behind the mode above it.
  var staysBehind: Bool { get }

  /// The tables that are heard, more than the bottom line shows: a field's own keys come after.
  func heard(_ state: State) -> [ActionTable]
  func press(_ key: Key, in state: inout State) -> [Effect]
  /// Does to the mode itself what a key does that means no action.
  func type(_ key: Key, in state: inout State) -> [Effect]
  func paste(_ text: String, in state: inout State)
  /// Goes to the wall with what it is about.
  ///
  /// - Returns: nil where it waits for an answer first.
  func showToRoom(_ state: inout State) -> [Effect]?
  /// Closes it without an answer; a text begun is set aside.
  func leave(_ state: inout State)

  /// What is typed in it and not confirmed, as it is noted should the process be killed; nil when
  /// nothing is.
  var begun: Begun? { get }
  /// The program has to end now: keeps what was typed, if it says enough.
  func keepAtEnd(_ state: inout State) -> [Effect]

  /// What is heard of it in the linear mode; nil where it has no words for it.
  func lecture(_ state: State) -> Lecture?
  /// Whether a line of the linear mode is text that is typed in it.
  var takesLine: Bool { get }
  /// Takes a line of the linear mode as its text, and goes on; nil for Entrée alone.
  func dictate(_ text: String?, in state: inout State) -> [Effect]
  /// Answers with a row of what is heard of it, by its place.
  func choose(_ row: Int, in state: inout State) -> [Effect]

  /// Draws it in the content of the window, over the screens.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas)
  /// Rows that it takes from the screens at the foot of a content so many rows high.
  func panelRows(_ state: State, in height: Int) -> Int
}

extension Modal {
  var hasField: Bool { false }
  var takesText: Bool { false }
  var takesPaste: Bool { false }
  var pastedLines: Int? { nil }
  var onWall: OnWall { .never }
  var staysBehind: Bool { false }
  var offersOnlyPossible: Bool { false }
  var tellsItself: Bool { false }
  var holdsLetters: Bool { false }
  var wall: Wall.Vote? { nil }
  var wallPage: (any WallPage.Type)? { nil }
  var roomPage: String? { nil }
  var begun: Begun? { nil }

  func lecture(_ state: State) -> Lecture? { nil }
  var takesLine: Bool { false }
  func dictate(_ text: String?, in state: inout State) -> [Effect] { [] }
  func choose(_ row: Int, in state: inout State) -> [Effect] { [] }

  func heard(_ state: State) -> [ActionTable] { tables + [hasField ? state.fieldScope : .mode] }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    ActionTable.action(for: key, in: heard(state))?.performed(in: &state) ?? type(key, in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] { state.refuseText(key) }

  /// Nothing is typed in it.
  func paste(_ text: String, in state: inout State) {
    state.refuse("Rien ne se colle ici\u{A0}: rien n’a été fait.")
  }

  func showToRoom(_ state: inout State) -> [Effect]? { nil }

  func leave(_ state: inout State) { state.modes.removeLast() }

  func keepAtEnd(_ state: inout State) -> [Effect] { [] }

  func panelRows(_ state: State, in height: Int) -> Int { 0 }

  /// Puts the mode as a key changes it in the place of the one on top, where the key means something.
  func changed(in state: inout State, _ change: (inout Self) -> Bool) -> [Effect] {
    var mode = self
    if change(&mode) { state.replaceMode(mode) }
    return []
  }
}

/// A mode with a list, in which the keys move that mean no action.
protocol ListModal: Modal {
  var list: ListView { get set }
  /// The rows of the list, and how many of them the window shows at once.
  func extent(_ state: State) -> (count: Int, height: Int)
}

extension ListModal {
  func type(_ key: Key, in state: inout State) -> [Effect] {
    if key.isCharacter { return state.refuseText(key) }
    let (count, height) = extent(state)
    return changed(in: &state) { $0.list.handle(key, of: count, height: height) }
  }

  /// What is selected in a list is answered with Entrée.
  func choose(_ row: Int, in state: inout State) -> [Effect] {
    var mode = self
    let (count, height) = extent(state)
    mode.list.select(row, of: count, height: height)
    state.replaceMode(mode)
    return state.hear(.enter)
  }
}

extension State {
  /// Opens a mode above what goes on.
  mutating func open(_ mode: any Modal) -> [Effect] {
    modes.append(mode)
    return []
  }

  /// Replaces the mode on top.
  @discardableResult
  mutating func replaceMode(_ mode: any Modal) -> [Effect] {
    if !modes.isEmpty { modes[modes.count - 1] = mode }
    return []
  }

  /// Changes the mode on top, where it is of the kind that the change is about.
  mutating func changeMode<M: Modal>(_ change: (inout M) -> Void) -> [Effect] {
    guard let mode = modes.last as? M else { return [] }
    return mode.changed(in: &self) {
      change(&$0)
      return true
    }
  }

  /// Échap: closes the mode on top without an answer.
  mutating func leaveMode() -> [Effect] {
    modes.last?.leave(&self)
    return []
  }

  /// Closes all that is open above the screens; texts begun are set aside.
  mutating func leaveModes() {
    while let mode = modes.last {
      let count = modes.count
      mode.leave(&self)
      if modes.count >= count { modes.removeLast() }
    }
  }

  /// The state as it will be once the mode on top is closed.
  var withoutTopMode: State {
    var state = self
    if !state.modes.isEmpty { state.modes.removeLast() }
    return state
  }
}

/// A card that is only read.
extension Dialog: Modal {
  var tables: [ActionTable] { [.dialog] }

  func lecture(_ state: State) -> Lecture? {
    let said = paragraphs.map(\.text).filter { !$0.isBlank }
    return Lecture(
      title: "\(title). \(said.joined(separator: " "))", question: "Entrée ferme la carte.")
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    draw(on: &canvas, in: area)
  }
}

/// What the wall does with a mode: what may hold names or paths is never seen on the wall, nor is
/// what somebody adds without having thought of it.
enum OnWall: Sendable {
  case never
  /// It may be opened on the wall.
  case comes
  /// It goes on when the wall comes: what an observation says.
  case stays
}
