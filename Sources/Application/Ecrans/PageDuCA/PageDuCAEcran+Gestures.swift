import DPES
import TerminalUI

extension PageDuCAEcran {
  static func step(_ state: inout State, by steps: Int) -> [Effect] {
    state.ca.axe = Axe.allCases.around(state.ca.axe, by: steps)
    return []
  }

  static func scroll(_ state: inout State, by rows: Int) { _ = step(&state, by: rows) }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let axe = state.ca.page.flatMap { PageDuCAView(state, $0, in: area).axe(at: position) }
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
      axis("suivant", [.right, .down], "Axe suivant", "Passe à l’axe suivant.", by: 1, "axe"),
      axis("precedent", [.left, .up], "Axe précédent", "Passe à l’axe précédent.", by: -1, nil),
      Action(
        "ca.palier", [.enter], "Aller au schéma", short: "au schéma", weight: 88,
        help: "Va au schéma, sur le palier qui vient ensuite pour l’axe choisi.",
        impossible: PageDuCAEcran.whyNoPalier, perform: { PageDuCAEcran.openPalier(&$0) }),
    ] + [back(from: .ca)]

  private static func axis(
    _ id: String, _ keys: [Key], _ title: String, _ help: String, by steps: Int, _ short: String?
  ) -> Action {
    Action(
      "ca.axe-\(id)", keys, title, short: short, lineKeys: "← →", weight: 60,
      help: help, perform: { PageDuCAEcran.step(&$0, by: steps) })
  }
}

extension ActionTable {
  static let ca = ActionTable("ca", Action.pageDuCA)
}
