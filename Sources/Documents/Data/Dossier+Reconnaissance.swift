import DPES

// What a network gives a structure, in the network's own words, and the days that go with it.
extension Dossier {
  /// The cycles followed whose data file is here, with their ways until the day.
  var ways: [(cycle: Cycle, way: Cheminement)] {
    demarche.cyclesSuivis(cycles).compactMap { known in
      known.cycle.map { ($0, Cheminement(known.suivi, $0, le: jour)) }
    }
  }

  /// The cycle that asks for a yearly report, else the first one that delivers something.
  private var reporting: Cycle? {
    let all = ways.map(\.cycle)
    return all.first { $0.etapes.contains { $0.modele == "annuel" } }
      ?? all.first { $0.mots.reconnaissance != nil }
  }

  /// Who reads the yearly report, and what is delivered.
  var recognition: TemplateScope {
    [
      "instance": .text(reporting?.mots.instance),
      "reconnaissance": .text(reporting?.mots.reconnaissance),
    ]
  }

  /// What was delivered, renewed or taken back, and the journées held, for the identity of a structure.
  var recognitionLines: [(String, String?)] {
    let ways = ways
    guard !ways.isEmpty else {
      return [("Identifiant délivré le", demarche.reconnuDepuis(le: jour)?.french)]
    }
    return ways.flatMap { cycle, way -> [(String, String?)] in
      let name = cycle.mots.reconnaissance.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      let days = PresencesDuCycle.groupes(way, demarche).filter { $0.faites > 0 }.map { group in
        [group.phrase, sansNoms ? nil : group.absents { self.name(of: $0) ?? "?" }]
          .compactMap(\.self).joined(separator: ", ")
      }
      return [
        (name ?? cycle.nom, way.reconnaissance.told),
        ("Accompagnement", days.isEmpty ? nil : days.joined(separator: "\u{A0}; ")),
      ]
    }
  }
}

extension Reconnaissance {
  /// « n° 62-0147, délivré le 12 décembre 2025, renouvelé le 9 décembre 2027 »; nil while nothing was
  /// asked.
  fileprivate var told: String? {
    jours.isEmpty
      ? nil : ((numero.map { ["n°\u{A0}\($0)"] } ?? []) + jours).joined(separator: ", ")
  }
}
