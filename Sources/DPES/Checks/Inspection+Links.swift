import JSONTree

// What texts name: links lead somewhere, and a copy without names masks those it knows.
extension Inspection {
  mutating func inspectLinks() {
    let tree = tree
    for target in Link.Target.allCases {
      var known: Set<String> = []
      for path in target.paths {
        tree.visit(path) { _, value in
          if case .string(let id) = value { known.insert(id) }
        }
      }
      for link in Format.links where link.target == target {
        tree.visit(link.path) { pointer, value in
          guard case .string(let id) = value, !id.isEmpty, !known.contains(id) else { return }
          note(.lienRompu, at: pointer, "Le lien mène à \(id.quoted), \(target.unknown).")
        }
      }
    }
  }

  mutating func inspectNames() {
    for (pointer, name) in demarche.nomsDansLesTextes(tree) {
      note(.nomDansUnTexte, at: pointer, Self.sentence(name, at: pointer))
    }
  }

  private static func sentence(_ name: NameMask.Found, at pointer: JSONPointer) -> String {
    switch name.kind {
    case .structure: "Ce texte dit qui est la structure\u{A0}: \(name.nom.quoted)."
    case .lieu: "Ce texte dit où est la structure\u{A0}: \(name.nom.quoted)."
    case .personne, .organisme:
      "Ce texte nomme \(name.nom.quoted)\(name.estConnu ? ", que la démarche connaît" : "")"
        + (pointer.steps.contains(.key("observations")) ? ", et toute la salle le lit." : ".")
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
    case .sujet: "qui n’est ni un acteur ni une fiche"
    case .acteur: "qui n’est pas un acteur"
    }
  }
}
