import JSONTree

// Names of the tour de table inside what the room reads.
extension Inspection {
  mutating func inspectNames() {
    let names = Noms(demarche.participants)
    guard !names.isEmpty else { return }
    for (place, observation) in observations {
      var texts: [(JSONPointer, String?)] = [
        (place.appending("texte"), observation.texte),
        (place.appending("minorite"), observation.minorite),
      ]
      for (index, text) in observation.formulations.enumerated() {
        texts.append((place.appending(["formulations", .index(index)]), text))
      }
      for (index, argument) in observation.arguments.enumerated() {
        texts.append((place.appending(["arguments", .index(index), "texte"]), argument.texte))
      }
      for (pointer, text) in texts {
        guard let name = text.flatMap(names.first) else { continue }
        note(
          .nomDansUnTexte, at: pointer,
          "Ce texte nomme \(name.quoted), qui est du tour de table, et toute la salle le lit.")
      }
    }
  }
}
