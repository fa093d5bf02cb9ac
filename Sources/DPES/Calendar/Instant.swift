/// A moment in universal time, to the second: `2026-03-12T14:32:05Z`.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, 00:00 UTC.
  package let seconds: Int

  /// The moment that comes so many seconds after 1 January 1970, 00:00 UTC.
  package init(seconds: Int) { self.seconds = seconds }

  /// Whether a moment comes before another.
  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The day in universal time.
  package var day: Day { Day(number: Int((Double(seconds) / 86_400).rounded(.down))) }

  /// Reads `2026-03-12T14:32:05Z`; a fraction of a second is read and left out.
  package init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes.last == UInt8(ascii: "Z"),
      let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = Day.digits(bytes[11..<13]), hour < 24,
      let minute = Day.digits(bytes[14..<16]), minute < 60,
      let second = Day.digits(bytes[17..<19]), second < 61,
      Instant.isFraction(bytes[19..<(bytes.count - 1)])
    else { return nil }
    seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// `2026-03-12T14:32:05Z`, as files write it.
  package var iso: String {
    let day = day
    let rest = seconds - day.number * 86_400
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { Day.padded($0, 2) }
    return "\(day.iso)T\(clock[0]):\(clock[1]):\(clock[2])Z"
  }

  /// Hours and minutes, `14:32`, or `14:32:05` `toTheSecond`, where clocks are that many seconds
  /// ahead of universal time: what a person reads of a time is written here alone.
  package func time(utcOffset: Int, toTheSecond: Bool = false) -> String {
    String(Instant(seconds: seconds + utcOffset).iso.dropFirst(11).prefix(toTheSecond ? 8 : 5))
  }

  private static func isFraction(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isEmpty
      || bytes.first == UInt8(ascii: ".") && bytes.count > 1 && Day.digits(bytes.dropFirst()) != nil
  }
}
