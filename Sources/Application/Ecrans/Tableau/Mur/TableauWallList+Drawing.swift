import DPES
import TerminalUI

extension TableauWallList {
  func draw(_ marks: Marks, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    for item in items {
      _ = rest.takeTop(item.gap)
      let place = rest.takeTop(item.rows(isNarrow: isNarrow))
      guard !place.isEmpty else { return }
      draw(item, marks, in: place, on: &canvas)
    }
  }

  private func draw(_ item: Item, _ marks: Marks, in area: Rect, on canvas: inout Canvas) {
    let ground: Style.Ground = item.position == selected ? .selected : .base
    canvas.lay(
      Rect(column: area.column, row: area.row, width: textWidth, height: area.height), on: ground)
    var start = area.column + Self.gutter
    if item.isFirst, let palier = item.line.palier {
      let next = canvas.draw(
        String(palier.rang), at: area.column, area.row, Style(.accent, on: ground, .bold))
      start = max(start, next + 1)
    }
    for (row, line) in item.title.enumerated() {
      if item.titleLine > 1, let letters {
        canvas.draw(
          line, in: letters, at: area.column + Self.gutter, area.row + row * Letters.rows,
          Style(.text, on: ground))
        continue
      }
      canvas.draw(
        line, at: row == 0 ? start : area.column + Self.gutter, area.row + row,
        Style(.text, on: ground, .bold), upTo: area.column + textWidth)
    }
    var rest = area
    _ = rest.takeTop(max(1, item.title.count) * item.titleLine)
    _ = rest.takeLeft(Self.gutter)
    if isNarrow {
      drawNarrow(item, marks, in: rest, ground, on: &canvas)
    } else {
      drawFacts(item, in: rest, ground, on: &canvas)
      drawAplat(item, marks, in: area, on: &canvas)
    }
    if item.position == selected { canvas.point(at: area) }
  }

  /// The state of its cell, or of its palier where that has no indicator.
  private func stand(of item: Item, _ marks: Marks) -> (mark: Marks.Mark, meaning: String) {
    if let words = item.words { return (words.mark, words.meaning) }
    return (marks.mark(item.line.palier?.etat ?? .aVenir), "sans indicateur")
  }

  /// `objectif vérifier, 3   réalisé 3 réunions`.
  private func drawFacts(
    _ item: Item, in area: Rect, _ ground: Style.Ground, on canvas: inout Canvas
  ) {
    let end = area.column + textWidth - Self.gutter
    let faint = Style(.faint, on: ground)
    let text = Style(.text, on: ground)
    guard let words = item.words else {
      return drawDeclared(item, in: area, faint, upTo: end, on: &canvas)
    }
    var column = area.column
    if hasLabels { column = canvas.draw("objectif ", at: column, area.row, faint, upTo: end) }
    let place = area.column + half
    canvas.draw(words.objectif, at: column, area.row, hasLabels ? text : faint, upTo: place - 1)
    column = place
    if hasLabels { column = canvas.draw("réalisé ", at: column, area.row, faint, upTo: end) }
    for (row, line) in item.realise.enumerated() {
      canvas.draw(line, at: column, area.row + row, text, upTo: end)
    }
  }

  /// What is said of a palier that nothing measures.
  private func drawDeclared(
    _ item: Item, in area: Rect, _ style: Style, upTo end: Int, on canvas: inout Canvas
  ) {
    let said =
      item.line.palier?.palier.atteintLe.map { "déclaré atteint le \($0.french)" }
      ?? "pas encore déclaré atteint"
    canvas.draw(said, at: area.column, area.row, style, upTo: end)
  }

  private func drawAplat(
    _ item: Item, _ marks: Marks, in area: Rect, on canvas: inout Canvas
  ) {
    let (mark, meaning) = stand(of: item, marks)
    let box = Rect(
      column: area.endColumn - Self.aplat, row: area.row, width: Self.aplat, height: 2)
    let style = Style(.text, on: mark.ink.aplat)
    canvas.fill(box, .space, style)
    canvas.draw(mark.sign, at: box.column + 1, box.row, style.with(.bold))
    canvas.draw(
      mark.word.uppercased(), at: box.column + 3, box.row, style.with(.bold), upTo: box.endColumn)
    canvas.draw(
      meaning, at: box.column + (TextWidth.fits(meaning, 13) ? 3 : 1), box.row + 1, style,
      upTo: box.endColumn)
  }

  /// In the least window: the objective, then the state beside the value.
  private func drawNarrow(
    _ item: Item, _ marks: Marks, in area: Rect, _ ground: Style.Ground, on canvas: inout Canvas
  ) {
    let faint = Style(.faint, on: ground)
    if let words = item.words {
      let next = canvas.draw("objectif ", at: area.column, area.row, faint)
      canvas.draw(
        words.objectif, at: next, area.row, Style(.text, on: ground), upTo: area.endColumn)
    } else {
      drawDeclared(item, in: area, faint, upTo: area.endColumn, on: &canvas)
    }
    let mark = stand(of: item, marks).mark
    let box = Rect(column: area.column, row: area.row + 1, width: Self.aplat, height: 1)
    let style = Style(.text, on: mark.ink.aplat, .bold)
    canvas.fill(box, .space, style)
    canvas.draw(
      "\(mark.sign) \(mark.word.uppercased())", at: box.column + 1, box.row, style,
      upTo: box.endColumn)
    for (row, line) in item.realise.enumerated() {
      canvas.draw(
        line, at: box.endColumn + 2, box.row + row, Style(.text, on: ground), upTo: area.endColumn)
    }
  }
}
