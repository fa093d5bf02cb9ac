import TerminalUI

/// The sections of the état des lieux, and where each name stands: one below the other, or on one
/// row as fully as there is room for.
struct SectionBar: Hashable, Sendable {
  struct Place: Hashable, Sendable {
    let section: EtatEcran.Section
    let text: String
    let area: Rect
  }

  private(set) var places: [Place] = []
  private let area: Rect
  private let shown: EtatEcran.Section
  /// Those that can be gone to.
  private let all: [EtatEcran.Section]

  /// One below the other when `isColumn`.
  init(
    _ shown: EtatEcran.Section, of all: [EtatEcran.Section], in area: Rect, isColumn: Bool
  ) {
    self.area = area
    self.shown = shown
    self.all = all
    if isColumn {
      var rest = area
      places = all.map { Place(section: $0, text: " \($0.names.whole) ", area: rest.takeTop(1)) }
      return
    }
    let tellings = [
      all.map { " \($0.names.whole) " }, all.map { " \($0.names.short) " }, all.map(\.names.short),
    ]
    if let texts = tellings.first(where: { Self.columns($0[...]) <= area.width }) {
      place(texts, from: 0)
    } else {
      placeAround(all.map(\.names.short))
    }
  }

  /// Those around the one shown, where all have no room; an arrow tells of the others.
  private mutating func placeAround(_ texts: [String]) {
    let room = area.width - 4
    let index = all.firstIndex(of: shown) ?? 0
    var first = 0
    while first < index, Self.columns(texts[first...index]) > room { first += 1 }
    var end = index + 1
    while end < texts.count, Self.columns(texts[first...end]) <= room { end += 1 }
    place(Array(texts[first..<end]), from: first)
  }

  private mutating func place(_ texts: [String], from first: Int) {
    var column = area.column + (texts.count < all.count ? 2 : 0)
    for (section, text) in zip(all.dropFirst(first), texts) {
      let width = TextWidth.columns(of: text)
      places.append(
        Place(
          section: section, text: text,
          area: Rect(column: column, row: area.row, width: width, height: 1)))
      column += width + 1
    }
  }

  private static func columns(_ texts: ArraySlice<String>) -> Int {
    texts.reduce(texts.count - 1) { $0 + TextWidth.columns(of: $1) }
  }

  func draw(on canvas: inout Canvas) {
    for place in places {
      canvas.draw(
        place.text, at: place.area.column, place.area.row,
        place.section == shown ? Style(.accent, [.bold, .reverse]) : .faint,
        upTo: area.endColumn)
    }
    guard places.count < all.count else { return }
    if places.first?.section != all.first {
      canvas.put(.arrowLeft, at: area.column, area.row, .title)
    }
    if places.last?.section != all.last {
      canvas.put(.arrowRight, at: area.endColumn - 1, area.row, .title)
    }
  }
}
