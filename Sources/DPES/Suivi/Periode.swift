/// Six months of the follow-up, named by the month it ends on: 6, 12, 18… (R1).
package struct Periode: Hashable, Sendable {
  package let mois: Int
  /// nil when the schéma has no start.
  package let debut: Day?
  /// The last day, included.
  package let fin: Day?

  /// Months in a period.
  package static let duree = 6

  /// The period named by a month, counted from a start (R1).
  init(mois: Int, depuis start: Day?) {
    self.mois = mois
    debut = start?.adding(months: mois - Periode.duree)
    fin = Periode.jour(mois, depuis: start)
  }

  /// Past this the columns stop, whatever a file says: a hundred columns, fifty years.
  package static let dernierMois = 600

  /// The month that a key of the file names, such as `"12"`; nil when it names none that counts.
  static func mois(cle: String) -> Int? {
    guard let mois = Int(cle), (1...dernierMois).contains(mois), String(mois) == cle else {
      return nil
    }
    return mois
  }

  /// The day that a deadline of so many months falls on: the last of the months that it counts, as
  /// the columns end (R1), and the start itself for none; nil without a start.
  ///
  /// From 1 January, 12 months end on 31 December: every screen names that month.
  package static func jour(_ mois: Int, depuis start: Day?) -> Day? {
    let mois = min(max(mois, 0), dernierMois)
    return mois == 0 ? start : start?.adding(months: mois).adding(days: -1)
  }

  /// The first column that a deadline of so many months belongs to: 9 → 12.
  package static func colonne(deEcheance mois: Int) -> Int {
    let mois = min(max(mois, 1), dernierMois)
    return (mois + duree - 1) / duree * duree
  }
}

extension SchemaDeProgres {
  /// The columns of the tableau de bord: up to the first that holds the duration, or the latest
  /// deadline when that is later (R1).
  package var periodes: [Periode] {
    let last = paliers.lazy.compactMap(\.echeanceMois).max() ?? 0
    let end = Periode.colonne(deEcheance: max(dureeMois, last))
    return stride(from: Periode.duree, through: end, by: Periode.duree).map(periode)
  }

  /// The period named by a month (R1).
  package func periode(_ mois: Int) -> Periode {
    Periode(mois: mois, depuis: debut)
  }

  /// The day that a deadline of so many months falls on (``Periode/jour(_:depuis:)``).
  package func jour(_ mois: Int) -> Day? { Periode.jour(mois, depuis: debut) }
}
