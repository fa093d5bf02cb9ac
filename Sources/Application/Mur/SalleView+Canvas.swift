import DPES
import TerminalUI

extension SalleView {
  /// The wall, for the state's size.
  static func canvas(_ state: State) -> Canvas {
    var canvas = Canvas(state.size, symbols: state.environment.symbols)
    let content = SalleLayout(state.size)
    let mode = state.modes.last
    if let capture = mode as? Capture {
      let foot = SalleField(capture, in: state.size)
      SalleView.draw(state, footRows: foot.rows, on: &canvas)
      foot.draw(state, on: &canvas)
    } else if let card = mode as? SalleCard {
      var area = Rect(state.size).inset(columns: content.header.column)
      _ = area.takeBottom(1)
      card.draw(state, in: area, on: &canvas)
    } else {
      SalleView.draw(state, on: &canvas)
    }
    drawFoot(state, in: content.foot, margin: content.header.column, on: &canvas)
    // What may hold a name or a path is not for the wall.
    if let mode, mode.onWall != .never, !(mode is Capture || mode is SalleCard) {
      mode.draw(state, in: WindowLayout(state.size).content, on: &canvas)
    }
    // News of another's hold initials.
    if let notice = state.notice, notice.kind != .received {
      KeyLine(state).drawNotice(on: &canvas)
    }
    return canvas
  }

  /// The last row: whose démarche it is, of which day, and how to get help; or the keys of what goes
  /// on above.
  private static func drawFoot(_ state: State, in row: Rect, margin: Int, on canvas: inout Canvas) {
    let isFollower = state.salle?.isFollower == true
    if state.modes.last is Capture { return }
    if !state.modes.isEmpty, !isFollower { return KeyLine(state).draw(on: &canvas) }
    let row = row.inset(columns: margin)
    let hint = isFollower || row.width < 50 ? "" : "? aide   s sortir"
    let start = row.endColumn - TextWidth.columns(of: hint)
    canvas.draw(hint, at: start, row.row, .faint)
    let name = state.demarche?.structure.raisonSociale ?? ""
    let day = state.derived.image?.cercle.date.french ?? ""
    let version = state.viewing.map { " · version du \($0.version.quand)" } ?? ""
    let tellings = day.isEmpty ? [""] : [" · image du \(day)", " · \(day)"]
    let room = start - row.column - 2
    let fitting = tellings.first { TextWidth.fits(name + $0 + version, room) }
    let rest = (fitting ?? tellings[tellings.count - 1]) + version
    // The day stays whole, the name as far as there is room.
    let text = TextWidth.truncated(name, to: max(8, room - TextWidth.columns(of: rest))) + rest
    canvas.draw(text, at: row.column, row.row, .faint, upTo: start - 1)
  }

  /// What is not as usual, calmly: the end of the rule says it.
  static func signs(_ state: State) -> [(text: String, style: Style)] {
    var signs: [(String, Style)] = []
    switch state.countdown.phase {
    case .running: signs.append((state.countdown.text(at: state.environment.uptime), .strong))
    case .over: signs.append(("Le temps est écoulé", Style(.orange, .bold)))
    case .waiting: break
    }
    if case .failed = state.document?.saved {
      signs.append(("non enregistré", Style(.orange, .bold)))
    }
    return signs
  }
}
