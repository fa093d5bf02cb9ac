import JSONTree

// Links lead somewhere.
extension Inspection {
  /// What an id can lead to.
  enum Target: CaseIterable {
    case participant, observation, palier, seance

    /// Where their ids stand; `*` is each element of a list, or each value of an object.
    var path: [String] {
      switch self {
      case .participant: ["participants", "*", "id"]
      case .observation: ["cercles", "*", "observations", "*", "id"]
      case .palier: ["schema", "paliers", "*", "id"]
      case .seance: ["seances", "*", "id"]
      }
    }

    var unknown: String {
      switch self {
      case .participant: "qui n’est personne du tour de table"
      case .observation: "qui n’est pas une observation"
      case .palier: "qui n’est pas un palier"
      case .seance: "qui n’est pas une séance"
      }
    }
  }

  /// Every link of the format.
  ///
  /// Those of the historique may lead to what is no more.
  static let links: [(path: [String], target: Target)] = {
    let observation = ["cercles", "*", "observations", "*"]
    let palier = ["schema", "paliers", "*"]
    let realise = palier + ["indicateurs", "*", "realises", "*"]
    return [
      (["seances", "*", "presents", "*"], .participant),
      (["seances", "*", "promesses", "*", "qui"], .participant),
      (observation + ["auteur"], .participant),
      (observation + ["arguments", "*", "auteur"], .participant),
      (palier + ["engagements", "*", "qui"], .participant),
      (palier + ["indicateurs", "*", "responsable"], .participant),
      (realise + ["auteur"], .participant),
      (realise + ["corrections", "*", "auteur"], .participant),
      (["periodesCloses", "*", "par"], .participant),
      (observation + ["origine"], .observation),
      (palier + ["observations", "*"], .observation),
      (["ressources", "*", "palier"], .palier),
      (["cercles", "*", "seance"], .seance),
    ]
  }()

  mutating func inspectLinks() {
    let tree = tree
    for target in Target.allCases {
      var known: Set<String> = []
      tree.visit(target.path) { _, value in
        if case .string(let id) = value { known.insert(id) }
      }
      for link in Self.links where link.target == target {
        tree.visit(link.path) { pointer, value in
          guard case .string(let id) = value, !id.isEmpty, !known.contains(id) else { return }
          note(.lienRompu, at: pointer, "Le lien mène à \(id.quoted), \(target.unknown).")
        }
      }
    }
  }
}
