import DPES
import TerminalUI

extension Action {
  /// What can be done on the identity, its fiche and the financial years.
  static let structure: [Action] = [
    edit("structure.modifier", "Modifier la fiche"),
    Action(
      "exercice.nouveau", [.character("n")], "Nouvel exercice",
      short: "exercice", weight: 80,
      help: "Ajoute un exercice comptable, avec son début et sa fin.",
      impossible: \.readOnlyReason, perform: { $0.open(ExerciceForm(id: nil)) }),
    Action(
      "exercice.supprimer", [.delete, .control("d")],
      "Supprimer l’exercice", help: "Supprime l’exercice choisi.",
      impossible: EtatEcran.whyNoExercice, perform: { EtatEcran.removeExercice(&$0) }),
  ]

  static let pilotage = [edit("pilotage.modifier", "Modifier la fiche")]

  private static func edit(_ id: String, _ title: String) -> Action {
    Action(
      id, [.enter], title, short: "modifier", weight: 90,
      help: "Ouvre la fiche, sur la ligne choisie\u{A0}; ce qui manque peut rester vide.",
      impossible: \.readOnlyReason, perform: { EtatEcran.openFiche(&$0) })
  }
}

extension EtatEcran {
  static func whyNoExercice(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.ficheRow?.content == .exercice ? nil : "Choisissez un exercice\u{A0}: ↑ ↓.")
  }

  static func openFiche(_ state: inout State) -> [Effect] {
    guard let row = state.etat.ficheRow else { return [] }
    switch row.content {
    case .exercice: return state.open(ExerciceForm(id: row.id))
    case .rubrique(let fiche): return state.open(EtatForm.fiche(fiche), on: row.id)
    }
  }

  static func removeExercice(_ state: inout State) -> [Effect] {
    guard let row = state.etat.ficheRow else { return [] }
    return change(&state, saying: "Exercice supprimé. u le rétablit.") { demarche, _ in
      demarche.structure.exercices.supprimer(row.id)
    }
  }
}
