package import JSONTree

// The rules F1 to F3 of the money (`docs/format.md`).
extension Exercice {
  /// What was sold, in euros (F1): the chiffre d’affaires, which nothing else belongs to.
  ///
  /// Since 2020 products are told apart by who pays (ANC 2018-06): what the file calls chiffre
  /// d’affaires can't be more than the sales that it says beside.
  package var ventes: JSONNumber? {
    chiffreDAffairesEnTrop ? marchand : chiffreAffaires ?? marchand
  }

  /// Whether what is called chiffre d’affaires counts more than the sales.
  package var chiffreDAffairesEnTrop: Bool {
    guard let said = chiffreAffaires?.double, let sold = marchand?.double else { return false }
    return said > sold
  }

  /// Whether what is called chiffre d’affaires says something that the sales do not say.
  package var aUnChiffreDAffairesAPart: Bool {
    guard let said = chiffreAffaires?.double else { return false }
    return said != marchand?.double
  }

  /// What the structure lives on, in euros (F2): what is said of sales, grants and gifts in kind.
  ///
  /// Never without what it is made of, nor stored. nil where nothing is said.
  package var ressources: JSONNumber? {
    somme([ventes, nonMarchand, nonMonetaire])
  }

  /// The money alone, which shares are of (F3): gifts in kind stand beside it.
  package var argent: JSONNumber? { somme([ventes, nonMarchand]) }

  /// What is wrong with what is called chiffre d’affaires; nil where nothing is.
  package var phraseDuChiffreDAffaires: String? {
    guard chiffreDAffairesEnTrop, let said = chiffreAffaires, let sold = marchand else {
      return nil
    }
    return
      "Le chiffre d’affaires (\(said.french)\u{A0}€) compte aussi des subventions ou du bénévolat\u{A0}: "
      + "les ventes sont de \(sold.french)\u{A0}€."
  }

  /// Lets the sales be the chiffre d’affaires.
  ///
  /// - Returns: Whether something changed.
  package mutating func garderLesVentes() -> Bool {
    guard chiffreDAffairesEnTrop else { return false }
    chiffreAffaires = nil
    return true
  }
}

/// The sum of what is said; nil where nothing is.
private func somme(_ amounts: [JSONNumber?]) -> JSONNumber? {
  let said = amounts.compactMap(\.self)
  guard !said.isEmpty else { return nil }
  let whole = said.compactMap(\.int)
  if whole.count == said.count {
    // Each is at most ten to the twelfth (`Limite.valeur`), but a value made in memory may not be.
    var sum = 0
    for amount in whole {
      let (next, overflows) = sum.addingReportingOverflow(amount)
      guard !overflows else { return nil }
      sum = next
    }
    return JSONNumber(sum)
  }
  let doubles = said.compactMap(\.double)
  guard doubles.count == said.count else { return nil }
  // Cents: sums of halves and tenths would show their binary rest.
  return JSONNumber((doubles.reduce(0, +) * 100).rounded() / 100)
}
