/// Something that a structure says of a sujet; never a name, a number, a sum, a level or a date.
package struct Fait: Hashable, Comparable, Sendable {
  /// Such as `référentiel:code`, `axe:utilite` or `promesse`.
  package let sujet: String
  /// Such as `rouge`, `existe-non` or `palier-tenu`.
  package let dit: String

  package init(_ sujet: String, _ dit: String) { (self.sujet, self.dit) = (sujet, dit) }

  /// Reads `sujet dit`; nil for what no fact looks like.
  package init?(ecrit: some StringProtocol) {
    let parts = ecrit.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.mots.contains(String(parts[1])) else { return nil }
    self.init(String(parts[0]), String(parts[1]))
    guard Self.sujetsSeuls.contains(sujet) || Self.estUnSujet(sujet) else { return nil }
  }

  /// `sujet dit`, as lines hold it.
  package var ecrit: String { "\(sujet) \(dit)" }

  /// By the bytes of what is written: the same order everywhere.
  package static func < (left: Fait, right: Fait) -> Bool {
    left.ecrit.utf8.lexicographicallyPrecedes(right.ecrit.utf8)
  }

  /// The most that one structure says: a file with more is not one that people wrote.
  package static let most = 5000

  /// Whether a text is `something:something`, without a blank, a control character or a second colon.
  package static func estUnSujet(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= longest && part.allSatisfy { !isBlank($0) }
      }
  }

  /// Scalars of one half of a sujet: more than any code, and little enough to be kept.
  private static let longest = 120

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
      .unassigned:
      true
    default: scalar.properties.isWhitespace
    }
  }

  /// What stands without a colon.
  private static let sujetsSeuls: Set = ["promesse", "appel", "etape"]

  /// All that can be said, in the order in which it is told.
  package static let dits = [
    "rouge", "orange", "vert", "priorite", "existe-oui", "existe-partielle", "existe-non",
    "existe-non-concerne", "a-integrer", "palier-vise", "palier-tenu", "prevu", "suivi", "promis",
    "ouverte", "tenue", "abandonnee", "en-retard", "candidature", "identifiant", "a-renouveler",
    "rapport-attendu", "1", "2", "3", "4",
  ]

  private static let mots = Set(dits)
}
