import DPES
import TerminalUI

/// The suivi financier: a row for each year, those who pay under it, then the treasury; below, the
/// selected row in full.
struct FinancesView {
  private let finances: FinancesEcran
  private let annees: [SuiviFinancier.Annee]
  let layout: ListLayout

  init(_ state: State, in area: Rect) {
    finances = state.finances
    annees = state.finances.finances.annees
    let rows = finances.lignes.count
    layout = ListLayout(
      // In a low window two rows are enough to choose from: the figures need the room.
      area, rows: area.height < 16 ? min(rows, 2) : rows, footRows: Self.footRows(finances))
  }

  /// Rows that the selected one takes in full.
  private static func footRows(_ finances: FinancesEcran) -> Int {
    switch finances.ligne {
    case .annee(let place), .financeur(let place, _):
      ExerciceDetail.rows(finances.finances.annees[place])
    case .point: TresorerieDetail.rows
    case nil: 0
    }
  }

  func draw(on canvas: inout Canvas) {
    guard !finances.lignes.isEmpty else {
      return canvas.drawNothing(
        [
          "Aucun exercice encore.",
          "n en ajoute un\u{A0}: ses dates, ce qui vient des ventes, des aides et du temps donné.",
        ], in: layout.list)
    }
    drawHeading(on: &canvas)
    finances.liste.view.draw(
      on: &canvas, in: layout.list, of: finances.lignes.count, line: line
    ) { canvas, line, row in
      if case .annee(let place) = finances.lignes[row] {
        drawShares(of: annees[place], in: line, on: &canvas)
      }
    }
    switch finances.ligne {
    case .annee(let place), .financeur(let place, _):
      ExerciceDetail(annees[place], in: layout.foot).draw(on: &canvas)
    case .point(let point): TresorerieDetail(point, in: layout.foot).draw(on: &canvas)
    case nil: break
    }
  }

  /// Columns of a year's name.
  private var nameWidth: Int { min(28, layout.list.width / 2 - 4) }

  private func drawHeading(on canvas: inout Canvas) {
    guard !annees.isEmpty else { return }
    let (row, end) = (layout.heading.row, layout.list.endColumn - 1)
    canvas.draw("Exercice", at: layout.heading.column, row, .faint)
    let title = layout.list.width >= 60 ? "Ventes (chiffre d’affaires)" : "Ventes"
    let place = end - TextWidth.columns(of: title)
    canvas.draw(title, at: place, row, .faint, upTo: end)
    let start = layout.heading.column + nameWidth + 2
    let words = ["D’où vient l’argent", "Argent"]
    let fitting = words.first { TextWidth.columns(of: $0) <= place - 2 - start } ?? ""
    canvas.draw(fitting, at: start, row, .faint, upTo: place - 2)
  }

  /// The name of a year and what was sold; one who pays and how much; a day and what it says.
  func line(_ row: Int, width: Int) -> ListLine {
    var line = ListLine()
    switch finances.lignes[row] {
    case .annee(let place):
      line.add(annees[place].exercice.nom, from: 0, upTo: nameWidth, .title)
      line.add(sales(of: annees[place]), before: width - 1, .text)
    case .financeur(let place, let one):
      let amount = one.montant.map(\.euros) ?? "non dit"
      let part = annees[place].pluralite?.part(of: one)
      let told = part.map { "\(amount), \($0)\u{A0}%" } ?? amount
      let end = width - 2 - TextWidth.columns(of: told)
      line.add(one.nom ?? "sans nom", from: 2, upTo: max(2, end - 1), .text)
      line.add(told, before: width - 1, .text)
    case .point(let point):
      let day = point.point.date.map { "Trésorerie, \($0.french)" } ?? "Trésorerie, sans date"
      let told = point.court ?? point.moyen ?? ""
      let end = width - 2 - TextWidth.columns(of: told)
      line.add(day, from: 0, upTo: max(1, end - 1), .title)
      line.add(told, before: width - 1, .text)
    }
    return line
  }

  private func sales(of annee: SuiviFinancier.Annee) -> String {
    annee[.marchand]?.french ?? "non dit"
  }

  /// The money of a year side by side, as long as its shares.
  ///
  /// Each has a texture of its own beside its colour.
  private func drawShares(
    of annee: SuiviFinancier.Annee, in line: Rect, on canvas: inout Canvas
  ) {
    let start = line.column + nameWidth + 2
    let place = line.endColumn - 1 - TextWidth.columns(of: sales(of: annee))
    let width = min(48, place - 2 - start)
    let parts = SuiviFinancier.Mesure.argent.map { ($0, annee[$0]?.part ?? 0) }
    guard width > 2, parts.contains(where: { $0.1 > 0 }) else { return }
    var (column, sum) = (start, 0)
    for (mesure, part) in parts {
      sum += part
      let end = start + (sum * width + 50) / 100
      canvas.drawBar(mesure, at: column, line.row, width: end - column)
      column = max(column, end)
    }
  }
}

extension Canvas {
  /// A bar in the texture of a resource.
  mutating func drawBar(_ mesure: SuiviFinancier.Mesure, at column: Int, _ row: Int, width: Int) {
    guard width > 0 else { return }
    let (texture, ink): (Symbol, Style.Ink) =
      mesure == .nonMarchand ? (.mediumShade, .text) : (.solid, .accent)
    fill(Rect(column: column, row: row, width: width, height: 1), symbols[texture], Style(ink))
  }
}
