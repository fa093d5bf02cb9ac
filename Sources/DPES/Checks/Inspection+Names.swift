import JSONTree

// Names that a copy without names masks, inside what the room reads.
extension Inspection {
  mutating func inspectNames() {
    let names = NameMask(KnownNames(demarche, tree, .sansNoms))
    for (place, observation) in observations {
      inspect(observation.texte, names, at: place.appending("texte"))
      inspect(observation.minorite, names, at: place.appending("minorite"))
      for (index, text) in observation.formulations.enumerated() {
        inspect(text, names, at: place.appending(["formulations", .index(index)]))
      }
      for (index, argument) in observation.arguments.enumerated() {
        inspect(argument.texte, names, at: place.appending(["arguments", .index(index), "texte"]))
      }
    }
  }

  private mutating func inspect(
    _ text: String?, _ names: NameMask, at pointer: @autoclosure () -> JSONPointer
  ) {
    guard let name = text.flatMap(names.first(in:)) else { return }
    note(
      .nomDansUnTexte, at: pointer(),
      "Ce texte nomme \(name.quoted), que la démarche connaît, et toute la salle le lit.")
  }
}
