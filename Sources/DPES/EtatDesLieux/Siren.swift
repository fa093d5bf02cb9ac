/// The number by which the INSEE knows a structure: nine digits, the last of which checks the rest.
package enum Siren {
  package enum Faute: Hashable, Sendable {
    /// Not nine digits.
    case forme
    /// 000000000: it passes the check, and is nobody's.
    case nul
    /// The digits don't fit together: one is mistyped.
    case cle

    /// What is wrong, and what to do.
    package var phrase: String {
      switch self {
      case .forme: "Un SIREN a neuf chiffres\u{A0}: 732 829 320."
      case .nul: "000 000 000 n’est le SIREN de personne\u{A0}: laissez vide s’il n’est pas connu."
      case .cle: "Les chiffres de ce SIREN ne vont pas ensemble\u{A0}: l’un d’eux est mal recopié."
      }
    }
  }

  /// The digits of a number as people write it, in groups; nil when there is anything else.
  package static func chiffres(_ text: String) -> String? {
    let digits = text.filter { !$0.isWhitespace && $0 != "." }
    return digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? digits : nil
  }

  /// What is wrong with nine digits written without spaces, as the file holds them.
  ///
  /// The check is Luhn's: every second digit from the right counts double.
  package static func faute(_ siren: String) -> Faute? {
    guard siren.utf8.count == 9, chiffres(siren) == siren else { return .forme }
    if siren == "000000000" { return .nul }
    let sum = siren.utf8.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - UInt8(ascii: "0"))
      return sum + (digit.offset % 2 == 0 ? value : value * 2 / 10 + value * 2 % 10)
    }
    return sum % 10 == 0 ? nil : .cle
  }

  /// Nine digits as people read them: `732 829 320`.
  package static func groupes(_ siren: String) -> String {
    let digits = Array(siren)
    return stride(from: 0, to: digits.count, by: 3).map { start in
      String(digits[start..<min(start + 3, digits.count)])
    }.joined(separator: " ")
  }
}
