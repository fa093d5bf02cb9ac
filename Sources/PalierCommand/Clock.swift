import DPES
import Glibc

/// The time where the person is; a value, so that tests and `--date` can choose it.
struct Clock: Sendable {
  struct Reading: Hashable, Sendable {
    var instant: Instant
    /// Where the person is.
    var day: Day
    /// Hours and minutes where the person is: `14:32`.
    var time: String
    /// Seconds that the person's clock is ahead of universal time.
    var utcOffset = 0
  }

  let now: @Sendable () -> Reading

  /// The system's clock and time zone, on a day of the person's choice if there is one.
  static func system(on day: Day? = nil) -> Clock {
    Clock {
      var seconds = Glibc.time(nil)
      var parts = tm()
      localtime_r(&seconds, &parts)
      let today = Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      let instant = Instant(seconds: seconds)
      return Reading(
        instant: instant, day: day ?? today ?? instant.day,
        time: "\(twoDigits(parts.tm_hour)):\(twoDigits(parts.tm_min))",
        utcOffset: Int(parts.tm_gmtoff))
    }
  }

  private static func twoDigits(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
