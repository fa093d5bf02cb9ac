import DPES
import TerminalUI

extension ImageList {
  /// Rows that the panel takes of a content: its title, and the images, as many as leave the circle
  /// its room.
  static func rows(_ state: State, in size: Size) -> Int {
    let images = state.images
    let most = max(3, size.height / 4)
    let whole = ListRows.wanted(by: images.count, upTo: most + 1) {
      line(images[$0], state, isWhole: true, width: size.width).rows(upTo: most)
    }
    return 1 + max(1, whole <= most ? whole : min(images.count, most))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let images = state.images
    let rest = FieldPanel.open(
      images.count > 1 ? "Images, de la plus ancienne à la plus récente" : "Images",
      rows: Self.rows(state, in: area.size), in: area, on: &canvas)
    guard !images.isEmpty else {
      canvas.draw(
        "Aucune image encore\u{A0}: n ouvre la première.", at: rest.column + 1, in: rest,
        Style(.faint, on: .card))
      return
    }
    let isWhole = rest.height > images.count
    list.draw(on: &canvas, in: rest, of: images.count) { index, width in
      Self.line(images[index], state, isWhole: isWhole, width: width)
    }
  }

  /// `▸ 12 mars 2026   figée   38 observations · 9 présents`: all of it, or the most telling as far as
  /// one row goes.
  private static func line(
    _ image: CercleDeQualite, _ state: State, isWhole: Bool, width: Int
  ) -> ListLine {
    var line = ListLine()
    let isCompared = image.id == state.shown.comparedID
    if isCompared {
      line.add(
        state.environment.symbols.sign("≠", ascii: "="), from: 1, upTo: 2,
        Style(.accent, on: .card, .bold))
    }
    line.add(image.date.french, from: 3, upTo: width, Style(.text, on: .card))
    let column = max(5 + TextWidth.columns(of: image.date.french), 23)
    let facts = [
      image.figee ? "figée" : "ouverte", isCompared ? "comparée" : nil,
      image.observations.count.counting("observation"), Freezing.presents(state, in: image),
      image.titre,
    ]
    var text = ""
    for fact in facts.compactMap({ $0 }) {
      let longer = text.isEmpty ? fact : "\(text) · \(fact)"
      guard isWhole || column + TextWidth.columns(of: longer) <= width else { break }
      text = longer
    }
    line.add(text, from: column, upTo: width, Style(.faint, on: .card))
    return line
  }
}
