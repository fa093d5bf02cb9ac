import DPES
import TerminalUI

/// Where the parts of the cercle stand in an area.
struct CercleLayout: Hashable, Sendable {
  enum Arrangement: Hashable, Sendable {
    /// The lists of the four axes around the circle.
    case around
    /// The circle, and the list of one axis beside it.
    case beside
    /// The circle above the list of one axis, in a tall pane.
    case above
    /// The list of one axis alone.
    case list
    /// The circle alone, where it has no room beside the list.
    case circle
    /// Nothing is said yet: the questions of the four axes.
    case questions
  }

  let arrangement: Arrangement
  /// Where the circle is drawn; empty when it has no room.
  private(set) var circle: Rect
  /// The lists of U, D, P and T when around it, else one for the axis shown; none without one.
  private(set) var lists: [Rect] = []
  /// What is said of the selected observation.
  private(set) var detail: Rect
  /// Between the list and what is said; empty where there is no room for a rule.
  private(set) var rule: Rect
  /// Where lists stand that share their height: one column of them, or one on each side.
  private var columns: [Rect] = []
  /// Rows of the detail below a list, where both share one column.
  private var detailRows = 0

  /// Around the circle the columns of the lists are at least so wide, with the margin.
  private static let aroundList = 44

  /// Where the circle stands, and the room that lists share; see ``share(_:)``.
  ///
  /// The other view than the usual one may be wanted: the list alone, or the circle alone where both
  /// have no room; the latter is shown while a place on it is chosen, too. The circle stands where it
  /// would in the whole area, of which a field takes the foot.
  private init(in area: Rect, of whole: Rect, isOther: Bool, isPlacing: Bool, isEmpty: Bool) {
    let nothing = Rect(column: area.column, row: area.row, width: 0, height: 0)
    (circle, detail, rule) = (nothing, nothing, nothing)
    let hasBoth = area.width >= 76 && whole.height >= 10
    // Above its list where that makes it larger than beside it.
    let above = Self.round(Self.above(whole), centred: true)
    let isTall =
      area.width < 76
      ? whole.height >= 28 : above.height > Self.round(Self.beside(whole), centred: false).height
    if isEmpty {
      arrangement = .questions
      if area.width >= 76, area.height >= 15 {
        circle = Self.round(area.inset(columns: 19), centred: true)
      }
    } else if !isOther, area.width >= 138, whole.height >= 24 {
      arrangement = .around
      placeAround(area, of: whole)
    } else if !hasBoth, !isTall, isOther || isPlacing && area.height >= 9 {
      arrangement = .circle
      var rest = area
      detail = rest.takeBottom(isPlacing ? 0 : area.height >= 12 ? 2 : 1)
      circle = Self.round(rest, centred: true)
    } else if isOther || !hasBoth && !isTall {
      arrangement = .list
      columns = [area]
      detailRows = area.width < 60 ? 1 : max(3, area.height / 5)
    } else if isTall {
      arrangement = .above
      circle = above
      var rest = area
      _ = rest.takeTop(Self.above(whole).height + 1)
      columns = [rest]
      detailRows = max(3, rest.height / 4)
    } else {
      arrangement = .beside
      placeBeside(area, of: whole)
    }
  }

  private mutating func placeAround(_ area: Rect, of whole: Rect) {
    var room = whole.inset(columns: Self.aroundList)
    room.height = max(0, whole.height - 5)
    circle = Self.round(room, centred: true)
    circle.row = area.row
    detail = Rect(
      column: circle.column, row: circle.endRow + 1, width: circle.width,
      height: area.endRow - circle.endRow - 1)
    let right = circle.endColumn + 1
    columns = [
      Rect(
        column: area.column, row: area.row, width: circle.column - 1 - area.column,
        height: area.height),
      Rect(column: right, row: area.row, width: area.endColumn - right, height: area.height),
    ]
  }

  /// Where a circle may stand that has a list under it: as high as leaves the list some rows.
  private static func above(_ area: Rect) -> Rect {
    var area = area
    return area.takeTop(min(area.width / 2, max(area.height * 6 / 10, area.height - 13)))
  }

  /// Where one may stand that has a list at its right.
  private static func beside(_ area: Rect) -> Rect {
    var area = area
    return area.takeLeft(area.width - (area.width >= 98 ? 50 : 36) - 2)
  }

  private mutating func placeBeside(_ area: Rect, of whole: Rect) {
    circle = Self.round(Self.beside(whole), centred: false)
    let start = circle.endColumn + 2
    columns = [
      Rect(column: start, row: area.row, width: area.endColumn - start, height: area.height)
    ]
    if whole.endRow - circle.endRow - 1 >= 6 {
      detail = Rect(
        column: circle.column, row: circle.endRow + 1, width: circle.width,
        height: area.endRow - circle.endRow - 1)
    } else {
      detailRows = max(3, area.height / 5)
    }
  }

  /// The largest circle in an area: about twice as many columns as rows, both odd.
  private static func round(_ area: Rect, centred: Bool) -> Rect {
    func odd(_ count: Int) -> Int { max(0, count % 2 == 0 ? count - 1 : count) }
    let rows = odd(min(area.height, (area.width + 1) / 2))
    let columns = odd(min(area.width, rows * 2 + 1))
    return Rect(
      column: area.column + (centred ? (area.width - columns) / 2 : 0),
      row: area.row + (centred ? (area.height - rows) / 2 : 0), width: columns, height: rows)
  }

  /// A position in cells of the circle; nil outside of where it is drawn.
  func cell(at position: Position) -> Position? {
    guard circle.contains(position) else { return nil }
    return Position(column: position.column - circle.column, row: position.row - circle.row)
  }

  /// The list of an axis, empty where it is not shown: U and D stand left of the circle, P and T right.
  ///
  /// There is no fifth list around the circle: those « à placer » stand in place of the first.
  func list(of axe: Axe?) -> Rect {
    guard arrangement == .around, lists.count == 4 else {
      return lists.first ?? Rect(column: circle.column, row: circle.row, width: 0, height: 0)
    }
    return switch axe {
    case .utilite, nil: lists[0]
    case .democratie: lists[1]
    case .personne: lists[2]
    case .territoire: lists[3]
    }
  }
}

// The rows that lists and detail share: what that depends on beside the area.
extension CercleLayout {
  /// While somebody types nothing moves: the field covers what stands at the foot, unless that is what
  /// is selected.
  init(_ state: borrowing State, in area: Rect) {
    let whole = Self.whole(state, area)
    self.init(placing: state, in: whole, of: whole)
    share(state)
    guard whole != area, !showsSelected(state, above: area.endRow) else { return }
    self.init(placing: state, in: area, of: whole)
    share(state)
  }

  /// Without the lists: the circle depends on none of them.
  private init(placing state: borrowing State, in area: Rect, of whole: Rect) {
    self.init(
      in: area, of: whole, isOther: state.cercle.isOther, isPlacing: state.modes.last is Move,
      isEmpty: state.derived.image?.isEmpty ?? true)
  }

  /// Whether the list in hand, and the whole of its selected observation, begin and end above a row.
  private func showsSelected(_ state: State, above row: Int) -> Bool {
    guard let image = state.derived.image, arrangement != .questions else { return false }
    let group = image[state.cercle.axe]
    let list = list(of: state.cercle.axe)
    guard !group.observations.isEmpty else { return AxisList.lines(in: list).row < row }
    let rows = AxisList.rows(of: group, state, isShown: true, in: list)
    return rows.place(of: state.cercle.index).map { $0.endRow <= row } ?? false
  }

  /// The area with the rows that a field at the foot takes: the circle stays where it is while
  /// somebody types.
  ///
  /// What is chosen by looking at the circle leaves it whole.
  static func whole(_ state: State, _ area: Rect) -> Rect {
    guard state.modes.contains(where: \.hasField) else { return area }
    var whole = area
    whole.height += state.panelRows(in: WindowLayout(state.size).content.height)
    return whole
  }

  /// The circle's place for a state; nil when the cercle is not shown, or has no room for one.
  static func circle(for state: State) -> Rect? {
    guard let area = CercleEcran.area(state) else { return nil }
    let layout = CercleLayout(placing: state, in: area, of: whole(state, area))
    return layout.circle.isEmpty || layout.arrangement == .questions ? nil : layout.circle
  }

  /// Shares the height of the columns among the lists, and with the detail.
  ///
  /// - Complexity: O(rows of the area): no text is laid out that has no row.
  private mutating func share(_ state: State) {
    guard let image = state.derived.image else { return }
    let shown = state.cercle.axe
    if arrangement == .around {
      let first = shown == nil ? nil : Axe?.some(.utilite)
      let pairs: [[Axe?]] = [[first, .democratie], [.personne, .territoire]]
      lists = zip(pairs, columns).flatMap { pair, column in
        Self.share(pair.map { image[$0] }, state, shown: pair.firstIndex(of: shown), column)
      }
    } else if let column = columns.first {
      shareWithDetail(image[shown], state, column)
    }
  }

  /// Two lists, one above the other: the one in hand takes what it needs, the other never falls under
  /// one row an item, or under half of the height where that is more than there is.
  private static func share(
    _ groups: [ImageView.Group], _ state: State, shown: Int?, _ column: Rect
  ) -> [Rect] {
    let total = max(0, column.height - 1)
    let wishes = groups.map { AxisList.rows(of: $0, state, width: column.width, upTo: total) }
    let least = groups.map { min(AxisList.leastRows(of: $0), total / 2) }
    let top: Int
    switch shown {
    case 0: top = min(wishes[0], total - least[1])
    case 1: top = total - min(wishes[1], total - least[0])
    default:
      // Neither is in hand: who needs less than half leaves the rest to the other.
      let half = max(least[0], min(total / 2, total - least[1]))
      top = wishes[1] < total - half ? total - max(wishes[1], least[1]) : half
    }
    // What the upper one leaves goes to the lower one, and the other way round.
    let height = wishes[0] < top ? max(wishes[0], min(top, total - wishes[1])) : top
    var rest = column
    let first = rest.takeTop(height)
    _ = rest.takeTop(1)
    return [first, rest]
  }

  /// One list above what is said of its selection: what the list needs not goes to the detail, and a
  /// text that is whole in neither takes more of it.
  private mutating func shareWithDetail(
    _ group: ImageView.Group, _ state: State, _ column: Rect
  ) {
    guard detailRows > 0 else {
      lists = [column]
      return
    }
    let height = column.height
    let isRuled = height >= 20
    let kept = detailRows + (isRuled ? 1 : 0)
    let wish = AxisList.rows(of: group, state, width: column.width, upTo: height)
    let index = state.cercle.index
    var below = max(kept, height - wish)
    let rows = AxisList.rows(
      of: group, state, isShown: true,
      in: Rect(column: column.column, row: column.row, width: column.width, height: height - below))
    if group.observations.indices.contains(index),
      !AxisList.isWhole(group.observations[index], of: group, rows.place(of: index))
    {
      let needed = ObservationDetail.textRows(state, width: column.width)
      below = max(below, min(needed + (isRuled ? 1 : 0), height / 2))
    }
    var rest = column
    detail = rest.takeBottom(below)
    if isRuled { rule = detail.takeTop(1) }
    lists = [rest]
  }
}
