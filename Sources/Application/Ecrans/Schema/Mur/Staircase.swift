import DPES
import TerminalUI

/// The staircase of an axis: a step a palier, the highest on top, and at the right edge, at its step,
/// where the axis is and where it means to be.
///
/// ```
///         ┌──── ◐ 3 Un pôle animation     cible
///     ┌───┘ ✔ 2 Dossiers à l’heure  aujourd’hui
/// ┌───┘ ✔ 1 Deux contrats consolidés
/// ```
struct Staircase {
  /// What a step says beside its sign and its number.
  enum Telling {
    case numbers, titles
    /// The title, and its state and deadline under it where every step has two rows.
    case facts
  }

  private struct Step {
    /// Its place on the axis, from 0; -1 for the floor, where nothing is reached yet.
    let place: Int
    var lines: [String] = []
    var fact: String?
    var words: [Span] = []
    var rows = 1
    /// Rows of a line of its title.
    var lineRows = 1
  }

  private let axis: Avancement.ParAxe
  private let selected: Int
  private let marks: Marks
  private let stride: Int
  private let width: Int
  /// The lowest place shown.
  private let first: Int
  /// What the titles are drawn in that are large.
  private var letters: Letters?
  /// From the top.
  private var steps: [Step] = []

  /// What the floor is called.
  private static let floor = "départ"

  /// The rows that it takes, no more than it was given.
  var rows: Int { steps.reduce(0) { $0 + $1.rows } }

  /// Whether a profile stands on no palier, so that there is a floor to be shown.
  static func hasFloor(_ axis: Avancement.ParAxe) -> Bool {
    !axis.paliers.isEmpty && min(axis.actuel, axis.intermediaire, axis.cible) == 0
  }

  /// The steps around the selected palier that a size holds, at most so many; rows that are left go to
  /// titles that need them, the selected one first, then from the top.
  ///
  /// - Complexity: O(steps shown).
  init(
    _ state: State, _ words: PalierWords, in size: Size, most: Int = .max,
    telling: Telling = .titles
  ) {
    axis = words.avancement[state.schema.axe]
    selected = state.schema.index
    marks = state.marks
    width = size.width
    let low = Self.hasFloor(axis) ? -1 : 0
    let count = max(0, min(axis.paliers.count - low, size.height, most))
    stride = max(1, min(width < 76 ? 3 : 4, width * 2 / 5 / (count + 1)))
    first = min(max(selected - (count - 1) / 2, low), axis.paliers.count - count)
    guard count > 0, !axis.paliers.isEmpty else { return }
    let each = telling == .facts ? min(4, max(1, size.height / count)) : 1
    for place in (first..<first + count).reversed() {
      var step = Step(place: place, rows: place < 0 ? 1 : each)
      step.words = profiles(at: place)
      if place >= 0, telling == .facts, each > 1 {
        let palier = axis.paliers[place]
        step.fact = [marks.mark(palier.etat).word, words.shortDeadline(palier) ?? "sans échéance"]
          .joined(separator: " · ")
      }
      steps.append(step)
    }
    let letters = telling == .facts && state.wallScale == .full ? state.wallLetters : nil
    if letters.map({ setLarge($0, size.height) }) == true { return }
    if telling != .numbers { setTitles(free: size.height - rows) }
    if let letters { enlargeSelected(letters, free: size.height - rows) }
  }

  /// The title of the selected palier in letters, in the rows that are free.
  private mutating func enlargeSelected(_ letters: Letters, free: Int) {
    guard let here = steps.firstIndex(where: { $0.place == selected && $0.place >= 0 }) else {
      return
    }
    let step = steps[here]
    let others = step.fact == nil ? 1 : 2
    guard
      let lines = letters.lines(
        of: title(of: step), width: room(of: step),
        maxLines: (free + step.rows - others) / Letters.rows)
    else { return }
    self.letters = letters
    steps[here].lines = lines
    steps[here].lineRows = Letters.rows
    steps[here].rows = lines.count * Letters.rows + others
  }

  /// All titles in letters, where the whole axis has room so; false where it has not.
  private mutating func setLarge(_ letters: Letters, _ height: Int) -> Bool {
    guard first <= 0, steps.first?.place == axis.paliers.count - 1 else { return false }
    var set: [[String]] = []
    for step in steps {
      let room = step.place < 0 ? width : room(of: step)
      guard
        let lines = step.place < 0
          ? [] : letters.lines(of: title(of: step), width: room, maxLines: 3)
      else { return false }
      set.append(lines)
    }
    let needed = zip(steps, set).map { step, lines in
      step.place < 0 ? 1 : lines.count * Letters.rows + (step.fact == nil ? 0 : 1)
    }
    let left = height - needed.reduce(0, +)
    guard left >= steps.count else { return false }
    self.letters = letters
    for index in steps.indices {
      steps[index].lines = set[index]
      steps[index].lineRows = Letters.rows
      // A blank row under each, above the next.
      steps[index].rows = needed[index] + (steps[index].place < 0 ? 0 : 1)
    }
    return true
  }

  /// Sets the titles in the rows of their steps and in those that are free.
  private mutating func setTitles(free: Int) {
    var free = free
    let whole = steps.map { step in
      step.place < 0 ? [] : WallText.lines(title(of: step), width: room(of: step), maxLines: 4)
    }
    let chosen = steps.indices.sorted { steps[$0].place == selected && steps[$1].place != selected }
    while free > 0 {
      let before = free
      for index in chosen where free > 0 && steps[index].rows < needed(index, whole) {
        steps[index].rows += 1
        free -= 1
      }
      if free == before { break }
    }
    for index in steps.indices where steps[index].place >= 0 {
      let rows = max(1, steps[index].rows - (steps[index].fact == nil ? 0 : 1))
      steps[index].lines = WallText.lines(
        title(of: steps[index]), width: room(of: steps[index]), maxLines: rows)
    }
  }

  private func needed(_ index: Int, _ whole: [[String]]) -> Int {
    whole[index].count + (steps[index].fact == nil ? 0 : 1)
  }

  private func title(of step: Step) -> String { axis.paliers[step.place].palier.intitule }

  /// Columns of a step's title.
  private func room(of step: Step) -> Int {
    let words = step.words.columns
    return max(1, width - titleColumn(of: step.place) - (words == 0 ? 0 : words + 2))
  }

  private func rank(_ place: Int) -> String { String(axis.paliers[place].rang) }

  /// How far to the right a place begins.
  private func corner(of place: Int) -> Int { (place - first) * stride }

  private func textColumn(of place: Int) -> Int { corner(of: place) + stride + 2 }

  private func titleColumn(of place: Int) -> Int { textColumn(of: place) + 3 + rank(place).count }
}

// Where the axis is, and where it means to be.
extension Staircase {
  /// The profiles whose level a place is, in short words where the title would have too little room.
  private func profiles(at place: Int) -> [Span] {
    let here = [Avancement.Profil.Moment.actuel, .intermediaire, .cible]
      .filter { axis.niveau($0) == place + 1 }
    let whole = spans(here, isShort: false)
    guard !here.isEmpty else { return [] }
    guard place >= 0 else {
      let isTight = textColumn(of: place) + Self.floor.count + 2 + whole.columns > width
      return isTight ? spans(here, isShort: true) : whole
    }
    let room = width - titleColumn(of: place) - whole.columns - 2
    return room >= 20 || TextWidth.fits(axis.paliers[place].palier.intitule, room)
      ? whole : spans(here, isShort: true)
  }

  private func spans(_ moments: [Avancement.Profil.Moment], isShort: Bool) -> [Span] {
    moments.enumerated().flatMap { index, moment in
      let span: Span =
        switch moment {
        case .actuel, .depart: Span(isShort ? "auj." : "aujourd’hui", .strong)
        case .intermediaire: Span(isShort ? "interm." : "intermédiaire", .title)
        case .cible: Span("cible", .title)
        }
      return index == 0 ? [span] : [Span(" · ", .faint), span]
    }
  }
}

extension Staircase {
  /// Draws it from the top of an area.
  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area
    for step in steps { draw(step, in: rest.takeTop(step.rows), on: &canvas) }
  }

  private func draw(_ step: Step, in area: Rect, on canvas: inout Canvas) {
    let column = area.column + corner(of: step.place)
    let isFloor = step.place < 0
    canvas.put(isFloor ? .horizontal : .topLeft, at: column, area.row, .faint)
    canvas.drawHorizontal(at: column + 1, area.row, length: stride - 1, .faint)
    canvas.put(
      step.place == axis.paliers.count - 1 ? .horizontal : .bottomRight, at: column + stride,
      area.row, .faint)
    canvas.drawVertical(at: column, area.row + 1, length: area.height - 1, .faint)
    drawWords(step, in: area, on: &canvas)
    let start = area.column + textColumn(of: step.place)
    guard !isFloor else {
      canvas.draw(Self.floor, at: start, area.row, .faint, upTo: area.endColumn)
      return
    }
    let palier = axis.paliers[step.place]
    let mark = marks.mark(palier.etat)
    let style = step.place == selected ? Style.strong : .faint
    canvas.draw(mark.sign, at: start, area.row, Style(mark.ink, .bold))
    let next = canvas.draw(rank(step.place), at: start + 2, area.row, style) + 1
    let end = area.endColumn - (step.words.isEmpty ? 0 : step.words.columns + 2)
    for (row, line) in step.lines.enumerated() {
      if step.lineRows > 1, let letters {
        canvas.draw(line, in: letters, at: next, area.row + row * Letters.rows, style)
        continue
      }
      canvas.draw(line, at: next, area.row + row, style, upTo: end)
    }
    if let fact = step.fact, step.lines.count * step.lineRows < area.height {
      canvas.draw(
        fact, at: next, area.row + step.lines.count * step.lineRows,
        step.place == selected ? .text : .faint,
        upTo: area.endColumn)
    }
  }

  private func drawWords(_ step: Step, in area: Rect, on canvas: inout Canvas) {
    var column = area.endColumn - step.words.columns
    for span in step.words {
      column = canvas.draw(span.text, at: column, area.row, span.style, upTo: area.endColumn)
    }
  }
}
