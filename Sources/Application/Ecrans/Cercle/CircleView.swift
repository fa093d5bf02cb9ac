import DPES
import TerminalUI

/// The circle itself: its rings, its four sectors, its marks.
enum CircleView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    if let rings = state.cercle.rings, rings.size == area.size {
      canvas.draw(rings, at: area.column, area.row)
    }
    drawLetters(state, in: area, on: &canvas)
    guard let placement = state.cercle.placement, placement.size == area.size,
      let image = state.derived.image
    else { return }
    for mark in placement.marks {
      draw(mark, isSelected: false, image[mark.axe].observations, state, in: area, on: &canvas)
    }
  }

  /// The selected observation's mark drawn over itself, or the cluster that it is in, opened.
  static func drawSelected(
    _ state: State, _ group: ImageView.Group, in area: Rect, on canvas: inout Canvas
  ) {
    if let move = state.modes.last as? Move, move.cell != nil {
      return move.drawMark(state, in: area, on: &canvas)
    }
    guard state.cercle.placement?.size == area.size, let axe = group.axe,
      let mark = state.cercle.placement?.mark(of: state.cercle.index, on: axe)
    else { return }
    guard mark.isCluster else {
      return draw(mark, isSelected: true, group.observations, state, in: area, on: &canvas)
    }
    let cluster = OpenCluster(
      mark, selected: state.cercle.index, of: group.observations, width: area.width)
    let row = area.row + mark.position.row
    let sign = state.marks.mark(mark.statut)
    let start = area.column + cluster.column
    var column = canvas.draw(
      cluster.isCutBefore ? " …" : "  ", at: start, row, Style.faint.on(.card))
    for member in cluster.members {
      let label = sign.sign + (group.observations[member].numero.map(String.init) ?? "")
      let isChosen = member == state.cercle.index
      let style = Style(sign.ink, on: isChosen ? .chip : .card, isChosen ? .bold : [])
      column = canvas.draw(label, at: column, row, style)
      column = canvas.draw(" ", at: column, row, Style.faint.on(.card))
    }
    canvas.draw(cluster.isCutAfter ? "… " : " ", at: column, row, Style.faint.on(.card))
  }

  /// The rings that the colours stand between, and the cross that parts the axes.
  static func rings(_ size: Size) -> BraillePlot {
    var plot = BraillePlot(size)
    let centre = (x: Double(plot.width - 1) / 2, y: Double(plot.height - 1) / 2)
    for share in [1, 0.695, 0.415] {
      plot.ellipse(center: centre, radius: (centre.x * share, centre.y * share))
    }
    for x in stride(from: 0, to: plot.width, by: 2) { plot.set(x, plot.height / 2) }
    for y in stride(from: 0, to: plot.height, by: 2) { plot.set(plot.width / 2, y) }
    return plot
  }

  /// Each sector's letter in its corner, outside the rim; the axis shown stands out.
  private static func drawLetters(_ state: State, in area: Rect, on canvas: inout Canvas) {
    for axe in Axe.allCases {
      let isShown = axe == state.cercle.axe
      canvas.draw(
        String(axe.lettre), at: axe.isLeft ? area.column + 1 : area.endColumn - 2,
        axe.isTop ? area.row : area.endRow - 1,
        isShown ? Style(.accent, [.bold, .underline]) : .faint)
    }
  }

  private static func draw(
    _ mark: Placement.Mark, isSelected: Bool, _ observations: [Observation], _ state: State,
    in area: Rect, on canvas: inout Canvas
  ) {
    let sign = state.marks.mark(mark.statut)
    // What the cells have no room for is left out, never cut.
    let label = labels(of: mark, observations, state, in: area)
      .first { TextWidth.columns(of: $0) <= mark.width }
    let ink = isClosed(mark, observations, state) ? Style.Ink.faint : sign.ink
    let style = Style(ink, on: isSelected ? .chip : .base, isSelected ? .bold : [])
    let column = area.column + mark.position.column
    canvas.draw(label ?? sign.sign, at: column, area.row + mark.position.row, style)
  }

  /// What a mark may say, the most first.
  private static func labels(
    of mark: Placement.Mark, _ observations: [Observation], _ state: State, in area: Rect
  ) -> [String] {
    let sign = state.marks.mark(mark.statut).sign
    if mark.isCluster { return ["\(sign)\(state.environment.symbols.times)\(mark.members.count)"] }
    guard let member = mark.members.first else { return [] }
    // In a small circle the numbers of all would be a swarm: only those of the axis shown.
    let isNumbered = mark.axe == state.cercle.axe || area.height >= 29
    let number = isNumbered ? observations[member].numero.map(String.init) ?? "" : ""
    guard let ligne = state.derived.image?.lignes[observations[member].id],
      ligne.evolution != .inchangee
    else { return [sign + number] }
    let evolution = state.marks.mark(ligne.evolution).sign
    return [sign + evolution + number, sign + evolution]
  }

  /// Whether it is of an observation that the image shown has no more.
  private static func isClosed(
    _ mark: Placement.Mark, _ observations: [Observation], _ state: State
  ) -> Bool {
    mark.members.allSatisfy {
      state.derived.image?.lignes[observations[$0].id]?.evolution == .close
    }
  }
}
