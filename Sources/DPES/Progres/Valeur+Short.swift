import JSONTree

extension Indicateur {
  /// A value in so many characters: `83,3 %`, `110 k€`, `2`, `oui`, `texte`.
  ///
  /// A number that is too long is told in thousands or millions, cut and not rounded.
  package func short(_ valeur: Valeur, in width: Int) -> String {
    switch valeur {
    case .ouiNon: return valeur.french
    case .texte: return "texte"
    case .nombre(let number):
      let unit = nature == .pourcentage ? "%" : unite ?? ""
      // A unit in words is said elsewhere.
      let suffixes = unit.isEmpty || unit.count > 2 ? [""] : ["\u{A0}\(unit)", ""]
      let told = valeur.french
      if let first = suffixes.first, told.count + first.count <= width { return told + first }
      let parts = told.split(separator: ",", omittingEmptySubsequences: false)
      let decimals = parts.count == 2 ? parts[1].count : 0
      for suffix in suffixes {
        for count in (0...min(decimals, width)).reversed() {
          let told = count == decimals ? told : Self.cut(parts, to: count)
          if told.count + suffix.count <= width { return told + suffix }
        }
      }
      let thousands = number.thousands
      return [thousands.map { unit == "€" ? $0 + unit : $0 }, thousands].compactMap(\.self)
        .first { $0.count <= width } ?? "nombre"
    }
  }

  /// A number in its two parts, with so many decimals.
  private static func cut(_ parts: [Substring], to decimals: Int) -> String {
    let whole = parts.first.map(String.init) ?? ""
    guard decimals > 0, let rest = parts.dropFirst().first else { return whole }
    return "\(whole),\(rest.prefix(decimals))"
  }
}

extension JSONNumber {
  /// `1234567` → `1,2 M`; nil where that says too little.
  fileprivate var thousands: String? {
    guard !spelling.contains(where: { $0 == "e" || $0 == "E" }) else { return nil }
    let sign = spelling.hasPrefix("-") ? "−" : ""
    let digits = spelling.drop { $0 == "-" }.prefix(while: \.isNumber)
    let units = ["", "k", "M", "G"]
    let group = (digits.count - 1) / 3
    guard group > 0, units.indices.contains(group) else { return nil }
    let lead = digits.prefix(digits.count - 3 * group)
    let rest = digits.dropFirst(lead.count).prefix(lead.count < 3 ? 1 : 0)
    let decimals = rest.isEmpty || rest == "0" ? "" : ",\(rest)"
    return "\(sign)\(lead)\(decimals)\u{A0}\(units[group])"
  }
}
