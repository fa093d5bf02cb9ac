import DPES
import TerminalUI

/// Which of two values stands: the first conflict that waits, and the one chosen so far.
struct ConflictQuestion: Modal {
  var tables: [ActionTable] { [.conflict] }

  var choice: Conflict.Side

  /// Keeps the value chosen, and goes on to the next conflict.
  static func settle(_ state: inout State) -> [Effect] {
    guard let question = state.modes.last as? ConflictQuestion,
      let open = state.conflicts.waiting.first
    else { return [] }
    let effects = settle(&state, open, with: question.choice)
    guard !effects.isEmpty else { return [] }
    state.conflicts.removeFirst()
    if let next = state.conflicts.waiting.first {
      state.replaceMode(ConflictQuestion(choice: next.conflict.kept))
    } else {
      state.modes.removeLast()
      state.say("\(told(state, open.reading, question.choice)).")
    }
    return effects
  }

  private static func settle(_ state: inout State, _ open: OpenConflict, with choice: Conflict.Side)
    -> [Effect]
  {
    let signature = state.signature
    guard choice != open.conflict.kept else {
      state.document?.note {
        $0.tracer(choix: choice, entre: open.conflict, open.reading, signature)
      }
      return state.save
    }
    if open.reading.isInFrozenImage {
      return state.decline(
        "Cette image est figée : ce qui y a été changé ailleurs reste dans l’historique.")
    }
    return state.change { demarche, _ in
      // The choice is an edit of what the merge made, whatever was done since.
      let chosen = try open.merged.taking([open.conflict] + open.followers)
      demarche = try Demarche.merge(base: open.merged, ours: chosen, theirs: demarche).merged
      demarche.tracer(choix: choice, entre: open.conflict, open.reading, signature)
      return true
    }
  }

  /// Échap: what is kept stays, and the question waits.
  static func postpone(_ state: inout State) -> [Effect] {
    state.modes.removeLast()
    let count = state.conflicts.waiting.count
    state.say(
      count == 1
        ? "À choisir plus tard : F4. Les deux valeurs sont dans l’historique."
        : "\(count) choix à faire plus tard : F4. Toutes les valeurs sont dans l’historique.")
    return []
  }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    guard !state.isTooSmall else { return [] }
    return ActionTable.action(for: key, in: [.conflict])?.performed(in: &state) ?? []
  }
}

extension ActionTable {
  /// What is heard while choosing between two values.
  ///
  /// A letter chooses and Entrée confirms: a key meant for the screen below changes nothing.
  static let conflict = ActionTable(
    "conflict",
    Action(
      "conflit.garder", [.enter], "Garder la valeur choisie", short: "garder",
      weight: 100, help: "Garde la valeur choisie, et passe au choix suivant ; u y revient.",
      perform: { ConflictQuestion.settle(&$0) }),
    choice("ici", .ours, [.character("i"), .up, .left], short: "choisir", "La valeur d’ici"),
    choice(
      "ailleurs", .theirs, [.character("a"), .down, .right], short: nil, "La valeur d’ailleurs"),
    Action(
      "conflit.plus-tard", [.escape, .control("c")], "Plus tard", short: "plus tard",
      weight: 90, help: "Laisse tout comme c’est ; F4 y revient.",
      perform: { ConflictQuestion.postpone(&$0) }))

  private static func choice(
    _ id: String, _ side: Conflict.Side, _ keys: [Key], short: String?, _ title: String
  ) -> Action {
    Action(
      "conflit.\(id)", keys, title, short: short,
      lineKeys: short == nil ? nil : "↑ ↓", weight: short == nil ? 0 : 95,
      help: "\(title) ; Entrée la garde.",
      perform: { $0.replaceMode(ConflictQuestion(choice: side)) })
  }
}
