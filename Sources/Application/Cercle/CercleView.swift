import DPES
import TerminalUI

/// The cercle de qualité, drawn: the circle, the lists of its axes, and what is selected.
enum CercleView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = CercleLayout(in: area)
    guard let image = state.derived.image else {
      return drawNothingYet(in: area, on: &canvas)
    }
    if !layout.circle.isEmpty { CircleView.draw(state, in: layout.circle, on: &canvas) }
    switch layout.arrangement {
    case .around:
      for axe in Axe.allCases {
        let isShown = axe == state.cercle.axe
        let list = layout.list(of: axe)
        AxisList.draw(state, image[axe], isShown: isShown, in: list, on: &canvas)
      }
      drawUnplaced(state, image, in: layout, on: &canvas)
    case .beside, .above, .list:
      AxisList.draw(
        state, image[state.cercle.axe], isShown: true, in: layout.lists[0], on: &canvas)
    }
    ObservationDetail.draw(state, in: layout.detail, on: &canvas)
  }

  /// Around the circle there is no fifth list: those « à placer » stand in place of the first.
  private static func drawUnplaced(
    _ state: State, _ image: ImageView, in layout: CercleLayout, on canvas: inout Canvas
  ) {
    guard state.cercle.axe == nil else { return }
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
