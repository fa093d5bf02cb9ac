/// What the réalisés of an indicator say of it on a day (R2).
struct Tenue {
  /// The réalisés known on the day, in the order of their columns.
  let connus: [ByPeriod<Realise>.Entry]
  /// Of those, the ones that say something of being tenu.
  let comptes: [(mois: Int, estTenu: Bool)]

  /// Columns are counted from the schéma's start.
  init(_ indicateur: Indicateur, debut: Day?, le jour: Day) {
    connus = indicateur.realises.entries.filter {
      Self.isKnown($0.value, fin: Periode(mois: $0.mois, depuis: debut).fin, le: jour)
    }
    comptes = connus.filter { $0.value.counts }.map { ($0.mois, $0.value.isHeld) }
  }

  /// The last one that counts says atteint or vérifié.
  var estTenu: Bool { comptes.last?.estTenu ?? false }

  /// It was tenu once, and is no more.
  var estPerdu: Bool { !estTenu && comptes.contains { $0.estTenu } }

  /// The last word on it is that it does not concern the structure.
  var estNonConcerne: Bool {
    connus.last { $0.value.counts || $0.value.statut == .nonConcerne }?.value.statut
      == .nonConcerne
  }

  /// Whether it lets its palier hold (R3).
  var laisseTenir: Bool { estTenu || estNonConcerne }

  /// A réalisé is known from its date on; without a date, from its column's end on (R2).
  private static func isKnown(_ realise: Realise, fin: Day?, le jour: Day) -> Bool {
    guard let from = realise.date ?? fin else { return true }
    return from <= jour
  }
}

extension Palier {
  /// Whether it holds on a day, as its indicators say, or as it was declared (R3).
  func estTenu(debut: Day?, le jour: Day) -> Bool {
    indicateurs.isEmpty
      ? atteintLe.map { $0 <= jour } ?? false
      : indicateurs.allSatisfy { Tenue($0, debut: debut, le: jour).laisseTenir }
  }
}

extension SchemaDeProgres {
  /// The level of an axis on a day: the largest n such that paliers 1…n are tenus (R4).
  ///
  /// - Complexity: O(p log p) in the paliers, and the indicators of the level's.
  package func niveau(de axe: Axe, le jour: Day) -> Int {
    paliers(de: axe).prefix { $0.estTenu(debut: debut, le: jour) }.count
  }
}

extension Realise {
  /// Whether it says something of being tenu: non concerné and non vérifié do not (R2), nor does
  /// a comment or a value without a status.
  var counts: Bool {
    switch statut {
    case .atteint, .verifie, .partiel, .nonAtteint: true
    case .nonConcerne, .nonVerifie, nil: false
    }
  }

  var isHeld: Bool { statut == .atteint || statut == .verifie }

  /// Whether nothing more is expected of its cell (R6).
  var isSettling: Bool { isHeld || statut == .nonConcerne }
}
