import DPES
import TerminalUI

/// The tableau de bord, drawn: the grid of objectives and réalisés, the counts of the selected
/// period, and what is selected in full.
struct TableauView {
  let tableau: TableauEcran
  let marks: Marks
  let derived: Derived
  let closes: [PeriodeClose]
  let isFocused: Bool
  let layout: TableauLayout
  let avancement: Avancement

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let avancement = state.derived.avancement, !state.tableau.rows.rows.isEmpty else {
      return drawNothing(state, in: area, on: &canvas)
    }
    let view = TableauView(
      tableau: state.tableau, marks: state.marks, derived: state.derived,
      closes: state.demarche?.periodesCloses ?? [], isFocused: state.screen == .tableau,
      layout: TableauLayout(state, in: area), avancement: avancement)
    view.drawHeading(on: &canvas)
    view.drawRows(on: &canvas)
    TableauSummary(state)?.draw(in: view.layout.summary, on: &canvas)
    TableauDetail(state, avancement, in: view.layout.detail)
      .draw(in: view.layout.detail, on: &canvas)
  }

  private static func drawNothing(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard state.tableau.filtre.isEmpty else {
      let words = state.tableau.filtre.words(state.derived.initiales)
      return canvas.drawNothing(
        ["Aucune ligne\u{A0}: \(words).", "Échap montre tout le tableau."], in: area)
    }
    canvas.drawNothing(
      [
        "Le schéma de progrès n’a pas encore de palier : le tableau de bord se remplira avec ses "
          + "paliers et leurs indicateurs."
      ], in: area)
  }

  private func drawRows(on canvas: inout Canvas) {
    let rows = tableau.rows
    let selected =
      rows.selectable.indices.contains(tableau.index) ? rows.selectable[tableau.index] : nil
    for row in layout.rows {
      let screenRow = layout.screenRow(row)
      let isSelected = row == selected
      if isSelected {
        // The name and the cell, not the whole row: half the bytes of a move.
        let name = Rect(
          column: layout.names.lowerBound, row: screenRow, width: layout.names.count - 1, height: 1)
        canvas.lay(name, on: .selected)
      }
      draw(rows.rows[row], at: screenRow, isSelected: isSelected, on: &canvas)
    }
    canvas.drawScrollbar(
      Rect(
        column: layout.body.endColumn - 1, row: layout.body.row, width: 1,
        height: layout.body.height),
      first: layout.rows.lowerBound, visible: layout.rows.count, total: rows.rows.count)
  }

  private func draw(
    _ row: TableauRows.Row, at screenRow: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    switch row {
    case .axe(let axe): drawAxis(avancement.axes[axe], at: screenRow, on: &canvas)
    case .axeReplie, .palierReplie:
      guard let line = tableau.rows.line(of: row) else { return }
      drawFolded(line, at: screenRow, isSelected: isSelected, on: &canvas)
    case .palier(let axe, let palier):
      drawPalier(avancement.axes[axe].paliers[palier], at: screenRow, on: &canvas)
    case .sansIndicateur(let axe, let palier):
      let palier = avancement.axes[axe].paliers[palier].palier
      let reached = palier.atteintLe.map { " · atteint le \($0.frenchShort)" } ?? ""
      canvas.draw(
        "sans indicateur\(reached)", at: layout.names.lowerBound + indent * 2, screenRow,
        Style(.faint, on: isSelected ? .selected : .base), upTo: layout.body.endColumn - 1)
    case .indicateur(let axe, let palier, let indicateur):
      draw(
        avancement.axes[axe].paliers[palier].indicateurs[indicateur], at: screenRow,
        isSelected: isSelected, on: &canvas)
    }
  }

  private func drawAxis(_ axe: Avancement.ParAxe, at row: Int, on canvas: inout Canvas) {
    let end = layout.body.endColumn - 1
    let start = layout.names.lowerBound
    let name = TableauText.first(of: [axe.axe.nom, axe.axe.nomCourt], fitting: end - start)
    let next = canvas.draw(name, at: start, row, .title, upTo: end)
    if axe.paliers.isEmpty { canvas.draw("aucun palier", at: next + 2, row, .faint, upTo: end) }
  }

  private func drawPalier(_ palier: Avancement.ParPalier, at row: Int, on canvas: inout Canvas) {
    let end = layout.body.endColumn - 1
    let rank = canvas.draw("\(palier.rang) ", at: layout.names.lowerBound + indent, row, .strong)
    canvas.draw(palier.palier.intitule, at: rank, row, .strong, upTo: end)
  }

  private func draw(
    _ indicateur: Avancement.ParIndicateur, at row: Int, isSelected: Bool,
    on canvas: inout Canvas
  ) {
    let ground: Style.Ground = isSelected ? .selected : .base
    canvas.draw(
      indicateur.indicateur.intitule, at: layout.names.lowerBound + indent * 2, row,
      Style(.text, on: ground), upTo: layout.names.upperBound - 1)
    drawCells(at: row, isSelected: isSelected, on: &canvas) {
      indicateur.cases.indices.contains($0) ? indicateur.cases[$0] : nil
    }
    if let initials = layout.initials, let id = indicateur.indicateur.responsable {
      // Who has left is in brackets: somebody else has to take it up.
      let name = derived.initiales[id] ?? ""
      let hasLeft = derived.hasLeft(id)
      canvas.draw(
        hasLeft ? "(\(name))" : name, at: initials, row, hasLeft ? .faint : .text,
        upTo: initials + layout.initialsWidth)
    }
  }

  private func drawCells(
    at row: Int, isSelected: Bool, on canvas: inout Canvas, _ cell: (Int) -> Avancement.Case?
  ) {
    for period in layout.periods {
      guard let cell = cell(period) else { continue }
      let isCursor = isSelected && isFocused && cell.periode.mois == tableau.mois
      TableauCell(cell: cell, marks: marks, layout: layout.cell)
        .draw(at: layout.column(ofPeriod: period), row, isCursor: isCursor, &canvas)
    }
  }

  /// A palier or an axis in one line: in each period, the cell that asks for most attention.
  private func drawFolded(
    _ line: TableauRows.Line, at row: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    let start = layout.names.lowerBound + (line.palier == nil ? 0 : indent)
    let end = layout.names.upperBound - 1
    let ground: Style.Ground = isSelected ? .selected : .base
    let next = canvas.draw(marks.folded, at: start, row, Style(.faint, on: ground)) + 1
    if let palier = line.palier {
      canvas.draw(
        "\(palier.rang) \(palier.palier.intitule)", at: next, row, Style(.text, on: ground, .bold),
        upTo: end)
    } else {
      // All four in the same words.
      let isWide = Axe.allCases.allSatisfy { TextWidth.fits($0.nom, end - next) }
      canvas.draw(
        isWide ? line.axe.axe.nom : line.axe.axe.nomCourt, at: next, row, Style.title.on(ground),
        upTo: end)
    }
    drawCells(at: row, isSelected: isSelected, on: &canvas, line.worst)
  }

  /// Columns by which a palier stands under its axis, and an indicator under its palier.
  private var indent: Int { layout.names.count >= 40 ? 2 : 1 }
}
