import DPES
import TerminalUI

extension State {
  /// The wall, for the state's size.
  var salleView: Canvas {
    var canvas = Canvas(size, symbols: environment.symbols)
    let content = SalleLayout(size)
    switch modes.last {
    case .capture(let capture):
      let foot = SalleField(capture, in: size)
      SalleView.draw(self, footRows: foot.rows, on: &canvas)
      foot.draw(self, on: &canvas)
    case .card(let card):
      var area = Rect(size).inset(columns: content.header.column)
      _ = area.takeBottom(1)
      card.draw(self, in: area, on: &canvas)
    default:
      SalleView.draw(self, on: &canvas)
    }
    drawSalleFoot(in: content.foot, margin: content.header.column, on: &canvas)
    let above = WindowLayout(size).content
    switch modes.last {
    case .edit(let edit): edit.draw(self, in: above, on: &canvas)
    case .help(let help): help.draw(self, in: above, on: &canvas)
    case .actions(let list): list.draw(self, in: above, on: &canvas)
    // What may hold a name or a path is not for the wall.
    default: break
    }
    // News of another's hold initials.
    if let notice, notice.kind != .received { KeyLine(self).drawNotice(on: &canvas) }
    return canvas
  }

  /// The last row: whose démarche it is, of which day, and how to get help; or the keys of what goes
  /// on above.
  private func drawSalleFoot(in row: Rect, margin: Int, on canvas: inout Canvas) {
    let isFollower = salle?.isFollower == true
    switch modes.last {
    case .capture: return
    case nil: break
    default:
      if !isFollower { return KeyLine(self).draw(on: &canvas) }
    }
    let row = row.inset(columns: margin)
    let hint = isFollower || row.width < 50 ? "" : "? aide   s sortir"
    let start = row.endColumn - TextWidth.columns(of: hint)
    canvas.draw(hint, at: start, row.row, .faint)
    let name = demarche?.structure.raisonSociale ?? ""
    let day = derived.image?.cercle.date.french ?? ""
    let version = viewing.map { " · version du \($0.version.quand)" } ?? ""
    let tellings = day.isEmpty ? [""] : [" · image du \(day)", " · \(day)"]
    let room = start - row.column - 2
    let fitting = tellings.first { TextWidth.fits(name + $0 + version, room) }
    let rest = (fitting ?? tellings[tellings.count - 1]) + version
    // The day stays whole, the name as far as there is room.
    let text = TextWidth.truncated(name, to: max(8, room - TextWidth.columns(of: rest))) + rest
    canvas.draw(text, at: row.column, row.row, .faint, upTo: start - 1)
  }

  /// What is not as usual, calmly: the end of the rule says it.
  var salleSigns: [(text: String, style: Style)] {
    var signs: [(String, Style)] = []
    switch countdown.phase {
    case .running: signs.append((countdown.text(at: environment.uptime), .strong))
    case .over: signs.append(("Le temps est écoulé", Style(.orange, .bold)))
    case .waiting: break
    }
    if case .failed = document?.saved { signs.append(("non enregistré", Style(.orange, .bold))) }
    return signs
  }
}
