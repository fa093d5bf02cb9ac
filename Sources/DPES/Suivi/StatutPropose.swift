import JSONTree

// What the target of an indicator says of a value: a proposal, which a person confirms.
extension Indicateur {
  /// The target of a period: its own where it has one, else that of the deadline.
  package func cible(a mois: Int) -> Valeur? { cibles[mois] ?? cible }

  /// The statut that the target and the sens of the indicator suggest for a value in a period.
  ///
  /// A number reaches its target from the side of the sens, an equal one too; a « oui-non » is
  /// reached by its target, by « oui » without one. Reached is « vérifié » where it was held already
  /// before. What is not reached is « partiel » where it came nearer to the target than it began,
  /// and was not held before; else « non atteint ».
  ///
  /// `tenuAuDepart` says that its palier held already at month 0.
  ///
  /// - Returns: nil where the value says nothing by itself: no target, a text, another type than the
  ///   target's, a number beside its target without a sens.
  package func statutPropose(
    pour valeur: Valeur, a mois: Int, tenuAuDepart: Bool = false
  ) -> Realise.Statut? {
    guard let isReached = atteint(valeur, a: mois) else { return nil }
    let before = realises.entries.filter { $0.mois < mois && $0.value.counts }
    let wasHeld = before.last.map(\.value.isHeld) ?? tenuAuDepart
    if isReached { return wasHeld ? .verifie : .atteint }
    let wasEverHeld = tenuAuDepart || before.contains { $0.value.isHeld }
    return !wasEverHeld && approche(valeur, a: mois) ? .partiel : .nonAtteint
  }

  /// Whether a value reaches the target of a period; nil where that can't be said.
  private func atteint(_ valeur: Valeur, a mois: Int) -> Bool? {
    switch (valeur, cible(a: mois)) {
    case (.ouiNon(let said), nil): return said
    case (.ouiNon(let said), .ouiNon(let target)?): return said == target
    case (.nombre(let said), .nombre(let target)?):
      guard let said = said.double, let target = target.double else { return nil }
      switch sens {
      case .hausse: return said >= target
      case .baisse: return said <= target
      case nil: return said == target ? true : nil
      }
    default: return nil
    }
  }

  /// Whether a value is nearer to the target than where the indicator began: its first value before,
  /// else nothing at all for one that is to rise.
  private func approche(_ valeur: Valeur, a mois: Int) -> Bool {
    guard case .nombre(let number) = valeur, let said = number.double else { return false }
    let first = realises.entries.lazy.filter { $0.mois < mois }.compactMap { entry in
      if case .nombre(let number)? = entry.value.valeur { number.double } else { nil }
    }.first
    switch sens {
    case .hausse: return said > first ?? 0
    case .baisse: return first.map { said < $0 } ?? false
    case nil: return false
    }
  }
}

extension Realise {
  /// A value was entered, and nobody said what it means.
  package var attendUnStatut: Bool { statut == nil && valeur != nil }
}
