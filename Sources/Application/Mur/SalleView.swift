import DPES
import TerminalUI

/// The parts of the wall.
struct SalleLayout: Hashable, Sendable {
  let header: Rect
  /// A line, which says at its end what is not as usual.
  let rule: Rect
  let status: Rect
  /// Where the observation stands.
  let text: Rect
  /// The counts of every axis; empty in a low window, and while somebody types.
  let axes: Rect
  /// The last row, or what is typed and asked.
  let foot: Rect

  /// `footRows`: the rows of the foot, more than one while somebody types.
  init(_ size: Size, footRows: Int = 1) {
    let margin = min(4, max(1, size.width / 40))
    var rest = Rect(size)
    foot = rest.takeBottom(footRows)
    rest = rest.inset(columns: margin)
    header = rest.takeTop(1)
    rule = rest.takeTop(1)
    let isAiry = rest.height >= 10
    if isAiry { _ = rest.takeTop(1) }
    status = rest.takeTop(1)
    if isAiry { _ = rest.takeTop(1) }
    axes = isAiry && footRows == 1 ? rest.takeBottom(1) : rest.takeBottom(0)
    if isAiry || footRows > 1 { _ = rest.takeBottom(1) }
    text = rest
  }
}

/// The vue salle, drawn: one axis, one observation, no name, no path, no menu.
enum SalleView {
  /// The wall, for the state's size.
  static func canvas(_ state: State) -> Canvas {
    var canvas = Canvas(state.size, symbols: state.environment.symbols)
    let content = SalleLayout(state.size)
    let mode = state.modes.last
    if let capture = mode as? Capture {
      let foot = SalleField(capture, in: state.size)
      draw(state, footRows: foot.rows, on: &canvas)
      foot.draw(state, on: &canvas)
    } else if let card = mode as? SalleCard {
      var area = Rect(state.size).inset(columns: content.header.column)
      _ = area.takeBottom(1)
      card.draw(state, in: area, on: &canvas)
    } else {
      draw(state, on: &canvas)
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
  private static func signs(_ state: State) -> [(text: String, style: Style)] {
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

  private static func draw(_ state: State, footRows: Int = 1, on canvas: inout Canvas) {
    let layout = SalleLayout(state.size, footRows: footRows)
    drawRule(state, in: layout.rule, on: &canvas)
    guard let image = state.derived.image else {
      let hint = state.salle?.isFollower == true ? "" : " La touche n ouvre la saisie."
      return canvas.drawLines("Aucune image encore.\(hint)", in: layout.text, .strong)
    }
    let group = image[state.cercle.axe]
    drawHeader(state, group, in: layout.header, on: &canvas)
    drawAxes(state, image, in: layout.axes, on: &canvas)
    guard let observation = state.cercle.selected(in: state.derived) else {
      return canvas.drawLines("Rien encore sur cet axe.", in: layout.text, .strong)
    }
    let place = "\(state.cercle.index + 1) / \(group.observations.count)"
    drawStatus(state, observation, place, in: layout.status, on: &canvas)
    drawText(state, observation, group, in: layout.text, on: &canvas)
  }

  /// The axis, and how many of each colour, in the fullest telling that there is room for.
  private static func drawHeader(
    _ state: State, _ group: ImageView.Group, in row: Rect, on canvas: inout Canvas
  ) {
    let names = [group.axe?.nom, group.axe?.nomCourt, group.axe?.motCourt].compactMap(\.self)
    let counts = [SalleCounts.Telling.words, .signs].map {
      SalleCounts(group, state.marks, telling: $0)
    }
    let tellings = counts.flatMap { counts in
      (names.isEmpty ? ["À placer"] : names).map { ($0, counts) }
    }
    let fitting = tellings.first { name, counts in
      TextWidth.columns(of: name) + 3 + counts.columns <= row.width
    }
    guard let (name, counts) = fitting ?? tellings.last else { return }
    let start = max(row.column, row.endColumn - counts.columns)
    canvas.draw(name, at: row.column, row.row, .title, upTo: start - 1)
    counts.draw(at: start, row.row, on: &canvas)
  }

  /// The line under the header; what the room or the facilitator should know stands at its end.
  private static func drawRule(_ state: State, in row: Rect, on canvas: inout Canvas) {
    canvas.drawHorizontal(at: row.column, row.row, length: row.width)
    var end = row.endColumn
    for (text, style) in signs(state).reversed() {
      let label = " \(text) "
      let start = end - TextWidth.columns(of: label)
      guard start > row.column else { return }
      canvas.draw(label, at: start, row.row, style, upTo: end)
      end = start - 1
    }
  }

  private static func drawStatus(
    _ state: State, _ observation: Observation, _ place: String, in row: Rect,
    on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(observation.statut)
    let end = row.endColumn - TextWidth.columns(of: place)
    canvas.draw(place, at: end, row.row, .faint)
    var column = canvas.draw(
      "\(mark.sign) \(mark.word.uppercased())", at: row.column, row.row, Style(mark.ink, .bold),
      upTo: end - 1)
    var words: [String] = []
    if observation.priorite { words.append("! PRIORITÉ") }
    if observation.desaccord { words.append("DÉSACCORD") }
    for word in words where column + 3 + TextWidth.columns(of: word) < end {
      column = canvas.draw(word, at: column + 3, row.row, .title, upTo: end - 1)
    }
  }

  /// The observation as large as there is room for; in what is left, the sentence of its status and
  /// the observations after it.
  private static func drawText(
    _ state: State, _ observation: Observation, _ group: ImageView.Group, in area: Rect,
    on canvas: inout Canvas
  ) {
    let letters = state.hasLetters ? state.letters : nil
    let text = SalleText(observation.texte, in: area.size, letters: letters)
    text.draw(in: area, letters: letters, .text, on: &canvas)
    var rest = area
    _ = rest.takeTop(text.rows + 1)
    let phrase = TextWidth.wrap(observation.statut?.phrase ?? "", width: rest.width)
    if !phrase.isEmpty, phrase.count <= rest.height {
      for line in phrase {
        canvas.draw(line, in: rest.takeTop(1), .text)
      }
      _ = rest.takeTop(1)
    }
    let others = group.observations.dropFirst(state.cercle.index + 1)
    guard rest.height >= min(2, others.count) else { return }
    for other in others.prefix(rest.height) {
      let row = rest.takeTop(1)
      let mark = state.marks.mark(other.statut)
      canvas.draw(mark.sign, at: row.column, row.row, Style(mark.ink))
      canvas.draw(other.texte, at: row.column + 2, in: row, .faint)
    }
  }

  /// How many of each colour on every axis, the present one underlined, in the fullest telling that
  /// there is room for.
  private static func drawAxes(
    _ state: State, _ image: ImageView, in row: Rect, on canvas: inout Canvas
  ) {
    guard !row.isEmpty else { return }
    let counts = image.groups.map { group in
      (group.axe, SalleCounts(group, state.marks, telling: .tight))
    }
    let tellings: [(name: (Axe?) -> String, gap: Int)] = [
      ({ $0?.motCourt ?? "À placer" }, 3), ({ $0.map { String($0.lettre) } ?? "À placer" }, 3),
      ({ $0.map { String($0.lettre) } ?? "?" }, 2),
    ]
    let fitting = tellings.first { name, gap in
      counts.reduce(-gap) { $0 + TextWidth.columns(of: name($1.0)) + 1 + $1.1.columns + gap }
        <= row.width
    }
    guard let (name, gap) = fitting else { return }
    var column = row.column
    for (axe, counts) in counts {
      let isShown = axe == state.cercle.axe
      let style = isShown ? Style(.accent, [.bold, .underline]) : .faint
      column = canvas.draw(name(axe), at: column, row.row, style) + 1
      column = counts.draw(at: column, row.row, on: &canvas) + gap
    }
  }
}
