/// A civil day of the Gregorian calendar: no clock, no time zone.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  package let number: Int

  /// The day that comes so many days after 1 January 1970.
  package init(number: Int) { self.number = number }

  /// A day by its parts; nil when there is no such day between the years 1 and 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// From 1 to 9999.
  package var year: Int { parts.year }
  /// From 1 to 12.
  package var month: Int { parts.month }
  /// From 1 to 31.
  package var day: Int { parts.day }

  /// Whether a day comes before another.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that comes so many days later, earlier when negative.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day of another month, or that month's last day when it is shorter
  /// (31 August + 6 months is 28 or 29 February).
  package func adding(months: Int) -> Day {
    let parts = parts
    let total = parts.year * 12 + parts.month - 1 + months
    let year = Int((Double(total) / 12).rounded(.down))
    let month = total - year * 12 + 1
    let day = min(parts.day, Day.length(ofMonth: month, year: year))
    return Day(number: Day.number(year: year, month: month, day: day))
  }

  /// Whole months from this day to another, counted as a birthday is; negative before.
  package func months(to other: Day) -> Int {
    let there = other.parts
    let here = parts
    let months = (there.year - here.year) * 12 + there.month - here.month
    if adding(months: months) > other { return months - 1 }
    return adding(months: months + 1) <= other ? months + 1 : months
  }

  /// Reads `2026-03-12`.
  package init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
      let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-03-12`, as files write it.
  package var iso: String {
    let parts = parts
    return "\(Day.padded(parts.year, 4))-\(Day.padded(parts.month, 2))-\(Day.padded(parts.day, 2))"
  }

  /// `12 mars 2026`, `1er mars 2026`.
  package var french: String { "\(day == 1 ? "1er" : String(day)) \(frenchMonth) \(year)" }

  /// `mars 2026`.
  package var frenchMonthAndYear: String { "\(frenchMonth) \(year)" }

  /// `mars 26`: at most eight columns.
  package var frenchShortMonth: String {
    "\(Day.shortMonths[month - 1]) \(Day.padded(year % 100, 2))"
  }

  /// `03/26`: a month in five columns.
  package var frenchMonthInFigures: String {
    "\(Day.padded(month, 2))/\(Day.padded(year % 100, 2))"
  }

  /// `12/03/2026`.
  package var frenchShort: String {
    "\(Day.padded(day, 2))/\(Day.padded(month, 2))/\(Day.padded(year, 4))"
  }

  /// `mars`.
  package var frenchMonth: String { Day.monthNames[month - 1] }

  static let monthNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let shortMonths = [
    "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
  ]

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  // The days of the proleptic Gregorian calendar, counted in eras of 400 years that start on 1 March.

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
