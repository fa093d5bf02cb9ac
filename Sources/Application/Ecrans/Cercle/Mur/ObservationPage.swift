import DPES
import TerminalUI

/// One observation, as large as the wall allows: its colour first, then what is said.
enum ObservationPage: WallPage {
  static let name = "observation"
  static let title = "l’observation"

  static func isOffered(_ state: State) -> Bool {
    state.derived.image.map { image in image.groups.contains { !$0.observations.isEmpty } } ?? false
  }

  static func bandeau(_ state: State) -> Bandeau {
    let axe = state.cercle.axe
    let subject = axe.map { [$0.nomCourt, $0.motCourt] } ?? ["À placer"]
    guard let observation = state.cercle.selected(in: state.derived) else {
      return Bandeau(
        ground: .banner, word: "Rien encore sur cet axe", subject: subject,
        lines: axe.map { [AccueilPage.question(of: $0)] } ?? [])
    }
    let mark = state.marks.mark(observation.statut)
    let count = state.derived.image?[axe].observations.count ?? 0
    return Bandeau(
      ground: observation.statut.bandeauGround, sign: mark.sign, word: mark.word,
      flags: (observation.priorite ? ["! PRIORITÉ"] : [])
        + (observation.desaccord ? ["\(state.marks.desaccord.sign) DÉSACCORD"] : []),
      subject: subject, place: "\(state.cercle.index + 1) / \(count)",
      lines: observation.statut.map { [$0.phrase] } ?? ["Pas encore de couleur."])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let text =
      state.cercle.selected(in: state.derived)?.texte
      ?? state.cercle.axe.map(AccueilPage.question) ?? "Rien n’est à placer."
    if let image = state.derived.image {
      Counts(image, state, width: area.width).draw(in: &rest, on: &canvas)
    }
    if let whole = wholeOfSmall(area, beside: rest, for: text, state) {
      canvas.fill(area, .space)
      rest = whole
      return WallView.drawSentence(text, state, in: &rest, on: &canvas)
    }
    let before = saidBefore(state)
    drawBefore(before, under: text, state, in: &rest, on: &canvas)
    WallView.drawSentence(text, state, in: &rest, on: &canvas)
  }

  /// In a small window what is around the sentence leaves where that gives it letters: all of the
  /// rows, up to the bandeau; nil where it changes nothing.
  private static func wholeOfSmall(
    _ area: Rect, beside rest: Rect, for text: String, _ state: State
  ) -> Rect? {
    guard state.wallScale == .small else { return nil }
    let letters = state.wallLetters
    let whole = Rect(
      column: area.column, row: area.row - 1, width: area.width, height: area.height + 1)
    return WallSentence(text, in: rest.size, letters: letters).letterRows
      < WallSentence(text, in: whole.size, letters: letters).letterRows ? whole : nil
  }

  static func keys(_ state: State) -> [String] {
    if state.cercle.axe == nil, CercleEcran.refusal(state) == nil,
      state.cercle.selected(in: state.derived) != nil
    {
      return ["x donner un axe"]
    }
    return state.size.width < 80 ? [] : ["↑ ↓ observation"]
  }

  /// The nearest first: before the one said last, whatever their axis, as while it was typed; before
  /// another, those of its axis.
  private static func saidBefore(_ state: State) -> [Observation] {
    guard let image = state.derived.image else { return [] }
    let all = image.cercle.observations
    if let id = state.cercle.selectedID, all.last?.id == id {
      return all.dropLast().suffix(mostBefore).reversed()
    }
    // As many as the largest wall shows, however many the axis has.
    return image[state.cercle.axe].observations.prefix(state.cercle.index).suffix(mostBefore)
      .reversed()
  }

  /// How many of those said before a wall shows.
  static let mostBefore = 5

  /// What was said before, under a rule, so that the room sees that it was heard: the nearest first,
  /// as many as leave the sentence whole; one that the sentence resembles stands in the place of the
  /// farthest.
  static func drawBefore(
    _ before: [Observation], alike: Observation? = nil, under text: String,
    most: Int = mostBefore, _ state: State, in area: inout Rect, on canvas: inout Canvas
  ) {
    let before = (alike.map { [$0] } ?? []) + before.filter { $0.id != alike?.id }
    let scale = state.wallScale
    let counts: [WallScale: Int] = [.full: mostBefore, .middle: 3, .small: 3, .least: 0]
    let most = min(most, before.count, counts[scale] ?? 0, max(0, area.height / 2 - 1))
    let room = area
    func rows(_ count: Int) -> Int { count == 0 ? 0 : count + (scale > .small ? 2 : 1) }
    let count = stride(from: most, through: 0, by: -1).first { count in
      let size = Size(room.width, room.height - rows(count))
      return WallSentence(text, in: size, letters: state.wallLetters).isWhole
    }
    guard let count, count > 0 else { return }
    let isAlikeFirst = alike != nil && before.first?.id == alike?.id
    let more =
      isAlikeFirst ? moreRows(for: before[0], under: text, beside: rows(count), state, in: area) : 0
    var rest = area.takeBottom(rows(count) + more)
    canvas.drawHorizontal(at: rest.column, rest.row, length: rest.width)
    _ = rest.takeTop(1)
    for observation in before.prefix(count) {
      let isAlike = observation.id == alike?.id
      let row = rest.takeTop(isAlike ? 1 + more : 1)
      let mark = state.marks.mark(observation.statut)
      canvas.draw(mark.sign, at: row.column, row.row, Style(mark.ink))
      var column = row.column + 2
      if isAlike {
        column = canvas.draw(Self.head(observation), at: column, row.row, Style(.accent, .bold)) + 1
      }
      let lines = WallText.lines(
        observation.texte, width: row.endColumn - column, maxLines: row.height)
      for (index, line) in lines.enumerated() {
        canvas.draw(
          line, at: column, row.row + index, isAlike ? .text : .faint, upTo: row.endColumn)
      }
    }
  }

  private static func head(_ alike: Observation) -> String {
    let number = alike.numero.map { "au n°\u{A0}\($0)" } ?? "à"
    return "Ressemble \(number), g réunit\u{A0}:"
  }

  /// Rows that the one that the sentence resembles gets beside its own: those that leave the sentence as
  /// large as it is.
  private static func moreRows(
    for alike: Observation, under text: String, beside rows: Int, _ state: State, in area: Rect
  ) -> Int {
    let width = area.width - 3 - TextWidth.columns(of: head(alike))
    let needed = WallText.lines(alike.texte, width: width, maxLines: 4).count - 1
    func set(_ more: Int) -> WallSentence {
      WallSentence(
        text, in: Size(area.width, area.height - rows - more), letters: state.wallLetters)
    }
    let whole = set(0)
    return (0...max(0, needed)).last { more in
      let one = set(more)
      return one.isWhole == whole.isWhole && one.letterRows == whole.letterRows
    } ?? 0
  }
}

/// How many of each colour on every axis, the present one underlined: with the axes' words where
/// there is room, else by their letters, else on two rows.
private struct Counts {
  private var rows: [[(name: String, isShown: Bool, counts: WallCounts)]] = []
  private var gap = 2

  init(_ image: ImageView, _ state: State, width: Int) {
    let groups = image.groups.map { group in
      (group.axe, WallCounts(group, state.marks, telling: .tight))
    }
    let tellings: [(name: (Axe?) -> String, gap: Int)] = [
      ({ $0?.motCourt ?? "À placer" }, 3), ({ $0.map { String($0.lettre) } ?? "À placer" }, 3),
      ({ $0.map { String($0.lettre) } ?? "?" }, 2),
    ]
    func columns(_ name: String, _ counts: WallCounts) -> Int {
      TextWidth.columns(of: name) + 1 + counts.columns
    }
    let fitting = tellings.first { name, gap in
      groups.reduce(-gap) { $0 + columns(name($1.0), $1.1) + gap } <= width
    }
    let telling = fitting ?? tellings[2]
    gap = telling.gap
    var left = 0
    for (axe, counts) in groups {
      let name = telling.name(axe)
      let needed = columns(name, counts)
      if rows.isEmpty || left < needed {
        rows.append([])
        left = width
      }
      rows[rows.count - 1].append((name, axe == state.cercle.axe, counts))
      left -= needed + gap
    }
  }

  /// Draws them in the last rows of an area, as many as half of it holds, and takes those.
  func draw(in area: inout Rect, on canvas: inout Canvas) {
    var rest = area.takeBottom(min(rows.count, max(1, area.height / 2)))
    for parts in rows where !rest.isEmpty {
      let row = rest.takeTop(1)
      var column = row.column
      for (name, isShown, counts) in parts {
        let style = isShown ? Style(.text, [.bold, .underline]) : .faint
        column = canvas.draw(name, at: column, row.row, style, upTo: row.endColumn) + 1
        column = counts.draw(at: column, row.row, on: &canvas) + gap
      }
    }
  }
}
