import DPES
import TerminalUI

extension PageDuCAEcran {
  /// By rows, as far as there is something to see.
  static func scroll(_ state: inout State, by rows: Int) {
    state.ca.first = max(0, state.ca.first + rows)
  }

  fileprivate static func scroll(_ state: inout State, pages: Int) {
    guard let area = area(state), let page = state.ca.page else { return }
    scroll(&state, by: pages * PageDuCAView.of(state, page, in: area).pageRows)
  }

  static func step(_ state: inout State, by steps: Int) {
    state.ca.axe = Axe.allCases.around(state.ca.axe, by: steps)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let axe = state.ca.page.flatMap { PageDuCAView.of(state, $0, in: area).axe(at: position) }
    if let axe { state.ca.axe = axe }
  }

  /// The palier of the chosen axis that a board asks about: the next one, else the last.
  private static func palierOfPage(_ state: State) -> Palier? {
    let axis = state.derived.avancement?[state.ca.axe]
    return (axis?.paliers.dropFirst(axis?.actuel ?? 0).first ?? axis?.paliers.last)?.palier
  }

  static func whyNoPalier(_ state: State) -> String? {
    palierOfPage(state) == nil ? "Cet axe n’a pas encore de palier." : nil
  }

  /// Goes to the schéma, on what comes next on the axis.
  static func openPalier(_ state: inout State) -> [Effect] {
    palierOfPage(state).map { state.go(to: .palier($0.id)) } ?? []
  }
}

extension Action {
  /// What can be done on the page of the board.
  static let pageDuCA: [Action] =
    [
      move(
        .ca, "axe-suivant", [.right], "Axe suivant", help: "Passe à l’axe suivant.",
        short: "axe", lineKeys: "← →", weight: 60
      ) { PageDuCAEcran.step(&$0, by: 1) },
      move(
        .ca, "axe-precedent", [.left], "Axe précédent", help: "Passe à l’axe précédent.",
        lineKeys: "← →"
      ) { PageDuCAEcran.step(&$0, by: -1) },
      move(
        .ca, "bas", [.down], "Plus bas", help: "Montre la ligne d’après de la page.",
        short: "défiler", lineKeys: "↑ ↓", weight: 55
      ) { PageDuCAEcran.scroll(&$0, by: 1) },
      move(.ca, "haut", [.up], "Plus haut", help: "Revient d’une ligne.") {
        PageDuCAEcran.scroll(&$0, by: -1)
      },
      move(.ca, "page-bas", [.pageDown], "Page suivante", help: "Descend d’une page.") {
        PageDuCAEcran.scroll(&$0, pages: 1)
      },
      move(.ca, "page-haut", [.pageUp], "Page précédente", help: "Remonte d’une page.") {
        PageDuCAEcran.scroll(&$0, pages: -1)
      },
      Action(
        "ca.palier", [.enter], "Aller au schéma", short: "au schéma", weight: 88,
        help: "Va au schéma, sur le palier qui vient ensuite pour l’axe choisi.",
        impossible: PageDuCAEcran.whyNoPalier, perform: { PageDuCAEcran.openPalier(&$0) }),
    ]
}

extension ActionTable {
  static let ca = ActionTable("ca", Action.pageDuCA)
}
