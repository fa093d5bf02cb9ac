import TerminalUI

/// The actions that are heard in one place: a screen, a mode, a text field.
///
/// A key means what the first table that knows it says; see ``action(for:in:)``. Tables are equal by
/// their names.
package struct ActionTable: Sendable {
  /// What tables are told apart by; people never see it.
  package let name: String
  /// What the help calls the place; nil for the screen it is on.
  let title: String?
  /// In the order of the help.
  package let actions: [Action]
  /// Those that stand in the bottom line.
  let inLine: [Action]
  /// Places in ``actions``.
  private let byKey: [Key: Int]

  init(_ name: String, title: String? = nil, _ actions: [Action]) {
    self.name = name
    self.title = title
    self.actions = actions
    inLine = actions.filter { $0.short != nil }
    byKey = Dictionary(
      actions.indices.flatMap { place in actions[place].keys.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
  }

  init(_ name: String, title: String? = nil, _ actions: Action...) {
    self.init(name, title: title, actions)
  }

  /// The action that a key means in the first of these tables that knows it; letters count in either
  /// case.
  static func action(for key: Key, in tables: [ActionTable]) -> Action? {
    for table in tables {
      if let place = table.byKey[key] ?? table.byKey[key.lowercased] { return table.actions[place] }
    }
    return nil
  }
}

extension ActionTable {
  /// Nothing is heard.
  static let silent = ActionTable("silent", [])
}

extension ActionTable: Hashable {
  /// Whether the names are the same.
  package static func == (one: ActionTable, other: ActionTable) -> Bool { one.name == other.name }
  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
