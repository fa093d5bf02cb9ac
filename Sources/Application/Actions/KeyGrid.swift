import TerminalUI

/// The letters that mean one thing on a screen, and another on one beside it.
///
/// A hand that knows `r` on one screen presses it on the next: the help says there what it means here
/// and beside, the key row has a word for both, and what it changes is told at once with the key that
/// takes it back (``Said``).
enum KeyGrid {
  struct Other: Sendable {
    let screen: Screen
    let action: Action
  }

  struct Shared: Sendable {
    let key: Key
    let here: Action
    let others: [Other]
  }

  /// Means the same wherever it is heard: a new one, links, a filter, the whole or a part, moving.
  static let sameEverywhere: Set<Key> = Set("nlfzm".map(Key.character))

  /// Those of the present screen, in the order of its help.
  static func shared(_ state: State) -> [Shared] {
    let beside = neighbours(of: state.screen).map { ($0, actions($0, state)) }
    return actions(state.screen, state).flatMap { here in
      here.keys.compactMap { key in
        guard case .character = key, !sameEverywhere.contains(key) else { return nil }
        let others = beside.compactMap { screen, actions in
          actions.first { $0.keys.contains(key) && $0.title != here.title }
            .map { Other(screen: screen, action: $0) }
        }
        return others.isEmpty ? nil : Shared(key: key, here: here, others: others)
      }
    }
  }

  /// A step of Tab away, or side by side in a large window.
  static func neighbours(of screen: Screen) -> [Screen] {
    let near = [screen.stepped(by: -1), screen.stepped(by: 1)]
    return Screen.all.filter {
      $0 != screen
        && (near.contains($0) || screen.standsBesideOthers && $0.standsBesideOthers)
    }
  }

  private static func actions(_ screen: Screen, _ state: State) -> [Action] {
    screen.ecran.tables(state).flatMap(\.actions)
  }
}
