import DPES
import TerminalUI

/// Promises as a room sees them: how each stands, on its aplat, what it is and for when; never whose.
struct WallPromises {
  struct Item {
    let id: String
    let texte: String
    let suivi: Seance.Promesse.Suivi
    let quand: Day?

    init(_ promesse: Seance.Promesse, le jour: Day) {
      id = promesse.id
      texte = promesse.texte ?? ""
      suivi = promesse.suivi(le: jour)
      quand = promesse.quand
    }

    init(id: String, texte: String, suivi: Seance.Promesse.Suivi, quand: Day?) {
      self.id = id
      self.texte = texte
      self.suivi = suivi
      self.quand = quand
    }
  }

  let items: [Item]
  /// The one that keys are about.
  var selected: Int?
  /// What stands in the last row, the fullest telling first.
  var totals: [[Span]] = []

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let scale = state.wallScale
    if scale >= .middle, !totals.isEmpty {
      canvas.drawFacts(totals, in: rest.takeBottom(1))
      _ = rest.takeBottom(1)
    }
    let layout = Layout(items, state, selected: selected ?? 0, in: rest.size)
    let left = items.count - layout.shown.count
    if left > 0 {
      let row = rest.takeBottom(1)
      canvas.draw(
        "et \(left.counting("autre promesse", "autres promesses"))", at: row.column + layout.indent,
        row.row, .faint, upTo: row.endColumn)
    }
    _ = rest.takeTop(layout.margin)
    for (offset, index) in layout.shown.enumerated() {
      let block = layout.blocks[offset]
      let rows = rest.takeTop(block.height)
      block.draw(state, in: rows, on: &canvas)
      if index == selected, items.count > 1 { canvas.drawSelectionBar(beside: rows) }
      _ = rest.takeTop(layout.gap)
    }
  }
}

extension WallPromises {
  /// Which promises have room, the selected one among them, and how far apart they stand.
  private struct Layout {
    private(set) var blocks: [Block] = []
    private(set) var shown = 0..<0
    private(set) var gap = 1
    /// Blank rows above the first.
    private(set) var margin = 0
    let indent: Int

    init(_ items: [Item], _ state: State, selected: Int, in size: Size) {
      let (marks, scale) = (state.marks, state.wallScale)
      if let letters = state.wallLetters, scale == .full, items.count <= Self.mostLarge {
        blocks = items.map { Block($0, marks, width: size.width, letters: letters) }
        let used = blocks.reduce(0) { $0 + $1.height } + max(0, blocks.count - 1)
        if used <= size.height, blocks.allSatisfy(\.isLarge) {
          indent = Block.width + 2
          shown = items.indices
          gap = min(3, 1 + (size.height - used) / max(1, blocks.count))
          return
        }
      }
      let most = scale == .full ? items.count : scale == .least ? 1 : 3
      indent = size.width >= Block.least ? Block.width + 2 : 0
      let width = size.width
      let whole = Self.take(items, marks, from: 0, most: most, width, rows: size.height)
      if whole.count == items.count || selected < whole.count {
        // One row tells of those that have no place.
        let rows = size.height - (whole.count == items.count ? 0 : 1)
        blocks = Self.take(items, marks, from: 0, most: most, width, rows: rows)
        shown = 0..<blocks.count
      }
      if !shown.contains(selected), items.indices.contains(selected) {
        var first = selected + 1
        var rows = size.height
        blocks = []
        while first > 0, blocks.count < most {
          let block = Block(items[first - 1], marks, width: width, maxRows: max(1, size.height - 1))
          rows -= block.height + 1
          guard rows >= 0 || blocks.isEmpty else { break }
          blocks.insert(block, at: 0)
          first -= 1
        }
        shown = first..<selected + 1
      }
      let hasMore = shown.count < items.count
      let used = blocks.reduce(0) { $0 + $1.height } + max(0, blocks.count - 1)
      let free = size.height - used - (hasMore ? 1 : 0)
      if blocks.count > 1, free >= blocks.count - 1 { gap = 2 }
      margin = free - (gap - 1) * max(0, blocks.count - 1) > 1 && scale >= .middle ? 1 : 0
    }

    /// More than so many are never all in letters.
    private static let mostLarge = 6

    private static func take(
      _ items: [Item], _ marks: Marks, from first: Int, most: Int, _ width: Int, rows: Int
    ) -> [Block] {
      var (blocks, left) = ([Block](), rows)
      for item in items.dropFirst(first).prefix(most) {
        let block = Block(item, marks, width: width, maxRows: max(1, rows))
        left -= block.height + (blocks.isEmpty ? 0 : 1)
        guard left >= 0 || blocks.isEmpty else { break }
        blocks.append(block)
      }
      return blocks
    }
  }

  /// One promise: its aplat, and beside or under it the text and the date.
  private struct Block {
    /// Columns of the aplat.
    static let width = 19
    /// From so many columns on the text stands beside the aplat.
    static let least = 50

    private let mark: Marks.Mark
    private let text: WallSentence
    private let day: String
    private let isBeside: Bool
    let height: Int

    init(_ item: Item, _ marks: Marks, width: Int, maxRows: Int) {
      let isBeside = width >= Self.least
      let room = Size(
        isBeside ? width - Self.width - 3 : width, max(1, maxRows - (isBeside ? 1 : 2)))
      self.init(item, marks, WallSentence(lines: Self.texte(item), in: room), isBeside: isBeside)
    }

    /// With the text in letters, where it has no more than three lines of them.
    init(_ item: Item, _ marks: Marks, width: Int, letters: Letters) {
      let room = Size(width - Self.width - 3, Letters.rows * 3 + 2)
      self.init(
        item, marks, WallSentence(Self.texte(item), in: room, letters: letters, largest: 1),
        isBeside: true)
    }

    private init(_ item: Item, _ marks: Marks, _ text: WallSentence, isBeside: Bool) {
      mark = marks.mark(item.suivi)
      day = item.quand.map { "pour le \($0.french)" } ?? "sans date"
      self.isBeside = isBeside
      self.text = text
      height = isBeside ? max(3, text.rows + 1) : text.rows + 2
    }

    private static func texte(_ item: Item) -> String {
      item.texte.isEmpty ? "Une promesse sans texte" : item.texte
    }

    /// Whether its text is in letters.
    var isLarge: Bool { text.letterRows > 1 }

    func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
      let ground = mark.ink.aplat
      let word = "\(mark.sign) \(mark.word.uppercased())"
      var box = area
      box = isBeside ? box.takeLeft(Self.width) : box.takeTop(1)
      let aplat = Rect(
        column: box.column, row: box.row, width: box.width, height: min(3, box.height))
      canvas.lay(aplat, on: ground)
      canvas.draw(
        word, at: aplat.column + (isBeside ? 2 : 1), aplat.row + aplat.height / 2,
        Style(.text, on: ground, .bold), upTo: aplat.endColumn)
      var words = area
      if isBeside { _ = words.takeLeft(Self.width + 2) } else { _ = words.takeTop(1) }
      let date = words.takeBottom(1)
      text.draw(in: words, letters: state.wallLetters, .text, on: &canvas)
      canvas.draw(day, at: date.column, date.row, .faint, upTo: date.endColumn)
    }
  }
}
