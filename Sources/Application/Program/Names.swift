import DPES
import TerminalUI

/// Hiding who is who, on a laptop whose screen the room sees.
enum Names {
  /// The fields of a form that hold a name.
  private static let fields: Set = [
    "initiales", "nom", "organisme", "presents", "qui", "responsable",
  ]

  /// Those that may say with whom, by whom or where: two dots stand in them while names are hidden.
  private static let dotted: Set = ["avec", "lieu", "par"]

  /// Whether a form may be kept without a field, what it holds staying as it is.
  static func canWait(_ field: String) -> Bool {
    dotted.contains(field) || field == "qui" || field == "responsable"
  }

  static let refusal = "Les noms sont cachés\u{A0}: Ctrl-N les montre, et ouvre cela."

  /// Whether a form would show or ask for a name.
  static func areIn(_ form: FormCard) -> Bool {
    form.form.fields.contains { field in
      guard field.isAsked || !form.hidesNames else { return false }
      let value = form.value(field.id)
      // What hides a text is not written over it.
      let isNaming = form.subject.nommants.contains(field.id)
      if value == Demarche.nomCache || isNaming && value?.contains(Demarche.nomCache) == true,
        !canWait(field.id)
      {
        return true
      }
      let isSaid = ![nil, Demarche.nomCache].contains(value)
      return fields.contains(field.id) || (isNaming || dotted.contains(field.id)) && isSaid
    }
  }

  /// Whether a mode that is open holds a name, or where a file is.
  private static func areIn(_ mode: any Modal) -> Bool {
    switch mode {
    case let form as FormCard: areIn(form)
    case let question as Question: question.subject.isPath
    case is Replacement, is FolderBrowser: true
    default: false
    }
  }

  /// A sentence as it may be read while names are hidden: files without their folders.
  static func told(_ text: String, _ state: State) -> String {
    guard state.hidesNames, let document = state.document else { return text }
    let folders = [document.path, document.triedPath].compactMap { $0?.folderPart }
    return folders.filter { $0.count > 1 }.reduce(text) { $0.replacing("\($1)/", with: "") }
  }

  static func toggle(_ state: inout State) -> [Effect] {
    // What is open may hold a name already.
    if !state.hidesNames, state.modes.contains(where: areIn) {
      return state.decline("Ce qui est ouvert montre un nom\u{A0}: Entrée ou Échap d’abord.")
    }
    state.hidesNames.toggle()
    state.renewDerived()
    state.say(
      state.hidesNames
        ? "Les noms sont cachés sur tous les écrans. Ctrl-N les montre."
        : "Les noms sont montrés de nouveau.")
    return [.rememberNames(hidden: state.hidesNames)]
  }

  /// Has the windows that follow go on showing what they show, or follow again.
  fileprivate static func hold(_ state: inout State) -> [Effect] {
    state.heldWall = state.heldWall == nil ? state.wall : nil
    // Who follows does not say so: what is said is true without anybody, too.
    let held =
      state.isOnWall
      ? "Une fenêtre qui suit garde sa page\u{A0}; cet écran, lui, continue. Ctrl-P la laisse suivre."
      : "Une fenêtre qui suit garde sa page\u{A0}; Ctrl-P la laisse suivre. "
        + "S’il n’y a qu’une fenêtre, le mur est cet écran\u{A0}: Ctrl-N cache les noms."
    state.say(state.heldWall == nil ? "Une fenêtre qui suit va de nouveau où va celle-ci." : held)
    return []
  }
}

extension Action {
  static let names = Action(
    "noms", [.control("n")], "Noms\u{A0}: cacher ou montrer",
    help:
      "Cache initiales, noms, organisations et lieux des pièces sur tous les écrans, ou les montre.",
    impossible: { state in
      guard state.isOnWall else { return nil }
      return state.hidesNames
        ? "Le mur n’a pas de noms, et les écrans les cachent\u{A0}: rien n’est changé."
        : "Le mur n’a pas de noms\u{A0}: rien n’est changé. Les écrans, eux, les montrent."
    },
    perform: { Names.toggle(&$0) })

  static let holdWall = Action(
    "tenir", [.control("p")], "Tenir le mur",
    help:
      "La fenêtre qui suit garde sa page, jusqu’à la même touche\u{A0}; textes et couleurs suivent.",
    impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
    perform: { Names.hold(&$0) })
}
