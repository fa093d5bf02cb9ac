/// What is expected of an indicator in a period.
package enum Objectif: String, Hashable, Sendable {
  /// Reach it, in the column of the palier's deadline.
  case atteindre
  /// Check that it still holds, in the columns after.
  case verifier

  /// What is expected in a period unless the file says otherwise (R7).
  ///
  /// With a rhythm, it is checked in the columns that lie so many months apart, counted from the
  /// deadline's: 12, 24, 36 for a deadline of 9 and a rhythm of 12.
  package static func usuel(mois: Int, echeanceMois: Int?, rythmeMois: Int? = nil) -> Objectif? {
    guard let column = echeanceMois.map(Periode.colonne), mois >= column else { return nil }
    if mois == column { return .atteindre }
    guard let rythmeMois else { return .verifier }
    return (mois - column) % Periode.colonne(deEcheance: rythmeMois) == 0 ? .verifier : nil
  }
}

extension Avancement.Case {
  /// Why nothing is expected any more of what was to be reached: `déjà atteint à 18 mois` (R6).
  package var dejaAtteint: String? {
    dejaTenu.map { $0 == 0 ? "déjà tenu au départ" : "déjà atteint à \($0)\u{A0}mois" }
  }
}

/// An exception written in the file (R7); `aucun` removes the usual objective.
package enum ObjectifEcrit: String, Word {
  case atteindre, verifier, aucun
}
