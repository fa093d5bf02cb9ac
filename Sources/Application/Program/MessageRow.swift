import TerminalUI

/// The row above the keys: what was said last, with the key that takes it back; else the legend that
/// the screen gives.
///
/// What has no room in one row covers the foot of the screen until the next key, and then keeps the
/// part that has. In a low window the row is lent to the screen: a message covers its foot for one
/// key.
struct MessageRow {
  /// The most rows that a message takes.
  static let mostRows = 3

  /// Columns that a sentence about a change has in one row, beside the key that takes it back.
  static func textColumns(_ state: State) -> Int {
    state.size.width - 2 - TextWidth.columns(of: tail(("u", "annule")))
  }

  private let notice: State.Notice?
  /// The key that takes back what is told, and what it does.
  private let way: (key: String, word: String)?
  private let legend: Legend.Line
  private let lines: [String]
  /// Where it stands.
  let area: Rect
  private let coversScreen: Bool

  init(_ state: State) {
    let layout = WindowLayout(state.size)
    let own = Self.ownArea(state)
    let isToldAbove = own == nil && state.modes.last?.tellsItself == true
    let last = state.notice ?? (own == nil ? nil : state.said?.notice)
    // News of another's hold initials.
    let isHidden = last?.kind == .received && (state.hidesNames || state.isOnWall)
    let notice = isHidden || isToldAbove ? nil : last
    let way = notice == nil || notice != state.said?.notice ? nil : state.wayBack
    let panel = state.panelRows(in: layout.content.height)
    let isSeen = state.modes.isEmpty || panel > 0
    let width = max(1, state.size.width - 2)
    let told = Self.lines(notice?.text ?? "", way, width: width)
    self.notice = notice
    self.way = way
    legend = notice == nil && own != nil && isSeen ? state.screen.ecran.standingLegend(state) : []
    if let own, told.count < 2 || state.notice == nil {
      area = own
      lines = told.count < 2 ? told : [Self.oneRow(notice?.text ?? "", way, width: width)]
      coversScreen = false
      return
    }
    lines = told
    coversScreen = true
    // Over the foot of a panel it would hide what is typed.
    let end =
      state.isOnWall
      ? WallLayout(state.size).foot.row
      : panel > 0 ? layout.content.endRow - panel : layout.message?.endRow ?? layout.keys.row
    // What is typed or asked at the foot is not covered either.
    let isAsked =
      panel == 0 && !state.isOnWall
      && (own == nil ? !state.modes.isEmpty : state.modes.last?.hasField == true)
    let top = isAsked ? layout.content.row : max(0, end - told.count)
    area = Rect(
      column: 0, row: top, width: state.size.width, height: isAsked ? told.count : end - top)
  }

  /// The row that is the message's alone; nil where it is lent to the screen.
  static func ownArea(_ state: State) -> Rect? {
    state.isOpen && !state.isOnWall ? WindowLayout(state.size).message : nil
  }

  /// A text with the way back, or alone where both have no room.
  private static func lines(
    _ text: String, _ way: (key: String, word: String)?, width: Int
  ) -> [String] {
    let whole = way.map { TextWidth.wrap(text + tail($0), width: width) }
    if let whole, whole.count <= mostRows { return whole }
    return TextWidth.wrap(text, width: width, maxLines: mostRows)
  }

  private static func tail(_ way: (key: String, word: String)) -> String {
    " \u{A0}\(way.key)\u{A0}\(way.word)"
  }

  /// As much of a text as stands in a row beside the way back.
  private static func oneRow(
    _ text: String, _ way: (key: String, word: String)?, width: Int
  ) -> String {
    let tail = way.map(tail) ?? ""
    let room = max(1, width - TextWidth.columns(of: tail))
    return (TextWidth.wrap(text, width: room, maxLines: 1).first ?? "") + tail
  }

  func draw(on canvas: inout Canvas) {
    guard let notice else {
      Legend.draw(legend, in: area.inset(columns: 1), ink: .faint, ground: .base, on: &canvas)
      return
    }
    let ground: Style.Ground = coversScreen ? .bar : .base
    if coversScreen { canvas.fill(area, .space, Style(.text, on: ground)) }
    // Where nothing is selected, or it covers what is, one reads it instead.
    if canvas.selection == nil { canvas.selection = Position(column: 1, row: area.row) }
    let style =
      switch notice.kind {
      case .done: Style(.text, on: ground)
      case .refused: Style(.orange, on: ground, .bold)
      case .received: Style(.accent, on: ground)
      }
    for (index, line) in lines.prefix(area.height).enumerated() {
      let row = area.row + index
      let tail = way.map { "\($0.key)\u{A0}\($0.word)" } ?? ""
      guard let way, index == lines.count - 1, line.hasSuffix(tail) else {
        canvas.draw(line, at: 1, row, style, upTo: area.endColumn)
        continue
      }
      let column = canvas.draw(
        String(line.dropLast(tail.count)), at: 1, row, style, upTo: area.endColumn)
      let next = canvas.draw(way.key, at: column, row, Style(.accent, on: ground, .bold))
      canvas.draw(way.word, at: next + 1, row, Style(.faint, on: ground), upTo: area.endColumn)
    }
  }
}
