import TerminalUI

/// A sign of the method drawn large: six columns and three rows, of quarters of a cell.
struct WallSign: Hashable, Sendable {
  static let columns = 6
  static let rows = 3

  /// Six rows of twelve, two of each to a cell; `#` where there is ink.
  private let quarters: [[Bool]]

  /// The drawing of a sign; nil when there is none.
  init?(_ sign: String) {
    guard let drawing = Self.drawings[sign] else { return nil }
    quarters = drawing.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      row.map { $0 == "#" }
    }
  }

  /// Whether there is ink in a quarter, by its place from the top left.
  func hasInk(_ row: Int, _ column: Int) -> Bool {
    quarters.indices.contains(row) && quarters[row].indices.contains(column)
      && quarters[row][column]
  }

  private static let drawings: [String: String] = [
    "■": "............\n..########..\n..########..\n..########..\n..########..\n............",
    "▲": "............\n.....##.....\n....####....\n...######...\n..########..\n.##########.",
    "▼": ".##########.\n..########..\n...######...\n....####....\n.....##.....\n............",
    "●": "...######...\n.##########.\n############\n############\n.##########.\n...######...",
    "○": "...######...\n.###....###.\n##........##\n##........##\n.###....###.\n...######...",
    "◐": "...######...\n.#####..###.\n######....##\n######....##\n.#####..###.\n...######...",
    "◆": ".....##.....\n...######...\n.##########.\n.##########.\n...######...\n.....##.....",
    "✔": "..........##\n........###.\n##.....###..\n.##...##....\n..#####.....\n...##.......",
    "✘": "##........##\n.###....###.\n...######...\n...######...\n.###....###.\n##........##",
    "!": ".....##.....\n.....##.....\n.....##.....\n.....##.....\n............\n.....##.....",
    "?": "...#####....\n..##...##...\n......##....\n.....##.....\n............\n.....##.....",
    "·": "............\n............\n....####....\n....####....\n............\n............",
    "+": ".....##.....\n.....##.....\n.##########.\n.##########.\n.....##.....\n.....##.....",
    "−": "............\n............\n.##########.\n.##########.\n............\n............",
    "–": "............\n............\n...######...\n...######...\n............\n............",
    "↑": ".....##.....\n...######...\n.##########.\n.....##.....\n.....##.....\n.....##.....",
    "↓": ".....##.....\n.....##.....\n.....##.....\n.##########.\n...######...\n.....##.....",
    "=": "............\n.##########.\n............\n............\n.##########.\n............",
    "P": ".########...\n.##.....##..\n.##.....##..\n.########...\n.##.........\n.##.........",
    "N": ".##.....##..\n.####...##..\n.##.##..##..\n.##..##.##..\n.##...####..\n.##.....##..",
    "C": "..#######...\n.##.....##..\n.##.........\n.##.........\n.##.....##..\n..#######...",
    "R": ".########...\n.##.....##..\n.########...\n.##..##.....\n.##...##....\n.##....##...",
    "O": "..#######...\n.##.....##..\n.##.....##..\n.##.....##..\n.##.....##..\n..#######...",
    "V": ".##.....##..\n.##.....##..\n.##.....##..\n..##...##...\n...##.##....\n....###.....",
    "A": "....###.....\n...##.##....\n..##...##...\n..#######...\n..##...##...\n..##...##...",
    "X": ".##.....##..\n..##...##...\n....###.....\n....###.....\n..##...##...\n.##.....##..",
    "\\": ".##.........\n...##.......\n....##......\n.....##.....\n......##....\n........##..",
    ".": "............\n............\n............\n............\n....####....\n....####....",
  ]
}

extension Canvas {
  /// Draws a sign from its top left cell, each of its quarters `scale` rows and twice as many half
  /// columns wide: of block elements at scale 1, beyond of whole cells.
  ///
  /// In ASCII it is of `#`, at scale 1 a cell for each that has ink in a quarter.
  mutating func draw(
    _ sign: WallSign, at column: Int, _ row: Int, scale: Int = 1, _ style: Style
  ) {
    for line in 0..<WallSign.rows {
      for place in 0..<WallSign.columns {
        let inks = [(0, 0), (0, 1), (1, 0), (1, 1)].map {
          sign.hasInk(line * 2 + $0.0, place * 2 + $0.1)
        }
        let quarters = inks.enumerated().reduce(UInt8(0)) { $0 | ($1.element ? 1 << $1.offset : 0) }
        if symbols == .ascii, scale == 1, quarters != 0 {
          put(Glyph("#"), at: column + place, row + line, style)
        } else {
          draw(
            quarters: quarters, at: column + place * scale, row + line * scale, scale: scale,
            style)
        }
      }
    }
  }
}
