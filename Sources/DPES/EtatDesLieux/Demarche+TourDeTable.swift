import JSONTree

// The people of the tour de table: joining, changing, leaving.
extension Demarche {
  /// Where a démarche names a participant, as counts: what would say nothing any more without them.
  package struct Citations: Hashable, Sendable {
    /// Observations and arguments they said.
    package var paroles = 0
    /// Séances they were at, and promises they made.
    package var seances = 0
    /// What they are in charge of, or entered, in the schéma and its suivi.
    package var suivi = 0
    /// Lines of the historique.
    package var historique = 0

    package init(paroles: Int = 0, seances: Int = 0, suivi: Int = 0, historique: Int = 0) {
      self.paroles = paroles
      self.seances = seances
      self.suivi = suivi
      self.historique = historique
    }

    package var total: Int { paroles + seances + suivi + historique }
  }

  /// Where a participant is named; found by the links of the format, so that none is forgotten.
  ///
  /// - Complexity: O(length of the file): for a deletion, never for a frame.
  package func citations(duParticipant id: String) -> Citations {
    var found = Citations()
    found.historique = historique.count { $0.qui == id }
    let tree = json
    for link in Format.links where link.target == .participant {
      tree.visit(link.path) { _, value in
        guard value == .string(id) else { return }
        switch link.path.first {
        case "cercles": found.paroles += 1
        case "seances": found.seances += 1
        default: found.suivi += 1
        }
      }
    }
    return found
  }

  /// What became of somebody who was to be taken out of the tour de table.
  package enum Retrait: Hashable, Sendable {
    case supprime
    /// Named elsewhere: noted as gone, and still there for what they said.
    case parti(Citations)
    /// Named elsewhere, and gone already: nothing changes.
    case dejaParti(Citations)
  }

  /// Takes somebody out of the tour de table; who is named elsewhere is noted as gone that day.
  ///
  /// - Returns: nil when there is no such participant.
  package mutating func retirerParticipant(_ id: String, le jour: Day) -> Retrait? {
    guard let index = participants.firstIndex(where: { $0.id == id }) else { return nil }
    let citations = citations(duParticipant: id)
    guard citations.total > 0 else {
      participants.remove(at: index)
      return .supprime
    }
    if participants[index].departLe != nil { return .dejaParti(citations) }
    participants[index].departLe = jour
    return .parti(citations)
  }
}

extension Participant {
  /// Whether they have left the tour de table by a day.
  package func estParti(le jour: Day) -> Bool { departLe.map { $0 <= jour } ?? false }
}
