import DPES
import TerminalUI

extension ImageList {
  /// Rows that the panel takes of a content: its title, and the images, as many as leave the circle
  /// its room.
  static func rows(of count: Int, in height: Int) -> Int {
    1 + max(1, min(count, max(3, height / 4)))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let images = state.imagesEtRegards
    let rest = FieldPanel.open(
      images.count > 1 ? "Images, de la plus ancienne à la plus récente" : "Images",
      rows: Self.rows(of: images.count, in: area.height), in: area, on: &canvas)
    guard !images.isEmpty else {
      canvas.draw(
        "Aucune image encore\u{A0}: n ouvre la première.", at: rest.column + 1, in: rest,
        Style(.faint, on: .card))
      return
    }
    list.draw(on: &canvas, in: rest, of: images.count) { canvas, row, index in
      draw(images[index], state, in: row, on: &canvas)
    }
  }

  /// `▸ 12 mars 2026   figée   38 observations · 9 présents`: the most telling first.
  private func draw(
    _ image: CercleDeQualite, _ state: State, in row: Rect, on canvas: inout Canvas
  ) {
    let isCompared = image.id == state.shown.comparedID
    if isCompared {
      canvas.draw(
        state.environment.symbols.sign("≠", ascii: "="), at: row.column + 1, row.row,
        Style(.accent, on: .card, .bold))
    }
    var column = canvas.draw(
      image.date.french, at: row.column + 3, in: row, Style(.text, on: .card))
    column = max(column + 2, row.column + 23)
    let isRegard = image.regard != nil
    let facts = [
      isRegard ? "regard des pairs" : nil, image.parQui.flatMap { isRegard ? $0 : nil },
      image.figee ? (isRegard ? "figé" : "figée") : (isRegard ? "ouvert" : "ouverte"),
      isCompared ? "comparée" : nil,
      image.observations.count.counting("observation"), Freezing.presents(state, in: image),
      image.titre,
    ]
    var text = ""
    for fact in facts.compactMap({ $0 }) {
      let longer = text.isEmpty ? fact : "\(text) · \(fact)"
      guard column + TextWidth.columns(of: longer) <= row.endColumn else { break }
      text = longer
    }
    canvas.draw(text, at: column, in: row, Style(.faint, on: .card))
  }
}
