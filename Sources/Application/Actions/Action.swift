package import TerminalUI

/// Something that a person can do: the one table behind keys, bottom line, help and palette.
package struct Action: Sendable {
  /// Unique, stable: `cercle.nouvelle`.
  package let id: String
  /// Any of them does it; the first stands in the bottom line.
  package let keys: [Key]
  /// In the palette and the help: `Nouvelle observation`.
  package let title: String
  /// In the bottom line: `nouvelle`; nil when it has no place there.
  package let short: String?
  /// The keys as the bottom line shows them: `r o v` for three actions that share an entry.
  package let lineKeys: String?
  /// One sentence of help.
  package let help: String
  /// The higher, the longer it stays in a bottom line that gets narrow.
  package let weight: Int
  /// Whether a text is typed in what it opens: refused, it keeps that text from being orders.
  let opensText: Bool
  /// Why it can't be done now; nil when it can.
  package let impossible: @Sendable (State) -> String?
  /// What it does to the state, and what it asks of the world.
  package let perform: @Sendable (inout State) -> [Effect]

  /// The weight of what never leaves a bottom line.
  static let always = 1000

  init(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil,
    lineKeys: String? = nil, weight: Int = 0, help: String, opensText: Bool = false,
    impossible: @escaping @Sendable (State) -> String? = { _ in nil },
    perform: @escaping @Sendable (inout State) -> [Effect]
  ) {
    self.id = id
    self.keys = keys
    self.title = title
    self.short = short
    self.lineKeys = lineKeys ?? keys.first?.label
    self.weight = weight
    self.help = help
    self.opensText = opensText
    self.impossible = impossible
    self.perform = perform
  }

  /// Performs the action, or says why it can't be done.
  func performed(in state: inout State) -> [Effect] {
    func act(_ state: inout State) -> [Effect] {
      impossible(state).map { state.decline($0) } ?? perform(&state)
    }
    // Where there is only nothing to open, no text was begun: the key that adds something is heard.
    let beginsText = opensText && (!keys.contains(.enter) || state.takesNoText)
    return beginsText ? RefusedText.told(&state, act) : act(&state)
  }

  /// The same where it is refused for another reason, by other keys, or does something else.
  func changed(
    _ keys: [Key]? = nil, impossible: @escaping @Sendable (State) -> String?,
    perform: (@Sendable (inout State) -> [Effect])? = nil
  ) -> Action {
    Action(
      id, keys ?? self.keys, title, short: short, lineKeys: lineKeys, weight: weight, help: help,
      opensText: opensText, impossible: impossible, perform: perform ?? self.perform)
  }

  /// The same in another place, where it may have other keys, another name, and an entry in the
  /// bottom line.
  func heard(
    in place: String, _ keys: [Key]? = nil, title: String? = nil, short: String? = nil,
    weight: Int = 0, help: String? = nil
  ) -> Action {
    Action(
      "\(place).\(id)", keys ?? self.keys, title ?? self.title, short: short, weight: weight,
      help: help ?? self.help, opensText: opensText, impossible: impossible, perform: perform)
  }
}

extension [Action] {
  /// Those of some ids, in their order.
  func named(_ ids: String...) -> [Action] { ids.compactMap { id in first { $0.id == id } } }
}

extension Key {
  var lowercased: Key {
    guard case .character(let character) = self, let lower = character.lowercased().first else {
      return self
    }
    return .character(lower)
  }

  /// The key as a person reads it on the keyboard: `Entrée`, `F9`, `n`.
  package var label: String {
    switch self {
    case .character(" "): "Espace"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .shiftUp: "Maj-↑"
    case .shiftDown: "Maj-↓"
    case .shiftLeft: "Maj-←"
    case .shiftRight: "Maj-→"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    case .home: "Début"
    case .end: "Fin"
    case .pageUp: "Page↑"
    case .pageDown: "Page↓"
    case .enter: "Entrée"
    case .escape: "Échap"
    case .tab: "Tab"
    case .backTab: "Maj-Tab"
    case .backspace: "Retour arrière"
    case .delete: "Suppr"
    case .insert: "Inser"
    }
  }
}
