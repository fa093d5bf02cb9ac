import DPES
import TerminalUI

/// The circle itself: its rings, its four sectors, its marks.
enum CircleView {
  /// The rings, the marks, and the names of the axes in the corners but beside four lists, whose
  /// headings they are.
  static func draw(_ state: State, in area: Rect, hasNames: Bool, on canvas: inout Canvas) {
    if let rings = state.cercle.rings, rings.size == area.size {
      canvas.draw(rings, at: area.column, area.row)
    }
    guard let placement = state.cercle.placement, placement.size == area.size,
      let image = state.derived.image
    else { return }
    for axe in Axe.allCases where hasNames {
      drawName(axe, state, in: area, on: &canvas)
      if image[axe].observations.isEmpty { drawQuestion(axe, in: area, on: &canvas) }
    }
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
      if isChosen { canvas.selection = Position(column: column, row: row) }
      column = canvas.draw(label, at: column, row, style)
      column = canvas.draw(" ", at: column, row, Style.faint.on(.card))
    }
    canvas.draw(cluster.isCutAfter ? "… " : " ", at: column, row, Style.faint.on(.card))
  }

  /// The rings that the colours stand between, and the cross that parts the axes.
  static func rings(_ size: Size) -> BraillePlot { plot(size, rings: [1, 0.695, 0.415]) }

  /// The rim and the cross alone: nothing stands between rings yet.
  static func rim(_ size: Size) -> BraillePlot { plot(size, rings: [1]) }

  private static func plot(_ size: Size, rings: [Double]) -> BraillePlot {
    var plot = BraillePlot(size)
    let centre = (x: Double(plot.width - 1) / 2, y: Double(plot.height - 1) / 2)
    for share in rings {
      plot.ellipse(center: centre, radius: (centre.x * share, centre.y * share))
    }
    for x in stride(from: 0, to: plot.width, by: 4) { plot.set(x, plot.height / 2) }
    for y in stride(from: 0, to: plot.height, by: 4) { plot.set(plot.width / 2, y) }
    return plot
  }

  /// The name of a sector in its corner, outside the rim: on two rows, in one word or by its letter,
  /// as there is room; the axis shown stands out.
  private static func drawName(
    _ axe: Axe, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let tellings = [axe.lines, [axe.motCourt], [String(axe.lettre)]]
    let lines =
      tellings.first { lines in
        lines.enumerated().allSatisfy { index, line in
          // At the bottom the last line is the one nearest to the corner.
          let depth = axe.isTop ? index : lines.count - 1 - index
          return TextWidth.fits(line, cornerColumns(at: depth, of: area.size))
        }
      } ?? tellings[2]
    let style = axe == state.cercle.axe ? Style(.accent, [.bold, .underline]) : .text
    let top = axe.isTop ? area.row : area.endRow - lines.count
    for (index, line) in lines.enumerated() {
      canvas.draw(
        line, at: axe.isLeft ? area.column : area.endColumn - TextWidth.columns(of: line),
        top + index, style)
    }
  }

  /// Columns left free of the rim in a corner, so many rows from the top or the bottom.
  static func cornerColumns(at depth: Int, of size: Size) -> Int {
    let rise = 1 - 2 * Double(depth + 1) / Double(max(1, size.height))
    guard rise > 0 else { return 0 }
    let half = Double(size.width) / 2
    return Int((half * (1 - max(0, 1 - rise * rise).squareRoot())).rounded(.down))
  }

  /// What the group asks itself of an axis, in its quarter, as long as nothing is said of it.
  private static func drawQuestion(_ axe: Axe, in area: Rect, on canvas: inout Canvas) {
    guard area.height >= 17 else { return }
    let question = Array(AccueilPage.question(of: axe))
    let widths = area.width / 2 - 8..<area.width / 2 - 3
    // As narrow as its words allow, or not at all: none is broken.
    let ranges = widths.lazy.compactMap { width in
      TextWidth.lines(of: question, width: width) { TextWidth.columns(of: String($0)) }
    }.first
    guard let lines = ranges?.map({ String(question[$0]) }) else { return }
    let half = area.height / 2
    let top = area.row + (axe.isTop ? 2 : half) + (half - 1 - lines.count) / 2
    for (index, line) in lines.enumerated() {
      // In the middle of the quarter, nearer to the cross than to the rim.
      let middle = area.column + area.width * (axe.isLeft ? 28 : 72) / 100
      let start = middle - TextWidth.columns(of: line) / 2
      canvas.fill(
        Rect(
          column: start - 1, row: top + index, width: TextWidth.columns(of: line) + 2, height: 1))
      canvas.draw(line, at: start, top + index, .faint)
    }
  }

  /// A mark, and on a white chip with a blank on each side when it is selected.
  private static func draw(
    _ mark: Placement.Mark, isSelected: Bool, _ observations: [Observation], _ state: State,
    in area: Rect, on canvas: inout Canvas
  ) {
    let sign = state.marks.mark(mark.statut)
    // What the cells have no room for is left out, never cut; the chip takes what it says.
    let labels = labels(of: mark, observations, state, in: area)
    let label =
      labels.first { isSelected || $0.columns <= mark.width } ?? Label(text: sign.sign)
    let ink = isClosed(mark, observations, state) ? Style.Ink.faint : sign.ink
    let row = area.row + mark.position.row
    let column = area.column + mark.position.column
    if isSelected {
      // At the right of the circle it ends in the blank column beside it.
      let start = min(column - 1, area.endColumn - 1 - label.columns)
      canvas.draw(
        " \(label.text)\(label.flag) ", at: start, row, Style(ink, on: .chip, .bold))
      canvas.selection = Position(column: start + 1, row: row)
    } else {
      let end = canvas.draw(label.text, at: column, row, Style(ink))
      canvas.draw(label.flag, at: end, row, .strong)
    }
  }

  /// A sign with what stands beside it, and the mark of a priority.
  private struct Label {
    let text: String
    var flag = ""

    var columns: Int { TextWidth.columns(of: text + flag) }
  }

  /// What a mark may say, the most first.
  private static func labels(
    of mark: Placement.Mark, _ observations: [Observation], _ state: State, in area: Rect
  ) -> [Label] {
    let sign = state.marks.mark(mark.statut).sign
    if mark.isCluster {
      return [Label(text: "\(sign)\(state.environment.symbols.times)\(mark.members.count)")]
    }
    guard let member = mark.members.first else { return [] }
    let observation = observations[member]
    let flag = observation.priorite ? "!" : ""
    // In a small circle the numbers of all would be a swarm: only those of the axis shown.
    let isNumbered = mark.axe == state.cercle.axe || area.height >= 23
    let number = isNumbered ? observation.numero.map(String.init) ?? "" : ""
    var labels = [Label(text: sign + number, flag: flag), Label(text: sign, flag: flag)]
    if let image = state.derived.image, let ligne = image.lignes[observation.id],
      ligne.evolution != .inchangee
    {
      let evolution = state.marks.mark(ligne.evolution, image.lecture).sign
      labels = [
        Label(text: sign + evolution + number, flag: flag), Label(text: sign + evolution),
      ]
    }
    return labels
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

extension Axe {
  /// Its short name in a corner: « Utilité » over « et emplois ».
  fileprivate var lines: [String] {
    let rest = String(nomCourt.dropFirst(motCourt.count).drop { $0 == " " })
    return rest.isEmpty ? [motCourt] : [motCourt, rest]
  }
}
