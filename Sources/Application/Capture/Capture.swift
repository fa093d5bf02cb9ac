import TerminalUI

struct Capture: Hashable, Sendable {
  var scope: Action.Scope { .captureTexte }
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

struct TextEdit: Hashable, Sendable {
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

struct Question: Hashable, Sendable {
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

struct Search: Hashable, Sendable {
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

struct ActionList: Hashable, Sendable {
  enum Kind { case help, palette }
  init(_ kind: Kind, in state: State) {}
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

struct StartState: Hashable, Sendable {
  var recents: [String]
}

enum StartView {
  static func draw(_ state: State, on canvas: inout Canvas) {}
}

extension State {
  mutating func press(_ key: Key, in capture: Capture) -> [Effect] { [] }
  mutating func press(_ key: Key, in edit: TextEdit) -> [Effect] { [] }
  mutating func press(_ key: Key, in search: Search) -> [Effect] { [] }
  mutating func press(_ key: Key, in list: ActionList) -> [Effect] { [] }
  mutating func press(_ key: Key, in question: Question) -> [Effect] { [] }
  mutating func paste(_ text: String, in capture: Capture) {}
  mutating func paste(_ text: String, in edit: TextEdit) {}
  mutating func paste(_ text: String, in search: Search) {}
  mutating func paste(_ text: String, in list: ActionList) {}
  mutating func paste(_ text: String, in question: Question) {}
  mutating func beginCapture(pasting text: String? = nil) {}
  mutating func openSearch() {}
  mutating func beginEdit() {}
}
