import DPES
import TerminalUI

/// The tableau de bord, drawn: the grid of objectives and réalisés, the counts of the selected
/// period, and what is selected in full.
struct TableauView {
  let tableau: TableauEcran
  let marks: Marks
  let derived: Derived
  let isFocused: Bool
  let layout: TableauLayout
  let avancement: Avancement
  let demarche: Demarche?

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let view = TableauView(state, in: area) else {
      return drawNothing(state, in: area, on: &canvas)
    }
    let layout = view.layout
    view.drawSelectedPeriod(on: &canvas)
    view.drawSelectedRow(on: &canvas)
    TableauSummary(state)?.draw(in: layout.summary, on: &canvas)
    TableauDetail(state, view.avancement, in: layout.detail).draw(in: layout.detail, on: &canvas)
  }

  /// Draws what a move that does not scroll leaves as it is: heading and rows, none of them selected.
  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let view = TableauView(state, in: area) else { return }
    view.drawHeading(on: &canvas)
    view.drawRows(on: &canvas)
  }

  /// nil where there is no row.
  private init?(_ state: State, in area: Rect) {
    guard let avancement = state.derived.avancement,
      state.tableau.rows.count > 0 || !state.tableau.rows.tight.rows.isEmpty
    else { return nil }
    (tableau, marks, derived) = (state.tableau, state.marks, state.derived)
    self.avancement = avancement
    isFocused = state.screen == .tableau
    layout = TableauLayout.of(state, in: area)
    demarche = state.demarche
  }

  private static func drawNothing(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard state.tableau.filtre.isEmpty else {
      let words = state.tableau.filtre.words(state.derived.initiales)
      return canvas.drawNothing(
        ["Aucune ligne\u{A0}: \(words).", "Échap montre tout le tableau."], in: area)
    }
    canvas.drawNothing(
      [
        "Le schéma de progrès n’a pas encore de palier\u{A0}: le tableau de bord se remplira avec "
          + "ses paliers et leurs indicateurs."
      ], in: area)
  }

  private func drawRows(on canvas: inout Canvas) {
    let listing = layout.listing(of: tableau.rows)
    layout.list.draw(on: &canvas) { canvas, area, row in
      draw(listing, row, in: area, isSelected: false, on: &canvas)
    }
  }

  /// Draws the selected row over what it looks like when it is not.
  private func drawSelectedRow(on canvas: inout Canvas) {
    let listing = layout.listing(of: tableau.rows)
    guard listing.selectable.indices.contains(tableau.index) else { return }
    layout.list.redraw(listing.selectable[tableau.index], on: &canvas) { canvas, area, row in
      draw(listing, row, in: area, isSelected: true, on: &canvas)
      // The name and the cell, not the whole row: a third of the bytes of a move.
      let name = Rect(
        column: area.column, row: area.row, width: layout.names.count - 1, height: area.height)
      canvas.lay(name, on: .selected)
      canvas.drawSelectionBar(beside: area)
      drawCursor(of: listing.rows[row], in: area, on: &canvas)
    }
  }

  private func draw(
    _ listing: TableauRows.Listing, _ row: Int, in area: Rect, isSelected: Bool,
    on canvas: inout Canvas
  ) {
    switch listing.rows[row] {
    case .axe(let axe): drawAxis(avancement.axes[axe], in: area, on: &canvas)
    case .palier(let axe, let palier):
      let palier = avancement.axes[axe].paliers[palier]
      drawGutter(palier, in: area, on: &canvas)
      canvas.draw(
        palier.palier.intitule, at: layout.name.lowerBound, area.row, .strong,
        upTo: area.endColumn)
    case .axeReplie, .palierReplie, .sansIndicateur, .indicateur:
      guard let line = tableau.rows.line(of: listing.rows[row]) else { return }
      if let palier = line.palier, !layout.hasHeadings || line.isFolded,
        listing.isFirst(row, from: layout.rows.lowerBound)
      {
        drawGutter(palier, in: area, on: &canvas)
      }
      drawCells(of: line, in: area, on: &canvas)
      drawName(line, in: area, isSelected: isSelected, on: &canvas)
      if let indicateur = line.indicateur { drawInitials(indicateur, in: area, on: &canvas) }
    }
  }

  /// The state and the number of a palier.
  private func drawGutter(
    _ palier: Avancement.ParPalier, in area: Rect, on canvas: inout Canvas
  ) {
    let mark = marks.mark(palier.etat)
    canvas.draw(mark.sign, at: area.column, area.row, Style(mark.ink, .bold))
    canvas.draw(
      "\(palier.rang)", before: layout.name.lowerBound - 1, area.row, .strong)
  }

  private func drawAxis(_ axe: Avancement.ParAxe, in area: Rect, on canvas: inout Canvas) {
    let level = axe.niveauEnMots
    let width = TextWidth.columns(of: level)
    // Over the periods where there is room, else after the name.
    let start = layout.names.upperBound + layout.cell.bar
    let isOver = start + width <= area.endColumn
    let room = (isOver ? start - 1 : area.endColumn - width - 2) - area.column
    let name = TableauText.first(of: [axe.axe.nom, axe.axe.nomCourt], fitting: room)
    let next = canvas.draw(name, at: area.column, area.row, .title, upTo: area.column + room)
    canvas.draw(level, at: isOver ? start : next + 2, area.row, .faint, upTo: area.endColumn)
  }

  private func drawName(
    _ line: TableauRows.Line, in area: Rect, isSelected: Bool, on canvas: inout Canvas
  ) {
    let emphasis: Style.Emphasis = isSelected ? .bold : []
    var start = layout.name.lowerBound
    var style = Style(.text, emphasis)
    var text = line.name
    if line.isFolded {
      if line.palier == nil {
        // All four in the same words.
        let room = layout.name.count
        if Axe.allCases.allSatisfy({ TextWidth.fits($0.nom, room) }) { text = line.axe.axe.nom }
        (start, style) = (area.column, .title)
      }
      start = canvas.draw(marks.folded, at: start, area.row, .faint) + 1
    } else if line.indicateur == nil, let palier = line.palier?.palier {
      // Its heading says its title.
      if layout.hasHeadings { text = "" }
      let reached = palier.atteintLe.map { " · atteint le \($0.frenchShort)" } ?? ""
      canvas.draw(
        "sans indicateur\(reached)", at: layout.names.upperBound + layout.cell.bar, area.row,
        .faint, upTo: area.endColumn)
    }
    let room = layout.name.upperBound - start
    for (index, line) in WallText.lines(text, width: room, maxLines: area.height).enumerated() {
      canvas.draw(line, at: start, area.row + index, style, upTo: layout.name.upperBound)
    }
  }

  private func drawInitials(
    _ suivi: Avancement.ParIndicateur, in area: Rect, on canvas: inout Canvas
  ) {
    let people = suivi.indicateur.personnes
    guard let initials = layout.initials, let id = people.first else { return }
    // Who has left is in brackets: somebody else has to take it up. The detail names the others.
    let name = (derived.initiales[id] ?? "") + (people.count > 1 ? "+" : "")
    let hasLeft = derived.hasLeft(id)
    canvas.draw(
      hasLeft ? "(\(name))" : name, at: initials, area.row, hasLeft ? .faint : .text,
      upTo: initials + layout.initialsWidth)
  }
}

// The cells.
extension TableauView {
  private func cell(of line: TableauRows.Line, in period: Int) -> Avancement.Case? {
    // Of a palier or an axis in one line, the cell that asks for most attention.
    if line.isFolded { return line.worst(in: period) }
    let cases = line.indicateur?.cases ?? []
    return cases.indices.contains(period) ? cases[period] : nil
  }

  private func drawCells(of line: TableauRows.Line, in area: Rect, on canvas: inout Canvas) {
    guard line.isFolded || line.indicateur != nil else { return }
    let start = layout.names.upperBound
    canvas.fill(
      Rect(
        column: start, row: area.row, width: layout.periods.count * layout.cell.stride,
        height: area.height), .space, .line)
    for period in layout.periods {
      if layout.cell.hasValue {
        canvas.drawVertical(
          at: layout.column(ofPeriod: period) - 1, area.row, length: area.height)
      }
      draw(line, period, in: area, isCursor: false, on: &canvas)
    }
  }

  private func draw(
    _ line: TableauRows.Line, _ period: Int, in area: Rect, isCursor: Bool,
    on canvas: inout Canvas
  ) {
    guard let cell = cell(of: line, in: period) else { return }
    TableauCell(
      cell: cell, indicateur: line.indicateur?.indicateur, marks: marks, layout: layout.cell
    ).draw(at: layout.column(ofPeriod: period), area.row, isCursor: isCursor, &canvas)
  }

  /// The selected cell, on its chip.
  private func drawCursor(of row: TableauRows.Row, in area: Rect, on canvas: inout Canvas) {
    guard isFocused, let line = tableau.rows.line(of: row),
      let period = layout.periods.first(where: {
        avancement.periodes[$0].mois == tableau.mois
      })
    else { return }
    draw(line, period, in: area, isCursor: true, on: &canvas)
    guard cell(of: line, in: period) != nil else { return }
    canvas.point(
      at: Rect(
        column: layout.column(ofPeriod: period), row: area.row, width: layout.cell.width, height: 1)
    )
  }
}
