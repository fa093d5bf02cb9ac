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
