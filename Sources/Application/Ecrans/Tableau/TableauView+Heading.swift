import DPES
import TerminalUI

// The heading: the periods, and on the left what the first rows seen belong to.
extension TableauView {
  func drawHeading(on canvas: inout Canvas) {
    drawCorner(on: &canvas)
    for index in layout.periods {
      draw(avancement.periodes[index], at: layout.column(ofPeriod: index), on: &canvas)
    }
    let row = layout.heading.row
    if layout.periods.lowerBound > 0 {
      canvas.put(.arrowLeft, at: layout.names.upperBound - 2, row, .title)
    }
    if layout.periods.upperBound < avancement.periodes.count {
      canvas.put(.arrowRight, at: layout.body.endColumn - 1, row, .title)
    }
    if let initials = layout.initials {
      canvas.draw("qui", at: initials, layout.heading.endRow - 1, .faint)
    }
  }

  private func draw(_ periode: Periode, at column: Int, on canvas: inout Canvas) {
    let width = layout.cell.width
    let end = column + width
    let isCurrent = periode.mois == avancement.periodeCourante?.mois
    let kind = kind(of: periode)
    let title = TableauText.first(of: kind.titles, fitting: width)
    // The present period is underlined, and says so where there is a row for it.
    let emphasis: Style.Emphasis = isCurrent ? [.bold, .underline] : .bold
    let isSelected = periode.mois == tableau.mois
    canvas.draw(
      title, at: column, layout.heading.row,
      Style(kind.isProfile ? .accent : .text, on: isSelected ? .selected : .base, emphasis),
      upTo: end)
    var rest = layout.heading
    _ = rest.takeTop(1)
    if let start = periode.fin?.adding(days: 1) {
      let month = start.frenchShortMonth
      let current = TableauText.first(of: ["\(month) · en cours", "en cours"], fitting: width)
      let isClosed = closes.contains { $0.mois == periode.mois }
      let past =
        isClosed ? TableauText.first(of: ["\(month) · close", "close"], fitting: width) : month
      let row = rest.takeTop(1)
      guard !row.isEmpty else { return }
      canvas.draw(
        isCurrent ? current : past, at: column, row.row,
        isCurrent ? Style(.orange, .bold) : .faint, upTo: end)
    }
    guard !rest.isEmpty else { return }
    let objectif = layout.cell.hasObjectifWords ? "objectif" : width < 10 ? "obj" : "obj."
    let realise = layout.cell.hasRealiseWords ? "réalisé" : width < 10 ? "réal" : "réal."
    canvas.draw(objectif, at: column, rest.row, .faint, upTo: end)
    canvas.draw(realise, at: column + layout.cell.realise, rest.row, .faint, upTo: end)
  }

  /// What a period is called, the longest first, and whether a profile is planned for it.
  private func kind(of periode: Periode) -> (titles: [String], isProfile: Bool) {
    let mois = periode.mois
    if mois == Periode.colonne(deEcheance: avancement.dureeMois) {
      return (["\(mois) · cible", "\(mois) cible", "\(mois) c."], true)
    }
    if mois == Periode.colonne(deEcheance: avancement.intermediaireMois) {
      return (
        ["\(mois) · intermédiaire", "\(mois) · interm.", "\(mois) · int.", "\(mois) int."], true
      )
    }
    return (["\(mois) mois"], false)
  }

  /// The corner keeps what has scrolled away: the axis and the palier of the first row seen.
  private func drawCorner(on canvas: inout Canvas) {
    let heading = layout.heading
    let column = layout.names.lowerBound
    let end = layout.names.upperBound - (layout.periods.lowerBound > 0 ? 3 : 1)
    let above = self.above
    let palier = above?.palier.map { "\($0.rang) \($0.palier.intitule)" }
    let isFiltered = !tableau.filtre.isEmpty
    var title = "Indicateur"
    if isFiltered {
      let words = tableau.filtre.words(derived.initiales)
      title = words.prefix(1).uppercased() + words.dropFirst()
    } else if let palier, heading.height <= 1 {
      title = palier
    } else if let axe = above?.axe {
      title = TableauText.first(of: [axe.nom, axe.nomCourt], fitting: end - column)
    }
    canvas.draw(
      title, at: column, heading.row, isFiltered ? Style(.accent, .bold) : .faint, upTo: end)
    guard heading.height > 1, let palier else { return }
    canvas.draw(palier, at: column + 1, heading.row + 1, .faint, upTo: layout.names.upperBound - 1)
  }

  /// The axis, and the palier, whose headings have scrolled away above the first row seen.
  private var above: (axe: Axe, palier: Avancement.ParPalier?)? {
    let rows = tableau.rows.rows
    guard rows.indices.contains(layout.rows.lowerBound) else { return nil }
    switch rows[layout.rows.lowerBound] {
    case .axe, .axeReplie: return nil
    case .palier(let axe, _), .palierReplie(let axe, _): return (avancement.axes[axe].axe, nil)
    case .sansIndicateur(let axe, let palier), .indicateur(let axe, let palier, _):
      return (avancement.axes[axe].axe, avancement.axes[axe].paliers[palier])
    }
  }
}
