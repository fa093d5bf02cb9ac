import DPES
import JSONTree

extension ImportRow {
  /// The nature that a value says by itself: a percentage, an amount, yes or no.
  func likelyNature(_ column: String) -> Indicateur.Nature? {
    guard let text = said(column), !text.hasPlus else { return nil }
    if JSONNumber(spreadsheet: text) != nil {
      return text.isPercentage ? .pourcentage : text.contains("€") ? .nombre : nil
    }
    return ["oui", "non", "vrai", "faux", "true", "false"].contains(text.folded) ? .ouiNon : nil
  }
}

extension Importation {
  /// Gives an indicator the nature and unit that its row says, or that its target does, and the
  /// target; what nobody said is told.
  mutating func describe(
    _ one: inout Indicateur, _ nature: Indicateur.Nature?, _ row: ImportRow
  ) throws(Reason) {
    let text = row.said("cible")
    one.nature = nature ?? one.nature
    if one.nature == nil, let text, let likely = row.likelyNature("cible") {
      one.nature = likely
      notices.append(.nature(row: row.number, text, likely))
    }
    one.cible =
      try row.valeur("cible", nature: one.nature, unite: row["unite"] ?? one.unite) ?? one.cible
    noteNature(one.nature, "cible", row)
    one.unite = row["unite"] ?? one.unite
    if one.unite == nil, let text, text.contains("€"), JSONNumber(spreadsheet: text) != nil {
      one.unite = "€"
      notices.append(.unit(row: row.number, text, "€"))
    }
  }

  /// Tells of a number that its nature contradicts.
  mutating func noteNature(_ nature: Indicateur.Nature?, _ column: String, _ row: ImportRow) {
    guard let text = row.said(column),
      let number = JSONNumber(spreadsheet: text.withoutComparison)
    else { return }
    if nature == .nombre || nature == .pourcentage, text.hasPlus || text.withoutComparison != text {
      notices.append(.signLeft(row: row.number, text))
    }
    if nature != .texte, text.mayBeThousands {
      let zeros = text.reversed().prefix { $0 == "0" }.count
      let value = String(text.dropLast(min(zeros, 2))).replacing(".", with: ",")
      notices.append(.maybeThousands(row: row.number, text, value))
    }
    if nature == .nombre, text.isPercentage {
      notices.append(.percentAsNumber(row: row.number, text))
    } else if nature == .pourcentage, !text.isPercentage, let value = number.double.map(abs),
      value > 0, value < 1
    {
      notices.append(.shareAsPercent(row: row.number, text))
    }
  }
}

extension String {
  /// Whether it says how much more, and not how much: « +10 % ».
  var hasPlus: Bool { first { !$0.isWhitespace } == "+" }

  /// « ≥ 10 », « >= 10 » and « ~ 10 » as « 10 ».
  var withoutComparison: String {
    let rest = drop { "≥≤<>=~≈".contains($0) || $0.isWhitespace }
    return first.map { "≥≤<>=~≈".contains($0) } == true ? String(rest) : self
  }

  /// `1.500`, which may be a thousand and more.
  fileprivate var mayBeThousands: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count == 3
      && parts[0].first != "0" && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  fileprivate var isPercentage: Bool { hasSuffix("%") }
}
