import DPES
import TerminalUI

// The gestures of the suivi financier.
extension FinancesEcran {
  private static func financesHeight(_ state: State, in area: Rect) -> Int {
    FinancesView(state, in: area).layout.list.height
  }

  private static func financesArea(_ state: State) -> Rect? {
    state.panes.first { $0.screen == .finances }?.area
  }

  /// The selected year; nil when there is none.
  static func exercice(_ state: State) -> Exercice? {
    let rows = state.derived.annexes
    return state.annexes.exercices.index(of: rows.exercices).map {
      rows.finances.annees[$0].exercice
    }
  }

  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    guard let area = financesArea(state) else { return [] }
    state.annexes.exercices.move(
      key, of: state.derived.annexes.exercices, height: financesHeight(state, in: area))
    return []
  }

  static func follow(_ state: inout State, in area: Rect) {
    state.annexes.exercices.follow(
      of: state.derived.annexes.exercices, height: financesHeight(state, in: area))
  }

  static func point(_ state: inout State, _ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = move(&state, .up)
    case .wheelDown: _ = move(&state, .down)
    case .release: break
    case .press:
      let list = FinancesView(state, in: area).layout.list
      let ids = state.derived.annexes.exercices
      guard let row = state.annexes.exercices.view.row(at: mouse.position, in: list, of: ids.count)
      else { return }
      state.annexes.exercices.select(row, of: ids, height: list.height)
    }
  }

  static func whyNoAnnee(_ state: State) -> String? {
    state.readOnlyReason
      ?? (exercice(state) == nil ? "Aucun exercice encore\u{A0}: n en ajoute un." : nil)
  }

  static func removeAnnee(_ state: inout State) -> [Effect] {
    guard let exercice = Self.exercice(state) else { return [] }
    let effects = state.change { demarche, _ in demarche.structure.exercices.supprimer(exercice.id)
    }
    if !effects.isEmpty { state.say("Exercice \(exercice.nom) supprimé. u le rétablit.") }
    return effects
  }
}

extension Action {
  /// What can be done on the suivi financier.
  static let finances: [Action] =
    [
      Action(
        "finances.nouvel", [.character("n")], "Nouvel exercice",
        short: "nouvel exercice", weight: 90,
        help: "Ajoute un exercice\u{A0}: ses dates et ses chiffres, tous facultatifs.",
        impossible: \.readOnlyReason, perform: { FormCard.open(&$0, .exercice(nil)) }),
      Action(
        "finances.modifier", [.enter], "Modifier l’exercice",
        short: "modifier", weight: 88, help: "Ouvre la fiche de l’exercice choisi.",
        impossible: FinancesEcran.whyNoAnnee
      ) { state in
        FinancesEcran.exercice(state).map { FormCard.open(&state, .exercice($0.id)) } ?? []
      },
      Action(
        "finances.supprimer", [.delete, .control("d")],
        "Supprimer l’exercice", short: "supprimer", weight: 20,
        help: "Supprime l’exercice choisi et ses chiffres.",
        impossible: FinancesEcran.whyNoAnnee, perform: { FinancesEcran.removeAnnee(&$0) }),
    ] + annexe(.finances) + moves(.finances) { FinancesEcran.move(&$0, $1) }

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
      Action("\(screen.name).\(id)", [key], title, help: help) {
        perform(&$0, key)
      }
    }
  }
}

extension ActionTable {
  static let finances = ActionTable("finances", Action.finances)
}
