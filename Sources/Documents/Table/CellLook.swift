/// How a cell of a spreadsheet looks, by its name; contrasts are 7 and above.
struct CellLook: Sendable {
  let name: String
  var ground: String?
  var ink = "111111"
  var isBold = false
  /// Of letters, in points.
  var size = 9
  var hasBorder = true
  var isDay = false

  /// Named in what is written by where they stand here: new ones come last.
  static let all = [
    text, title, group, heading, axis,
    CellLook(name: "rouge", ground: "FBE3E1", ink: "7A0C0C", isBold: true),
    CellLook(name: "orange", ground: "FDEBCF", ink: "6B3700", isBold: true),
    CellLook(name: "vert", ground: "E1F2DF", ink: "0B4A1E", isBold: true),
    CellLook(name: "gris", ground: "F1F1F1", ink: "444444", isBold: true),
    day,
  ]

  static let text = CellLook(name: "texte")
  static let title = CellLook(name: "titre", isBold: true, size: 14, hasBorder: false)
  static let group = CellLook(name: "groupe", ground: "1F3A4D", ink: "FFFFFF", isBold: true)
  static let heading = CellLook(name: "entete", ground: "DCE6EC", isBold: true)
  static let axis = CellLook(name: "axe", ground: "EEF2F5", isBold: true)
  static let day = CellLook(name: "jour", isDay: true)
}

extension Sheet.Cell {
  /// The name of its look, when its row has none for all of it.
  var look: String {
    if let tint { return tint.rawValue }
    if case .day = value { return CellLook.day.name }
    return CellLook.text.name
  }
}

extension Sheet {
  /// A row as a spreadsheet has it: its cells, the look that all of them share if they do, and
  /// whether it stands above the data.
  struct Line {
    let cells: [Cell]
    var look: String?
    var isHeading = false
  }

  /// Every row from the top, made one after the other.
  var lines: some Sequence<Line> {
    let headings =
      [
        title.map { Line(cells: wide($0), look: CellLook.title.name, isHeading: true) },
        groups.isEmpty ? nil : Line(cells: groups, look: CellLook.group.name, isHeading: true),
        Line(
          cells: columns.map { .text($0.title) }, look: CellLook.heading.name, isHeading: true),
      ].compactMap(\.self)
    return [
      AnySequence(headings),
      AnySequence(
        rows.lazy.map { row in
          switch row {
          case .heading(let text): Line(cells: wide(text), look: CellLook.axis.name)
          case .cells(let cells): Line(cells: cells)
          }
        }),
    ].joined()
  }

  /// A text over all columns; where the first columns stand on each page again, its beginning over
  /// these and its rest over those of each page: what goes beyond a page would be cut there.
  private func wide(_ text: String) -> [Cell] {
    let ends = [" — ", "\u{A0}: "].compactMap { text.firstRange(of: $0) }
    guard !pageStarts.isEmpty, (1..<columns.count).contains(repeatedColumns), let end = ends.first
    else {
      return [Cell(.text(text), columns: columns.count)]
    }
    let rest = text[end.upperBound...]
    let starts = [repeatedColumns] + pageStarts.filter { $0 > repeatedColumns }
    let nexts = starts.dropFirst() + [columns.count]
    return [Cell(.text(String(text[..<end.lowerBound])), columns: repeatedColumns)]
      + zip(starts, nexts).map { start, next in
        Cell(.text(rest.prefix(1).uppercased() + rest.dropFirst()), columns: next - start)
      }
  }
}
