import JSONTree

// Names that a copy without names masks.
extension Inspection {
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
      "Ce texte nomme \(name.nom.quoted), que la démarche connaît"
        + (pointer.steps.contains(.key("observations")) ? ", et toute la salle le lit." : ".")
    }
  }
}
