extension SchemaDeProgres {
  /// Reads a deadline as people write it: `9`, `9 mois`, `2 ans`, `mars 2027`, `T2 2027`, `fin 2027`,
  /// `12/03/2027`; on a day also `28/02`, `dans 3 mois`.
  ///
  /// In months from the start, before it when negative, up to ``Periode/dernierMois`` either way.
  /// nil for anything else, and for a date when the schéma has no start.
  package func mois(ecrit text: String, le jour: Day? = nil) -> Int? {
    let words = text.folded.split(whereSeparator: \.isWhitespace).map(String.init)
    if let first = words.first, let number = Int(first.replacingMinus),
      words.count == 1 || words.dropFirst() == ["mois"], Limite.echeance.admet(number)
    {
      return number
    }
    var date = DateEcrite(text, le: jour, .prevu) ?? DateEcrite(fin: text)
    // « dans 3 mois » counts whole months: they are over the day before.
    let isOfMonths =
      words.first == "dans" && words.count == 3
      && ["moi", "an", "ans", "annee"].contains(words[2].singulier)
    if isOfMonths, case .jour(let day)? = date {
      date = .jour(day.adding(days: -1))
    }
    let mois = date.flatMap(mois(de:)) ?? Self.mois(enAnnees: text)
    return mois.flatMap { Limite.echeance.admet($0) ? $0 : nil }
  }

  /// The months from the start to a date; nil without a start.
  ///
  /// Of a day, the fewest that it is not after (``jour(_:)``), so that it is not late on it; of a month, those whose last day falls in it, so that a month
  /// is read as every screen names it (``jour(_:)``).
  package func mois(de date: DateEcrite) -> Int? {
    guard let debut else { return nil }
    switch date {
    case .jour(let day): return debut.wholeMonths(reaching: day)
    case .mois(let first):
      let months = (first.year - debut.year) * 12 + first.month - debut.month
      return debut.day == 1 ? months + 1 : months
    }
  }

  /// The months that a text counts in years from the start: `2 ans`, `un an`, `1,5 an`.
  package static func mois(enAnnees text: String) -> Int? {
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

  /// What to say of a deadline of a palier; it is allowed all the same.
  ///
  /// - Complexity: O(p log p) in the paliers of the schéma.
  package func avis(_ mois: Int?, dePalier id: String) -> AvisDEcheance? {
    guard let mois, let palier = paliers.first(where: { $0.id == id }) else { return nil }
    if mois < 1 { return .avantLeDepart }
    if mois > dureeMois { return .auDela(dureeMois) }
    let axis = paliers(de: palier.axe)
    guard let index = axis.firstIndex(where: { $0.id == id }), index > 0,
      let below = axis[index - 1].echeanceMois, below > mois
    else { return nil }
    return .avantCelleDuDessous(rang: index, mois: below)
  }
}

extension Day {
  /// The fewest months from this day whose last day is not before another; 0 for this day.
  fileprivate func wholeMonths(reaching other: Day) -> Int {
    let whole = months(to: other)
    if self < other { return whole + 1 }
    return adding(months: whole) < other ? whole + 1 : whole
  }
}

extension String {
  fileprivate var replacingMinus: String { String(map { $0 == "−" ? "-" : $0 }) }
}

/// What is allowed of a deadline, and worth a word.
package enum AvisDEcheance: Hashable, Sendable {
  /// Not after the start.
  case avantLeDepart
  /// After the last month of the schéma, so many.
  case auDela(Int)
  /// Before that of the palier below, of this rank and deadline, which it depends on.
  case avantCelleDuDessous(rang: Int, mois: Int)
}
