import DPES
import TerminalUI

extension Action {
  /// What can be done on the sections that are forms.
  static let fiches: [Action] = [
    edit(.structure, "structure.modifier", "Modifier la fiche"),
    Action(
      "exercice.nouveau", .section(.structure), [.character("n")], "Nouvel exercice",
      short: "exercice", weight: 80,
      help: "Ajoute un exercice comptable, avec son début et sa fin.",
      impossible: \.readOnlyReason, perform: { $0.openForm(.exercice(nil)) }),
    Action(
      "exercice.supprimer", .section(.structure), [.delete, .control("d")],
      "Supprimer l’exercice", help: "Supprime l’exercice choisi.",
      impossible: \.whyNoExercice, perform: { $0.removeExercice() }),
    edit(.pilotage, "pilotage.modifier", "Modifier la fiche"),
  ]

  private static func edit(
    _ section: EtatState.Section, _ id: String, _ title: String
  ) -> Action {
    Action(
      id, .section(section), [.enter], title, short: "modifier", weight: 90,
      help: "Ouvre la fiche, sur la ligne choisie\u{A0}; ce qui manque peut rester vide.",
      impossible: \.readOnlyReason, perform: { $0.openFiche() })
  }
}

extension State {
  var whyNoExercice: String? {
    readOnlyReason
      ?? (etat.ficheRow(in: derived)?.content == .exercice
        ? nil : "Choisissez un exercice\u{A0}: ↑ ↓.")
  }

  mutating func openFiche() -> [Effect] {
    guard let row = etat.ficheRow(in: derived) else { return [] }
    switch row.content {
    case .exercice: return openForm(.exercice(row.id))
    case .rubrique(let fiche): return openForm(.fiche(fiche), on: row.id)
    }
  }

  mutating func removeExercice() -> [Effect] {
    guard let row = etat.ficheRow(in: derived) else { return [] }
    let effects = change { demarche, _ in demarche.structure.exercices.supprimer(row.id) }
    if !effects.isEmpty { say("Exercice supprimé. u le rétablit.") }
    return effects
  }
}
