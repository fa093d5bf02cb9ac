extension Demarche {
  /// What stands in the place of a name on a screen that a room may see.
  package static let nomCache = "··"

  /// The same with nobody's name to read: initials, names, organisations, with whom a note was
  /// discussed, and where proofs and documents are kept become `··`.
  ///
  /// It is shown, and never kept: ``anonymisee(_:ids:)`` makes a copy to give away.
  ///
  /// - Complexity: O(participants + acteurs + réalisés + notes + ressources).
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
    for index in demarche.acteurs.indices { hide(&demarche.acteurs[index].nom) }
    for palier in demarche.schema.paliers.indices {
      for index in demarche.schema.paliers[palier].engagements.indices {
        hide(&demarche.schema.paliers[palier].engagements[index].organisme)
      }
      for index in demarche.schema.paliers[palier].indicateurs.indices {
        for entry in schema.paliers[palier].indicateurs[index].realises.entries
        where entry.value.piece?.lieu != nil {
          demarche.schema.paliers[palier].indicateurs[index].realises[entry.mois]?.piece?.lieu =
            Self.nomCache
        }
      }
    }
    for year in demarche.structure.exercices.indices {
      for index in demarche.structure.exercices[year].financeurs.indices {
        hide(&demarche.structure.exercices[year].financeurs[index].nom)
      }
    }
    for cycle in demarche.cycles.indices {
      for index in demarche.cycles[cycle].passages.indices {
        demarche.cycles[cycle].passages[index].masquer(hide)
      }
    }
    for index in demarche.cercles.indices { hide(&demarche.cercles[index].parQui) }
    for index in demarche.transmissions.indices { hide(&demarche.transmissions[index].a) }
    hide(&demarche.charte.signataire)
    hide(&demarche.charte.qualite)
    for index in demarche.ressources.indices { hide(&demarche.ressources[index].lieu) }
    for index in demarche.notes.indices { hide(&demarche.notes[index].discuteAvec) }
    return demarche
  }

  /// Texts that say who does what.
  private static let pilotage: [any WritableKeyPath<Pilotage, String?> & Sendable] = [
    \.conception, \.conduite, \.validation, \.portage, \.regardExterieur, \.pourquoi,
    \.reseaux, \.renfort,
  ]
}

extension Passage {
  fileprivate mutating func masquer(_ hide: (inout String?) -> Void) {
    for field in Self.parlants { hide(&self[keyPath: field]) }
    if piece?.lieu != nil { piece?.lieu = Demarche.nomCache }
  }

  /// Texts that say who sent, decided or answered.
  private static let parlants: [any WritableKeyPath<Passage, String?> & Sendable] = [
    \.destinataire, \.texte, \.motif, \.numero, \.reponse,
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
