import DPES
import TerminalUI

// Moving on the screen « à faire ».
extension AFaireEcran {
  private static func height(_ state: State) -> Int {
    state.panes.first { $0.screen == .aFaire }.map { AFaireLayout(state, in: $0.area).list.height }
      ?? 1
  }

  static func move(_ state: inout State, by steps: Int) -> [Effect] {
    state.aFaire.select(state.aFaire.index + steps, in: state.derived)
    return []
  }

  /// Moves by the rows that are seen, headings counted, and by one line at least.
  static func move(_ state: inout State, pages: Int) -> [Effect] {
    let rows = state.derived.aFaire
    guard rows.selectable.indices.contains(state.aFaire.index) else { return [] }
    let row = rows.selectable[state.aFaire.index] + pages * max(1, height(state) - 1)
    let position = rows.position(nearRow: row)
    state.aFaire.select(
      pages < 0 ? min(position, state.aFaire.index - 1) : max(position, state.aFaire.index + 1),
      in: state.derived)
    return []
  }

  /// Scrolls the list so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    state.aFaire.settle(in: state.derived)
    let height = AFaireLayout(state, in: area).list.height
    state.aFaire.firstRow = state.aFaire.visibleRows(in: state.derived, height: height).lowerBound
  }

  static func point(_ state: inout State, _ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = move(&state, by: -1)
    case .wheelDown: _ = move(&state, by: 1)
    case .release: break
    case .press:
      let list = AFaireLayout(state, in: area).list
      guard list.contains(mouse.position) else { return }
      let visible = state.aFaire.visibleRows(in: state.derived, height: list.height)
      let row = visible.lowerBound + mouse.position.row - list.row
      if visible.contains(row) {
        state.aFaire.select(state.derived.aFaire.position(nearRow: row), in: state.derived)
      }
    }
  }
}

extension AFaireEcran {
  static func whyNothingToDo(_ state: State) -> String? {
    state.aFaire.selected(in: state.derived) == nil ? "Il n’y a rien à faire pour le moment." : nil
  }

  static func group(_ state: inout State) -> [Effect] {
    state.aFaire.parPersonne.toggle()
    state.renewDerived()
    return []
  }

  /// Goes to what the selected line is about.
  static func goToSelected(_ state: inout State) -> [Effect] {
    guard let ligne = state.aFaire.selected(in: state.derived) else { return [] }
    switch ligne.objet {
    case .indicateur(let id, let mois):
      state.show(.tableau)
      TableauEcran.show(&state, id, mois: mois)
    case .palier(let id):
      state.show(.schema)
      state.schema.select(id, in: state.derived)
      state.chainFromSchema()
    case .promesse(let id):
      state.show(.etat)
      _ = state.etat.select(id, in: state.derived)
    case .rapport:
      state.say("Le rapport annuel va au Comité des sages, qui a délivré l’identifiant.")
    case .renouvellement:
      state.say(
        "L’identifiant se renouvelle tous les deux ans\u{A0}; sa date est dans l’état des lieux.")
    }
    return []
  }

  /// Where a démarche opens: on what is to be done, when this machine knows whom it serves and
  /// something is expected.
  static func landing(_ state: State) -> Screen {
    guard state.person != nil, let demarche = state.demarche,
      let avancement = state.derived.avancement,
      AFaire(demarche, avancement).attend
    else { return .cercle }
    return .aFaire
  }
}
