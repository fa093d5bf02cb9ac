/// When something is to be done, as plans say it.
extension DateEcrite {
  /// Reads a day, or the last month of a month, a quarter, half a year, a season or a year: `T2 2027`,
  /// `fin 2027`, `1er semestre 2027`, `mi-juin 27`, a spreadsheet's number of a day.
  ///
  /// nil for a text that says none, and for one without a year.
  package init?(fin text: String) {
    if let day = Day(ecrit: text)
      ?? text.split(separator: " ").first.flatMap({ Day(iso: String($0)) })
    {
      self = .jour(day)
      return
    }
    let folded = text.folded
    // What a spreadsheet counts, between the years 2000 and 2100.
    if let serial = Int(folded), (36_526...73_050).contains(serial) {
      self = .jour(Day(number: serial - 25_569))
      return
    }
    var words = folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let year = Self.takeYear(&words) else { return nil }
    words.removeAll { Self.fillers.contains($0) }
    // « mi » of a month is that month, of a year its first half.
    if words.count > 1 { words.removeAll { $0 == "mi" } }
    guard let month = Self.lastMonth(words), let first = Day(year: year, month: month, day: 1)
    else { return nil }
    self = .mois(first)
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
