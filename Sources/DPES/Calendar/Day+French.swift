extension Day {
  /// Reads a day as people write it: `12/03/2026`, `12.3.26`, `12 mars 2026`, `1er mars 2026`, and as
  /// files do, `2026-03-12`.
  ///
  /// Two digits of a year are those of this century. A month may be cut short (`sept.`), as long as
  /// it is no other's beginning.
  package init?(ecrit text: String) {
    if let day = Day(iso: text) {
      self = day
      return
    }
    let parts = text.folded.split { "/.- ".contains($0) || $0.isWhitespace }.map(String.init)
    guard parts.count == 3, let day = Self.rankWritten(parts[0]),
      let month = Self.monthWritten(parts[1]), let year = Self.yearWritten(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `12`, `1er`.
  static func rankWritten(_ text: String) -> Int? { text == "1er" ? 1 : number(text) }

  /// `3`, `03`, `mars`.
  static func monthWritten(_ text: String) -> Int? { number(text) ?? monthNamed(text) }

  /// `2026`, `26`.
  static func yearWritten(_ text: String) -> Int? {
    guard text.count == 2 || text.count == 4, let year = number(text) else { return nil }
    return text.count == 2 ? 2000 + year : year
  }

  /// A month by its name, folded, cut short or not.
  package static func monthNamed(_ text: String) -> Int? {
    guard text.count >= 3 else { return nil }
    let found = monthNames.indices.filter { monthNames[$0].folded.hasPrefix(text) }
    return found.count == 1 ? found[0] + 1 : nil
  }

  private static func number(_ text: String) -> Int? {
    (1...4).contains(text.utf8.count) ? digits(Array(text.utf8)[...]) : nil
  }
}
