import DPES

/// What documents say of a cell of the tableau de bord: a sign, a word, the value.
struct CaseText {
  let cell: Avancement.Case
  let indicateur: Indicateur

  /// `atteindre : 2 contrats`; empty without an objective.
  var objectif: String {
    guard let objectif = cell.objectif else { return "" }
    let target = indicateur.cibles[cell.periode.mois]
    return objectif.mot + (target.map { "\u{A0}: \(indicateur.french($0))" } ?? "")
  }

  /// `✔ atteint : 2 contrats`, `! en retard`; empty where nothing is expected and nothing is known.
  var realise: String {
    let said = cell.realise.flatMap { $0.valeur.map(indicateur.french) ?? $0.motif }
    let word: String? =
      if cell.estPerdue {
        "\(Signs.lost)\u{A0}perdu"
      } else {
        cell.realise?.statut.map { "\(Signs.sign($0))\u{A0}\($0.mot)" }
      }
    let told = word.map { word in said.map { "\(word)\u{A0}: \($0)" } ?? word } ?? said
    let wait: String? =
      if let held = cell.dejaAtteint {
        "·\u{A0}\(held)"
      } else {
        // What is lost is told as that, and not once more as late.
        cell.estPerdue ? nil : late(told)
      }
    return [told, wait].compactMap { $0 }.joined(separator: ", ")
  }

  private func late(_ told: String?) -> String? {
    switch cell.etat {
    case .enRetard: "\(Signs.late)\u{A0}en retard"
    case .echue: "\(Signs.past)\u{A0}\(EcheancePassee.mot)"
    case .due where told == nil: "·\u{A0}à faire"
    case .due, .calme: nil
    }
  }

  var tint: Tint? {
    if cell.estPerdue || cell.etat == .enRetard { return .rouge }
    guard let statut = cell.realise?.statut else { return cell.etat == .echue ? .orange : nil }
    return cell.estConnue ? Tint(statut) : .gris
  }
}

extension Objectif {
  var mot: String { self == .atteindre ? "atteindre" : "vérifier" }
}

extension Avancement.ParPalier.Etat {
  private var said: (signe: String, mot: String) {
    switch self {
    case .tenu: ("✔", "atteint")
    case .perdu: (Signs.lost, "perdu")
    case .enRetard: (Signs.late, "en retard")
    case .echu: (Signs.past, EcheancePassee.mot)
    case .partiel: ("◐", "en partie")
    case .aVenir: ("·", "à venir")
    case .sansObjet: ("–", "sans objet")
    }
  }

  var mot: String { said.mot }

  var signe: String { said.signe }
}

extension Periode {
  /// `1er octobre 2025 → 31 mars 2026`; nil without a start.
  var days: String? {
    guard let debut, let fin else { return nil }
    return "\(debut.french) → \(fin.french)"
  }
}
