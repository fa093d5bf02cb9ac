import DPES
import TerminalUI

/// The cercle de qualité, drawn: the circle, the lists of its axes, and what is selected.
enum CercleView {
  /// What depends on the selection: the list of its axis, its mark, what is said of it.
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = CercleLayout(in: area)
    guard let image = state.derived.image else { return }
    if !layout.circle.isEmpty {
      CircleView.drawSelected(state, in: layout.circle, on: &canvas)
    }
    if layout.arrangement == .around, state.cercle.axe == nil {
      drawUnplaced(state, image, in: layout, on: &canvas)
    } else {
      let list = layout.list(of: state.cercle.axe)
      AxisList.draw(state, image[state.cercle.axe], isShown: true, in: list, on: &canvas)
    }
    ObservationDetail.draw(state, in: layout.detail, on: &canvas)
  }

  /// What does not: the circle and its marks, the lists of the other axes.
  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = CercleLayout(in: area)
    guard let image = state.derived.image else {
      return drawNothingYet(in: area, on: &canvas)
    }
    if !layout.circle.isEmpty { CircleView.draw(state, in: layout.circle, on: &canvas) }
    guard layout.arrangement == .around else { return }
    for axe in Axe.allCases where axe != state.cercle.axe {
      AxisList.draw(state, image[axe], isShown: false, in: layout.list(of: axe), on: &canvas)
    }
  }

  /// Around the circle there is no fifth list: those « à placer » stand in place of the first.
  private static func drawUnplaced(
    _ state: State, _ image: ImageView, in layout: CercleLayout, on canvas: inout Canvas
  ) {
    let area = layout.list(of: nil)
    canvas.fill(area)
    AxisList.draw(state, image[nil], isShown: true, in: area, on: &canvas)
  }

  private static func drawNothingYet(in area: Rect, on canvas: inout Canvas) {
    let lines = TextWidth.wrap(
      "Aucune image encore. La touche n ouvre la saisie : la première observation crée l’image du jour.",
      width: min(60, area.width))
    let top = area.row + max(0, (area.height - lines.count) / 2)
    for (row, line) in lines.prefix(area.height).enumerated() {
      let width = TextWidth.columns(of: line)
      canvas.draw(line, at: area.column + (area.width - width) / 2, top + row, .faint)
    }
  }
}
