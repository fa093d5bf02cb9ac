import DPES
import TerminalUI

/// The periods side by side at the foot of a page of the tableau: those around the selected one, each
/// with its month, and where it stands.
struct PeriodStrip {
  private let words: [PeriodWords]
  private let selected: Int?
  private let width: Int
  private let hasBefore: Bool
  private let hasAfter: Bool

  /// Columns that a period needs at least.
  static let least = 9

  /// - Complexity: O(periods shown).
  init?(_ state: State, width: Int, least: Int = PeriodStrip.least) {
    guard let avancement = state.derived.avancement, !avancement.periodes.isEmpty else {
      return nil
    }
    let all = avancement.periodes
    let index = state.tableau.periodIndex(in: state.derived)
    let count = max(1, min(all.count, width / least))
    let start = min(max(index - count / 2, 0), all.count - count)
    words = all[start..<start + count].map { PeriodWords($0, avancement, state) }
    selected = state.tableau.mois
    self.width = min(width / count, 20)
    hasBefore = start > 0
    hasAfter = start + count < all.count
  }

  /// Draws a row with the months, then what a cell says if `cell` is given, then where each stands.
  func draw(
    in area: Rect, on canvas: inout Canvas,
    cell: ((Periode) -> (text: String, ink: Style.Ink)?)? = nil
  ) {
    for (index, word) in words.enumerated() {
      let isSelected = word.periode.mois == selected
      let ground: Style.Ground = isSelected ? .selected : .base
      let box = Rect(
        column: area.column + index * width, row: area.row, width: width - 1, height: area.height)
      canvas.lay(box, on: ground)
      let margin = box.width < 10 ? 0 : 1
      let start = box.column + margin
      let room = box.width - margin
      var rows = box
      func draw(_ text: String, _ style: Style) {
        let row = rows.takeTop(1)
        guard !row.isEmpty else { return }
        canvas.draw(text, at: start, row.row, style, upTo: box.endColumn)
      }
      draw(
        TableauText.first(of: word.heads, fitting: room),
        Style(isSelected ? .text : .faint, on: ground, isSelected ? .bold : []))
      if let cell {
        let told = cell(word.periode)
        draw(told?.text ?? "", Style(told?.ink ?? .faint, on: ground, .bold))
      }
      draw(word.foot, Style(isSelected ? .text : .faint, on: ground))
      if isSelected { canvas.point(at: box) }
    }
    let end = area.column + words.count * width - 1
    if hasBefore { canvas.put(.arrowLeft, at: area.column - 1, area.row, .title) }
    if hasAfter { canvas.put(.arrowRight, at: min(end, area.endColumn), area.row, .title) }
  }
}
