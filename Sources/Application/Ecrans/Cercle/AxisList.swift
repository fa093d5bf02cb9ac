import DPES
import TerminalUI

/// The observations of one axis as a list: its name, its counts, a line each.
enum AxisList {
  /// Rows that the heading takes.
  static func headingRows(in area: Rect) -> Int { area.height >= 8 ? 2 : 1 }

  /// The area of the lines under the heading.
  static func lines(in area: Rect) -> Rect {
    var rest = area
    _ = rest.takeTop(headingRows(in: area))
    return rest
  }

  static func draw(
    _ state: State, _ group: ImageView.Group, isShown: Bool, in area: Rect,
    on canvas: inout Canvas
  ) {
    drawHeading(state, group, isShown: isShown, in: area, on: &canvas)
    let lines = lines(in: area)
    let count = group.observations.count
    if count == 0 {
      canvas.draw(
        "Rien encore sur cet axe.", at: lines.column, lines.row, .faint, upTo: lines.endColumn)
    }
    let list = isShown ? state.cercle.list : ListView()
    list.draw(on: &canvas, in: lines, of: count, isActive: false) { canvas, line, index in
      draw(group.observations[index], state, in: line, on: &canvas)
    }
  }

  /// Draws the selected line of the list shown over itself.
  static func drawSelected(
    _ state: State, _ group: ImageView.Group, in area: Rect, on canvas: inout Canvas
  ) {
    var line = lines(in: area)
    let count = group.observations.count
    let visible = state.cercle.list.visibleRows(of: count, height: line.height)
    guard visible.contains(state.cercle.index) else { return }
    if visible.count < count, line.width > 1 { _ = line.takeRight(1) }
    line.row += state.cercle.index - visible.lowerBound
    line.height = 1
    draw(group.observations[state.cercle.index], state, in: line, on: &canvas)
    canvas.lay(line, on: .selected)
  }

  private static func drawHeading(
    _ state: State, _ group: ImageView.Group, isShown: Bool, in area: Rect,
    on canvas: inout Canvas
  ) {
    let hasTwoRows = headingRows(in: area) == 2
    let counts = counts(state, group)
    // How many wait for an axis, beside the name of the list shown: the fifth place.
    let isTold = isShown && group.axe != nil
    let tray = isTold ? state.derived.image?[nil].observations.count ?? 0 : 0
    if hasTwoRows, tray > 0 {
      let text = "\(tray) à placer"
      canvas.draw(
        text, at: area.endColumn - TextWidth.columns(of: text), area.row + 1, Style(.accent),
        upTo: area.endColumn)
    }
    let width = counts.reduce(0) { $0 + TextWidth.columns(of: $1.text) + 2 }
    let end = hasTwoRows ? area.endColumn : area.endColumn - width
    let short = group.axe.map { "\($0.motCourt)\u{A0}· \(tray) à placer" } ?? ""
    let isShort = !hasTwoRows && tray > 0 && TextWidth.fits(short, end - area.column)
    canvas.draw(
      isShort ? short : title(group.axe, fitting: end - area.column), at: area.column, area.row,
      Style(.accent, isShown ? [.bold, .underline] : .bold), upTo: end)
    var column = hasTwoRows ? area.column : area.endColumn - width + 2
    let row = hasTwoRows ? area.row + 1 : area.row
    for count in counts {
      column = canvas.draw(count.text, at: column, row, count.style, upTo: area.endColumn) + 2
    }
  }

  private static func title(_ axe: Axe?, fitting width: Int) -> String {
    guard let axe else { return "À placer" }
    // All four in full, or all four in short.
    let isWide = Axe.allCases.allSatisfy { TextWidth.fits($0.nom, width) }
    return isWide ? axe.nom : axe.nomCourt
  }

  /// `■ 2`, `▲ 2`, `● 3`: each colour with its sign, and those without one when there are any; of
  /// two images `↑ 3`, `↓ 1`, `+ 2`: each evolution that there is.
  private static func counts(
    _ state: State, _ group: ImageView.Group
  ) -> [(text: String, style: Style)] {
    let counts: [(mark: Marks.Mark, count: Int)]
    if let image = state.derived.image, image.avant != nil {
      counts = image.evolutions(sur: group.axe).filter { $0.count > 0 }.map {
        (state.marks.mark($0.evolution), $0.count)
      }
    } else {
      let all: [(Statut?, Int)] = [
        (.rouge, group.counts.rouge), (.orange, group.counts.orange), (.vert, group.counts.vert),
        (nil, group.counts.sans),
      ]
      counts = all.filter { $0.0 != nil || $0.1 > 0 }.map { (state.marks.mark($0), $1) }
    }
    return counts.map { ("\($0.sign) \($1)", Style($0.ink)) }
  }

  private static func draw(
    _ observation: Observation, _ state: State, in line: Rect, on canvas: inout Canvas
  ) {
    if let ligne = state.derived.image?.lignes[observation.id] {
      return draw(ligne, state, in: line, on: &canvas)
    }
    let mark = state.marks.mark(observation.statut)
    canvas.fill(line)
    canvas.draw(mark.sign, at: line.column, line.row, Style(mark.ink))
    if observation.priorite { canvas.draw("!", at: line.column + 1, line.row, Style(.accent)) }
    let column = line.column + 6
    draw(observation.numero, before: column, line.row, on: &canvas)
    var end = line.endColumn
    if observation.desaccord {
      let mark = state.marks.desaccord
      let text = line.width >= 50 ? " \(mark.sign) \(mark.word)" : " \(mark.sign)"
      end -= TextWidth.columns(of: text)
      canvas.draw(text, at: end, line.row, Style(mark.ink), upTo: line.endColumn)
    }
    canvas.draw(observation.texte, at: column, line.row, upTo: end)
  }

  /// A number, ending one column before a text.
  static func draw(_ numero: Int?, before column: Int, _ row: Int, on canvas: inout Canvas) {
    let number = numero.map(String.init) ?? ""
    canvas.draw(number, at: column - 1 - TextWidth.columns(of: number), row, upTo: column - 1)
  }
}
