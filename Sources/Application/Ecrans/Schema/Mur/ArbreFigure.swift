import DPES
import TerminalUI

/// The branches of the tree, drawn: U top left, P top right, D bottom left, T bottom right.
///
/// Node k of a branch stands as far from the root on all four, so that the profiles can be compared.
struct ArbreFigure {
  private let looks: [ArbreLook]
  private let avancement: Avancement
  private let schema: SchemaEcran
  private let marks: Marks
  private let area: Rect
  /// Columns and rows from a node to the next.
  private let across: Double
  private let down: Double
  private let root: Position

  init(_ looks: [ArbreLook], _ avancement: Avancement, _ state: State, in area: Rect) {
    self.looks = looks
    self.avancement = avancement
    schema = state.schema
    marks = state.marks
    self.area = area
    let counts = avancement.axes.map(\.paliers.count)
    let most = max(1, counts.max() ?? 1)
    // Each half has the rows that its longer branch needs: a side without a palier leaves them to the
    // other.
    let above = counts.prefix(2).max() ?? 0
    let below = counts.dropFirst(2).max() ?? 0
    down = min(
      Self.mostDown, Double(max(2, area.height - 1)) / Double(max(2, above + below)))
    across = min(4.4, Double(area.width) * 0.18 / Double(most))
    root = Position(
      column: area.column + area.width / 2,
      row: area.row + Self.rows(above, down))
  }

  /// A branch that rises more from a node to the next says nothing more.
  private static let mostDown = 13.0

  /// Rows from the root to the node of a level.
  private static func rows(_ level: Int, _ down: Double) -> Int {
    level < 1 ? 0 : max(1, Int(down * Double(level) - (down - 1) / 2))
  }

  /// Where the node of a level stands: the root is level 0.
  private func position(_ axis: Int, _ level: Int) -> Position {
    guard level > 0 else { return root }
    let columns = Int((2.6 + across * Double(level)).rounded())
    let rows = Self.rows(level, down)
    return Position(
      column: root.column + (axis % 2 == 0 ? -columns : columns),
      row: root.row + (axis < 2 ? -rows : rows))
  }

  func draw(on canvas: inout Canvas) {
    drawLines(on: &canvas)
    let atRoot = looks.filter { $0.niveaux.contains(0) }
    canvas.draw("0", at: root.column, root.row, .strong)
    for (index, look) in atRoot.enumerated() {
      canvas.draw(
        look.letter, at: root.column + 1 + index, root.row, Style(look.ink, [.bold, .reverse]))
    }
    for (index, axis) in avancement.axes.enumerated() { draw(axis, index, on: &canvas) }
  }
}

// The lines.
extension ArbreFigure {
  private func drawLines(on canvas: inout Canvas) {
    var branches = BraillePlot(area.size)
    for (index, axis) in avancement.axes.enumerated() where !axis.paliers.isEmpty {
      branches.line(from: dot(root), to: dot(position(index, axis.paliers.count)), dashes: (1, 2))
    }
    canvas.draw(branches, at: area.column, area.row, .faint)
    // Round the root: U P T D; what is stands above what is planned.
    let round = [0, 1, 3, 2]
    for look in looks.reversed() {
      let levels = look.niveaux
      guard levels.count == 4 else { continue }
      var plot = BraillePlot(area.size)
      for (place, axis) in round.enumerated() {
        let next = round[(place + 1) % round.count]
        plot.line(
          from: inner(axis, levels[axis]), to: inner(next, levels[next]), dashes: look.line.dashes)
      }
      canvas.draw(
        plot, at: area.column, area.row, Style(look.ink, .bold), ascii: Glyph(look.line.ascii))
    }
  }

  private func dot(_ position: Position) -> (x: Int, y: Int) {
    ((position.column - area.column) * 2, (position.row - area.row) * 4 + 2)
  }

  /// The inner side of a node, where its letters are.
  private func inner(_ axis: Int, _ level: Int) -> (x: Int, y: Int) {
    var position = position(axis, level)
    if level > 0 { position.column += axis % 2 == 0 ? 2 : -2 }
    return dot(position)
  }
}

// The nodes.
extension ArbreFigure {
  /// The levels of a branch that are drawn: all, or where they stand too close one a row, the selected
  /// one and those of the profiles before others.
  private func levels(_ axis: Avancement.ParAxe, _ index: Int) -> [Int] {
    let count = axis.paliers.count
    guard count > 0 else { return [] }
    let wanted =
      (axis.axe == schema.axe ? [schema.index + 1] : [])
      + [axis.actuel, axis.intermediaire, axis.cible]
    let step = max(1, Int((1 / down).rounded(.up)))
    var taken: Set<Int> = []
    let all = wanted + Array(stride(from: 1, through: count, by: step))
    return all.filter { level in
      (1...count).contains(level) && taken.insert(position(index, level).row).inserted
    }
  }

  private func draw(_ axis: Avancement.ParAxe, _ index: Int, on canvas: inout Canvas) {
    let isLeft = index % 2 == 0
    for level in levels(axis, index) {
      let palier = axis.paliers[level - 1]
      let place = position(index, level)
      let isSelected = axis.axe == schema.axe && level == schema.index + 1
      let mark = marks.mark(palier.etat)
      let label = "\(mark.sign)\(palier.rang)"
      let width = label.count
      let start = isLeft ? place.column - width + 1 : place.column
      canvas.draw(label, at: start, place.row, Style(mark.ink, .bold))
      drawLetters(index, level, beside: place, isLeft, on: &canvas)
      // Under two rows a node, only the axis in hand has words.
      guard down >= 2 || axis.axe == schema.axe else { continue }
      drawTitle(
        palier, isSelected: isSelected, isLeft, from: isLeft ? start - 1 : start + width + 1,
        place.row, rows: rows(below: level, of: axis, index), on: &canvas)
    }
  }

  /// The rows from a node down to the next one of its side, or to the foot of the figure.
  private func rows(below level: Int, of axis: Avancement.ParAxe, _ index: Int) -> Int {
    let row = position(index, level).row
    if index < 2, level > 1 { return position(index, level - 1).row - row }
    if index < 2 { return position(index + 2, 1).row - row }
    return (level < axis.paliers.count ? position(index, level + 1).row : area.endRow) - row
  }

  /// The letters of the profiles that reach a node, on its inner side.
  private func drawLetters(
    _ axis: Int, _ level: Int, beside place: Position, _ isLeft: Bool, on canvas: inout Canvas
  ) {
    let here = looks.filter { $0.niveaux.dropFirst(axis).first == level }
    for (index, look) in here.enumerated() {
      let column = isLeft ? place.column + 2 + index : place.column - here.count - 1 + index
      canvas.draw(look.letter, at: column, place.row, Style(look.ink, [.bold, .reverse]))
    }
  }

  /// The title outwards from a node, and its deadline, which is never parted.
  private func drawTitle(
    _ palier: Avancement.ParPalier, isSelected: Bool, _ isLeft: Bool, from edge: Int, _ row: Int,
    rows: Int, on canvas: inout Canvas
  ) {
    let room = isLeft ? edge - area.column : area.endColumn - edge
    guard room > 3 else { return }
    let most = min(4, max(1, rows))
    let title = TextWidth.truncated(palier.palier.intitule, to: room * (most + 1))
    let suffix = palier.palier.echeanceMois.map { "·\u{A0}\($0)\u{A0}mois" }
    let whole = TextWidth.wrap(
      [title, suffix].compactMap(\.self).joined(separator: " "), width: room, maxLines: most + 1)
    let hasSuffix = suffix != nil && whole.count <= most
    let lines = hasSuffix ? whole : WallText.lines(title, width: room, maxLines: most)
    for (index, line) in lines.enumerated() {
      let start = isLeft ? edge - TextWidth.columns(of: line) : edge
      let tail = hasSuffix && index == lines.count - 1 ? suffix ?? "" : ""
      let head = String(line.dropLast(tail.count))
      // The lines behind keep a blank away from words.
      let around = Rect(
        column: start - 1, row: row + index, width: TextWidth.columns(of: line) + 2, height: 1)
      canvas.fill(around.intersection(area))
      let next = canvas.draw(
        head, at: start, row + index, isSelected ? .strong : .text, upTo: area.endColumn)
      canvas.draw(tail, at: next, row + index, .faint, upTo: area.endColumn)
    }
    guard rows > lines.count else { return }
    drawIndicateurs(
      of: palier, isLeft, from: edge, row + lines.count, rows: rows - lines.count, room: room,
      on: &canvas)
  }

  /// What tells that a palier holds, under its title: those that are whole in the rows left there.
  private func drawIndicateurs(
    of palier: Avancement.ParPalier, _ isLeft: Bool, from edge: Int, _ row: Int, rows: Int,
    room: Int, on canvas: inout Canvas
  ) {
    guard room >= 16 else { return }
    var (row, rows) = (row, rows)
    for suivi in palier.indicateurs.prefix(rows) {
      let lines = TextWidth.wrap(
        TextWidth.truncated(suivi.indicateur.intitule, to: room * (rows + 1)), width: room - 2,
        maxLines: rows + 1)
      guard lines.count <= rows else { return }
      let mark = IndicateurText(suivi: suivi, marks: marks).mark
      for (index, line) in lines.enumerated() {
        let width = TextWidth.columns(of: line) + 2
        let start = isLeft ? edge - width : edge
        canvas.fill(
          Rect(column: start - 1, row: row, width: width + 2, height: 1).intersection(area))
        if index == 0 { canvas.draw(mark.sign, at: start, row, Style(mark.ink)) }
        canvas.draw(line, at: start + 2, row, .faint, upTo: area.endColumn)
        row += 1
      }
      rows -= lines.count
    }
  }
}
