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
    let words = folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let place = words.firstIndex(where: isYear), let year = Int(words[place]) else {
      return nil
    }
    var others = words
    others.remove(at: place)
    others.removeAll { fillers.contains($0) }
    guard let month = lastMonth(others) else { return nil }
    return Day(year: year, month: month, day: 1)?.adding(months: 1).adding(days: -1)
  }

  /// Whole months from the start until a day is over.
  static func months(from start: Day, until day: Day) -> Int {
    let months = start.months(to: day)
    return start.adding(months: months) == day ? months : months + 1
  }

  private static let fillers: Set = [
    "fin", "courant", "en", "de", "d", "annee", "an", "avant", "l",
  ]

  private static func isYear(_ word: String) -> Bool {
    word.count == 4 && Int(word).map { (2000...2099).contains($0) } == true
  }

  /// Of a year, by what is said of it beside; nil for something else.
  private static func lastMonth(_ words: [String]) -> Int? {
    guard let first = words.first else { return 12 }
    if words.count == 1 {
      if let number = Int(first) { return (1...12).contains(number) ? number : nil }
      if let month = month(first) { return month }
      let part = first.first.flatMap { "tqs".contains($0) ? Int(first.dropFirst()) : nil }
      return part.flatMap { partEnd($0, isHalf: first.hasPrefix("s")) }
    }
    guard words.count == 2,
      let unit = words.first(where: { $0.hasPrefix("trim") || $0.hasPrefix("sem") }),
      let rank = words.first(where: { $0 != unit }),
      let number = Int(rank.prefix { $0.isNumber })
    else { return nil }
    return partEnd(number, isHalf: unit.hasPrefix("sem"))
  }

  private static func partEnd(_ number: Int, isHalf: Bool) -> Int? {
    (1...(isHalf ? 2 : 4)).contains(number) ? number * (isHalf ? 6 : 3) : nil
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let found = (1...12).filter { month in
      Day(year: 2000, month: month, day: 1)?.frenchMonth.folded.hasPrefix(word) == true
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension Importation {
  /// The month of a palier: a number of months, or what a day or a part of a year comes to.
  mutating func echeance(_ row: ImportRow) throws(Reason) -> Int? {
    guard let text = row.word("echeance"), let day = Deadline.lastDay(text) else {
      return try row.months("echeance")
    }
    guard let start = demarche.schema.debut else { throw .noStart(text) }
    let months = Deadline.months(from: start, until: day)
    guard day >= start else { throw .beforeStart(text, start) }
    guard Limite.duree.admet(months) else { throw .beyond(text, column: "echeance", .duree) }
    notices.append(.month(row: row.number, text, months))
    return months
  }
}
