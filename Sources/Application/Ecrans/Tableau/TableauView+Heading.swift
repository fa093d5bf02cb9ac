import DPES
import TerminalUI

// The heading: the periods, and on the left what the first rows seen belong to.
extension TableauView {
  func drawHeading(on canvas: inout Canvas) {
    let heading = layout.heading
    if heading.height > 1, heading.height == 3 || avancement.debut == nil {
      canvas.drawHorizontal(
        at: heading.column, heading.endRow - 1, length: heading.width - 1)
    }
    drawCorner(on: &canvas)
    for index in layout.periods { draw(period: index, isSelected: false, on: &canvas) }
    if layout.periods.lowerBound > 0 {
      canvas.put(.arrowLeft, at: layout.names.upperBound - 2, heading.row, .title)
    }
    if layout.periods.upperBound < avancement.periodes.count {
      canvas.put(.arrowRight, at: layout.body.endColumn - 1, heading.row, .title)
    }
    if let initials = layout.initials { canvas.draw("qui", at: initials, heading.row, .faint) }
  }

  func drawSelectedPeriod(on canvas: inout Canvas) {
    for index in layout.periods where avancement.periodes[index].mois == tableau.mois {
      draw(period: index, isSelected: true, on: &canvas)
    }
  }

  /// Its month and what is planned for it, the month it ends in, and where it stands.
  private func draw(period index: Int, isSelected: Bool, on canvas: inout Canvas) {
    let periode = avancement.periodes[index]
    let words = PeriodWords(periode, avancement, of: demarche)
    let column = layout.column(ofPeriod: index)
    let width = layout.cell.width
    let isCurrent = periode.mois == avancement.periodeCourante?.mois
    var rest = layout.heading
    if isCurrent {
      let rows = min(2, layout.heading.height)
      canvas.lay(
        Rect(column: column, row: rest.row, width: width, height: rows), on: .selected)
    }
    let ground: Style.Ground = isCurrent ? .selected : .base
    let isProfile = words.heads.count > 2
    let title = rest.takeTop(1)
    canvas.draw(
      TableauText.first(of: words.heads, fitting: width), at: column, title.row,
      Style(
        isProfile ? .accent : .text, on: ground,
        isSelected ? [.bold, .underline] : .bold), upTo: column + width)
    guard avancement.debut != nil, !rest.isEmpty else { return }
    let row = rest.takeTop(1)
    let stand = words.stand.flatMap { stand in
      Self.wordings(of: stand).first { TextWidth.fits($0, width) }
    }
    let date = periode.fin?.frenchMonthInFigures ?? ""
    let isShort = rest.isEmpty
    canvas.draw(
      isShort ? stand ?? date : date, at: column, row.row, Style(.faint, on: ground),
      upTo: column + width)
    guard !isShort, let stand else { return }
    let style = isCurrent ? Style.strong : words.stand == "close" ? .faint : Style(.accent)
    let end = canvas.draw(stand, at: column, rest.row, style, upTo: column + width)
    canvas.put(Glyph.space, at: end, rest.row)
  }

  /// Where a period stands, in fewer columns.
  private static func wordings(of stand: String) -> [String] {
    switch stand {
    case "à clore": [stand, "finie"]
    case "en cours": [stand, "auj."]
    default: [stand]
    }
  }

  /// What is filtered, else the axis that has scrolled away above the first row seen.
  private func drawCorner(on canvas: inout Canvas) {
    let heading = layout.heading
    let column = layout.names.lowerBound
    let hasArrow = layout.periods.lowerBound > 0
    let end = layout.names.upperBound - (hasArrow ? 3 : 1)
    var title: (text: String, style: Style)?
    if !tableau.filtre.isEmpty {
      let words = tableau.filtre.words(derived.initiales)
      title = (words.prefix(1).uppercased() + words.dropFirst(), Style(.accent, .bold))
    } else if let axe = above {
      title = (TableauText.first(of: [axe.nom, axe.nomCourt], fitting: end - column), .faint)
    }
    let name = "Indicateur"
    if heading.height < 3, title == nil { title = (name, .faint) }
    if let title { canvas.draw(title.text, at: column, heading.row, title.style, upTo: end) }
    if heading.height == 3 { canvas.draw(name, at: column, heading.row + 1, .faint, upTo: end) }
    // Narrow heads are numbers alone.
    let room = end - column - TextWidth.columns(of: title?.text ?? "")
    if !layout.cell.hasValue, !hasArrow, room > 6 {
      canvas.draw("mois", before: end, heading.row, .faint)
    }
  }

  /// The axis whose heading has scrolled away above the first row seen.
  private var above: Axe? {
    let rows = layout.listing(of: tableau.rows).rows
    guard rows.indices.contains(layout.rows.lowerBound),
      let palier = rows[layout.rows.lowerBound].palier
    else { return nil }
    return palier.first.map { avancement.axes[$0].axe }
  }
}
