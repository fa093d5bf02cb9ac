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
    let bytes = spelling.utf8
    guard !bytes.contains(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) else {
      return spelling
    }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    if bytes.count <= 3, bytes.allSatisfy(isDigit) { return spelling }
    // Digits before the decimals, still to come.
    var left = bytes.drop { $0 == UInt8(ascii: "-") }.prefix(while: isDigit).count
    var result = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): result += "−"
      case UInt8(ascii: "."): result += ","
      default:
        result.unicodeScalars.append(Unicode.Scalar(byte))
        left -= 1
        if left > 0, left.isMultiple(of: 3) { result += "\u{A0}" }
      }
    }
    return result
  }

  /// An amount as French writes it: `180 000 €`, and `95 500,50 €` with its cents.
  package var euros: String {
    let text = french
    let cents = text.split(separator: ",").dropFirst().first?.count
    return "\(text)\(cents == 1 ? "0" : "")\u{A0}€"
  }
}
