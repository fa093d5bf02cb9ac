import DPES
import TerminalUI

/// The cercle de qualité, drawn: the circle, the lists of its axes, and what is selected.
enum CercleView {
  /// What depends on the selection: its line in the list, its mark, what is said of it.
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = CercleLayout(in: area, isListAlone: state.cercle.isListAlone)
    guard let group = state.derived.image?[state.cercle.axe] else { return }
    if !layout.circle.isEmpty {
      CircleView.drawSelected(state, group, in: layout.circle, on: &canvas)
    }
    let list = layout.list(of: state.cercle.axe)
    AxisList.drawSelected(state, group, in: list, on: &canvas)
    ObservationDetail.draw(state, in: layout.detail, on: &canvas)
  }

  /// What does not: the circle and its marks, the lists.
  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = CercleLayout(in: area, isListAlone: state.cercle.isListAlone)
    guard let image = state.derived.image else {
      return canvas.drawNothing(
        [
          "Aucune image encore. La touche n ouvre la saisie : la première observation crée l’image du jour.",
          "Ctrl-E montre par où commencer.",
        ], in: area)
    }
    if !layout.circle.isEmpty { CircleView.draw(state, in: layout.circle, on: &canvas) }
    // Around the circle there is no fifth list: those « à placer » stand in place of the first.
    let shown = state.cercle.axe
    let others = layout.arrangement == .around ? Axe.allCases.map(Optional.some) : []
    for axe in others where axe != shown && layout.list(of: axe) != layout.list(of: shown) {
      AxisList.draw(state, image[axe], isShown: false, in: layout.list(of: axe), on: &canvas)
    }
    AxisList.draw(state, image[shown], isShown: true, in: layout.list(of: shown), on: &canvas)
  }
}
