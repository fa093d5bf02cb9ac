import DPES

/// The shapes of the method in documents: always beside a word, so that none rests on a colour.
enum Signs {
  static func sign(_ statut: Statut?) -> String {
    switch statut {
    case .rouge: "■"
    case .orange: "▲"
    case .vert: "●"
    case nil: "○"
    }
  }

  static func sign(_ statut: Realise.Statut?) -> String {
    switch statut {
    case .atteint: "✔"
    case .verifie: "◆"
    case .partiel: "◐"
    case .nonAtteint: "✘"
    case .nonVerifie: "?"
    case .nonConcerne: "–"
    case nil: "·"
    }
  }

  static let lost = "▼"
  static let late = "!"
  /// A deadline that has passed while its period still runs.
  static let past = "¡"
}

/// What a cell or a line looks like beside its words; a format knows the colours.
package enum Tint: String, Hashable, Sendable, CaseIterable {
  case rouge, orange, vert, gris

  init(_ statut: Statut?) {
    self =
      switch statut {
      case .rouge: .rouge
      case .orange: .orange
      case .vert: .vert
      case nil: .gris
      }
  }

  init(_ statut: Realise.Statut?) {
    self =
      switch statut {
      case .atteint, .verifie: .vert
      case .partiel, .nonVerifie: .orange
      case .nonAtteint: .rouge
      case .nonConcerne, nil: .gris
      }
  }

  init(_ etat: Avancement.ParPalier.Etat) {
    self =
      switch etat {
      case .tenu: .vert
      case .perdu, .enRetard: .rouge
      case .partiel, .echu: .orange
      case .aVenir, .sansObjet: .gris
      }
  }
}
