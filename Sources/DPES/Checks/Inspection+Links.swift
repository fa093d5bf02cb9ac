import JSONTree

// Links lead somewhere.
extension Inspection {
  mutating func inspectLinks() {
    let tree = tree
    for target in Link.Target.allCases {
      var known: Set<String> = []
      tree.visit(target.path) { _, value in
        if case .string(let id) = value { known.insert(id) }
      }
      for link in Format.links where link.target == target {
        tree.visit(link.path) { pointer, value in
          guard case .string(let id) = value, !id.isEmpty, !known.contains(id) else { return }
          note(.lienRompu, at: pointer, "Le lien mène à \(id.quoted), \(target.unknown).")
        }
      }
    }
  }
}

extension Link.Target {
  fileprivate var unknown: String {
    switch self {
    case .participant: "qui n’est personne du tour de table"
    case .observation: "qui n’est pas une observation"
    case .palier: "qui n’est pas un palier"
    case .seance: "qui n’est pas une séance"
    }
  }
}
