import DPES

extension Demarche {
  /// People as somebody would tell them apart: by name, collège, organisation; else by their places
  /// in the tour de table.
  package func toldApart(_ people: [String]) -> [String] {
    let labels = people.map { id in
      let one = participants.first { $0.id == id }
      let known = [one?.nom, one?.college?.nom, one?.organisme].compactMap(\.self)
      return (one?.initiales ?? id, known.joined(separator: ", "))
    }
    return labels.enumerated().map { place, label in
      let (initials, known) = label
      let isAlone = labels.count { $0 == label } == 1 && !known.isEmpty
      if isAlone { return "\(initials) (\(known))" }
      let rank = participants.firstIndex { $0.id == people[place] }.map { $0 + 1 } ?? place + 1
      let listed = "n°\u{A0}\(rank) du tour de table"
      return "\(initials) (\(known.isEmpty ? listed : "\(known), \(listed)"))"
    }
  }

  /// Indicators of one title, each by its palier.
  package func toldApart(indicateurs ids: [String]) -> [String] {
    ids.map { id in
      let palier = schema.paliers.first { $0.indicateurs.contains { $0.id == id } }
      return palier.map { "\($0.intitule) (\($0.axe.motCourt))" } ?? id
    }
  }
}
