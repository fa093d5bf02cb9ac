extension Avancement {
  /// Whether the group said of a palier that it held at month 0.
  package var ditSonDepart: Bool { axes.contains(where: \.ditSonDepart) }

  /// A level on each axis, at a moment of the démarche: four numbers side by side, never one.
  package struct Profil: Hashable, Sendable {
    package enum Moment: CaseIterable, Hashable, Sendable {
      case depart, actuel, intermediaire, cible
    }

    package let moment: Moment
    /// In the order U P D T.
    package let niveaux: [Int]
    /// It is the profile before it, on all four axes.
    package let estLePrecedent: Bool
  }

  /// At the start, on the day (R4), then planned for the intermediate month and the end (R5).
  package var profils: [Profil] {
    var before: [Int]?
    return Profil.Moment.allCases.map { moment in
      let niveaux = axes.map { $0.niveau(moment) }
      defer { before = niveaux }
      return Profil(moment: moment, niveaux: niveaux, estLePrecedent: niveaux == before)
    }
  }

  package subscript(moment: Profil.Moment) -> Profil {
    profils.first { $0.moment == moment }
      ?? Profil(moment: moment, niveaux: [], estLePrecedent: false)
  }

  /// What a move of a palier within its axis would make of the level there.
  package struct Deplacement: Hashable, Sendable {
    package let avant: Int
    package let apres: Int
    /// A palier that is not tenu comes to stand below this one, which is.
    package let sous: ParPalier?
  }

  /// What putting a palier at a rank of an axis, from 1, would change (R4); where it comes from is
  /// not looked at.
  ///
  /// - Complexity: O(paliers of the axis).
  package func deplacement(de palier: ParPalier, vers axe: Axe, auRang rang: Int) -> Deplacement {
    let before = self[axe]
    var order = before.paliers
    let from = order.firstIndex { $0.palier.id == palier.palier.id }
    if let from { order.remove(at: from) }
    let to = min(max(rang - 1, 0), order.count)
    order.insert(palier, at: to)
    let sous: ParPalier?
    if palier.estTenu {
      let passed = from.map { $0 < to ? order[$0..<to] : [] } ?? []
      sous = passed.contains { !$0.estTenu } ? palier : nil
    } else {
      sous = order[(to + 1)...].first { above in
        above.estTenu && (from.map { before.paliers[..<$0].contains(above) } ?? true)
      }
    }
    return Deplacement(
      avant: before.actuel, apres: order.prefix { $0.estTenu }.count, sous: sous)
  }
}

extension Avancement.ParAxe {
  /// Whether the group said of a palier that it held at month 0, so that the start is worth telling.
  package var ditSonDepart: Bool { paliers.contains { $0.palier.tenuAuDepart } }

  package func niveau(_ moment: Avancement.Profil.Moment) -> Int {
    switch moment {
    case .depart: depart
    case .actuel: actuel
    case .intermediaire: intermediaire
    case .cible: cible
    }
  }
}
