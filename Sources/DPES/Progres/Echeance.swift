extension SchemaDeProgres {
  /// Reads a deadline as people write it: `9`, `9 mois`, `mars 2027`, `12/03/2027`; on a day also
  /// `28/02`, `dans 3 mois`.
  ///
  /// In months from the start, before it when negative, up to ``Periode/dernierMois`` either way.
  /// nil for anything else, and for a date when the schéma has no start.
  package func mois(ecrit text: String, le jour: Day? = nil) -> Int? {
    let words = text.folded.split(whereSeparator: \.isWhitespace).map(String.init)
    let mois: Int?
    if let first = words.first, let number = Int(first.replacingMinus),
      words.count == 1 || words.dropFirst() == ["mois"]
    {
      mois = number
    } else if let debut, let date = DateEcrite(text, le: jour, .prevu) {
      mois =
        switch date {
        case .jour(let day): debut.wholeMonths(reaching: day)
        // Any day of that month: the deadline's own falls in it.
        case .mois(let first):
          (first.year - debut.year) * 12 + first.month - debut.month
        }
    } else {
      mois = nil
    }
    return mois.flatMap { Limite.echeance.admet($0) ? $0 : nil }
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
  /// Months from this day to the first that is not before another.
  fileprivate func wholeMonths(reaching other: Day) -> Int {
    let whole = months(to: other)
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
