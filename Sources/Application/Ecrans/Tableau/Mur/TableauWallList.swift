import DPES
import TerminalUI

/// The indicators of the axis in hand, around the selected one.
///
/// Each has its title, and under it what was expected and what came of it. Rows that are left go to
/// titles and values that need them, then to blanks.
struct TableauWallList {
  struct Item {
    let position: Int
    let line: TableauRows.Line
    /// nil for a palier without indicator.
    let words: CaseWords?
    /// In the lines that there are rows for.
    var title: [String]
    var realise: [String] = []
    /// The first of its palier that is shown.
    let isFirst: Bool
    /// Blank rows above it.
    var gap = 0
    /// Rows of a line of its title: of one in letters, more.
    var titleLine = 1

    /// What is written, before it is wrapped.
    var text: String {
      line.indicateur?.indicateur.intitule ?? line.palier?.palier.intitule ?? ""
    }
  }

  private(set) var items: [Item] = []
  let selected: Int
  /// The least window: an objective on its own row, and no aplat of two.
  let isNarrow: Bool
  private let width: Int
  /// Whether `objectif` and `réalisé` are written before what they are.
  private(set) var hasLabels = true
  /// What the titles are drawn in that are large.
  private(set) var letters: Letters?
  /// Columns from the start of an objective to that of its réalisé.
  private(set) var half = 0
  /// Whether more of the axis stands above, and below.
  private(set) var hasBefore = false
  private(set) var hasAfter = false

  /// Columns of the state.
  static let aplat = 16
  /// Columns of the number of the palier.
  static let gutter = 2

  /// - Complexity: O(indicators shown).
  init(_ state: State, in size: Size) {
    selected = state.tableau.index
    let scale = state.wallScale
    isNarrow = scale == .least
    width = size.width
    let most =
      switch scale {
      case .least: 2
      case .small: 4
      case .middle: 6
      case .full: (size.height + 1) / 3
      }
    let capacity = max(1, min(most, size.height / (isNarrow ? 3 : 2)))
    let rows = state.tableau.rows
    let positions = Self.positions(rows, around: selected, capacity: capacity)
    var palier: String?
    for position in positions {
      guard let line = rows.line(at: position) else { continue }
      let cell = line.indicateur?.cases.first { $0.periode.mois == state.tableau.mois }
      let words = cell.flatMap { cell in
        line.indicateur.map { CaseWords(cell, of: $0.indicateur, state.marks) }
      }
      let id = line.palier?.palier.id
      items.append(
        Item(position: position, line: line, words: words, title: [], isFirst: id != palier))
      palier = id
    }
    if let first = positions.first, let last = positions.last, let axe = items.first?.line.axe.axe {
      hasBefore = rows.line(at: first - 1)?.axe.axe == axe
      hasAfter = rows.line(at: last + 1)?.axe.axe == axe
    }
    setColumns()
    let letters = scale == .full ? state.wallLetters : nil
    if letters.map({ setLarge($0, size.height) }) != true {
      share(size.height)
      if let letters { enlarge(letters, size.height) }
    }
  }

  /// The rows of the axis around the selected one, as many as there is room for.
  private static func positions(
    _ rows: TableauRows, around here: Int, capacity: Int
  ) -> Range<Int> {
    guard let axe = rows.line(at: here)?.axe.axe else { return 0..<0 }
    var start = here
    while here - start < capacity - 1, rows.line(at: start - 1)?.axe.axe == axe { start -= 1 }
    var end = here + 1
    while end - here < capacity, rows.line(at: end)?.axe.axe == axe { end += 1 }
    let after = end - here - 1
    let lead = min(here - start, max((capacity - 1) / 2, capacity - 1 - after))
    return here - lead..<min(end, here - lead + capacity)
  }
}

// Sharing the columns and the rows.
extension TableauWallList {
  /// Columns of the words, without the state at their right.
  var textWidth: Int { width - (isNarrow ? 0 : Self.aplat + 1) }

  private var room: Int { max(1, textWidth - Self.gutter) }

  /// Labels where they fit in all rows; the réalisés begin in one column.
  private mutating func setColumns() {
    let objectifs = items.compactMap { $0.words.map { TextWidth.columns(of: $0.objectif) } }
    let most = objectifs.max() ?? 0
    let values = items.compactMap { item in
      item.words.map { min(TextWidth.columns(of: $0.realise), 20) }
    }
    let labelled = max(24, most + 9 + 2)
    hasLabels = isNarrow || labelled + 8 + (values.max() ?? 0) <= room
    half = hasLabels ? labelled : min(most + 2, max(room / 2, room - 12))
  }

  /// Columns of a réalisé.
  private var valueRoom: Int {
    isNarrow
      ? max(1, room - Self.aplat - 2) : max(1, room - half - (hasLabels ? 8 : 0))
  }

  /// All titles in letters; false where not all of them have room.
  private mutating func setLarge(_ letters: Letters, _ height: Int) -> Bool {
    var left = height
    var set: [(title: [String], realise: [String])] = []
    for item in items {
      guard
        let title = letters.lines(
          of: item.text, width: room, maxLines: max(0, left) / Letters.rows)
      else { return false }
      let realise = WallText.lines(item.words?.realise ?? "", width: valueRoom, maxLines: 4)
      left -= title.count * Letters.rows + max(1, realise.count)
      set.append((title, realise))
    }
    guard left >= items.count - 1, !items.isEmpty else { return false }
    self.letters = letters
    for (index, one) in set.enumerated() {
      (items[index].title, items[index].realise) = one
      items[index].titleLine = Letters.rows
      items[index].gap = index == 0 ? 0 : min(2, left / max(1, items.count - 1))
    }
    return true
  }

  /// Titles in letters in the rows that are blank or free: of the indicator in hand, then from the top.
  private mutating func enlarge(_ letters: Letters, _ height: Int) {
    let gaps = items.count - 1
    var free = height - gaps - items.reduce(0) { $0 + $1.rows(isNarrow: isNarrow) }
    guard free > 0 else { return }
    self.letters = letters
    for index in chosen {
      let rows = items[index].title.count
      guard
        let title = letters.lines(
          of: items[index].text, width: room, maxLines: (free + rows) / Letters.rows)
      else { break }
      items[index].title = title
      items[index].titleLine = Letters.rows
      free -= title.count * Letters.rows - rows
    }
    guard items.contains(where: { $0.titleLine > 1 }) else { return }
    for index in items.indices.dropFirst() { items[index].gap = 1 + min(1, free / max(1, gaps)) }
  }

  /// The places of the items, that of the one in hand first.
  private var chosen: [Int] {
    items.indices.sorted { items[$0].position == selected && items[$1].position != selected }
  }

  private mutating func share(_ height: Int) {
    var free = height - items.count * (isNarrow ? 3 : 2)
    for index in chosen {
      items[index].title = WallText.lines(
        items[index].text, width: room, maxLines: min(4, 1 + max(0, free)))
      free -= max(0, items[index].title.count - 1)
    }
    for index in chosen {
      let realise = items[index].words?.realise ?? ""
      items[index].realise = WallText.lines(
        realise, width: valueRoom, maxLines: min(4, 1 + max(0, free)))
      free -= max(0, items[index].realise.count - 1)
    }
    setGaps(free: max(0, free))
  }

  /// A blank above each item, or above each palier; then between two states of one colour.
  private mutating func setGaps(free: Int) {
    var free = free
    let between = items.indices.dropFirst()
    for places in [Array(between), between.filter { items[$0].isFirst }]
    where free >= places.count && !items.contains(where: { $0.gap > 0 }) {
      for index in places { items[index].gap = 1 }
      free -= places.count
    }
    for index in between where free > 0 && items[index].gap == 0 {
      guard items[index].ground == items[index - 1].ground else { continue }
      items[index].gap = 1
      free -= 1
    }
    // A large window has the rows for more.
    let more = isNarrow ? 0 : min(2, free / max(1, items.count - 1))
    for index in between
    where !items.contains(where: { $0.gap == 0 && $0.position != items[0].position }) {
      items[index].gap += more
    }
  }
}

extension TableauWallList.Item {
  /// The ground of its state; nil for that of a palier.
  fileprivate var ground: Style.Ground? { words?.mark.ink.aplat }

  /// The rows that it takes, without the blank above.
  func rows(isNarrow: Bool) -> Int {
    max(1, title.count) * titleLine + (isNarrow ? 1 : 0) + max(1, realise.count)
  }
}
