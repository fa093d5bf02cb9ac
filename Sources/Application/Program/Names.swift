import DPES
import TerminalUI

/// Hiding who is who, on a laptop whose screen the room sees.
enum Names {
  /// The fields of a form that hold a name.
  private static let fields: Set = ["initiales", "organisme", "presents", "qui", "responsable"]

  static let refusal = "Les noms sont cachés\u{A0}: Ctrl-N les montre, et ouvre cela."

  /// Whether a form would show or ask for a name.
  static func areIn(_ form: FormCard) -> Bool {
    form.form.fields.contains { fields.contains($0.id) }
  }

  fileprivate static func toggle(_ state: inout State) -> [Effect] {
    // What is open may hold a name already.
    if !state.hidesNames, let form = state.modes.lazy.compactMap({ $0 as? FormCard }).first,
      areIn(form)
    {
      return state.decline("Cette fiche montre un nom\u{A0}: Entrée ou Échap d’abord.")
    }
    state.hidesNames.toggle()
    state.renewDerived()
    state.say(
      state.hidesNames
        ? "Les noms sont cachés sur tous les écrans. Ctrl-N les montre."
        : "Les noms sont montrés de nouveau.")
    return []
  }

  /// Has the windows that follow go on showing what they show, or follow again.
  fileprivate static func hold(_ state: inout State) -> [Effect] {
    guard !state.isOnWall else {
      return state.decline(
        "Il n’y a qu’une fenêtre\u{A0}: le mur est cet écran. Ctrl-N cache les noms.")
    }
    state.heldWall = state.heldWall == nil ? state.wall : nil
    state.say(
      state.heldWall == nil
        ? "Le mur suit de nouveau." : "Le mur est tenu\u{A0}: Ctrl-P le laisse suivre.")
    return []
  }
}

extension Action {
  static let names = Action(
    "noms", [.control("n")], "Noms\u{A0}: cacher ou montrer",
    help: "Cache initiales, noms et organisations de personnes sur tous les écrans, ou les montre.",
    impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
    perform: { Names.toggle(&$0) })

  static let holdWall = Action(
    "tenir", [.control("p")], "Tenir le mur",
    help:
      "La fenêtre qui suit garde sa page, jusqu’à la même touche\u{A0}; textes et couleurs suivent.",
    impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
    perform: { Names.hold(&$0) })
}
