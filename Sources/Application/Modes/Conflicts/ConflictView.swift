import DPES
import TerminalUI

extension ConflictQuestion {
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let open = state.conflicts.waiting.first else { return }
    let width = min(96, area.width - 4)
    let blocks = Conflict.Side.allCases.map {
      Block(open, $0, isChosen: $0 == choice, state, width: width)
    }
    // What is not said by the name of the place already.
    let titre = open.reading.titre.flatMap {
      open.reading.lieu.contains($0) ? nil : Span("«\u{A0}\($0)\u{A0}»", Style(.faint, on: .card))
    }
    let label = open.reading.label.map {
      Span($0.capitalizedFirst, Style(.accent, on: .card, .bold))
    }
    let names = [titre, label].compactMap(\.self)
    // Where they stand gives way to both values, each under where it comes from.
    let placeRows = area.height - 2 - 2 * blocks.count - names.count
    let place = TextWidth.wrap(
      open.reading.lieu.capitalizedFirst, width: width, maxLines: max(1, min(2, placeRows))
    )
    .map { Span($0, Style(.text, on: .card)) }
    let lines = place.map(\.text) + names.map(\.text) + [Self.before(open, state)]
    // Between the blocks, around them, and for the value before.
    let least = blocks.reduce(lines.count) { $0 + $1.naturalRows } + 3
    // What one row does not hold has more where the window has them.
    let rows = ListRows(
      lines.indices, of: lines.count, selected: nil,
      in: Rect(
        column: 0, row: 0, width: width, height: lines.count + max(0, area.height - 2 - least)),
      lines: { TextWidth.lineCount(of: lines[$0], width: width) })
    let heights = lines.indices.map { rows.place(of: $0)?.height ?? 1 }
    let wanted = least + heights.reduce(0, +) - lines.count
    var card = canvas.drawCard(
      title: title(state.conflicts), content: Size(width, wanted), in: area)
    let whole = card
    let isRoomy = card.height >= wanted
    let gap = card.height > wanted - 4 ? 1 : 0
    for (span, height) in zip(place + names, heights) {
      canvas.drawLines(span.text, in: card.takeTop(height), span.style)
    }
    if isRoomy, let height = heights.last {
      _ = card.takeTop(1)
      canvas.drawLines(
        lines[lines.count - 1], in: card.takeBottom(height), Style(.faint, on: .card))
      _ = card.takeBottom(1)
    }
    let shares = Block.rows(of: blocks, in: card.height - gap)
    for (index, block) in blocks.enumerated() {
      block.draw(in: card.takeTop(shares[index]), on: &canvas)
      _ = card.takeTop(gap)
    }
    canvas.tell(textsIn: whole, free: area.height - 2 - wanted)
  }

  private func title(_ conflicts: OpenConflicts) -> String {
    let count = conflicts.settled + conflicts.waiting.count
    let number = count > 1 ? ", \(conflicts.settled + 1) sur \(count)" : ""
    return "Changé ici et ailleurs\(number)"
  }

  /// The value before both changes.
  private static func before(_ open: OpenConflict, _ state: State) -> String {
    let value = Value(open.reading.base, key: open.reading.key, state.marks)
    return "Avant\u{A0}: \(value.sign.map { $0 + " " } ?? "")\(value.text)"
  }

  /// A value as it is shown: a sign and a word where the method has one.
  fileprivate struct Value {
    var sign: String?
    var ink = Style.Ink.text
    var text: String

    init(_ words: String?, key: String?, _ marks: Marks) {
      text = words ?? "(rien)"
      guard let words else {
        ink = .faint
        return
      }
      if key == "statut" {
        let mark =
          Statut(rawValue: words).map { marks.mark($0) }
          ?? Realise.Statut(rawValue: words).map { marks.mark($0) }
        guard let mark else { return }
        (sign, ink, text) = (mark.sign, mark.ink, mark.word)
      } else if key == "axe", let axe = Axe(rawValue: words) {
        text = axe.nomCourt
      }
    }
  }

  /// One of the two values, under where it comes from.
  fileprivate struct Block {
    let key: String
    let heading: String
    let value: Value
    /// The value of the other side, for telling where the two part.
    let other: String
    let isChosen: Bool
    let width: Int

    init(_ open: OpenConflict, _ side: Conflict.Side, isChosen: Bool, _ state: State, width: Int) {
      key = side == .ours ? "i" : "a"
      let source = side == .ours ? "Ici" : open.source
      let who = ConflictQuestion.words(state, for: side == .ours ? open.here : open.there)
      let kept = open.conflict.kept == side ? "gardé" : nil
      heading = [source, who, kept].compactMap(\.self).joined(separator: " · ")
      value = Value(open.reading.value(side), key: open.reading.key, state.marks)
      other = open.reading.value(side.other) ?? ""
      self.isChosen = isChosen
      self.width = width
    }

    /// Columns before the value.
    private static let indent = 4

    private var valueWidth: Int { max(1, width - Self.indent - (value.sign == nil ? 0 : 2)) }

    var naturalRows: Int { 1 + TextWidth.wrap(value.text, width: valueWidth).count }

    /// The rows that each block gets: the chosen one as many as it can use.
    static func rows(of blocks: [Block], in height: Int) -> [Int] {
      let natural = blocks.map(\.naturalRows)
      guard natural.reduce(0, +) > height else { return natural }
      let chosen = blocks[0].isChosen ? 0 : 1
      let least = min(natural[1 - chosen], 4, height / 2)
      let most = min(natural[chosen], height - least)
      let rest = min(natural[1 - chosen], height - most)
      return chosen == 0 ? [most, rest] : [rest, most]
    }

    func draw(in area: Rect, on canvas: inout Canvas) {
      var rest = area
      let ground: Style.Ground = isChosen ? .selected : .card
      canvas.fill(area, .space, Style(.text, on: ground))
      let head = rest.takeTop(1)
      if isChosen {
        canvas.put(.prompt, at: head.column, head.row, Style(.accent, on: ground, .bold))
        canvas.selection = Position(column: head.column + 2, row: head.row)
      }
      canvas.draw(key, at: head.column + 2, head.row, Style(.accent, on: ground, .bold))
      canvas.draw(heading, at: head.column + Self.indent, in: head, Style(.faint, on: ground))
      let column = rest.column + Self.indent + (value.sign == nil ? 0 : 2)
      if let sign = value.sign {
        canvas.draw(
          sign, at: rest.column + Self.indent, rest.row, Style(value.ink, on: ground, .bold))
      }
      for line in lines(rest.height) {
        canvas.draw(
          line, at: column, in: rest.takeTop(1),
          Style(value.ink == .faint ? .faint : .text, on: ground))
      }
    }

    /// The value in so many rows; a longer one begins shortly before it parts from the other.
    private func lines(_ rows: Int) -> [String] {
      let lines = TextWidth.wrap(value.text, width: valueWidth)
      guard lines.count > rows else { return lines }
      let common = zip(value.text, other).prefix { $0 == $1 }.count
      let start = value.text.prefix(max(0, common - 20)).lastIndex(of: " ")
      let text = start.map { "…" + value.text[$0...] } ?? value.text
      return TextWidth.wrap(text, width: valueWidth, maxLines: rows)
    }
  }

  /// What a place says now that a side was chosen: `Observation 13, statut : ● vert`.
  static func told(_ state: State, _ reading: Conflict.Reading, _ side: Conflict.Side) -> String {
    let value = ConflictQuestion.Value(reading.value(side), key: reading.key, state.marks)
    let what = [reading.lieu.capitalizedFirst, reading.label].compactMap(\.self)
      .joined(separator: ", ")
    let words = TextWidth.truncated(value.text, to: 40)
    return "\(what)\u{A0}: \(value.sign.map { $0 + " " } ?? "")\(words)"
  }

  /// Who did something, and when, as far as the historique says: `SC, aujourd’hui à 14:32`.
  fileprivate static func words(_ state: State, for trace: Trace?) -> String {
    guard let trace else { return "auteur et moment inconnus" }
    let who =
      trace.qui.flatMap { id in state.demarche?.participants.first { $0.id == id }?.initiales }
      ?? "auteur inconnu"
    guard let instant = trace.quand else { return "\(who), moment inconnu" }
    let local = Instant(seconds: instant.seconds + state.environment.utcOffset)
    let day = local.day == state.environment.today ? "aujourd’hui" : "le \(local.day.frenchShort)"
    return "\(who), \(day) à \(Arrival.localTime(state, instant))"
  }
}
