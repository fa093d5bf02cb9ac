import DPES
import TerminalUI

/// Which lines the screen « à faire » lists.
struct AFaireFiltre: ListFilter {
  var qui: String?
  var axe: Axe?

  func takes(_ ligne: AFaire.Ligne) -> Bool {
    (qui.map { ligne.personnes.contains($0) } ?? true) && (axe == nil || ligne.axe == axe)
  }

  /// `SC, Démocratie`; empty without a filter.
  func words(_ derived: Derived) -> String {
    [qui.map { derived.initiales[$0] ?? "?" }, axe?.nomCourt].compactMap(\.self)
      .joined(separator: ", ")
  }
}

extension AFaireEcran: FilteredEcran {
  static var filterQuestion: FilterQuestion {
    FilterQuestion(
      table: .filterAFaire,
      answers: [
        FilterQuestion.Answer(key: "I", text: "une personne", word: "personne"),
        FilterQuestion.Answer(key: "U P D T", text: "un axe", word: "axe"),
        FilterQuestion.Answer(key: "Z", text: "cet axe", word: "cet axe"),
        FilterQuestion.Answer(key: "Entrée", text: "tout", word: "tout"),
      ])
  }

  static func selectedAxe(_ state: State) -> Axe? { state.aFaire.selected?.axe }

  static func filter(
    _ state: inout State, _ change: (inout AFaireFiltre) -> Void
  ) -> [Effect] {
    change(&state.aFaire.filtre)
    state.renewDerived()
    state.aFaire.settle()
    let filtre = state.aFaire.filtre
    let count = state.aFaire.rows.selectable.count
    state.say(
      filtre.isEmpty
        ? "Tout ce qui est à faire."
        : "\(filtre.words(state.derived))\u{A0}: \(count.counting("ligne")). Échap montre tout.")
    return []
  }
}

extension Action {
  /// What is heard when it is asked what « à faire » lists.
  fileprivate static let filterAFaire: [Action] =
    Axe.allCases.map { axe in
      Action(
        "a-faire.filtre.\(axe.rawValue)", [.character(axe.key)],
        "Seulement «\u{A0}\(axe.nomCourt)\u{A0}»", short: axe.motCourt, weight: 70,
        help: "Ne montre que cet axe.",
        perform: { AFaireEcran.answerFilter(&$0) { $0.axe = axe } })
    }
    + AFaireEcran.filters(
      "a-faire.filtre", everything: [.enter], "Montre tout ce qui est à faire.")
}

extension ActionTable {
  static let filterAFaire = ActionTable("filterAFaire", Action.filterAFaire)
}
