extension Demarche {
  /// What stands in the place of a name on a screen that a room may see.
  package static let nomCache = "··"

  /// The same with nobody's name to read: initials, names and organisations of persons become `··`.
  ///
  /// It is shown, and never kept: ``anonymisee(_:ids:)`` makes a copy to give away.
  ///
  /// - Complexity: O(participants + engagements).
  package var masquee: Demarche {
    var demarche = self
    func hide(_ name: inout String?) { if name != nil { name = Self.nomCache } }
    for index in demarche.participants.indices {
      hide(&demarche.participants[index].initiales)
      hide(&demarche.participants[index].nom)
      hide(&demarche.participants[index].organisme)
    }
    let initiales = Set(participants.compactMap(\.initiales))
    for field in Self.pilotage {
      demarche.pilotage[keyPath: field]?.cacher(initiales)
    }
    for palier in demarche.schema.paliers.indices {
      for index in demarche.schema.paliers[palier].engagements.indices {
        hide(&demarche.schema.paliers[palier].engagements[index].organisme)
      }
    }
    return demarche
  }

  /// Texts that say who does what.
  private static let pilotage: [any WritableKeyPath<Pilotage, String?> & Sendable] = [
    \.conception, \.conduite, \.validation, \.portage, \.regardExterieur, \.pourquoi,
  ]
}

extension String {
  /// Puts `··` for each of its words that are somebody's initials.
  fileprivate mutating func cacher(_ initiales: Set<String>) {
    for word in TextWord.all(in: self).reversed() where initiales.contains(word.text) {
      replaceSubrange(word.range, with: Demarche.nomCache)
    }
  }
}
