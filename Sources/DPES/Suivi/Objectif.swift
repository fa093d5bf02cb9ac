/// What is expected of an indicator in a period.
package enum Objectif: String, Hashable, Sendable {
  /// Reach it, in the column of the palier's deadline.
  case atteindre
  /// Check that it still holds, in the columns after.
  case verifier

  /// What is expected in a period unless the file says otherwise (R7).
  package static func usuel(mois: Int, echeanceMois: Int?) -> Objectif? {
    guard let column = echeanceMois.map(Periode.colonne), mois >= column else { return nil }
    return mois == column ? .atteindre : .verifier
  }
}

/// An exception written in the file (R7); `aucun` removes the usual objective.
package enum ObjectifEcrit: String, Word {
  case atteindre, verifier, aucun
}
