import DPES

/// Days and times as spreadsheets count them: days since the end of 1899, or since 1904.
struct SerialDay: Hashable, Sendable {
  private let days: Int
  private let seconds: Int

  /// Nil for no number, and beyond the year 9999.
  init?(_ text: String, since1904: Bool) {
    guard let value = Double(text), value > -1, value < 2_958_466 else { return nil }
    let whole = value.rounded(.down)
    let rest = Int(((value - whole) * 86_400).rounded())
    (days, seconds) = (Int(whole) + rest / 86_400 + (since1904 ? 1462 : 0), rest % 86_400)
  }

  /// `2026-03-12`, with its time where one is shown and is not midnight; nil beyond the year 9999.
  func text(_ format: CellFormat) -> String? {
    let clock = Self.clock(seconds)
    switch format {
    case .time: return days == 0 ? clock : Self.clock(days * 86_400 + seconds)
    case .duration: return Self.clock(days * 86_400 + seconds)
    case .day, .dayAndTime, .year:
      // The 29 February 1900 that never was stands between: below it, all are a day off.
      let day = Day(number: days - 25_569 + (days < 60 ? 1 : 0))
      guard day.year <= 9999 else { return nil }
      if format == .year { return String(day.year) }
      return format == .dayAndTime && seconds > 0 ? "\(day.iso) \(clock)" : day.iso
    case .number, .percentage, .euros: return nil
    }
  }

  /// What Excel counts for a day; nil before March 1900, where it counts a day that never was.
  static func serial(of day: Day) -> Int? {
    let serial = day.number + 25_569
    return serial > 60 && day.year <= 9999 ? serial : nil
  }

  /// `14:30`, with its seconds where they are not zero.
  static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    let shown = parts[2] == 0 ? parts.dropLast() : parts[...]
    return shown.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
