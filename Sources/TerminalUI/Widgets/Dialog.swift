/// A card with a few sentences and the keys that answer it.
package struct Dialog: Hashable, Sendable {
  package struct Paragraph: Hashable, Sendable {
    package var text: String
    package var ink: Style.Ink

    package init(_ text: String, _ ink: Style.Ink = .text) {
      self.text = text
      self.ink = ink
    }
  }

  package var title: String
  /// Each begins a line; an empty text is a blank line.
  package var paragraphs: [Paragraph]
  private let keys: KeyBar

  package init(title: String, _ paragraphs: [Paragraph], keys: [KeyBar.Item] = []) {
    self.title = title
    self.paragraphs = paragraphs
    self.keys = KeyBar(keys, margin: 0)
  }

  /// The widest that its lines get, in columns: about what is read with ease.
  private static let widest = 64

  /// Draws the dialog in the middle of an area, however small; text without room ends with … .
  package func draw(on canvas: inout Canvas, in area: Rect) {
    let natural = paragraphs.map { TextWidth.columns(of: $0.text) }.max() ?? 0
    let width = min(max(natural, keys.columns), Self.widest, max(1, area.width - 4))
    let lines = wrapped(width: width)
    let keyRows = keys.items.isEmpty ? 0 : 2
    let inside = canvas.drawCard(
      title: title, content: Size(width, lines.count + keyRows), in: area)
    var content = inside
    if content.height > 1, !keys.placedItems(in: content).isEmpty {
      keys.draw(on: &canvas, in: content.takeBottom(1), ground: .card)
    }
    draw(wrapped(width: content.width), on: &canvas, in: content)
    let hidden = lines.count - content.height
    if hidden > 0 {
      let text = hidden == 1 ? "1 ligne" : "\(hidden) lignes"
      canvas.drawBeyond(above: "", below: text, of: inside, in: area)
    }
  }

  private func wrapped(width: Int) -> [Paragraph] {
    paragraphs.flatMap { paragraph in
      let lines = TextWidth.wrap(paragraph.text, width: width)
      return (lines.isEmpty ? [""] : lines).map { Paragraph($0, paragraph.ink) }
    }
  }

  private func draw(_ lines: [Paragraph], on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let isCut = lines.count > area.height
    for (index, line) in lines.prefix(area.height).enumerated() {
      let text = isCut && index == area.height - 1 ? line.text + "…" : line.text
      canvas.draw(
        text, at: area.column, area.row + index, Style(line.ink, on: .card), upTo: area.endColumn)
    }
  }
}
