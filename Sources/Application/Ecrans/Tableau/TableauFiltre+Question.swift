import DPES
import TerminalUI

extension TableauEcran: FilteredEcran {
  static var filterQuestion: FilterQuestion {
    FilterQuestion(
      table: .filter,
      answers: [
        FilterQuestion.Answer(key: "D", text: "dus", word: "dus"),
        FilterQuestion.Answer(key: "R", text: "en retard", word: "retard"),
        FilterQuestion.Answer(key: "P", text: "perdus", word: "perdus"),
        FilterQuestion.Answer(key: "I", text: "une personne", word: "personne"),
        FilterQuestion.Answer(key: "Z", text: "cet axe", word: "axe"),
        FilterQuestion.Answer(key: "T", text: "tout", word: "tout"),
      ])
  }

  static func selectedAxe(_ state: State) -> Axe? { state.tableau.selected?.axe.axe }
}

extension Action {
  /// What is heard when it is asked what the tableau lists.
  fileprivate static let filter: [Action] =
    TableauFiltre.Etat.allCases.map { etat in
      Action(
        "filtre.\(etat.key)", [.character(etat.key)], "Seulement les \(etat.rawValue)",
        short: etat.rawValue, weight: 80, help: "Ne montre que les indicateurs \(etat.rawValue).",
        perform: { TableauEcran.answerFilter(&$0) { $0.etat = etat } })
    }
    + TableauEcran.filters(
      "filtre", everything: [.character("t"), .enter], "Montre tout le tableau.")
}

extension ActionTable {
  static let filter = ActionTable("filter", Action.filter)
}
