import DPES

/// The calendar that an export replaces: what it told, so that what moved or is gone can be told.
///
/// Only what Palier wrote is read, and only of the same démarche; anything else holds nothing.
struct EarlierCalendar {
  struct Event {
    var uid = ""
    /// A whole day, as the file has it.
    var day: Day?
    /// As the file has it, with its escapes.
    var summary = ""
    var categories = ""
    var sequence = 0
    var isCancelled = false
    /// When it was last changed.
    var changed: Instant?
  }

  /// The property that names the démarche.
  static let property = "X-PALIER-DEMARCHE"
  /// More events than any démarche has: what comes after is not read.
  private static let mostEvents = 20_000

  /// By UID.
  private(set) var events: [String: Event] = [:]

  init() {}

  /// - Parameters:
  ///   - bytes: The file that is replaced.
  ///   - demarche: The UID text of the démarche that the new one is of.
  ///   - uids: The events of the new one: an older Palier named no démarche, and is known by them.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], of demarche: String, sharing uids: Set<String>) {
    var named: String?
    var event: Event?
    // An alarm within an event has lines of the same names.
    var isInAlarm = false
    for line in Self.lines(bytes) {
      guard let (name, value) = Self.property(line) else { continue }
      switch (name, value) {
      case ("BEGIN", "VEVENT"): event = Event()
      case ("BEGIN", "VALARM"): isInAlarm = true
      case ("END", "VALARM"): isInAlarm = false
      case ("END", "VEVENT"):
        if let event, event.uid.hasSuffix(CalendarDocument.uidEnding),
          events.count < Self.mostEvents
        {
          events[event.uid] = event
        }
        event = nil
      case (Self.property, _): named = String(value)
      default: if !isInAlarm { event?.take(name, value) }
      }
    }
    let isOurs = named.map { $0 == demarche } ?? events.keys.contains(where: uids.contains)
    if !isOurs { events = [:] }
  }

  /// The lines, those that were folded put together again.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  /// The name of a property without its parameters, and its value.
  private static func property(_ line: String) -> (name: Substring, value: Substring)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].prefix { $0 != ";" }
    return (name, line[colon...].dropFirst())
  }
}

extension EarlierCalendar.Event {
  fileprivate mutating func take(_ name: Substring, _ value: Substring) {
    switch name {
    case "UID": uid = String(value)
    case "DTSTART": day = Day(basic: value)
    case "SUMMARY": summary = String(value)
    case "CATEGORIES": categories = String(value)
    // RFC 5545 has it in 32 bits; one that somebody made greater is none.
    case "SEQUENCE": sequence = Int32(value).map { max(0, Int($0)) } ?? 0
    case "STATUS": isCancelled = value == "CANCELLED"
    case "LAST-MODIFIED": changed = Instant(basic: value)
    default: break
    }
  }

  /// The number of a version that comes after this one.
  var nextSequence: Int { min(sequence + 1, Int(Int32.max)) }
}
