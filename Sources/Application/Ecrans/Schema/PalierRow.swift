import DPES
import TerminalUI

/// One palier on one row, where there is no room for a timeline: `✔ 1 Titre … 6 mois`.
enum PalierRow {
  static func draw(
    _ palier: Avancement.ParPalier, marks: Marks, isSelected: Bool, in area: Rect,
    on canvas: inout Canvas
  ) {
    let mark = marks.mark(palier.etat)
    let echeance = palier.palier.echeanceMois.map { "\($0)\u{A0}mois" } ?? "–"
    let start = area.endColumn - TextWidth.columns(of: echeance)
    canvas.draw(echeance, at: start, area.row, .faint)
    let next = canvas.draw(
      "\(mark.sign) \(palier.rang)", at: area.column + 2, area.row, Style(mark.ink, .bold),
      upTo: start - 1)
    canvas.draw(
      palier.palier.intitule, at: next + 1, area.row, isSelected ? .strong : .text,
      upTo: start - 1)
    if isSelected { canvas.lay(area, on: .selected) }
  }
}
