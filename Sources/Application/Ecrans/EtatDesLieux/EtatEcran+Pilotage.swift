import DPES
import TerminalUI

// What is asked about why a structure changes: proposed, never imposed.
extension EtatEcran {
  /// Whether the row selected is the one that the questions are about.
  private static func isOnPourquoi(_ state: State) -> Bool {
    state.etat.section == .pilotage && state.etat.ficheRow?.id == "pourquoi"
  }

  /// The first question that nobody has dismissed, where the reason is told.
  static func pilotageQuestion(_ state: State) -> Suggestions.Question? {
    guard isOnPourquoi(state) else { return nil }
    return state.suggestions?.pilotage.pourquoi.first {
      !state.etat.questionsEcartees.contains($0.id)
    }
  }

  static func whyNoPilotageQuestion(_ state: State) -> String? {
    if !isOnPourquoi(state) { return "Les questions sont à la ligne «\u{A0}Pourquoi\u{A0}»." }
    return state.suggestions?.pilotage.pourquoi.isEmpty == false
      ? nil : "Palier n’a pas trouvé ses questions\u{A0}: suggestions/pilotage.json."
  }

  /// Dismisses the question that is shown; once all are, brings them back.
  static func dismissPilotageQuestion(_ state: inout State) -> [Effect] {
    guard let question = pilotageQuestion(state) else {
      state.etat.questionsEcartees.subtract(
        (state.suggestions?.pilotage.pourquoi ?? []).map(\.id))
      return []
    }
    state.etat.questionsEcartees.insert(question.id)
    if pilotageQuestion(state) == nil {
      state.say("Plus de question ici\u{A0}: p les fait revenir.")
    }
    return []
  }
}

extension Action {
  /// The questions about why one changes.
  static let pilotageQuestion = Action(
    "pilotage.question", [.character("p")], "Écarter la question", short: "autre question",
    weight: 30,
    help: "Écarte la question proposée, la suivante vient\u{A0}; à la fin elles reviennent.",
    impossible: EtatEcran.whyNoPilotageQuestion, perform: { EtatEcran.dismissPilotageQuestion(&$0) }
  )
}
