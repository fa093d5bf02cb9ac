import TerminalUI

/// A countdown: for writing alone, for a pause.
package struct Countdown: Hashable, Sendable {
  /// Where it is on its way.
  package enum Phase: Hashable, Sendable {
    /// Not running; so many milliseconds are left.
    case waiting(Int)
    /// Runs until this time, in milliseconds of ``State/Environment/uptime``.
    case running(until: Int)
    /// Has come to its end, which nobody has taken notice of yet.
    case over
  }

  /// The time chosen, in minutes.
  package var minutes: Int
  /// Where it is: waiting, running or over.
  package var phase: Phase

  /// The most that can be chosen, in minutes.
  static let longest = 99
  /// What ← and → go through, in minutes.
  static let presets = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60]

  /// Ready to start.
  package init(minutes: Int = 5) {
    self.minutes = min(max(1, minutes), Countdown.longest)
    phase = .waiting(self.minutes * 60_000)
  }

  /// Whether the screen has to follow it.
  package var isRunning: Bool { if case .running = phase { true } else { false } }

  fileprivate mutating func rewind() { self = Countdown(minutes: minutes) }

  /// Seconds left, a begun one counted whole.
  func secondsLeft(at now: Int) -> Int {
    switch phase {
    case .waiting(let left): (left + 999) / 1000
    case .running(let end): (max(0, end - now) + 999) / 1000
    case .over: 0
    }
  }

  /// `4:05`.
  func text(at now: Int) -> String {
    let seconds = secondsLeft(at: now)
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }

  /// When ``text(at:)`` is another; nil while it stands still.
  func nextChange(after now: Int) -> Int? {
    guard case .running(let end) = phase else { return nil }
    return end - max(0, secondsLeft(at: now) - 1) * 1000
  }

  /// Ends a countdown whose time has come: said once, rung once.
  static func end(_ state: inout State) -> [Effect] {
    guard case .running(let end) = state.countdown.phase, state.environment.uptime >= end else {
      return []
    }
    state.countdown.phase = .over
    if !state.isOnWall { state.say("Le temps du minuteur est écoulé.") }
    return state.wallWindow?.isFollower == true ? [] : [.ring]
  }

  /// A key that is no text takes notice of the end.
  static func noticeEndOfCountdown(_ state: inout State) {
    guard state.countdown.phase == .over else { return }
    if state.modes.last is Capture || state.modes.last is TextEdit { return }
    state.countdown.rewind()
  }

  fileprivate static func toggleCountdown(_ state: inout State) -> [Effect] {
    switch state.countdown.phase {
    case .waiting(let left):
      state.countdown.phase = .running(until: state.environment.uptime + left)
    case .running(let end):
      state.countdown.phase = .waiting(max(1, end - state.environment.uptime))
    case .over: state.countdown.rewind()
    }
    return []
  }

  /// Chooses another time; a countdown that runs is not disturbed.
  fileprivate static func chooseMinutes(_ state: inout State, _ choose: (Int) -> Int?) -> [Effect] {
    guard !state.countdown.isRunning else {
      return state.decline("Le minuteur tourne\u{A0}: Entrée l’arrête, r le remet au début.")
    }
    if let minutes = choose(state.countdown.minutes) {
      state.countdown = Countdown(minutes: minutes)
    }
    return []
  }
}

extension State {
  /// Whether time alone changes the screen.
  package var isTimed: Bool { countdown.isRunning }

  /// When the screen changes without anybody doing anything, in milliseconds of
  /// ``Environment/uptime``: nil unless a countdown runs.
  ///
  /// Where it is not seen, only its end counts.
  package func nextTick(after now: Int) -> Int? {
    guard case .running(let end) = countdown.phase else { return nil }
    return isOnWall ? countdown.nextChange(after: now) : end
  }
}

extension ActionTable {
  /// What is heard over the countdown.
  static let countdown = ActionTable(
    "countdown",
    Action(
      "minuteur.lancer", [.enter, .character(" ")], "Lancer, arrêter",
      short: "lancer, arrêter", weight: 100, help: "Lance le compte à rebours, ou le suspend.",
      perform: { Countdown.toggleCountdown(&$0) }),
    Action(
      "minuteur.plus", [.up], "Une minute de plus", short: "minute", lineKeys: "↑ ↓",
      weight: 80, help: "Ajoute une minute.", perform: { Countdown.chooseMinutes(&$0) { $0 + 1 } }),
    Action(
      "minuteur.moins", [.down], "Une minute de moins", help: "Retire une minute.",
      perform: { Countdown.chooseMinutes(&$0) { $0 - 1 } }),
    Action(
      "minuteur.long", [.right], "Plus long", short: "durée", lineKeys: "← →",
      weight: 70,
      help: "Passe à la durée usuelle d’après\u{A0}: 1, 2, 3, 5, 10, 15, 20, 30, 45, 60.",
      perform: { Countdown.chooseMinutes(&$0) { now in Countdown.presets.first { $0 > now } } }),
    Action(
      "minuteur.court", [.left], "Plus court",
      help: "Passe à la durée usuelle d’avant.",
      perform: { Countdown.chooseMinutes(&$0) { now in Countdown.presets.last { $0 < now } } }),
    Action(
      "minuteur.debut", [.character("r"), .backspace], "Remettre au début",
      short: "remettre", weight: 50, help: "Remet le compte à rebours à la durée choisie."
    ) { state in
      state.countdown.rewind()
      return []
    })
}
