import DPES
import TerminalUI

/// The observations of one axis as a list: its name, its counts, and each in the rows it has.
enum AxisList {
  /// Rows that the heading takes.
  static func headingRows(in area: Rect) -> Int { area.height >= 8 ? 2 : 1 }

  /// The area of the lines under the heading.
  static func lines(in area: Rect) -> Rect {
    var rest = area
    _ = rest.takeTop(headingRows(in: area))
    return rest
  }

  /// Rows with the heading, one an item.
  static func leastRows(of group: ImageView.Group) -> Int { 2 + max(1, group.observations.count) }

  /// Rows with the heading, with every text whole, as far as it matters.
  ///
  /// - Complexity: O(most): no more texts are laid out than have a row.
  static func rows(of group: ImageView.Group, _ state: State, width: Int, upTo most: Int) -> Int {
    let least = leastRows(of: group)
    guard least < most else { return min(least, most) }
    guard !group.observations.isEmpty else {
      return 2 + max(1, TextWidth.wrap(nothing(group.axe), width: width).count)
    }
    return 2
      + ListRows.wanted(by: group.observations.count, upTo: most - 2) {
        lineCount(of: group.observations[$0], in: group, width: width)
      }
  }

  /// The rows of each observation, in the whole area of the list.
  static func rows(
    of group: ImageView.Group, _ state: State, isShown: Bool, in area: Rect
  ) -> ListRows {
    let lines = lines(in: area)
    let observations = group.observations
    let list = isShown ? state.cercle.list : ListView()
    return ListRows(
      list.visibleRows(of: observations.count, height: lines.height), of: observations.count,
      selected: isShown ? list.selectedRow(of: observations.count) : nil, in: lines,
      isFirst: { observations[$0].priorite },
      lines: { lineCount(of: observations[$0], in: group, width: lines.width) })
  }

  /// Whether an observation's text is whole in the place it has; not where it has none.
  static func isWhole(
    _ observation: Observation, of group: ImageView.Group, _ place: Rect?
  ) -> Bool {
    place.map { lineCount(of: observation, in: group, width: $0.width) <= $0.height } ?? false
  }

  private static func lineCount(
    of observation: Observation, in group: ImageView.Group, width: Int
  ) -> Int {
    TextWidth.lineCount(
      of: observation.texte, width: textWidth(of: observation, in: group, width: width))
  }

  private static func textWidth(
    of observation: Observation, in group: ImageView.Group, width: Int
  ) -> Int {
    max(1, width - textColumn(group) - (observation.desaccord ? 2 : 0))
  }

  /// Where texts begin: after the sign, `!`, the number and a blank.
  private static func textColumn(_ group: ImageView.Group) -> Int {
    group.isCompared ? 9 : 3 + max(2, group.digits)
  }

  /// What is said in place of a list of none: the question of the axis.
  private static func nothing(_ axe: Axe?) -> String {
    axe.map(AccueilPage.question) ?? "Rien n’est à placer."
  }

  /// The list but for the observations of the one in hand, which follow the selection.
  static func drawBackdrop(
    _ state: State, _ group: ImageView.Group, isShown: Bool, in area: Rect,
    on canvas: inout Canvas
  ) {
    guard !area.isEmpty else { return }
    drawHeading(state, group, isShown: isShown, in: area, on: &canvas)
    if group.observations.isEmpty {
      canvas.drawLines(nothing(group.axe), in: lines(in: area), .faint)
      if isShown { canvas.point(at: lines(in: area)) }
    } else if !isShown {
      draw(state, group, isShown: false, in: area, on: &canvas)
    }
  }

  /// Draws the observations, the selected one on its ground, and returns the rows they have.
  @discardableResult
  static func draw(
    _ state: State, _ group: ImageView.Group, isShown: Bool, in area: Rect,
    on canvas: inout Canvas
  ) -> ListRows {
    let rows = rows(of: group, state, isShown: isShown, in: area)
    rows.draw(on: &canvas) { canvas, line, index in
      draw(group.observations[index], of: group, state, in: line, on: &canvas)
    }
    if isShown, let place = rows.place(of: state.cercle.index) { canvas.select(place) }
    return rows
  }

  private static func draw(
    _ observation: Observation, of group: ImageView.Group, _ state: State, in line: Rect,
    on canvas: inout Canvas
  ) {
    let column = line.column + textColumn(group)
    var text = Rect(
      column: column, row: line.row,
      width: textWidth(of: observation, in: group, width: line.width), height: line.height)
    text.width = min(text.width, max(0, line.endColumn - column))
    draw(observation.numero, before: column, line.row, on: &canvas)
    if let ligne = state.derived.image?.lignes[observation.id] {
      drawSigns(of: ligne, state, at: line.column, line.row, on: &canvas)
      return canvas.drawLines(observation.texte, in: text, ligne.apres == nil ? .faint : .text)
    }
    let mark = state.marks.mark(observation.statut)
    canvas.draw(mark.sign, at: line.column, line.row, Style(mark.ink))
    if observation.priorite { canvas.draw("!", at: line.column + 1, line.row, .strong) }
    if observation.desaccord {
      let mark = state.marks.desaccord
      canvas.draw(mark.sign, before: line.endColumn, line.row, Style(mark.ink))
    }
    canvas.drawLines(observation.texte, in: text, .text)
  }

  /// A number, ending one column before a text.
  private static func draw(
    _ numero: Int?, before column: Int, _ row: Int, on canvas: inout Canvas
  ) {
    let number = numero.map(String.init) ?? ""
    canvas.draw(
      number, at: column - 1 - TextWidth.columns(of: number), row, .faint, upTo: column - 1)
  }
}

extension AxisList {
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
      isShown ? Style(.accent, [.bold, .underline]) : .strong, upTo: end)
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
        (state.marks.mark($0.evolution, image.lecture), $0.count)
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
}
