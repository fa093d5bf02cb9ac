import DPES
import TerminalUI

/// The wall of a window: what the room sees, and nothing that is private.
struct WallWindow: Hashable, Sendable {
  /// The page of the screen shown, by its name; nil for the first that has something to show.
  var page: String?
  /// The screen that has nothing for the room, from where the wall came: leaving brings it back.
  var origin: Screen?
  /// It shows what another window shows, and changes nothing.
  var isFollower = false
  /// The person chose a theme for this window.
  var hasOwnTheme = false
}

/// Starting on the wall.
package struct WallStart: Hashable, Sendable {
  let letters: Letters?
  let page: String?
  let isFollower: Bool
  let hasOwnTheme: Bool

  /// `letters` is nil when they are missing, `page` for the first of the screen; a follower shows what
  /// another window shows, and takes over its theme too unless one was chosen for it.
  package init(
    letters: Letters?, page: String? = nil, isFollower: Bool = false, hasOwnTheme: Bool = false
  ) {
    self.letters = letters
    self.page = page
    self.isFollower = isFollower
    self.hasOwnTheme = hasOwnTheme
  }
}

extension WallWindow {
  static func toggle(_ state: inout State) -> [Effect] {
    guard state.isOnWall else { return enter(&state) }
    let origin = state.screen == .cercle ? state.wallWindow?.origin : nil
    state.wallWindow = nil
    if let card = state.modes.last as? WallCard {
      state.modes.removeLast()
      if case .countdown = card { state.leftCountdown = true }
      // The counting goes on where it was left.
      if case .vote = card, let held = state.heldVote { state.modes.append(held) }
    }
    let behind = state.behindWall
    state.behindWall = nil
    let effects = state.show(origin ?? state.screen)
    if let behind, state.modes.isEmpty, behind.screen == state.screen {
      state.modes.append(behind.mode)
    }
    return effects
  }

  /// Shows the wall: the page of the present screen and selection, or the cercle where the screen has
  /// none.
  private static func enter(_ state: inout State) -> [Effect] {
    let shown = state.modes.last
    if let effects = shown?.showToRoom(&state) {
      // A vote under way is kept by itself.
      if let shown, !(shown is VoteCount), state.isOnWall {
        state.behindWall = (shown, state.screen)
      }
      return effects
    }
    guard state.modes.allSatisfy({ $0.onWall == .stays }) else {
      return state.decline(
        shown is any ListModal
          ? "Ce qui est ouvert ne se montre pas au mur\u{A0}: Échap le ferme, puis s."
          : "La vue salle attend la réponse\u{A0}: Entrée, ou Échap pour renoncer.")
    }
    state.notice = nil
    let screen = state.screen
    state.wallWindow = WallWindow(page: screen.ecran.roomPage(state))
    if screen.ecran.wallPages.isEmpty {
      state.wallWindow?.origin = screen
      state.show(.cercle)
      state.say(
        "«\u{A0}\(screen.title)\u{A0}» ne se montre pas au mur\u{A0}: voici le cercle.")
    } else {
      state.show(screen)
    }
    return state.letters == nil ? [.readLetters] : []
  }

  /// Shows a page of the cercle, over it a card.
  static func show(
    _ state: inout State, _ card: WallCard? = nil, page: String? = nil
  ) -> [Effect] {
    state.modes = []
    state.show(.cercle)
    let effects = toggle(&state)
    if let page { state.wallWindow?.page = page }
    if let card { state.modes = [card] }
    state.renewDerived()
    return effects
  }

  /// Shows another page of the subject, so many further.
  static func step(_ state: inout State, by steps: Int) -> [Effect] {
    let page = state.wallPage(after: steps)?.name
    state.wallWindow?.page = page
    state.renewDerived()
    return []
  }

  /// Shows a page of the subject, or the first again where it is shown.
  static func show(_ state: inout State, _ page: any WallPage.Type) -> [Effect] {
    let isShown = state.wallPage?.name == page.name
    state.wallWindow?.page = isShown ? nil : page.name
    state.renewDerived()
    return []
  }

  /// The wheel goes through what the screen lists; nothing is clicked on the wall.
  static func point(_ state: inout State, _ mouse: Event.Mouse) {
    guard state.wallWindow?.isFollower == false else { return }
    switch mouse.gesture {
    case .wheelUp: state.screen.ecran.scroll(&state, by: -1)
    case .wheelDown: state.screen.ecran.scroll(&state, by: 1)
    case .press, .release: break
    }
  }

  /// Takes away what has just opened, when it may not be seen on the wall; what a key opened, F8
  /// opens on the screen.
  static func keepPrivate(_ state: inout State, since message: Message) {
    guard state.isOnWall, let mode = state.modes.last, mode.onWall == .never else { return }
    state.modes.removeLast()
    guard case .event(.key) = message else {
      return state.refuse("Cela ne se montre pas au mur\u{A0}: s ou F8 quitte la vue salle.")
    }
    _ = HeldBack.open(&state, "Cela ne s’ouvre pas au mur.", way: .wall) { $0.open(mode) }
  }
}

extension State {
  /// Whether the wall is shown.
  var isOnWall: Bool { wallWindow != nil }

  /// Whether sentences can be set in letters: ASCII has no quarters of a cell.
  var hasLetters: Bool { letters != nil && !environment.isASCII }

  /// Keys of a text field: on the wall, those that show nothing private.
  var fieldScope: ActionTable { isOnWall ? .wallField : .field }
}
