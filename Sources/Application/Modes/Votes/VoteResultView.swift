import DPES
import TerminalUI

extension VoteResult {
  private static func footRows(in height: Int) -> Int { height >= 12 ? 5 : 2 }

  /// How many options a window shows at once.
  static func height(in size: Size) -> Int {
    let inside = WindowLayout(size).content.height - 2
    return max(1, inside - 2 - footRows(in: inside))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var card = canvas.drawCard(title: "Résultats", content: area.size, in: area)
    guard let scrutin else { return }
    let height = card.height
    let head = card.takeTop(1)
    canvas.draw(
      Self.heading(scrutin, fitting: head.width), in: head, Style(.text, on: .card, .bold))
    let columns = Columns(of: self, in: card)
    drawControl(columns, in: card.takeTop(1), on: &canvas)
    let foot = card.takeBottom(Self.footRows(in: height))
    let lines = { (index: Int) in
      let text = columns.text(in: card)
      let lead = observations[places[index].option] == nil ? 0 : Canvas.optionLead
      return TextWidth.lineCount(of: texte(of: places[index]), width: text.width - lead)
    }
    list.draw(on: &canvas, in: card, of: places.count, lines: lines) { canvas, line, index in
      draw(places[index], columns, state, in: line, on: &canvas)
    }
    drawFoot(state, in: foot, on: &canvas)
  }

  /// Where things stand in a line.
  private struct Columns {
    let bar: Int
    /// Whether there is room for the words of a tie.
    let hasTies: Bool
    /// Those whose figures have a column of their own.
    let colleges: [Scrutin.ParCollege]
    let most: Int

    init(of result: VoteResult, in area: Rect) {
      bar = min(24, max(5, area.width / 8))
      colleges = area.width >= 56 ? result.scrutin?.parCollege ?? [] : []
      hasTies = area.width - 4 * colleges.count >= 64
      most = result.places.first?.points ?? 0
    }

    /// Columns that the figures of the collèges take, at the end.
    var collegeWidth: Int { colleges.isEmpty ? 0 : 4 * colleges.count + 1 }

    /// Where an option stands in a line.
    func text(in line: Rect) -> Rect {
      var text = line
      _ = text.takeLeft(bar + 12)
      _ = text.takeRight(collegeWidth + (hasTies ? 9 : 0))
      return text
    }
  }

  /// What the control says, and the heads of the collèges' columns.
  private func drawControl(_ columns: Columns, in row: Rect, on canvas: inout Canvas) {
    var column = row.endColumn - columns.collegeWidth
    let isRight = scrutin?.controle?.estJuste ?? true
    // What the sign of a tie means, where no line has room to say it.
    let isTold = columns.hasTies || !places.contains(where: \.exAequo)
    let whole = [control, isTold ? nil : "=\u{A0}: ex æquo."].compactMap(\.self)
      .joined(separator: " ")
    canvas.draw(
      TextWidth.fits(whole, column - row.column) ? whole : control ?? "", at: row.column, row.row,
      Style(isRight ? .faint : .orange, on: .card), upTo: column)
    for part in columns.colleges {
      let letter = part.college.map { String($0.lettre).uppercased() } ?? "?"
      column += 4
      canvas.draw(letter, at: column - 1, row.row, Style(.accent, on: .card, .bold))
    }
  }

  private func draw(
    _ place: Scrutin.Place, _ columns: Columns, _ state: State, in line: Rect,
    on canvas: inout Canvas
  ) {
    let leads = leads(place)
    let emphasis: Style.Emphasis = leads ? .bold : []
    let isMarked = observations[place.option]?.priorite == true
    // A mark given, or about to be.
    if isMarked {
      canvas.draw("!", at: line.column, line.row, Style(.accent, on: .card, .bold))
    } else if leads {
      canvas.put(.prompt, at: line.column, line.row, Style(.accent, on: .card, .bold))
    }
    canvas.draw(
      "\(place.rang)\(place.exAequo ? "=" : "")", at: line.column + 2, line.row,
      Style(.text, on: .card, emphasis))
    let bar = line.column + 6
    let length =
      place.points > 0
      ? max(1, Int(Double(columns.bar) * Double(place.points) / Double(max(1, columns.most)))) : 0
    canvas.drawHorizontal(
      .heavyHorizontal, at: bar, line.row, length: length, Style(.accent, on: .card))
    let end = bar + columns.bar + 4
    canvas.draw(String(place.points), before: end, line.row, Style(.text, on: .card, .bold))
    let text = columns.text(in: line)
    var column = line.endColumn - columns.collegeWidth
    for part in columns.colleges {
      column += 4
      canvas.draw(
        String(part.points(pour: place.option)), before: column, line.row, Style(.text, on: .card))
    }
    if columns.hasTies, place.exAequo {
      canvas.draw("ex æquo", at: text.endColumn + 1, line.row, Style(.faint, on: .card))
    }
    let observation = observations[place.option]
    if observation == nil, !place.option.isID {
      canvas.drawLines(place.option, in: text, Style(.text, on: .card))
    } else {
      canvas.drawOption(observation, state.marks, in: text)
    }
  }

  /// How many are the first, the selected text in full, and its collèges.
  private func drawFoot(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    if area.height > 2 { canvas.drawRule(in: rest.takeTop(1)) }
    let told = rest.takeBottom(1)
    canvas.draw(leadingTold(state, fitting: told.width), in: told, Style(.accent, on: .card, .bold))
    guard let row = list.selectedRow(of: places.count) else { return }
    let option = places[row].option
    if let colleges = colleges(of: option, fitting: rest.width) {
      canvas.draw(colleges, in: rest.takeBottom(1), Style(.text, on: .card))
    }
    canvas.drawLines(
      observations[option]?.texte ?? (option.isID ? "" : option), in: rest, Style(.faint, on: .card)
    )
  }
}

extension VoteResult {
  /// What an option says; an observation that is gone says nothing of itself.
  func texte(of place: Scrutin.Place) -> String {
    observations[place.option]?.texte
      ?? (place.option.isID ? "Une observation retirée depuis" : place.option)
  }
}

extension String {
  /// Whether it has the shape of an id, which is no text to be shown.
  fileprivate var isID: Bool {
    count == 11 && allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
  }
}
