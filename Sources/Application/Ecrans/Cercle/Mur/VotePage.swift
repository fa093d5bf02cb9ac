import DPES
import TerminalUI

/// The last vote told of the image: its first options large, with a bar; nothing before it is told,
/// and nothing of a collège.
enum VotePage: WallPage {
  static let name = "vote"
  static let title = "le vote"

  static func isOffered(_ state: State) -> Bool {
    state.derived.image?.cercle.scrutins.isEmpty == false
  }

  static func bandeau(_ state: State) -> Bandeau {
    guard let result = state.cercle.vote, let scrutin = result.scrutin else {
      return Bandeau(ground: .plain, word: "Vote")
    }
    let voters = scrutin.votants.map { $0.counting("votant") } ?? ""
    let kind = scrutin.genre == .mains ? "Mains levées" : "Gommettes"
    let day = scrutin.date.map { "\(kind) du \($0.french)" } ?? kind
    let points = scrutin.points.map { "\($0.counting("point")) chacun" }
    var control =
      scrutin.genre == .mains
      ? nil
      : scrutin.controle.map { control in
        control.estJuste
          ? "\(control.donnes.counting("point")), le compte est bon"
          : "\(control.donnes.counting("point")) pour \(control.attendus)"
      }
    if scrutin.points == nil { control = nil }
    let facts = [
      [day, points].compactMap(\.self).joined(separator: " · "), control ?? "",
    ]
    let title = scrutin.titre ?? ""
    let room = state.size.width - TextWidth.columns(of: voters) - 8
    guard !title.isEmpty else {
      return Bandeau(ground: .plain, word: "Vote", place: voters, lines: facts)
    }
    return TextWidth.fits(title.uppercased(), room)
      ? Bandeau(ground: .plain, word: title, place: voters, lines: facts)
      : Bandeau(ground: .plain, word: "Vote", place: voters, lines: [title])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let result = state.cercle.vote else { return }
    var rest = area
    guard !result.places.isEmpty else {
      let letters = state.wallLetters
      return WallSentence("Ce vote n’a pas d’option.", in: area.size, letters: letters)
        .draw(in: area, letters: letters, .text, on: &canvas)
    }
    let scale = state.wallScale
    let most = scale == .least ? 1 : scale == .small ? 3 : result.places.count
    let places = Array(result.places.prefix(endOfTie(most, in: result.places)))
    let large = large(scale >= .middle ? 2 : 1, of: places, scale, in: area.height)
    let podium = Podium(result, state)
    let left = max(0, places.count - large)
    let texts = podium.lettered(places.prefix(large), above: left, in: rest.size)
    for (index, place) in places.prefix(large).enumerated() {
      let room =
        rest.height - (large - 1 - index) * leastRows(scale)
        - (scale == .least ? 0 : left > 0 ? min(left, 2) : 0)
      let text = texts?[index] ?? podium.bold(place, width: rest.width, room: room)
      let rows = rest.takeTop(min(podium.height(of: text), max(1, room)))
      podium.draw(place, text, in: rows, on: &canvas)
      if scale >= .middle { _ = rest.takeTop(1) }
    }
    podium.drawOthers(Array(places.dropFirst(large)), in: rest, on: &canvas)
  }
}

// Those that are tied are told alike.
extension VotePage {
  /// After so many places, and those that are tied with the last of them.
  private static func endOfTie(_ count: Int, in places: [Scrutin.Place]) -> Int {
    var end = min(count, places.count)
    while end > 0, end < places.count, places[end].rang == places[end - 1].rang { end += 1 }
    return end
  }

  /// Rows of one drawn large, at least.
  private static func leastRows(_ scale: WallScale) -> Int {
    Letters.rows + (scale >= .middle ? 1 : 0)
  }

  /// How many are drawn large: so many, with all of a tie or none of it.
  private static func large(
    _ count: Int, of places: [Scrutin.Place], _ scale: WallScale, in height: Int
  ) -> Int {
    let whole = endOfTie(count, in: places)
    if whole == min(count, places.count) { return whole }
    let others = places.count - whole
    if whole * leastRows(scale) + (scale == .least ? 0 : min(others, 2)) <= height { return whole }
    var start = count
    while start > 0, places[start - 1].rang == places[count].rang { start -= 1 }
    return start
  }
}

// The first ones become priorities.
extension VotePage {
  static func keys(_ state: State) -> [String] {
    guard let result = state.cercle.vote, whyNoPriorities(state) == nil, !result.areMarked else {
      return []
    }
    return [state.size.width < 80 ? "! priorités" : "! les premières en priorité"]
  }

  static func whyNoPriorities(_ state: State) -> String? {
    guard let result = state.cercle.vote else { return "Il n’y a pas encore de vote." }
    // Its images are not on the wall.
    return state.derived.image?.cercle.figee == true
      ? Votes.sentence(.figee) : result.whyNoPriorities(state)
  }

  /// What `!` does over the results of a vote.
  static func givePriorities(_ state: inout State) -> [Effect] {
    state.cercle.vote.map { VoteResult.givePriorities(&state, $0) } ?? []
  }
}

/// How places of a vote are drawn.
private struct Podium {
  private let result: VoteResult
  private let state: State
  private let letters: Letters?
  private let most: Int
  /// Columns before the text.
  private let indent: Int
  private let hasBars: Bool

  init(_ result: VoteResult, _ state: State) {
    self.result = result
    self.state = state
    let most = max(1, result.places.first?.points ?? 0)
    self.most = most
    // Figures that leave the texts no room are not drawn in letters.
    let room = state.size.width / 4
    let letters = state.wallLetters.flatMap { letters in
      letters.columns(of: String(most)).map { $0 <= room } == true ? letters : nil
    }
    self.letters = letters
    hasBars = state.wallScale >= .middle
    let digits = letters?.columns(of: String(most)) ?? String(most).count
    indent = digits + (state.wallScale == .least ? 3 : 10)
  }

  private func unit(_ points: Int) -> String {
    result.scrutin?.genre == .mains ? points.agreeing("main") : points.agreeing("point")
  }

  private func mark(_ place: Scrutin.Place) -> Marks.Mark? {
    result.observations[place.option].map { state.marks.mark($0.statut) }
  }

  private func isPriority(_ place: Scrutin.Place) -> Bool {
    result.observations[place.option]?.priorite == true
  }

  /// A tie is told where no cut takes it: beside the figure, else before the text.
  ///
  /// In letters a priority
  /// is told by its sign, beside that of the colour.
  private func text(
    _ place: Scrutin.Place, isLarge: Bool = false, hasTie: Bool = true
  ) -> String {
    (place.exAequo && hasTie ? "(ex\u{A0}æquo) " : "") + result.texte(of: place)
      + (isPriority(place) && !isLarge ? " !\u{A0}priorité" : "")
  }

  /// Whether a tie stands beside the figure.
  private var hasTiesBeside: Bool { letters != nil && state.wallScale > .least }

  /// The texts of the first ones in letters, above so many others with their bars, or else without;
  /// nil where not all of them fit.
  func lettered(
    _ places: ArraySlice<Scrutin.Place>, above others: Int, in size: Size
  ) -> [WallSentence]? {
    guard let letters, state.wallScale == .full else { return nil }
    let width = size.width - indent - 4
    guard width > 0 else { return nil }
    for (largest, each) in [(2, 3), (1, 3), (1, 2), (1, 1)] {
      // Under each its bar and a blank row.
      let room = size.height - others * each - 2 * places.count
      let texts = places.map { place in
        Self.least(
          text(place, isLarge: true, hasTie: false), width: width, rows: room, letters, largest)
      }
      let set = texts.compactMap(\.self)
      // Where there is no room at all, none can be set.
      if set.count == texts.count, set.reduce(0, { $0 + $1.rows }) <= room { return set }
    }
    return nil
  }

  /// A text in letters of a size in as few rows as it can be; nil where it can't.
  private static func least(
    _ text: String, width: Int, rows: Int, _ letters: Letters, _ scale: Int
  ) -> WallSentence? {
    (1...4).lazy.map { $0 * (Letters.rows * scale + 1) - 1 }.filter { $0 <= rows }
      .map { WallSentence(text, in: Size(width, $0), letters: letters, largest: scale) }
      .first { $0.letterRows == Letters.rows * scale }
  }

  /// A text in bold, as much of it as so many rows hold.
  func bold(_ place: Scrutin.Place, width: Int, room: Int) -> WallSentence {
    WallSentence(
      lines: text(place, hasTie: !hasTiesBeside),
      in: Size(max(1, width - indent - 2), max(1, room - (hasBars && room > 1 ? 1 : 0))))
  }

  /// Rows of one drawn large.
  func height(of text: WallSentence) -> Int {
    max(letters == nil ? 1 : Letters.rows, text.rows + (hasBars ? 1 : 0))
  }

  func draw(
    _ place: Scrutin.Place, _ text: WallSentence, in area: Rect, on canvas: inout Canvas
  ) {
    drawFigure(of: place, in: area, on: &canvas)
    var words = area
    _ = words.takeLeft(indent)
    let bar = hasBars ? words.takeBottom(1) : words.takeBottom(0)
    let isLarge = text.letterRows > 1
    let row = words.row + (letters == nil ? 0 : max(0, words.height - text.rows) / 2)
    drawSign(of: place, at: words.column, row + (isLarge ? 1 : 0), on: &canvas)
    if isLarge, isPriority(place) {
      let mark = state.marks.priorite
      canvas.draw(mark.sign, at: words.column + 1, row + 1, Style(mark.ink, .bold))
    }
    _ = words.takeLeft(isLarge ? 4 : 2)
    if letters == nil {
      text.draw(in: words, letters: nil, .text, on: &canvas)
    } else {
      text.drawInMiddle(of: words, letters: letters, .text, on: &canvas)
    }
    drawBar(of: place, in: bar, on: &canvas)
  }

  /// The points in letters, their unit at the foot; without letters side by side.
  private func drawFigure(of place: Scrutin.Place, in area: Rect, on canvas: inout Canvas) {
    let style = Style(place.rang == 1 ? .accent : .text)
    let points = String(place.points)
    let unit = state.wallScale > .least ? unit(place.points) : ""
    guard let letters else {
      let column = canvas.draw(points, at: area.column, area.row, style.with(.bold))
      canvas.draw(unit, at: column + 1, area.row, .faint)
      return
    }
    canvas.draw(points, in: letters, at: area.column, area.row, style)
    let row = min(area.row + Letters.rows, area.endRow) - 1
    canvas.draw(unit, at: area.column + indent - 1 - TextWidth.columns(of: unit), row, .faint)
    guard place.exAequo, hasTiesBeside else { return }
    canvas.draw("ex\u{A0}æquo", at: area.column + indent - 8, row - 1, .strong)
  }

  /// The others, a row each and a bar where there is room for all bars.
  func drawOthers(_ places: [Scrutin.Place], in area: Rect, on canvas: inout Canvas) {
    guard !places.isEmpty, !area.isEmpty else { return }
    var rest = area
    let width = rest.width - indent - 2
    let lines = places.prefix(rest.height).map {
      TextWidth.wrap(text($0), width: max(1, width), maxLines: rest.height)
    }
    let whole = lines.reduce(0) { $0 + $1.count }
    let isAll = lines.count == places.count
    let withBars = hasBars && isAll && whole + places.count <= rest.height
    guard withBars, whole + 2 * places.count - 1 <= rest.height || withBars else {
      return list(places, in: rest.size).draw(in: rest, on: &canvas)
    }
    let gap = whole + 2 * places.count - 1 <= rest.height ? 1 : 0
    for (place, lines) in zip(places, lines) {
      let rows = rest.takeTop(lines.count + 1)
      drawPoints(of: place, in: rows, on: &canvas)
      for (index, line) in lines.enumerated() {
        canvas.draw(
          line, at: rows.column + indent + 2, rows.row + index, .text, upTo: rows.endColumn)
      }
      var bar = rows
      bar = bar.takeBottom(1)
      _ = bar.takeLeft(indent)
      drawBar(of: place, in: bar, on: &canvas)
      _ = rest.takeTop(gap)
    }
  }

  private func list(_ places: [Scrutin.Place], in size: Size) -> WallList {
    WallList(count: places.count, indent: indent + 2, in: size) { index in
      let place = places[index]
      let points = "\(place.points) \(unit(place.points))"
      let pad = String(repeating: " ", count: max(1, indent - TextWidth.columns(of: points)))
      let mark = mark(place)
      return WallList.Item(
        lead: [
          Span(points, .strong), Span(pad, .text),
          Span(mark?.sign ?? " ", Style(mark?.ink ?? .faint)),
        ], text: text(place))
    }
  }

  private func drawPoints(
    of place: Scrutin.Place, in row: Rect, on canvas: inout Canvas
  ) {
    let column = canvas.draw(String(place.points), at: row.column, row.row, .strong)
    canvas.draw(unit(place.points), at: column + 1, row.row, .faint)
    drawSign(of: place, at: row.column + indent, row.row, on: &canvas)
  }

  private func drawSign(
    of place: Scrutin.Place, at column: Int, _ row: Int, on canvas: inout Canvas
  ) {
    guard let mark = mark(place) else { return }
    canvas.draw(mark.sign, at: column, row, Style(mark.ink, .bold))
  }

  /// As long as its points are to those of the first.
  private func drawBar(of place: Scrutin.Place, in row: Rect, on canvas: inout Canvas) {
    guard !row.isEmpty, place.points > 0 else { return }
    let room = max(1, row.width - 2)
    let share = Double(place.points) / Double(most)
    let length = max(1, Int(Double(room) * min(1, share)))
    let ground = mark(place)?.ink.aplat ?? .unsaid
    let bar = Rect(column: row.column + 2, row: row.row, width: length, height: 1)
    let glyph = canvas.symbols == .ascii ? canvas.symbols[.solid] : .space
    canvas.fill(bar, glyph, Style(.text, on: ground))
  }
}
