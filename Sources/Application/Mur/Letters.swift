import TerminalUI

/// Letters that are four rows high, drawn from block elements: what the last row of the room reads.
///
/// They come from `Data/lettres/lettres.txt`, whose head says how it is written. A letter is as wide
/// as it needs, and stands one column from the next.
package struct Letters: Hashable, Sendable {
  /// One letter: its quarters of a cell, four bits a cell, row by row.
  struct Letter: Hashable, Sendable {
    /// In columns.
    let width: Int
    /// Top left 1, top right 2, bottom left 4, bottom right 8.
    fileprivate(set) var cells: [UInt8] = []
  }

  /// Rows that a letter takes.
  package static let rows = 4

  /// The block element of each set of quarters.
  static let blocks: [Character] = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  fileprivate static let glyphs = blocks.map { Glyph($0.unicodeScalars.first ?? " ") }

  private let letters: [Character: Letter]
  /// Those of one scalar of ``usual``, by its place there: a text is set several times for each key, and
  /// a dictionary of characters takes ten times as long to ask.
  private let table: [Letter?]

  /// What French is written with: none of it joins a neighbour.
  private static let usual = Array(0..<0x180) + Array(0x2010..<0x2070)

  /// The place among ``usual`` of a scalar; nil of another.
  private static func place(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0..<0x180: Int(scalar.value)
    case 0x2010..<0x2070: Int(scalar.value) - 0x2010 + 0x180
    default: nil
    }
  }

  /// Reads the file of letters; nil when a line is not as it should be.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard !lines.isEmpty, lines.count.isMultiple(of: Letters.rows + 1) else { return nil }
    let quarters = Dictionary(
      zip(Letters.blocks, UInt8(0)...), uniquingKeysWith: { first, _ in first })
    var letters: [Character: Letter] = [:]
    for start in stride(from: 0, to: lines.count, by: Letters.rows + 1) {
      let code = lines[start].dropFirst(2).prefix { $0 != " " }
      guard lines[start].hasPrefix("U+"), let number = UInt32(code, radix: 16),
        let scalar = Unicode.Scalar(number)
      else { return nil }
      let rows = lines[(start + 1)...(start + Letters.rows)].map { $0.dropFirst().dropLast() }
      var letter = Letter(width: rows[0].count)
      for (row, line) in zip(rows, lines[(start + 1)...]) {
        guard line.first == "|", line.last == "|", !row.isEmpty, row.count == letter.width else {
          return nil
        }
        for character in row {
          guard let cell = quarters[character] else { return nil }
          letter.cells.append(cell)
        }
      }
      letters[Character(scalar)] = letter
    }
    self.letters = letters
    table = Letters.usual.map { number in
      Unicode.Scalar(UInt32(number)).flatMap { letters[Character($0)] }
    }
  }

  /// The letter of a character; nil when the file has none.
  subscript(character: Character) -> Letter? {
    let scalars = character.unicodeScalars
    if let first = scalars.first, let place = Letters.place(of: first),
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    {
      return table[place]
    }
    return letters[character]
  }

  /// The characters that have a letter.
  package var characters: Set<Character> { Set(letters.keys) }

  /// The columns that a text takes on one line; nil when one of its characters has no letter.
  func columns(of text: String) -> Int? {
    var columns = -1
    for character in text {
      guard let letter = self[character] else { return nil }
      columns += letter.width + 1
    }
    return max(0, columns)
  }

  /// A text in lines of so many columns; nil when it takes more than `maxLines`, when a word is
  /// longer than a line, or when a character has no letter.
  ///
  /// - Complexity: O(characters that may fit), whatever the length of the text.
  func lines(of text: String, width: Int, maxLines: Int) -> [String]? {
    var left = (width + 1) * maxLines
    guard left > 0, !text.isEmpty else { return nil }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      guard let place = Letters.place(of: scalar) else {
        return unusualLines(of: text, width, maxLines)
      }
      guard let letter = table[place] else { return nil }
      left -= letter.width + 1
      // The spaces at which lines break take no room.
      if left < -3 * maxLines { return nil }
      scalars.append(scalar)
    }
    let lines = TextWidth.lines(of: scalars, width: width + 1) { scalar in
      (Letters.place(of: scalar).flatMap { table[$0] }?.width ?? 0) + 1
    }
    guard let lines, lines.count <= maxLines else { return nil }
    return lines.map { String(String.UnicodeScalarView(scalars[$0])) }
  }

  private func unusualLines(of text: String, _ width: Int, _ maxLines: Int) -> [String]? {
    var left = (width + 1) * maxLines
    var characters: [Character] = []
    for character in text {
      guard let letter = self[character] else { return nil }
      left -= letter.width + 1
      if left < -3 * maxLines { return nil }
      characters.append(character)
    }
    let lines = TextWidth.lines(of: characters, width: width + 1) { character in
      (self[character]?.width ?? 0) + 1
    }
    guard let lines, lines.count <= maxLines else { return nil }
    return lines.map { String(characters[$0]) }
  }
}

extension Canvas {
  /// Draws one line of letters, each of their quarters `scale` rows and twice as many half columns
  /// wide, and clipped to the canvas.
  ///
  /// At scale 1 the quarters are block elements; beyond, whole cells, which ASCII has as `#`.
  mutating func draw(
    _ text: String, in letters: Letters, at column: Int, _ row: Int, scale: Int = 1, _ style: Style
  ) {
    var start = column
    for character in text {
      guard let letter = letters[character] else { continue }
      var (x, y) = (start, row)
      for quarters in letter.cells {
        if quarters != 0 { draw(quarters: quarters, at: x, y, scale: scale, style) }
        x += scale
        if x == start + letter.width * scale { (x, y) = (start, y + scale) }
      }
      start += (letter.width + 1) * scale
    }
  }

  /// Draws the quarters of a cell: a block element at scale 1, whole cells beyond.
  mutating func draw(
    quarters: UInt8, at column: Int, _ row: Int, scale: Int, _ style: Style
  ) {
    guard scale > 1 else {
      if quarters != 0 { put(Letters.glyphs[Int(quarters & 15)], at: column, row, style) }
      return
    }
    let half = scale / 2
    let glyph = symbols[.solid]
    for quarter in 0..<4 where quarters & 1 << quarter != 0 {
      let corner = Rect(
        column: column + quarter % 2 * half, row: row + quarter / 2 * half, width: half,
        height: half)
      fill(corner, glyph, style)
    }
  }
}
