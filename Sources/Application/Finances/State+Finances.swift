import DPES
import TerminalUI

// The gestures of the suivi financier.
extension State {
  private func financesHeight(in area: Rect) -> Int {
    FinancesView(self, in: area).layout.list.height
  }

  private var financesArea: Rect? { panes.first { $0.screen == .finances }?.area }

  /// The selected year; nil when there is none.
  var exercice: Exercice? {
    let rows = derived.annexes
    return annexes.exercices.index(of: rows.exercices).map { rows.finances.annees[$0].exercice }
  }

  mutating func moveFinances(_ key: Key) -> [Effect] {
    guard let area = financesArea else { return [] }
    annexes.exercices.move(
      key, of: derived.annexes.exercices, height: financesHeight(in: area))
    return []
  }

  mutating func followFinances(in area: Rect) {
    annexes.exercices.follow(of: derived.annexes.exercices, height: financesHeight(in: area))
  }

  mutating func pointFinances(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = moveFinances(.up)
    case .wheelDown: _ = moveFinances(.down)
    case .release: break
    case .press:
      let list = FinancesView(self, in: area).layout.list
      let ids = derived.annexes.exercices
      guard let row = annexes.exercices.view.row(at: mouse.position, in: list, of: ids.count)
      else { return }
      annexes.exercices.select(row, of: ids, height: list.height)
    }
  }

  var whyNoAnnee: String? {
    readOnlyReason ?? (exercice == nil ? "Aucun exercice encore\u{A0}: n en ajoute un." : nil)
  }

  mutating func removeAnnee() -> [Effect] {
    guard let exercice else { return [] }
    let effects = change { demarche, _ in demarche.structure.exercices.supprimer(exercice.id) }
    if !effects.isEmpty { say("Exercice \(exercice.nom) supprimé. u le rétablit.") }
    return effects
  }
}

extension Action {
  /// What can be done on the suivi financier.
  static let finances: [Action] =
    [
      Action(
        "finances.nouvel", .screen(.finances), [.character("n")], "Nouvel exercice",
        short: "nouvel exercice", weight: 90,
        help: "Ajoute un exercice\u{A0}: ses dates et ses chiffres, tous facultatifs.",
        impossible: \.readOnlyReason, perform: { $0.openForm(.exercice(nil)) }),
      Action(
        "finances.modifier", .screen(.finances), [.enter], "Modifier l’exercice",
        short: "modifier", weight: 88, help: "Ouvre la fiche de l’exercice choisi.",
        impossible: \.whyNoAnnee
      ) { state in
        state.exercice.map { state.openForm(.exercice($0.id)) } ?? []
      },
      Action(
        "finances.supprimer", .screen(.finances), [.delete, .control("d")],
        "Supprimer l’exercice", short: "supprimer", weight: 20,
        help: "Supprime l’exercice choisi et ses chiffres.",
        impossible: \.whyNoAnnee, perform: { $0.removeAnnee() }),
    ] + annexe(.finances) + moves(.finances) { $0.moveFinances($1) }

  /// Up and down a list, one by one, by page, to its ends.
  static func moves(
    _ screen: Screen, _ perform: @escaping @Sendable (inout State, Key) -> [Effect]
  ) -> [Action] {
    let table: [(String, Key, String, String)] = [
      ("haut", .up, "Ligne précédente", "Monte d’une ligne."),
      ("bas", .down, "Ligne suivante", "Descend d’une ligne."),
      ("page-haut", .pageUp, "Page précédente", "Remonte d’une page."),
      ("page-bas", .pageDown, "Page suivante", "Descend d’une page."),
      ("debut", .home, "Première ligne", "Va au début de la liste."),
      ("fin", .end, "Dernière ligne", "Va à la fin de la liste."),
    ]
    return table.map { id, key, title, help in
      Action("\(screen.name).\(id)", .screen(screen), [key], title, help: help) {
        perform(&$0, key)
      }
    }
  }
}
