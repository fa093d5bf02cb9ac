import DPES
import TerminalUI

extension FinancesEcran {
  /// The selected year; nil when there is none.
  static func exercice(_ state: State) -> Exercice? {
    let shown = state.finances
    return shown.liste.index(of: shown.exercices).map { shown.finances.annees[$0].exercice }
  }

  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    guard let area = area(state) else { return [] }
    let height = FinancesView(state, in: area).layout.list.height
    state.finances.liste.move(key, of: state.finances.exercices, height: height)
    return []
  }

  static func follow(_ state: inout State, in area: Rect) {
    let height = FinancesView(state, in: area).layout.list.height
    state.finances.liste.follow(of: state.finances.exercices, height: height)
  }

  static func scroll(_ state: inout State, by rows: Int) {
    _ = move(&state, rows < 0 ? .up : .down)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let view = FinancesView(state, in: area)
    let list = view.layout.list
    let ids = state.finances.exercices
    let rows = state.finances.liste.view.rows(of: ids.count, in: list, line: view.line)
    guard let row = rows.item(at: position) else { return }
    state.finances.liste.select(row, of: ids, height: list.height)
  }

  static func whyNoAnnee(_ state: State) -> String? {
    state.readOnlyReason
      ?? (exercice(state) == nil ? "Aucun exercice encore\u{A0}: n en ajoute un." : nil)
  }

  static func removeAnnee(_ state: inout State) -> [Effect] {
    guard let exercice = Self.exercice(state) else { return [] }
    return change(&state, saying: "Exercice \(exercice.nom) supprimé.") {
      demarche, _ in demarche.structure.exercices.supprimer(exercice.id)
    }
  }
}

extension Action {
  /// What can be done on the suivi financier.
  static let finances: [Action] =
    [
      Action(
        "finances.nouvel", [.character("n")], "Nouvel exercice", short: "nouvel exercice",
        weight: 90, help: "Ajoute un exercice\u{A0}: ses dates et ses chiffres, tous facultatifs.",
        impossible: \.readOnlyReason, perform: { $0.open(ExerciceForm(id: nil)) }),
      Action(
        "finances.modifier", [.enter], "Modifier l’exercice", short: "modifier", weight: 88,
        help: "Ouvre la fiche de l’exercice choisi.", impossible: FinancesEcran.whyNoAnnee
      ) { state in
        FinancesEcran.exercice(state).map { state.open(ExerciceForm(id: $0.id)) } ?? []
      },
      Action(
        "finances.supprimer", [.delete, .control("d")], "Supprimer l’exercice", short: "supprimer",
        weight: 20, help: "Supprime l’exercice choisi et ses chiffres.",
        impossible: FinancesEcran.whyNoAnnee, perform: { FinancesEcran.removeAnnee(&$0) }),
    ] + moves(.finances) { FinancesEcran.move(&$0, $1) }
}

extension ActionTable {
  static let finances = ActionTable("finances", Action.finances)
}
