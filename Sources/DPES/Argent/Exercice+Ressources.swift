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
    somme([vendu, nonMarchand, nonMonetaire])
  }

  /// The sales as a line of the money (F2, F3): what is called chiffre d’affaires says it only where
  /// nothing else does, however small it is.
  package var vendu: JSONNumber? { marchand ?? chiffreAffaires }

  /// The money of a nature, which shares are of (F3).
  ///
  /// Its line, or what those who are named pay where nobody says it; nil where neither is said. Gifts in
  /// kind stand beside it.
  package func argent(de nature: Financeur.Nature) -> JSONNumber? {
    if let line = ligne(de: nature) { return line }
    let paid = financeurs.filter { $0.natureComptee == nature }.map(\.montant)
    return somme(paid)
  }

  /// The whole percents of the money (F3), by nature; none where they can't be told.
  package var partsDeLArgent: [Financeur.Nature: Int] {
    let said = Financeur.Nature.allCases.filter { argent(de: $0)?.double != nil }
    let parts = Parts.entieres(said.compactMap { argent(de: $0)?.double })
    return Dictionary(uniqueKeysWithValues: zip(said, parts))
  }

  private func ligne(de nature: Financeur.Nature) -> JSONNumber? {
    switch nature {
    case .marchand: vendu
    case .nonMarchand: nonMarchand
    }
  }

  /// Whether those who are named pay more than the line of their nature, in a sentence; nil where they
  /// do not.
  package var phraseDesFinanceursEnTrop: String? {
    for nature in Financeur.Nature.allCases {
      let paid = somme(
        financeurs.filter { $0.natureComptee == nature && ($0.montant?.double ?? 0) > 0 }
          .map(\.montant))
      // Less than a euro is only how it was rounded.
      guard let paid, let line = ligne(de: nature), let more = paid.double,
        let all = line.double, more - all >= 1
      else { continue }
      return nature == .marchand
        ? "Les clients nommés paient \(paid.euros), plus que les ventes, \(line.euros)."
        : "Les financeurs nommés apportent \(paid.euros), plus que les subventions, cotisations et "
          + "dons, \(line.euros)."
    }
    return nil
  }

  /// What is wrong with what is called chiffre d’affaires; nil where nothing is.
  package var phraseDuChiffreDAffaires: String? {
    guard chiffreDAffairesEnTrop, let said = chiffreAffaires, let sold = marchand else {
      return nil
    }
    return
      "Le chiffre d’affaires (\(said.euros)) compte aussi des subventions ou du bénévolat\u{A0}: "
      + "les ventes sont de \(sold.euros)."
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
