extension Demarche {
  /// Moves a participant by so many places of the table.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func deplacerParticipant(_ id: String, de pas: Int) -> Bool {
    guard let index = participants.firstIndex(where: { $0.id == id }) else { return false }
    let place = min(max(index + pas, 0), participants.count - 1)
    guard place != index else { return false }
    participants.insert(participants.remove(at: index), at: place)
    return true
  }
}

/// The orders in which a tour de table reads.
package enum OrdreDuTourDeTable: CaseIterable, Hashable, Sendable {
  /// As they sit, which turns follow.
  case table
  case initiales, college, implication

  package var nom: String {
    switch self {
    case .table: "l’ordre de la table"
    case .initiales: "initiales"
    case .college: "collège"
    case .implication: "implication"
    }
  }

  /// The people in this order, those who are alike in the order of the table; what is not said comes
  /// last.
  package func ranger(_ participants: [Participant]) -> [Participant] {
    participants.ordered(by: rang)
  }

  private func rang(_ one: Participant) -> String {
    switch self {
    case .table: ""
    case .initiales: one.initiales.map(\.folded) ?? "\u{10FFFF}"
    // Few enough for a letter each, the most involved first.
    case .college:
      one.college.flatMap(College.allCases.firstIndex).map { "\($0)" } ?? "z"
    case .implication:
      one.implication.flatMap(Implication.allCases.firstIndex).map { "\(9 - $0)" } ?? "z"
    }
  }
}
