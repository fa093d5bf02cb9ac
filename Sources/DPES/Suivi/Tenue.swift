/// What the réalisés of an indicator say of it on a day (R2).
struct Tenue {
  /// The réalisés known on the day, in the order of their columns.
  let connus: [ByPeriod<Realise>.Entry]
  /// Of those, the ones that say something of being tenu.
  let comptes: [(mois: Int, estTenu: Bool)]
  /// Its palier held already at month 0: what was not reached since is lost (R3).
  private let tenuAuDepart: Bool

  /// Columns are counted from the schéma's start.
  init(_ indicateur: Indicateur, tenuAuDepart: Bool = false, debut: Day?, le jour: Day) {
    self.tenuAuDepart = tenuAuDepart
    connus = indicateur.realises.entries.filter {
      Self.isKnown($0.value, fin: Periode(mois: $0.mois, depuis: debut).fin, le: jour)
    }
    comptes = connus.filter { $0.value.counts }.map { ($0.mois, $0.value.isHeld) }
  }

  /// The last one that counts says atteint or vérifié.
  var estTenu: Bool { comptes.last?.estTenu ?? false }

  /// It was tenu once, and is no more.
  var estPerdu: Bool {
    !estTenu && (comptes.contains { $0.estTenu } || tenuAuDepart && dernier == .nonAtteint)
  }

  /// The last word that counts.
  private var dernier: Realise.Statut? { connus.last { $0.value.counts }?.value.statut }

  /// The réalisé of a column says that what held is no more.
  func perd(a mois: Int) -> Bool {
    guard let said = connus.first(where: { $0.mois == mois })?.value, said.counts, !said.isHeld
    else { return false }
    return tenuAuDepart && said.statut == .nonAtteint
      || comptes.contains { $0.mois < mois && $0.estTenu }
  }

  /// The column that it holds from, when it holds already before another one and nothing there says
  /// that it does not (R6); 0 for the start.
  func dejaTenu(avant mois: Int) -> Int? {
    let until = comptes.prefix { $0.mois <= mois }
    guard let last = until.last else { return tenuAuDepart ? 0 : nil }
    guard last.estTenu, last.mois < mois else { return nil }
    let run = until.reversed().prefix { $0.estTenu }
    // Held from the start on, when nothing was said otherwise before.
    return tenuAuDepart && run.count == until.count ? 0 : run.last?.mois
  }

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
    estTenu(
      indicateurs.map { Tenue($0, tenuAuDepart: tenuAuDepart, debut: debut, le: jour) },
      debut: debut, le: jour)
  }

  /// The same, as its indicators stand on the day.
  func estTenu(_ tenues: [Tenue], debut: Day?, le jour: Day) -> Bool {
    if tenuAuDepart, debut.map({ $0 <= jour }) ?? true, !tenues.contains(where: \.estPerdu) {
      return true
    }
    return tenues.isEmpty
      ? atteintLe.map { $0 <= jour } ?? false : tenues.allSatisfy(\.laisseTenir)
  }

  /// Whether it is planned to hold by a month (R5).
  func estPrevu(a mois: Int) -> Bool {
    tenuAuDepart || echeanceMois.map { $0 <= mois } ?? false
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
