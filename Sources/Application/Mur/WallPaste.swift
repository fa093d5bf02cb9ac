import DPES
import TerminalUI

/// What was pasted while the room looks: it may be anything, and no rule finds every name in it.
///
/// The wall shows that it is there, and nothing of it. F8 goes to the screen with it, where it belongs;
/// Échap gives it up.
struct WallPaste: Modal {
  /// What was pasted and is nowhere yet; nil where what is open below holds it.
  private(set) var text: String?
  /// The lines of it, and of what is held below.
  private(set) var lines: Int
  private let below: Int
  /// The screen that it belongs to.
  private let place: Screen

  private init(_ text: String?, below: Int, on place: Screen) {
    self.text = text
    self.below = below
    self.place = place
    lines = below + (text.map(Self.lines) ?? 0)
  }

  var tables: [ActionTable] { [.wallPaste] }
  var onWall: OnWall { .stays }
  var wallPage: (any WallPage.Type)? { CollagePage.self }
  var pastedLines: Int? { lines }
  var holdsLetters: Bool { true }

  func heard(_ state: State) -> [ActionTable] { tables }

  func type(_ key: Key, in state: inout State) -> [Effect] { state.decline(Self.reason) }

  static let reason = "Ce qui est collé se lit à l’écran\u{A0}: F8 l’y ouvre, Échap ne colle rien."

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}

  /// What comes in pieces, or after it.
  func paste(_ rest: String, in state: inout State) {
    state.replaceMode(WallPaste((text ?? "") + rest, below: below, on: place))
  }

  private static func lines(of text: String) -> Int {
    max(1, text.split(whereSeparator: \.isNewline).count { !$0.isBlank })
  }
}

extension WallPaste {
  /// Takes what is pasted on the wall where it has a place on the screen; false where it has none, or
  /// where the room does not look.
  static func takes(_ text: String, in state: inout State) -> Bool {
    guard let wall = state.wallWindow, !wall.isFollower, !(state.modes.last is WallPaste),
      state.modes.last?.takesPaste ?? opensOnScreen(text, state)
    else { return false }
    state.modes.append(WallPaste(text, below: 0, on: state.screen))
    return true
  }

  /// Whether the screen opens something for it.
  private static func opensOnScreen(_ text: String, _ state: State) -> Bool {
    guard state.isOpen else { return false }
    var screen = state
    screen.wallWindow = nil
    _ = state.screen.ecran.paste(&screen, text)
    return screen.modes.last?.takesPaste == true
  }

  /// What holds a paste is not shown on the wall; off the wall what was pasted goes where it belongs.
  static func settle(_ state: inout State) -> [Effect] {
    guard let held = state.modes.last as? WallPaste else {
      if state.isOnWall, let lines = state.modes.last?.pastedLines {
        state.modes.append(WallPaste(nil, below: lines, on: state.screen))
      }
      return []
    }
    guard !state.isOnWall else { return [] }
    state.modes.removeLast()
    return held.deliver(&state)
  }

  private func deliver(_ state: inout State) -> [Effect] {
    guard let text else { return [] }
    if let mode = state.modes.last {
      mode.paste(text, in: &state)
      return []
    }
    state.show(place)
    return place.ecran.paste(&state, text)
  }

  /// The state as it is once what was pasted is where it belongs: what is kept of it when the program
  /// ends.
  static func delivered(_ state: State) -> State {
    guard let held = state.modes.last as? WallPaste else { return state }
    var screen = state
    screen.wallWindow = nil
    screen.modes.removeLast()
    _ = held.deliver(&screen)
    return screen
  }

  /// Échap: what is nowhere yet is gone; what a field holds is left as ever.
  fileprivate static func giveUp(_ state: inout State) -> [Effect] {
    guard let held = state.modes.last as? WallPaste else { return [] }
    state.modes.removeLast()
    return held.text == nil ? state.modes.last?.press(.escape, in: &state) ?? [] : []
  }
}

extension ActionTable {
  /// What is heard over what was pasted on the wall.
  static let wallPaste = ActionTable(
    "wallPaste",
    Action(
      "colle.ecran", [.function(8)], "Le lire à l’écran", short: "le lit à l’écran", weight: 100,
      help: "Quitte la vue salle\u{A0}; ce qui est collé va là où il a sa place.",
      opensText: true, perform: { WallWindow.toggle(&$0) }),
    Action(
      "colle.renoncer", [.escape, .control("c")], "Ne rien coller", short: "ne colle rien",
      weight: 90, help: "Ce qui est collé est laissé\u{A0}; ce qui était écrit avant reste.",
      perform: { WallPaste.giveUp(&$0) }))
}

/// The page of what was pasted: that it is there, and how much of it.
enum CollagePage: WallPage {
  static let name = "collage"
  static let title = "le collage"

  static func bandeau(_ state: State) -> Bandeau {
    let lines = (state.modes.last as? WallPaste)?.lines ?? 0
    return Bandeau(ground: .banner, word: "Collé · \(lines.counting("ligne"))")
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let letters = state.wallLetters
    WallSentence(
      "Ce qui est collé se lit à l’écran, avant que la salle le lise.", in: area.size,
      letters: letters
    ).drawInMiddle(of: area, letters: letters, .text, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    let isHeld = (state.modes.last as? WallPaste)?.text == nil
    return fitting(
      [
        ["F8 le lit à l’écran", isHeld ? "Échap laisse" : "Échap ne colle rien"],
        ["F8 à l’écran", "Échap"],
      ], in: state.size)
  }
}
