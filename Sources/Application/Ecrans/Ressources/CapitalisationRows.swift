import DPES

/// What is kept of the démarche, in the order in which it is looked for.
struct CapitalisationRows: Sendable {
  /// The latest period first, then the latest note.
  private(set) var notes: [NoteDeCapitalisation] = []
  /// By axis, then by palier, then the latest first.
  private(set) var ressources: [Ressource] = []
  /// By a palier's id.
  private(set) var paliers: [String: Palier] = [:]

  init() {}

  /// - Complexity: O(n log n) in the notes and the entries, O(p) in the paliers.
  init(_ demarche: Demarche) {
    paliers = Dictionary(
      demarche.schema.paliers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let latest = Day(number: .min)
    notes = demarche.notes.enumerated().sorted { one, two in
      let (a, b) = (one.element, two.element)
      if a.periode != b.periode { return a.periode ?? -1 > b.periode ?? -1 }
      return a.date == b.date ? one.offset > two.offset : a.date ?? latest > b.date ?? latest
    }.map(\.element)
    func key(_ one: Ressource) -> (Int, Int) {
      (
        one.axe.flatMap(Axe.allCases.firstIndex) ?? Axe.allCases.count,
        one.palier.flatMap { paliers[$0]?.rang } ?? .max
      )
    }
    ressources = demarche.ressources.enumerated().sorted { one, two in
      let (a, b) = (key(one.element), key(two.element))
      if a != b { return a < b }
      let (day, other) = (one.element.date ?? latest, two.element.date ?? latest)
      return day == other ? one.offset < two.offset : day > other
    }.map(\.element)
  }

  func ids(of pile: CapitalisationEcran.Pile) -> [String] {
    switch pile {
    case .notes: notes.map(\.id)
    case .ressources: ressources.map(\.id)
    }
  }
}

extension Ressource.Genre {
  /// The letter that chooses it in a form.
  var key: Character { nom.first ?? "l" }
}
