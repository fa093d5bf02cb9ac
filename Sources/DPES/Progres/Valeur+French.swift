package import JSONTree

extension Indicateur {
  /// A value of this indicator as French writes it: `17,5 %`, `180 000 €`, `1 table ronde`, `oui`.
  package func french(_ valeur: Valeur) -> String {
    guard case .nombre(let number) = valeur, let unit = nature == .pourcentage ? "%" : unite
    else { return valeur.french }
    let agreed = number.double.map { Unite(unit).accordee(avec: $0) } ?? unit
    return "\(valeur.french)\u{A0}\(agreed)"
  }
}

extension Valeur {
  /// As it is typed, without a unit: `17,5`, `oui`.
  package var french: String {
    switch self {
    case .nombre(let number): number.french
    case .ouiNon(let value): value ? "oui" : "non"
    case .texte(let text): text
    }
  }
}

extension JSONNumber {
  /// The number as French writes it, decimals and all: `180 000`, `17,50`.
  ///
  /// One in powers of ten stays as it was spelt.
  package var french: String {
    guard !spelling.contains(where: { $0 == "e" || $0 == "E" }) else { return spelling }
    let isNegative = spelling.hasPrefix("-")
    let parts = spelling.drop { $0 == "-" }.split(separator: ".")
    var groups: [Substring] = []
    var whole = parts.first ?? ""
    while whole.count > 3 {
      groups.insert(whole.suffix(3), at: 0)
      whole = whole.dropLast(3)
    }
    groups.insert(whole, at: 0)
    let decimals = parts.count > 1 ? ",\(parts[1])" : ""
    return (isNegative ? "−" : "") + groups.joined(separator: "\u{A0}") + decimals
  }

  /// An amount as French writes it: `180 000 €`, and `95 500,50 €` with its cents.
  package var euros: String {
    let text = french
    let cents = text.split(separator: ",").dropFirst().first?.count
    return "\(text)\(cents == 1 ? "0" : "")\u{A0}€"
  }
}
