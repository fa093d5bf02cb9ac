import DPES
import TerminalUI

/// The whole circle, with the counts of each axis in its corner.
enum DisquePage: WallPage {
  static let name = "disque"
  static let title = "le cercle"

  static func isOffered(_ state: State) -> Bool { ObservationPage.isOffered(state) }

  static func bandeau(_ state: State) -> Bandeau {
    let unplaced = state.derived.image?[nil].observations.count ?? 0
    let priorities = state.derived.image?.cercle.observations.count(where: \.priorite) ?? 0
    return Bandeau(
      ground: .plain, word: "Cercle de qualité",
      subject: unplaced > 0 ? ["\(unplaced) à placer"] : [],
      place: priorities > 0 ? "! \(priorities.counting("priorité"))" : "",
      lines: [Statut.distance])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let image = state.derived.image else { return }
    guard state.wallScale > .least else { return drawCounts(state, image, in: area, on: &canvas) }
    if let rect = circle(in: area), let placement = state.cercle.placement,
      placement.size == rect.size
    {
      if let rings = state.cercle.rings, rings.size == rect.size {
        canvas.draw(rings, at: rect.column, rect.row)
      }
      for mark in placement.marks { draw(mark, image, state, in: rect, on: &canvas) }
      drawSelected(placement, image, state, in: rect, on: &canvas)
    }
    for axe in Axe.allCases { drawCorner(axe, image, state, in: area, on: &canvas) }
  }

  static func keys(_ state: State) -> [String] {
    state.size.width < 80 ? [] : ["↑ ↓ observation"]
  }

  /// Where the circle stands on the wall, twice as many columns as rows, both odd; nil where it has
  /// no room.
  private static func circle(in area: Rect) -> Rect? {
    var rows = min(area.height, (area.width - 4) / 2)
    if rows % 2 == 0 { rows -= 1 }
    guard rows > 6 else { return nil }
    let columns = rows * 2 + 1
    return Rect(
      column: area.column + (area.width - columns) / 2, row: area.row, width: columns, height: rows)
  }

  /// The size of the circle, while this page is shown.
  static func circle(of state: State) -> Size? {
    guard state.isOnWall, state.wallPage?.name == name, state.wallScale > .least else {
      return nil
    }
    return circle(in: WallLayout(state.size).body)?.size
  }

  private static func draw(
    _ mark: Placement.Mark, _ image: ImageView, _ state: State, in area: Rect,
    on canvas: inout Canvas
  ) {
    let sign = state.marks.mark(mark.statut)
    let members = mark.members.map { image[mark.axe].observations[$0] }
    let number = state.wallScale == .full ? members.first?.numero.map(String.init) ?? "" : ""
    let labels =
      mark.isCluster
      ? ["\(sign.sign)\(state.environment.symbols.times)\(members.count)"] : [sign.sign + number]
    let label = labels.first { TextWidth.columns(of: $0) <= mark.width } ?? sign.sign
    let row = area.row + mark.position.row
    let column = canvas.draw(label, at: area.column + mark.position.column, row, Style(sign.ink))
    if !mark.isCluster, members.first?.priorite == true {
      canvas.draw("!", at: column, row, .strong)
    }
  }

  /// The observation under discussion: a white chip above all others, a blank on both sides of it, so
  /// that its sign keeps its shape.
  private static func drawSelected(
    _ placement: Placement, _ image: ImageView, _ state: State, in area: Rect,
    on canvas: inout Canvas
  ) {
    guard let axe = state.cercle.axe, let one = state.cercle.selected(in: state.derived),
      let mark = placement.mark(of: state.cercle.index, on: axe)
    else { return }
    let sign = state.marks.mark(one.statut)
    let number = state.wallScale == .full ? one.numero.map(String.init) ?? "" : ""
    let label = " \(sign.sign)\(number)\(one.priorite ? "!" : "") "
    let column = min(
      max(area.column, area.column + mark.position.column - 1),
      area.endColumn - TextWidth.columns(of: label))
    // Nothing of a count is left beside the chip.
    let covered = Rect(
      column: area.column + mark.position.column, row: area.row + mark.position.row,
      width: mark.width, height: 1)
    canvas.fill(covered.intersection(area))
    canvas.draw(label, at: column, area.row + mark.position.row, Style(sign.ink, on: .chip, .bold))
  }

  /// An axis in its corner: its name, and how many of each colour, one under the other.
  private static func drawCorner(
    _ axe: Axe, _ image: ImageView, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let isLeft = axe == .utilite || axe == .democratie
    let isTop = axe == .utilite || axe == .personne
    let counts = image[axe].counts
    let words = TextWidth.wrap(axe.nomCourt, width: 12, maxLines: 2)
    var told: [[(Statut?, Int)]] = [
      [(.rouge, counts.rouge)], [(.orange, counts.orange)], [(.vert, counts.vert)],
    ]
    if counts.sans > 0 {
      // On a row of its own where both corners have one.
      let isTall = 2 * (words.count + told.count + 1) < area.height
      if isTall { told.append([(nil, counts.sans)]) } else { told[2].append((nil, counts.sans)) }
    }
    let rows =
      words.map { [Span($0, .strong)] }
      + told.map { parts in
        parts.enumerated().flatMap { index, part -> [Span] in
          let mark = state.marks.mark(part.0)
          return (index > 0 ? [Span("  ", .text)] : [])
            + [Span("\(mark.sign) \(part.1)", Style(mark.ink))]
        }
      }
    let top = isTop ? area.row : area.endRow - rows.count
    for (index, spans) in rows.enumerated() {
      spans.draw(
        at: isLeft ? area.column : area.endColumn - spans.columns, top + index,
        upTo: area.endColumn, on: &canvas)
    }
  }

  /// Without room for a circle: a row an axis.
  private static func drawCounts(
    _ state: State, _ image: ImageView, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    let groups = image.groups.filter { $0.axe != nil || !$0.observations.isEmpty }
    let step = rest.height >= groups.count * 2 - 1 ? 2 : 1
    for group in groups {
      let row = rest.takeTop(step)
      let counts = WallCounts(group, state.marks, telling: .tight)
      let start = max(row.column, row.endColumn - counts.columns)
      let names = group.axe.map { [$0.nomCourt, $0.motCourt] } ?? ["À placer"]
      let name = names.first { TextWidth.fits($0, start - row.column - 1) } ?? names.last ?? ""
      canvas.draw(name, at: row.column, row.row, .strong, upTo: start - 1)
      counts.draw(at: start, row.row, on: &canvas)
    }
  }
}
