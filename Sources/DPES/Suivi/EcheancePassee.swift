/// The words for a deadline that has passed while its period still runs: late comes after it (R6).
///
/// Every screen, document and command says it with these.
package enum EcheancePassee {
  /// In the fewest words.
  package static let mot = "échéance passée"

  /// `échéance passée depuis 12 jours`; without the days where nobody counts them.
  package static func mot(depuis jours: Int?) -> String {
    jours.map { "\(mot) depuis \($0.counting("jour"))" } ?? mot
  }
}
