package import JSONTree

/// Something that the file of a démarche gets wrong, or that deserves a look.
///
/// The file is read all the same: what stops a reading is a ``FormatError``. Texts of the file
/// stand in the sentences as they are, control characters included.
package struct Constat: Hashable, Sendable {
  package enum Gravite: String, Comparable, CaseIterable, Sendable {
    /// The file contradicts itself: something is lost or mistaken for something else.
    case erreur
    /// What is written can't mean what was meant.
    case avertissement
    case info

    package static func < (left: Gravite, right: Gravite) -> Bool {
      left.rang < right.rang
    }

    private var rang: Int { Gravite.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A rule, by the name that scripts know it by.
  package enum Regle: String, CaseIterable, Sendable {
    case idEnDouble = "id-en-double"
    case idVide = "id-vide"
    case lienRompu = "lien-rompu"
    case rang
    case valeurVide = "valeur-vide"
    case periode
    case typeDeValeur = "type-de-valeur"
    case cleInconnue = "cle-inconnue"
    case versionRecente = "version-recente"

    package var gravite: Gravite {
      switch self {
      case .idEnDouble, .idVide, .lienRompu: .erreur
      case .rang, .valeurVide, .periode, .typeDeValeur: .avertissement
      case .cleInconnue, .versionRecente: .info
      }
    }
  }

  package let regle: Regle
  /// Where, from the root of the file.
  package let pointeur: JSONPointer
  /// Where, as a person says it: `image du 5 mars 2026, observation 12`.
  package let lieu: String
  package let phrase: String

  package var gravite: Gravite { regle.gravite }
}

extension Constat {
  /// All there is to say of a démarche's tree, the gravest first, then in the order of the rules.
  ///
  /// - Complexity: O(values of the tree).
  package static func all(in tree: JSONValue) -> [Constat] {
    var inspection = Inspection(of: tree)
    inspection.run()
    return Gravite.allCases.flatMap { gravite in
      inspection.constats.filter { $0.gravite == gravite }
    }
  }
}
