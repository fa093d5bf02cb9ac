import Application
import CSystem
import DPES
import Glibc

/// The time where the person is; a value, so that tests and `--date` can choose it.
struct Clock: Sendable {
  struct Reading: Hashable, Sendable {
    var instant: Instant
    /// Where the person is.
    var day: Day
    /// Seconds that the person's clock is ahead of universal time.
    var utcOffset = 0
    /// Milliseconds since the machine started, sleep included; no clock that is set moves it.
    var uptime = 0

    /// Hours and minutes where the person is: `14:32`.
    var time: String { instant.time(utcOffset: utcOffset) }
  }

  let now: @Sendable () -> Reading
  /// Seconds that the person's clock was ahead of universal time at a moment.
  var utcOffset: @Sendable (Instant) -> Int = { _ in 0 }
  /// The day is one that a person chose.
  var isChosen = false

  /// The system's clock and time zone, on a day of the person's choice if there is one.
  static func system(on day: Day? = nil) -> Clock {
    Clock(
      now: {
        let instant = Instant(seconds: Glibc.time(nil))
        let parts = local(instant)
        let today = Day(
          year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        return Reading(
          instant: instant, day: day ?? today ?? instant.day,
          utcOffset: Int(parts.tm_gmtoff), uptime: cs_uptime())
      }, utcOffset: { Int(local($0).tm_gmtoff) }, isChosen: day != nil)
  }

  /// Whether the day is one before the system's.
  var isPast: Bool { isChosen && now().day < Clock.system().now().day }

  /// A moment where the person is: `12 mars 2026, 14:32`, or `14:32:05` `toTheSecond`.
  func words(for instant: Instant, toTheSecond: Bool = false) -> String {
    let offset = utcOffset(instant)
    let local = Instant(seconds: instant.seconds + offset)
    return "\(local.day.french), \(instant.time(utcOffset: offset, toTheSecond: toTheSecond))"
  }

  /// Moments where the person is, to the second where two are in one minute.
  func words(for instants: [Instant]) -> [String] {
    let minutes = instants.map { words(for: $0) }
    let counts = Dictionary(minutes.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(instants, minutes).map { instant, minute in
      counts[minute] == 1 ? minute : words(for: instant, toTheSecond: true)
    }
  }

  private static func local(_ instant: Instant) -> tm {
    var seconds = instant.seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  /// How long a wait may be before what is timed on the screen changes; nil when nothing is, which
  /// costs no look at the clock.
  func millisecondsToTick(of state: State) -> Int? {
    guard state.isTimed else { return nil }
    let now = now().uptime
    return state.nextTick(after: now).map { max(1, $0 - now) }
  }
}
