import DPES
import TerminalUI

// Moving on the screen « à faire ».
extension AFaireEcran {
  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    let index = state.aFaire.index
    switch key {
    case .up: state.aFaire.select(index - 1)
    case .down: state.aFaire.select(index + 1)
    case .pageUp: move(&state, pages: -1)
    case .pageDown: move(&state, pages: 1)
    case .home: state.aFaire.select(0)
    case .end: state.aFaire.select(.max)
    default: break
    }
    return []
  }

  /// Moves by the rows that are seen, headings counted, and by one line at least.
  private static func move(_ state: inout State, pages: Int) {
    let index = state.aFaire.index
    guard let here = state.aFaire.selectedRow else { return }
    let height = area(state).map { AFaireLayout(state, in: $0).list.height } ?? 1
    let position = state.aFaire.rows.position(nearRow: here + pages * max(1, height - 1))
    state.aFaire.select(pages < 0 ? min(position, index - 1) : max(position, index + 1))
  }

  /// Scrolls the list so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    state.aFaire.settle()
    let height = AFaireLayout(state, in: area).list.height
    state.aFaire.firstRow = state.aFaire.visibleRows(height: height).lowerBound
  }

  static func scroll(_ state: inout State, by rows: Int) {
    state.aFaire.select(state.aFaire.index + rows)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let list = AFaireLayout(state, in: area).list
    guard let row = AFaireView.listRows(state, in: list).item(at: position) else { return }
    state.aFaire.select(state.aFaire.rows.position(nearRow: row))
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
