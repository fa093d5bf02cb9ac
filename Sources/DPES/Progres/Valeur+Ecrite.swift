package import JSONTree

extension Valeur {
  /// Reads a value as people write it, for an indicator of a nature: `1 250`, `12,5 %`, `oui`.
  ///
  /// A nature that nobody chose takes a number where there is one, else the text.
  /// nil when the text is not of the nature, or a number beyond ``Limite/valeur``.
  package init?(ecrite text: String, nature: Indicateur.Nature?) {
    let number = JSONNumber(ecrit: text, estPourcentage: nature == .pourcentage)
    if nature != .texte, let number, !Limite.valeur.admet(number) { return nil }
    switch nature {
    case .nombre, .pourcentage:
      guard let number else { return nil }
      self = .nombre(number)
    case .ouiNon:
      switch text.folded {
      case "oui", "o": self = .ouiNon(true)
      case "non", "n": self = .ouiNon(false)
      default: return nil
      }
    case .texte: self = .texte(text)
    case nil: self = number.map(Valeur.nombre) ?? .texte(text)
    }
  }

  /// Whether what somebody typed is a number, and beyond ``Limite/valeur``.
  package static func estHorsLimites(_ text: String) -> Bool {
    JSONNumber(ecrit: text, estPourcentage: true).map { !Limite.valeur.admet($0) } ?? false
  }
}

extension JSONNumber {
  /// Reads `1 250`, `31,5` or `31.5`, and `31 %` where a percentage is meant; nil for anything else.
  package init?(ecrit text: String, estPourcentage: Bool = false) {
    var digits = text.filter { !$0.isWhitespace }
    digits = String(digits.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 })
    if estPourcentage, digits.hasSuffix("%") { digits.removeLast() }
    let unsigned = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    if let integer = Int(digits) {
      self.init(integer)
    } else {
      guard let value = Double(digits) else { return nil }
      self.init(value)
    }
  }
}
