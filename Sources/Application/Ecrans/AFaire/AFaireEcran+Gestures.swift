import DPES
import TerminalUI

// Moving on the screen « à faire ».
extension AFaireEcran {
  private static func height(_ state: State) -> Int {
    state.panes.first { $0.screen == .aFaire }.map { AFaireLayout(state, in: $0.area).list.height }
      ?? 1
  }

  static func move(_ state: inout State, by steps: Int) -> [Effect] {
    state.aFaire.select(state.aFaire.index + steps)
    return []
  }

  /// Moves by the rows that are seen, headings counted, and by one line at least.
  static func move(_ state: inout State, pages: Int) -> [Effect] {
    let rows = state.aFaire.rows
    guard rows.selectable.indices.contains(state.aFaire.index) else { return [] }
    let row = rows.selectable[state.aFaire.index] + pages * max(1, height(state) - 1)
    let position = rows.position(nearRow: row)
    state.aFaire.select(
      pages < 0 ? min(position, state.aFaire.index - 1) : max(position, state.aFaire.index + 1), )
    return []
  }

  /// Scrolls the list so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    state.aFaire.settle()
    let height = AFaireLayout(state, in: area).list.height
    state.aFaire.firstRow = state.aFaire.visibleRows(height: height).lowerBound
  }

  static func scroll(_ state: inout State, by rows: Int) { _ = move(&state, by: rows) }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let list = AFaireLayout(state, in: area).list
    guard list.contains(position) else { return }
    let visible = state.aFaire.visibleRows(height: list.height)
    let row = visible.lowerBound + position.row - list.row
    if visible.contains(row) {
      state.aFaire.select(state.aFaire.rows.position(nearRow: row))
    }
  }

  static func whyNothingToDo(_ state: State) -> String? {
    state.aFaire.selected == nil ? "Il n’y a rien à faire pour le moment." : nil
  }

  static func group(_ state: inout State) -> [Effect] {
    state.aFaire.parPersonne.toggle()
    state.renewDerived()
    return []
  }

  /// Goes to what the selected line is about.
  static func goToSelected(_ state: inout State) -> [Effect] {
    guard let ligne = state.aFaire.selected else { return [] }
    switch ligne.objet {
    case .indicateur(let id, let mois):
      return state.go(to: .cellule(indicateur: id, mois: mois))
    case .palier(let id):
      return state.go(to: .palier(id))
    case .promesse(let id):
      state.go(toElement: id)
    case .rapport:
      state.say("Le rapport annuel va au Comité des sages, qui a délivré l’identifiant.")
    case .renouvellement:
      state.say(
        "L’identifiant se renouvelle tous les deux ans\u{A0}; sa date est dans l’état des lieux.")
    }
    return []
  }
}
