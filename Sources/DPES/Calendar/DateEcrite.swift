/// A date as people write it, understood on the day that they write it: a day, or a whole month.
///
/// `12/03/2026`, `28/02`, `28 fév 2027`, `mars 2027`, `03/2027`, `mars`, `dans 3 mois`,
/// `il y a 10 jours`, `hier`. Without a year, what is meant to happen is the next one, what has
/// happened the last one.
package enum DateEcrite: Hashable, Sendable {
  case jour(Day)
  /// By its first day.
  case mois(Day)

  /// nil for what is no date; without a day, for what depends on it too.
  package init?(_ text: String, le jour: Day?, _ genre: GenreDeDate) {
    if let day = Day(ecrit: text) {
      self = .jour(day)
      return
    }
    let words = text.folded.split { "/.- ".contains($0) || $0.isWhitespace }.map(String.init)
    if let first = Self.month(of: words) {
      self = .mois(first)
    } else if let jour, let day = Self.relative(words, to: jour) {
      self = .jour(day)
    } else if let jour, let found = Self.nearest(words, to: jour, genre) {
      self = found
    } else {
      return nil
    }
  }

  package var premierJour: Day {
    switch self {
    case .jour(let day), .mois(let day): day
    }
  }

  package var dernierJour: Day {
    switch self {
    case .jour(let day): day
    case .mois(let first): first.adding(months: 1).adding(days: -1)
    }
  }

  /// `mars 2027`, `03/2027`: with four digits, or after a name, so that `28/02` is no month.
  private static func month(of words: [String]) -> Day? {
    guard words.count == 2, let year = Day.yearWritten(words[1]) else { return nil }
    let month = words[1].count == 4 ? Day.monthWritten(words[0]) : Day.monthNamed(words[0])
    return month.flatMap { Day(year: year, month: $0, day: 1) }
  }

  /// Without a year: `28/02`, `28 fév`, `mars`.
  private static func nearest(
    _ words: [String], to jour: Day, _ genre: GenreDeDate
  ) -> DateEcrite? {
    let isMonth = words.count == 1
    guard isMonth || words.count == 2,
      let month = isMonth ? Day.monthNamed(words[0]) : Day.monthWritten(words[1]),
      let rank = isMonth ? 1 : Day.rankWritten(words[0])
    else { return nil }
    let present = isMonth ? jour.adding(days: 1 - jour.day) : jour
    // A 29 February comes back after eight years at most.
    let years = (0...8).map { genre == .prevu ? jour.year + $0 : jour.year - $0 }
    let day = years.lazy.compactMap { Day(year: $0, month: month, day: rank) }
      .first { genre == .prevu ? $0 >= present : $0 <= present }
    return day.map { isMonth ? .mois($0) : .jour($0) }
  }

  private static let named = [
    ["aujourd'hui"]: 0, ["demain"]: 1, ["apres", "demain"]: 2, ["hier"]: -1,
    ["avant", "hier"]: -2,
  ]

  /// `dans 3 mois`, `il y a 10 jours`, `demain`.
  private static func relative(_ words: [String], to jour: Day) -> Day? {
    if let days = named[words] { return jour.adding(days: days) }
    let isPast = words.starts(with: ["il", "y", "a"])
    guard isPast || words.first == "dans" else { return nil }
    let rest = words.dropFirst(isPast ? 3 : 1)
    guard rest.count == 2, let count = rest.first, let unit = rest.last,
      let number = ["un", "une"].contains(count) ? 1 : Int(count), (0...600).contains(number)
    else { return nil }
    let signed = isPast ? -number : number
    switch unit.singulier {
    case "jour": return jour.adding(days: signed)
    case "semaine": return jour.adding(days: 7 * signed)
    case "moi": return jour.adding(months: signed)
    case "an", "ans", "annee": return jour.adding(months: 12 * signed)
    default: return nil
    }
  }
}

extension Day {
  /// Reads a date as people write it on a day (``DateEcrite``).
  ///
  /// Of a whole month, what is meant to
  /// happen is due on its last day, and what has happened is dated of its first.
  package init?(ecrit text: String, le jour: Day?, _ genre: GenreDeDate) {
    guard let date = DateEcrite(text, le: jour, genre) else { return nil }
    self = genre == .prevu ? date.dernierJour : date.premierJour
  }
}
