import DPES
import TerminalUI

/// The suivi financier: a row for each year, and under them the figures of the selected one.
struct FinancesView {
  private let finances: FinancesEcran
  private let annees: [SuiviFinancier.Annee]
  let layout: ListLayout

  init(_ state: State, in area: Rect) {
    finances = state.finances
    annees = state.finances.finances.annees
    layout = ListLayout(
      // In a low window two years are enough to choose from: the figures need the room.
      area, rows: area.height < 16 ? min(annees.count, 2) : annees.count,
      footRows: annees.isEmpty ? 0 : SuiviFinancier.Mesure.allCases.count + 2)
  }

  func draw(on canvas: inout Canvas) {
    guard !annees.isEmpty else {
      return canvas.drawNothing(
        [
          "Aucun exercice encore.",
          "n en ajoute un\u{A0}: ses dates, ce qui vient des ventes, des aides et du temps donné.",
        ], in: layout.list)
    }
    drawHeading(on: &canvas)
    finances.liste.view.draw(on: &canvas, in: layout.list, of: annees.count, line: line) {
      drawShares(of: annees[$2], in: $1, on: &$0)
    }
    guard let index = finances.liste.index(of: finances.exercices) else { return }
    ExerciceDetail(annees[index], in: layout.foot).draw(on: &canvas)
  }

  /// Columns of a year's name.
  private var nameWidth: Int { min(28, layout.list.width / 2 - 4) }

  private func drawHeading(on canvas: inout Canvas) {
    let (row, end) = (layout.heading.row, layout.list.endColumn - 1)
    canvas.draw("Exercice", at: layout.heading.column, row, .faint)
    let title = layout.list.width >= 60 ? "Chiffre d’affaires" : "Ventes"
    let place = end - TextWidth.columns(of: title)
    canvas.draw(title, at: place, row, .faint, upTo: end)
    let start = layout.heading.column + nameWidth + 2
    let words = ["D’où viennent les ressources", "Ressources"]
    let fitting = words.first { TextWidth.columns(of: $0) <= place - 2 - start } ?? ""
    canvas.draw(fitting, at: start, row, .faint, upTo: place - 2)
  }

  /// The name of a year, and what was sold.
  func line(_ row: Int, width: Int) -> ListLine {
    var line = ListLine()
    line.add(annees[row].exercice.nom, from: 0, upTo: nameWidth, .title)
    line.add(sales(of: annees[row]), before: width - 1, .text)
    return line
  }

  private func sales(of annee: SuiviFinancier.Annee) -> String {
    annee[.chiffreAffaires]?.french ?? "non dit"
  }

  /// The three resources of a year side by side, as long as their shares.
  ///
  /// Each has a texture of its own beside its colour.
  private func drawShares(
    of annee: SuiviFinancier.Annee, in line: Rect, on canvas: inout Canvas
  ) {
    let start = line.column + nameWidth + 2
    let place = line.endColumn - 1 - TextWidth.columns(of: sales(of: annee))
    let width = min(48, place - 2 - start)
    let parts = SuiviFinancier.Mesure.ressources.map { ($0, annee[$0]?.part ?? 0) }
    guard width > 2, parts.contains(where: { $0.1 > 0 }) else { return }
    var (column, sum) = (start, 0.0)
    for (mesure, part) in parts {
      sum += part
      let end = start + Int((sum * Double(width)).rounded())
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
      switch mesure {
      case .nonMarchand: (.mediumShade, .text)
      case .nonMonetaire: (.lightShade, .text)
      default: (.solid, .accent)
      }
    fill(Rect(column: column, row: row, width: width, height: 1), symbols[texture], Style(ink))
  }
}

extension SuiviFinancier.Chiffre {
  /// `1 184 000 €`; nil when nobody said.
  var french: String? { valeur.map { "\($0.french)\u{A0}\(mesure.unite)" } }
}
