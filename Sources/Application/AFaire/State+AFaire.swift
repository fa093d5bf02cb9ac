import DPES
import TerminalUI

// Moving on the screen « à faire ».
extension State {
  private var aFaireHeight: Int {
    panes.first { $0.screen == .aFaire }.map { AFaireLayout(self, in: $0.area).list.height } ?? 1
  }

  mutating func moveAFaire(by steps: Int) -> [Effect] {
    aFaire.select(aFaire.index + steps, in: derived)
    return []
  }

  /// Moves by the rows that are seen, headings counted, and by one line at least.
  mutating func moveAFaire(pages: Int) -> [Effect] {
    let rows = derived.aFaire
    guard rows.selectable.indices.contains(aFaire.index) else { return [] }
    let row = rows.selectable[aFaire.index] + pages * max(1, aFaireHeight - 1)
    let position = rows.position(nearRow: row)
    aFaire.select(
      pages < 0 ? min(position, aFaire.index - 1) : max(position, aFaire.index + 1), in: derived)
    return []
  }

  /// Scrolls the list so that its selection can be seen.
  mutating func followAFaire(in area: Rect) {
    aFaire.settle(in: derived)
    let height = AFaireLayout(self, in: area).list.height
    aFaire.firstRow = aFaire.visibleRows(in: derived, height: height).lowerBound
  }

  mutating func pointAFaire(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = moveAFaire(by: -1)
    case .wheelDown: _ = moveAFaire(by: 1)
    case .release: break
    case .press:
      let list = AFaireLayout(self, in: area).list
      guard list.contains(mouse.position) else { return }
      let visible = aFaire.visibleRows(in: derived, height: list.height)
      let row = visible.lowerBound + mouse.position.row - list.row
      if visible.contains(row) {
        aFaire.select(derived.aFaire.position(nearRow: row), in: derived)
      }
    }
  }
}

extension State {
  var whyNothingToDo: String? {
    aFaire.selected(in: derived) == nil ? "Il n’y a rien à faire pour le moment." : nil
  }

  mutating func groupAFaire() -> [Effect] {
    aFaire.parPersonne.toggle()
    renewDerived()
    return []
  }

  /// Goes to what the selected line is about.
  mutating func goToDo() -> [Effect] {
    guard let ligne = aFaire.selected(in: derived) else { return [] }
    switch ligne.objet {
    case .indicateur(let id, let mois):
      show(.tableau)
      showInTableau(id, mois: mois)
    case .palier(let id):
      show(.schema)
      schema.select(id, in: derived)
      chainFromSchema()
    case .promesse(let id):
      show(.etat)
      _ = etat.select(id, in: derived)
    case .rapport:
      say("Le rapport annuel va au Comité des sages, qui a délivré l’identifiant.")
    case .renouvellement:
      say("L’identifiant se renouvelle tous les deux ans\u{A0}; sa date est dans l’état des lieux.")
    }
    return []
  }

  /// Where a démarche opens: on what is to be done, when this machine knows whom it serves and
  /// something is expected.
  var landing: Screen {
    guard person != nil, let demarche, let avancement = derived.avancement,
      AFaire(demarche, avancement).attend
    else { return .cercle }
    return .aFaire
  }
}
