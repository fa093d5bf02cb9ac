import DPES
import TerminalUI

/// The parts of the wall.
struct WallLayout: Hashable, Sendable {
  let bandeau: Rect
  /// What the page says, two columns from the edges.
  let body: Rect
  let foot: Rect

  init(_ size: Size) {
    let scale = WallScale(size)
    var rest = Rect(size)
    foot = rest.takeBottom(1)
    bandeau = rest.takeTop(Bandeau.rows(scale))
    if scale != .least { _ = rest.takeTop(1) }
    if scale >= .middle { _ = rest.takeBottom(1) }
    body = rest.inset(columns: scale == .least ? 1 : 2)
  }
}

/// The wall, drawn: a page, or what is typed and asked above it; no name, no path, no menu.
enum WallView {
  static func canvas(_ state: State) -> Canvas {
    var canvas = Canvas(state.size, symbols: state.environment.symbols)
    let layout = WallLayout(state.size)
    let mode = state.modes.last
    if let card = mode as? WallCard {
      let area = Rect(
        column: layout.body.column, row: 0, width: layout.body.width, height: layout.foot.row)
      let bandeau = card.bandeau
      bandeau?.draw(state, in: layout.bandeau, on: &canvas)
      card.draw(state, in: bandeau == nil ? area : layout.body, on: &canvas)
    } else if let page = mode?.wallPage ?? state.wallPage {
      page.bandeau(state).draw(state, in: layout.bandeau, on: &canvas)
      page.draw(state, in: layout.body, on: &canvas)
    }
    drawFoot(state, in: layout.foot, on: &canvas)
    // What may hold a name or a path is not for the wall.
    if let mode, mode.onWall != .never, mode.wallPage == nil, !(mode is WallCard) {
      mode.draw(state, in: WindowLayout(state.size).content, on: &canvas)
    }
    MessageRow(state).draw(on: &canvas)
    // A window that follows another has nothing to choose.
    if state.wallWindow?.isFollower == true { canvas.selection = nil }
    return canvas
  }

  /// Draws the sentence of a page as large as it can be in an area, and takes its rows from it.
  static func drawSentence(
    _ text: String, _ state: State, in area: inout Rect, on canvas: inout Canvas
  ) {
    let letters = state.wallLetters
    let set = WallSentence(text, in: area.size, letters: letters)
    set.draw(in: area, letters: letters, .text, on: &canvas)
    _ = area.takeTop(set.rows)
  }

  /// Draws the last row: what is not as usual, whose démarche it is, of which day, and the keys.
  ///
  /// Where all of it does not fit, the day goes first, then the name, then keys from the left.
  private static func drawFoot(_ state: State, in row: Rect, on canvas: inout Canvas) {
    let isFollower = state.wallWindow?.isFollower == true
    let page = state.modes.last?.wallPage
    if let page, !isFollower {
      let keys = RefusedText.isHeld(state) ? held : page.keys(state)
      let asked = keys.map(state.environment.symbols.spelled)
      return drawAsked(asked, after: signs(state), in: row, on: &canvas)
    }
    if page == nil, !state.modes.isEmpty, !isFollower { return KeyLine(state).draw(on: &canvas) }
    let told = isFollower ? [] : RefusedText.isHeld(state) ? held + ["F8 sortir"] : keys(state)
    let keys = told.map(state.environment.symbols.spelled)
    let signs = signs(state)
    let lefts = page == nil ? whose(state) : [""]
    let room = row.width - 4 - signs.reduce(0) { $0 + TextWidth.columns(of: $1.text) + 3 }
    for start in keys.indices.map({ $0 }) + [keys.count] {
      let width = columns(of: Array(keys[start...]))
      let fitting = lefts.first { left in
        TextWidth.columns(of: left) + (width <= 0 || left.isEmpty ? 0 : 2) + max(0, width) <= room
      }
      guard let left = fitting else { continue }
      return draw(
        keys: Array(keys[start...]), left: signs + [(left, .faint)], in: row, on: &canvas)
    }
    let name = TextWidth.truncated(lefts.last ?? "", to: max(1, room))
    draw(keys: [], left: signs + [(name, .faint)], in: row, on: &canvas)
  }

  /// What goes on where letters are held.
  private static let held = ["Échap continue"]

  /// Whose démarche it is, of which day, the fullest telling first.
  private static func whose(_ state: State) -> [String] {
    let name = state.demarche?.structure.raisonSociale ?? ""
    let version = state.viewing.map { " · version du \($0.version.quand)" } ?? ""
    guard let image = state.derived.image?.cercle else { return [name + version] }
    return ["\(name) · \(image.nom())", "\(name) · \(image.date.french)", name].map { $0 + version }
      + [""]
  }

  /// The columns that keys take at a foot.
  static func columns(of keys: [String]) -> Int {
    keys.reduce(-3) { $0 + TextWidth.columns(of: $1) + 3 }
  }

  private static func draw(
    keys: [String], left: [(text: String, style: Style)], in row: Rect, on canvas: inout Canvas
  ) {
    let margin = row.width < 60 ? 1 : 2
    var column = row.column + margin
    for (text, style) in left where !text.isEmpty {
      column = canvas.draw(text, at: column, row.row, style, upTo: row.endColumn - margin) + 3
    }
    var start = row.endColumn - margin - columns(of: keys)
    for key in keys {
      start = canvas.draw(key, at: start, row.row, .faint, upTo: row.endColumn) + 3
    }
  }

  /// Draws what is asked now from the left, its keys told from its words; how to leave stands at the
  /// right.
  private static func drawAsked(
    _ keys: [String], after signs: [(text: String, style: Style)], in row: Rect,
    on canvas: inout Canvas
  ) {
    let margin = row.width < 60 ? 1 : 2
    var column = row.column + margin
    for (text, style) in signs { column = canvas.draw(text, at: column, in: row, style) + 3 }
    for (index, key) in keys.enumerated() {
      let isLast = index > 0 && index == keys.count - 1 && key.hasPrefix("Échap")
      if isLast { column = max(column, row.endColumn - margin - TextWidth.columns(of: key)) }
      for (place, word) in key.split(separator: " ").enumerated() {
        let style = isKey(word) ? Style.title : isLast ? .faint : .text
        column = canvas.draw(place == 0 ? String(word) : " \(word)", at: column, in: row, style)
      }
      column += 3
    }
  }

  /// Whether a word of the foot is a key: a letter or an arrow alone, or one that has a name.
  private static func isKey(_ word: Substring) -> Bool {
    let bare = word.last == "," ? word.dropLast() : word
    return bare.count == 1 && !["à", "y", ":", "\u{A0}"].contains(bare)
      || ["Entrée", "Échap", "Tab", "Espace", "Retour", "arrière"].contains(bare)
      || bare.first == "F" && Int(bare.dropFirst()) != nil
  }

  /// The keys of the page, then those of every page.
  private static func keys(_ state: State) -> [String] {
    guard let page = state.wallPage else { return ["? aide", "s sortir"] }
    let next = state.wallPage(after: 1).flatMap { $0.name == page.name ? nil : "Tab \($0.title)" }
    return page.keys(state) + [next].compactMap(\.self) + ["? aide", "s sortir"]
  }

  /// What is not as usual, calmly: the time that runs, a wall that is held, what is not on the disk.
  static func signs(_ state: State) -> [(text: String, style: Style)] {
    var signs: [(String, Style)] = []
    switch state.countdown.phase {
    case .running: signs.append((state.countdown.text(at: state.environment.uptime), .strong))
    case .over: signs.append(("Le temps est écoulé", Style(.accent, .bold)))
    case .waiting: break
    }
    if state.followed?.isWriting == true { signs.append(("on écrit…", .strong)) }
    if state.heldWall != nil { signs.append(("mur tenu", Style(.accent, .bold))) }
    if case .failed = state.document?.saved {
      signs.append(("non enregistré", Style(.orange, .bold)))
    }
    return signs
  }
}
