import DPES
import TerminalUI

/// The tableau de bord, drawn: the grid of objectives and réalisés, the counts of the selected
/// period, and what is selected in full.
struct TableauView {
  let state: State
  let layout: TableauLayout
  let avancement: Avancement

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let avancement = state.derived.avancement, !state.derived.tableau.rows.isEmpty else {
      return drawNothingYet(in: area, on: &canvas)
    }
    let view = TableauView(
      state: state, layout: state.tableauLayout(in: area), avancement: avancement)
    view.drawHeading(on: &canvas)
    view.drawRows(on: &canvas)
    TableauSummary(state)?.draw(in: view.layout.summary, on: &canvas)
    TableauDetail(state, avancement, in: view.layout.detail)
      .draw(in: view.layout.detail, on: &canvas)
  }

  private static func drawNothingYet(in area: Rect, on canvas: inout Canvas) {
    let lines = TextWidth.wrap(
      "Le schéma de progrès n’a pas encore de palier : le tableau de bord se remplira avec ses "
        + "paliers et leurs indicateurs.", width: min(60, area.width))
    let top = area.row + max(0, (area.height - lines.count) / 2)
    for (row, line) in lines.prefix(area.height).enumerated() {
      let width = TextWidth.columns(of: line)
      canvas.draw(line, at: area.column + (area.width - width) / 2, top + row, .faint)
    }
  }

  var isFocused: Bool { state.screen == .tableau }
}

// The rows.
extension TableauView {
  private func drawRows(on canvas: inout Canvas) {
    let tableau = state.derived.tableau
    let selected =
      tableau.selectable.indices.contains(state.tableau.index)
      ? tableau.selectable[state.tableau.index] : nil
    for row in layout.rows {
      let screenRow = layout.screenRow(row)
      let isSelected = row == selected
      if isSelected {
        // The name and the cell, not the whole row: half the bytes of a move.
        let name = Rect(
          column: layout.names.lowerBound, row: screenRow, width: layout.names.count - 1, height: 1)
        canvas.lay(name, on: .selected)
      }
      draw(tableau.rows[row], at: screenRow, isSelected: isSelected, on: &canvas)
    }
    canvas.drawScrollbar(
      Rect(
        column: layout.body.endColumn - 1, row: layout.body.row, width: 1,
        height: layout.body.height),
      first: layout.rows.lowerBound, visible: layout.rows.count, total: tableau.rows.count)
  }

  private func draw(
    _ row: TableauRows.Row, at screenRow: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    switch row {
    case .axe(let axe): drawAxis(avancement.axes[axe], at: screenRow, on: &canvas)
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

  private func drawAxis(
    _ axe: Avancement.ParAxe, at row: Int, on canvas: inout Canvas
  ) {
    let end = layout.body.endColumn - 1
    let start = layout.names.lowerBound
    let name = TableauText.first(of: [axe.axe.nom, axe.axe.nomCourt], fitting: end - start)
    let next = canvas.draw(name, at: start, row, .title, upTo: end)
    if axe.paliers.isEmpty { canvas.draw("aucun palier", at: next + 2, row, .faint, upTo: end) }
  }

  private func drawPalier(
    _ palier: Avancement.ParPalier, at row: Int, on canvas: inout Canvas
  ) {
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
    for period in layout.periods where indicateur.cases.indices.contains(period) {
      let cell = indicateur.cases[period]
      let isCursor = isSelected && isFocused && cell.periode.mois == state.tableau.mois
      TableauCell(cell, marks: state.marks, layout: layout.cell)
        .draw(
          at: layout.column(ofPeriod: period), row, on: .base, isCursor: isCursor, &canvas)
    }
    if let initials = layout.initials, let id = indicateur.indicateur.responsable {
      canvas.draw(
        state.derived.initiales[id] ?? "", at: initials, row, .text, upTo: initials + 3)
    }
  }

  /// Columns by which a palier stands under its axis, and an indicator under its palier.
  private var indent: Int { layout.names.count >= 40 ? 2 : 1 }
}
