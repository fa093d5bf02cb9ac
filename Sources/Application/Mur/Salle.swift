import DPES
import TerminalUI

/// The vue salle: what the wall shows, and nothing that is private.
struct Salle: Hashable, Sendable {
  /// The screen to come back to.
  var back: Screen
  /// It shows what another window shows, and changes nothing.
  var isFollower = false
  /// The person chose a theme for this window.
  var hasOwnTheme = false
}

/// Starting in the vue salle.
package struct SalleStart: Hashable, Sendable {
  let letters: Letters?
  let isFollower: Bool
  let hasOwnTheme: Bool

  /// `letters` is nil when they are missing; a follower shows what another window shows, and takes
  /// over its theme too unless one was chosen for it.
  package init(letters: Letters?, isFollower: Bool = false, hasOwnTheme: Bool = false) {
    self.letters = letters
    self.isFollower = isFollower
    self.hasOwnTheme = hasOwnTheme
  }
}

extension Salle {
  static func toggle(_ state: inout State) -> [Effect] {
    guard let salle = state.salle else { return enter(&state) }
    state.salle = nil
    if state.modes.last is SalleCard { state.modes.removeLast() }
    return state.show(salle.back)
  }

  /// Shows the wall: the cercle, large.
  private static func enter(_ state: inout State) -> [Effect] {
    guard state.modes.allSatisfy({ $0.onWall == .stays }) else {
      return state.decline("La vue salle attend la réponse\u{A0}: Entrée, ou Échap pour renoncer.")
    }
    state.notice = nil
    state.salle = Salle(back: state.screen)
    state.show(.cercle)
    return state.letters == nil ? [.readLetters] : []
  }

  /// The wheel goes through the observations; nothing is clicked on the wall.
  static func point(_ state: inout State, _ mouse: Event.Mouse) {
    guard state.salle?.isFollower == false else { return }
    switch mouse.gesture {
    case .wheelUp: CercleEcran.move(&state, by: -1)
    case .wheelDown: CercleEcran.move(&state, by: 1)
    case .press, .release: break
    }
  }

  /// Takes away what a key has just opened, when it may not be seen on the wall.
  static func keepPrivate(_ state: inout State) {
    guard state.isInSalle, let mode = state.modes.last, mode.onWall == .never else { return }
    state.modes.removeLast()
    state.refuse("Cela ne se montre pas au mur\u{A0}: s ou F8 quitte la vue salle.")
  }
}

extension State {
  /// Whether the vue salle is shown.
  var isInSalle: Bool { salle != nil }

  /// Whether sentences can be set in letters: ASCII has no quarters of a cell.
  var hasLetters: Bool { letters != nil && !environment.isASCII }

  /// Keys of a text field: on the wall, those that show nothing private.
  var fieldScope: ActionTable { isInSalle ? .salleField : .field }
}
