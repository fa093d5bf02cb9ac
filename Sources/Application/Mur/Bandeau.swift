import DPES
import TerminalUI

/// The head of a page of the wall: three full rows of a colour, where no head hides them.
///
/// A status has its aplat, its sign drawn large and its word; what is about several things has no
/// status' colour, as a colour is never a sum.
struct Bandeau {
  let ground: Style.Ground
  /// The sign of one column that is drawn large; nil for none.
  var sign: String?
  /// What it is, drawn in capitals: `rouge`, `nouvelle observation`.
  let word: String
  /// What stands after the word: `! PRIORITÉ`.
  var flags: [String] = []
  /// What stands at the right, bold, the fullest telling first: `Utilité et emplois`.
  var subject: [String] = []
  /// What ends the row: `11 / 14`.
  var place = ""
  /// The sentence under the word, in two rows; or two short ones.
  var lines: [String] = []
}

extension Bandeau {
  /// Rows that it takes on a wall of a scale.
  static func rows(_ scale: WallScale) -> Int { scale == .least ? 1 : 3 }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.lay(area, on: ground)
    let isTall = area.height > 1
    let start = area.column + (isTall ? sign == nil ? 2 : 10 : 1)
    let end = area.endColumn - (isTall ? 2 : 1)
    if isTall, let sign, let drawn = WallSign(sign) {
      canvas.draw(drawn, at: area.column + 2, area.row, Style(.text, on: ground))
    }
    var head = word.uppercased()
    if !isTall, let sign { head = "\(sign) \(head)" }
    let (told, rest) = telling(head, room: end - start)
    let column = canvas.draw(
      told.joined(separator: "  "), at: start, area.row, Style(.text, on: ground, .bold), upTo: end)
    let width = TextWidth.columns(of: rest.subject) + TextWidth.columns(of: rest.place)
    let gap = rest.subject.isEmpty || rest.place.isEmpty ? 0 : 2
    let right = max(column + 2, end - width - gap)
    let middle = canvas.draw(
      rest.subject, at: right, area.row, Style(.text, on: ground, .bold), upTo: end)
    canvas.draw(rest.place, at: middle + gap, area.row, Style(.text, on: ground), upTo: end)
    guard isTall else { return }
    for (index, line) in wrapped(width: end - start).prefix(area.height - 1).enumerated() {
      canvas.draw(line, at: start, area.row + 1 + index, Style(.text, on: ground), upTo: end)
    }
  }

  private func wrapped(width: Int) -> [String] {
    lines.count == 1
      ? WallText.lines(lines[0], width: max(1, width), maxLines: 2)
      : lines.map { WallText.line($0, width: max(1, width)) }
  }

  /// The word with its flags, and what stands at the right, in the fullest telling that there is room
  /// for: the flags go last.
  private func telling(
    _ head: String, room: Int
  ) -> (head: [String], rest: (subject: String, place: String)) {
    let rights = subject.map { ($0, place) } + [("", place), ("", "")]
    for heads in [[head] + flags, [head]] {
      let width = TextWidth.columns(of: heads.joined(separator: "  "))
      let fitting = rights.first { subject, place in
        let both = TextWidth.columns(of: subject) + TextWidth.columns(of: place)
        return width + (both == 0 ? 0 : both + 4) <= room
      }
      if let fitting { return (heads, fitting) }
    }
    return ([head], ("", ""))
  }
}

extension Statut? {
  /// The ground of a status on the wall.
  var bandeauGround: Style.Ground {
    switch self {
    case .rouge: .red
    case .orange: .orange
    case .vert: .green
    case nil: .unsaid
    }
  }
}

extension Style.Ink {
  /// The aplat of an ink that says a status; what says none has no colour.
  var aplat: Style.Ground {
    switch self {
    case .red: .red
    case .orange: .orange
    case .green: .green
    case .text, .faint, .accent, .line: .unsaid
    }
  }
}
