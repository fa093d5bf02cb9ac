package import DPES
package import TerminalUI

/// What a window shows the room, for another that follows it: ids and figures, never a text.
package struct Wall: Hashable, Sendable {
  /// What stands in the place of the observation.
  package enum Card: Hashable, Sendable {
    case legend, countdown, legibility
  }

  /// A vote, as far as the room may know of it.
  package enum Vote: Hashable, Sendable {
    /// Under way: how many vote, and how many ballots were read where they are read one by one.
    case counting(voters: Int, ballots: Int?)
    /// Told: the scrutin's id, and how many are the first.
    case told(String, first: Int)
  }

  /// Where the person is on the screen.
  package struct Place: Hashable, Sendable {
    /// nil on the cercle: « à placer ».
    package var axe: Axe?
    /// The id of what is selected, or the name of the section.
    package var selection: String?
    /// The period, by its last month.
    package var mois: Int?

    /// Nowhere yet.
    package init(axe: Axe? = nil, selection: String? = nil, mois: Int? = nil) {
      self.axe = axe
      self.selection = selection
      self.mois = mois
    }
  }

  /// The day that somebody chose for the window; nil for today.
  package var day: Day?
  /// The screen whose subject is shown.
  package var screen: Screen
  /// The page of it; nil for the first that has something to show.
  package var page: String?
  /// The image shown.
  package var image: String?
  /// Where the person is there.
  package var place = Place()
  /// The card shown; nil for the observation.
  package var card: Card?
  /// The vote under way or told.
  package var vote: Vote?
  /// Whether somebody writes what was said; what, is never told.
  package var isWriting = false
  /// While there is something to show of it.
  package var countdown: Countdown?
  /// What the legibility card is worked out from.
  package var room: Room
  /// Of both windows.
  package var theme: Theme

  /// Nothing selected yet.
  package init(screen: Screen, theme: Theme) {
    self.screen = screen
    self.theme = theme
    room = Room()
  }

  /// Shows what the window followed shows, as far as the saved file has it.
  static func follow(_ state: inout State, _ wall: Wall) -> [Effect] {
    let before = state.followed
    state.followed = wall
    if let day = wall.day, day != state.environment.today {
      state.environment.today = day
      state.renewDerived()
    }
    state.room = wall.room
    state.countdown = wall.countdown ?? Countdown()
    switch wall.card {
    case .legend: state.modes = [WallCard.legend]
    case .countdown: state.modes = [WallCard.countdown]
    case .legibility: state.modes = [WallCard.legibility(LegibilityCard(state.room))]
    case nil: state.modes = []
    }
    followSelection(&state)
    followVote(&state)
    // A theme chosen for this window stays until the other changes its own.
    let isNew = before.map { $0.theme != wall.theme } ?? (state.wallWindow?.hasOwnTheme == false)
    guard isNew, state.theme != wall.theme else { return [] }
    state.theme = wall.theme
    return [.useTheme(state.theme)]
  }

  /// Takes the démarche as it is in the file now.
  static func reread(_ state: inout State, _ demarche: Demarche) {
    state.document?.reread(demarche)
    state.settle()
    followSelection(&state)
    followVote(&state)
  }

  /// A vote under way is a sentence; the one told last has its page, an older one its list.
  private static func followVote(_ state: inout State) {
    guard let vote = state.followed?.vote else { return }
    guard case .told(let id, let first) = vote else {
      state.modes = [WallCard.vote(vote)]
      return
    }
    // What is not in the file yet is waited for.
    let isRead = state.demarche?.cercles.contains { $0.scrutins.contains { $0.id == id } }
    guard isRead == true else { return }
    if state.derived.image?.cercle.scrutins.last?.id == id {
      if state.modes.last is WallCard { state.modes = [] }
      if state.screen != .cercle { state.show(.cercle) }
      state.wallWindow?.page = VotePage.name
      return state.renewDerived()
    }
    var result = VoteResult(id, in: state)
    result.first = first
    state.modes = [WallCard.results(result)]
  }

  /// Goes where the window followed is; what is not in the file yet is waited for.
  private static func followSelection(_ state: inout State) {
    guard let wall = state.followed, let demarche = state.demarche else { return }
    if let image = wall.image {
      guard demarche.cercles.contains(where: { $0.id == image }) else { return }
      state.shown.imageID = image
      state.renewDerived()
    }
    // A screen that has no page leaves the wall where it was.
    guard !wall.screen.ecran.wallPages.isEmpty else { return }
    state.wallWindow?.page = wall.page
    if state.screen != wall.screen { state.show(wall.screen) }
    state.screen.ecran.follow(&state, wall.place)
    state.renewDerived()
  }
}

extension State {
  /// What this window shows the room; nil without a démarche.
  package var wall: Wall? {
    guard isOpen else { return nil }
    if var heldWall {
      heldWall.theme = theme
      heldWall.isWriting = false
      return heldWall
    }
    var wall = Wall(screen: screen, theme: theme)
    if environment.hasChosenDay { wall.day = environment.today }
    // An earlier version is not in the file that the other window reads.
    wall.image = isViewing ? viewing?.shown.imageID : derived.image?.cercle.id
    wall.page =
      modes.lazy.compactMap(\.roomPage).first
      ?? (isOnWall ? wallWindow?.page : screen.ecran.roomPage(self))
    wall.place = isViewing ? Wall.Place() : screen.ecran.wallPlace(self)
    wall.room = room
    wall.vote = modes.lazy.compactMap(\.wall).first
    wall.isWriting = modes.contains {
      $0 is Capture || ($0 as? TextEdit)?.onWall == .stays || $0.pastedLines != nil
    }
    if countdown.phase != Countdown(minutes: countdown.minutes).phase { wall.countdown = countdown }
    switch modes.last as? WallCard {
    case .legend: wall.card = .legend
    case .legibility: wall.card = .legibility
    case .countdown:
      wall.card = .countdown
      wall.countdown = countdown
    // The facilitator works on, while the room writes.
    case _ where !isOnWall && leftCountdown && (countdown.isRunning || countdown.phase == .over):
      wall.card = .countdown
    case .vote, .results, nil: break
    }
    return wall
  }
}
