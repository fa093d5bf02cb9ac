import DPES

/// When something is to be done, as plans say it: a day, a month, a quarter, half a year or a year,
/// of which the last day counts.
enum Deadline {
  /// The last day of what a text says; nil when it says none.
  static func lastDay(_ text: String) -> Day? {
    if let day = Day(ecrit: text)
      ?? text.split(separator: " ").first.flatMap({ Day(iso: String($0)) })
    {
      return day
    }
    let folded = text.folded
    // What a spreadsheet counts, between the years 2000 and 2100.
    if let serial = Int(folded), (36_526...73_050).contains(serial) {
      return Day(number: serial - 25_569)
    }
    var words = folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let year = takeYear(&words) else { return nil }
    words.removeAll { fillers.contains($0) }
    // « mi » of a month is that month, of a year its first half.
    if words.count > 1 { words.removeAll { $0 == "mi" } }
    guard let month = lastMonth(words) else { return nil }
    return Day(year: year, month: month, day: 1)?.adding(months: 1).adding(days: -1)
  }

  /// The months that a text counts in years: `2 ans`, `un an`, `1,5 an`.
  static func monthsOfYears(_ text: String) -> Int? {
    let words = text.folded.split { $0.isWhitespace || "\u{A0}\u{202F}".contains($0) }
      .map(String.init).filter { !["dans", "sous", "en", "d'ici", "d’ici"].contains($0) }
    let joined = words.joined()
    guard let unit = ["ans", "an", "annees", "annee"].first(where: joined.hasSuffix) else {
      return nil
    }
    let count = String(joined.dropLast(unit.count))
    let named = ["un": 12, "une": 12, "deux": 24, "trois": 36, "1,5": 18, "1.5": 18]
    if let months = named[count] { return months }
    guard let years = Int(count), (1...50).contains(years) else { return nil }
    return years * 12
  }

  /// Takes the year out of words: four digits, or two after a month or a part of the year.
  private static func takeYear(_ words: inout [String]) -> Int? {
    if let place = words.firstIndex(where: isYear) { return Int(words.remove(at: place)) }
    guard words.count > 1, let last = words.last, last.utf8.count == 2, let year = Int(last),
      (0...99).contains(year)
    else { return nil }
    let before = words.dropLast()
    guard before.count == 1 || before.contains(where: { $0.contains(where: \.isLetter) }),
      before.allSatisfy({ Int($0) == nil || before.count == 1 || $0.count == 1 })
    else { return nil }
    words.removeLast()
    return 2000 + year
  }

  /// Whole months from the start until a day is over.
  static func months(from start: Day, until day: Day) -> Int {
    let months = start.months(to: day)
    return start.adding(months: months) == day ? months : months + 1
  }

  private static let fillers: Set = [
    "fin", "courant", "en", "de", "d", "annee", "an", "avant", "l", "au", "le", "a", "pour",
  ]

  private static func isYear(_ word: String) -> Bool {
    word.count == 4 && Int(word).map { (2000...2099).contains($0) } == true
  }

  /// Of a year, by what is said of it beside; nil for something else.
  private static func lastMonth(_ words: [String]) -> Int? {
    guard let first = words.first else { return 12 }
    if words.count == 1 {
      if let number = Int(first) { return (1...12).contains(number) ? number : nil }
      if let month = Day.monthNamed(first) ?? ends[first] { return month }
      let part = first.first.flatMap { "tqs".contains($0) ? Int(first.dropFirst()) : nil }
      return part.flatMap { partEnd($0, isHalf: first.hasPrefix("s")) }
    }
    guard words.count == 2,
      let unit = words.first(where: { $0.hasPrefix("trim") || $0.hasPrefix("semes") }),
      let rank = words.first(where: { $0 != unit }),
      let number = Int(rank.prefix { $0.isNumber })
    else { return nil }
    return partEnd(number, isHalf: unit.hasPrefix("semes"))
  }

  private static func partEnd(_ number: Int, isHalf: Bool) -> Int? {
    (1...(isHalf ? 2 : 4)).contains(number) ? number * (isHalf ? 6 : 3) : nil
  }

  /// Where a season, the middle or the start of a year ends: with its quarter, or its half.
  private static let ends = [
    "mi": 6, "milieu": 6, "debut": 3, "hiver": 3, "printemps": 6, "ete": 9, "rentree": 9,
    "automne": 12,
  ]
}

extension Importation {
  /// The month of a palier: a number of months or years, or what a day or a part of a year comes to.
  mutating func echeance(_ row: ImportRow) throws(Reason) -> Int? {
    guard let cell = row.word("echeance"), let text = row.said("echeance"),
      !row.words.isNobody(text)
    else { return nil }
    let years = Deadline.monthsOfYears(text)
    if let years {
      notices.append(.month(row: row.number, text, nil, years))
      return years
    }
    guard let day = Deadline.lastDay(text) else { return try counted(cell, row) }
    guard let start = demarche.schema.debut else { throw .noStart(cell) }
    let months = Deadline.months(from: start, until: day)
    guard day >= start else { throw .beforeStart(cell, start) }
    guard Limite.duree.admet(months) else { throw .beyond(cell, column: "echeance", .duree) }
    notices.append(.month(row: row.number, text, day, months))
    return months
  }

  private func counted(_ text: String, _ row: ImportRow) throws(Reason) -> Int? {
    do throws(Reason) {
      return try row.months("echeance")
    } catch {
      guard case .notANumber = error else { throw error }
      throw .notADeadline(
        text, saysNone: row.words.proposal(for: text, in: "echeance") != nil)
    }
  }
}
