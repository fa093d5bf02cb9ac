import JSONTree

// Étape 1: the structure's number, the boxes of the profil stratégique; what a grille answers.
extension Inspection {
  mutating func inspectSiren() {
    guard let siren = demarche.structure.siren else { return }
    let place: JSONPointer = ["structure", "siren"]
    switch Siren.faute(siren) {
    case nil: break
    case .nul: note(.sirenNul, at: place, "Le SIREN 000000000 n’est celui de personne.")
    case .forme:
      if let digits = Siren.chiffres(siren), digits.count == 9 {
        note(.siren, at: place, "Le SIREN s’écrit en neuf chiffres sans espace\u{A0}: \(digits).")
      } else {
        note(.siren, at: place, "Le SIREN \(siren.quoted) n’est pas fait de neuf chiffres.")
      }
    case .cle:
      note(
        .siren, at: place,
        "Le SIREN \(siren) ne répond pas à sa clé de contrôle\u{A0}: un chiffre est sans doute faux."
      )
    }
  }

  mutating func inspectBoxes() {
    let tree = tree
    for key in ProfilStrategique.fields.map(\.key) {
      guard let box = tree["profilStrategique"]?[key] else { continue }
      let etat = box["etat"] ?? .string(ProfilStrategique.Boite.Etat.vide.rawValue)
      guard case .string(let word) = etat else { continue }
      var count = 0
      if case .array(let elements)? = box["elements"] { count = elements.count }
      let isFilled = word == ProfilStrategique.Boite.Etat.renseigne.rawValue
      guard isFilled != (count > 0) else { continue }
      let content = count == 0 ? "ne contient rien" : "contient quelque chose"
      note(
        .boite, at: ["profilStrategique", .key(key)],
        "La boîte est dite \(word.quoted), et \(content).")
    }
  }

  mutating func inspectPoints() {
    for (place, observation) in observations {
      for (index, point) in observation.points.enumerated() where !point.isEmpty {
        let parts = point.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty { continue }
        note(
          .pointDeGrille, at: place.appending(["points", .index(index)]),
          "\(point.quoted) ne dit pas de quel référentiel est ce point.")
      }
    }
  }
}
