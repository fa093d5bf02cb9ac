import DPES
import TerminalUI

/// What became of the observations of one axis since the image before, never of the four together:
/// how many of each evolution in letters, and those that changed.
enum ComparaisonPage: WallPage {
  static let name = "comparaison"
  static let title = "ce qui a changé"

  static func isOffered(_ state: State) -> Bool {
    guard let shown = state.derived.image?.cercle.id, let demarche = state.demarche else {
      return false
    }
    return demarche.aUneImage(avant: shown)
  }

  static func bandeau(_ state: State) -> Bandeau {
    let axe = state.cercle.axe
    let axes = state.derived.image?.groups.map(\.axe) ?? []
    let place = axes.firstIndex(of: axe).map { "\($0 + 1) / \(axes.count)" } ?? ""
    guard let kept = state.cercle.rapprochement else {
      return Bandeau(ground: .plain, word: axe?.nomCourt ?? "À placer", place: place)
    }
    let days =
      kept.lecture == .temps
      ? [
        "De l’image du \(kept.avant.french) à celle du \(kept.apres.french)",
        "Du \(kept.avant.french) au \(kept.apres.french)",
      ]
      : [
        "Nous le \(kept.avant.french), des pairs le \(kept.apres.french)",
        "Nous \(kept.avant.frenchShort), pairs \(kept.apres.frenchShort)",
      ]
    let told = days.first { TextWidth.fits($0, state.size.width - 4) } ?? days[1]
    let count = kept[axe].count.counting("observation")
    return Bandeau(
      ground: .plain, word: axe?.nomCourt ?? "À placer", place: place,
      lines: [
        told, "\(count)\u{A0}; aucune note, aucun total",
      ])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let here = state.cercle.rapprochement?[state.cercle.axe] else { return }
    var rest = area
    let numbers = Evolutions(here, state, in: area.size)
    if state.wallScale < .middle {
      _ = rest.takeTop(max(0, rest.height - numbers.height) / 2)
    }
    numbers.draw(in: rest.takeTop(numbers.height), on: &canvas)
    guard state.wallScale >= .middle else { return }
    _ = rest.takeTop(1)
    let line = rest.takeTop(1)
    canvas.drawHorizontal(at: line.column, line.row, length: line.width)
    guard !here.changed.isEmpty else {
      let text =
        here.count == 0
        ? "Rien encore sur cet axe\u{A0}: n ajoute." : "Rien n’a changé sur cet axe."
      canvas.draw(text, at: rest.column, rest.row, .strong, upTo: rest.endColumn)
      return
    }
    list(here, state, in: rest.size).draw(in: rest, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    state.wallScale < .middle ? ["← → axe"] : ["↑ ↓ la suite", "← → axe"]
  }

  private static func lecture(_ state: State) -> ComparaisonDImages.Lecture {
    state.cercle.rapprochement?.lecture ?? .temps
  }

  /// Columns before the text: the evolution, the colour before and after.
  private static let indent = 10

  private static func list(
    _ here: Rapprochement.ParAxe, _ state: State, in size: Size
  ) -> WallList {
    list(here, state, from: min(first(state), lastFirst(state)), in: size)
  }

  private static func list(
    _ here: Rapprochement.ParAxe, _ state: State, from first: Int, in size: Size
  ) -> WallList {
    WallList(
      count: here.changed.count, from: first, indent: indent, in: size, spread: true,
      letters: state.wallScale == .full ? state.wallLetters : nil, enlarging: true,
      more: { left in more(here.changed.suffix(left), state) },
      item: { item(here.changed[$0], state) })
  }

  private static func item(
    _ ligne: ComparaisonDImages.Ligne, _ state: State
  ) -> WallList.Item {
    let marks = state.marks
    let evolution = marks.mark(ligne.evolution, lecture(state))
    let isBoth = ligne.avant != nil && ligne.apres != nil
    let arrow = isBoth ? state.environment.symbols.arrow : ""
    func sign(_ observation: Observation?) -> Span {
      guard let observation else { return Span(" ", .text) }
      let mark = marks.mark(observation.statut)
      return Span(mark.sign, Style(ligne.apres == nil ? .faint : mark.ink))
    }
    let pad = String(repeating: " ", count: max(0, 4 - TextWidth.columns(of: arrow)))
    return WallList.Item(
      lead: [
        Span(evolution.sign, Style(evolution.ink, .bold)), Span("  ", .text), sign(ligne.avant),
        Span(isBoth ? " \(arrow)\(pad.dropFirst(2))" : "   ", .faint), sign(ligne.apres),
      ],
      text: (ligne.apres ?? ligne.avant)?.texte ?? "",
      style: ligne.apres == nil ? .faint : .text)
  }

  /// « et encore 1 améliorée, 1 close » of those that have no row.
  private static func more(
    _ left: ArraySlice<ComparaisonDImages.Ligne>, _ state: State
  ) -> String {
    let counts = ComparaisonDImages.Evolution.changesFirst.compactMap { evolution -> String? in
      let count = left.count { $0.evolution == evolution }
      return count == 0 ? nil : "\(count) \(evolution.mot(lecture(state), pour: count))"
    }
    let key = state.environment.symbols.spelled("↓")
    return "et encore \(counts.joined(separator: ", "))\u{A0}: \(key) pour les voir"
  }
}

// How far the lines are scrolled.
extension ComparaisonPage {
  /// The first line shown.
  static func first(_ state: State) -> Int {
    let changed = state.cercle.rapprochement?[state.cercle.axe].changed ?? []
    let id = state.cercle.comparee
    return id.flatMap { id in changed.firstIndex { $0.id == id } } ?? 0
  }

  /// The line from which all that follow have room; the last one, where the first shown is large.
  static func lastFirst(_ state: State) -> Int {
    guard let here = state.cercle.rapprochement?[state.cercle.axe] else { return 0 }
    let area = WallLayout(state.size).body
    let rows = area.height - Evolutions(here, state, in: area.size).height - 2
    let all = list(here, state, from: 0, in: Size(area.width, rows))
    if all.isFirstLarge { return all.isLarge ? 0 : max(0, here.changed.count - 1) }
    return WallList.lastFirst(count: here.changed.count, rows: rows) { index in
      let texte = (here.changed[index].apres ?? here.changed[index].avant)?.texte ?? ""
      return TextWidth.wrap(texte, width: max(1, area.width - indent), maxLines: rows).count
    }
  }
}

/// The five counts of an axis side by side, as large as there is room for: sign, number, word.
private struct Evolutions {
  private struct Part {
    let mark: Marks.Mark
    let sign: WallSign?
    let number: String
    let word: String
    let isNone: Bool
  }

  private let parts: [Part]
  private let letters: Letters?
  /// Whether the signs are drawn large too.
  private var hasSigns = false
  /// Columns of each part.
  private var width = 0
  /// Of the letters and of the signs.
  private var scale = 1

  init(_ here: Rapprochement.ParAxe, _ state: State, in size: Size) {
    parts = ComparaisonDImages.Evolution.changesFirst.map { evolution in
      let lecture = state.cercle.rapprochement?.lecture ?? .temps
      let mark = state.marks.mark(evolution, lecture)
      let count = here.counts[evolution] ?? 0
      return Part(
        mark: mark, sign: WallSign(evolution == .close ? "−" : mark.sign), number: String(count),
        word: evolution.mot(lecture, pour: count), isNone: count == 0)
    }
    let letters = state.wallScale > .least ? state.wallLetters : nil
    let digits = parts.map { letters?.columns(of: $0.number) ?? 0 }.max() ?? 0
    let words = parts.map { TextWidth.columns(of: $0.word) }.max() ?? 0
    width = size.width / parts.count
    hasSigns = letters != nil && max(digits + WallSign.columns + 2, words) < width
    self.letters = letters != nil && max(digits + 2, words) <= width ? letters : nil
    // Twice as large where the lines keep twice as many rows.
    let isTwice = (digits + WallSign.columns + 2) * 2 < width && size.height >= Letters.rows * 7
    if hasSigns, isTwice { scale = 2 }
  }

  var height: Int { letters == nil ? 2 + legend.count : Letters.rows * scale + 2 }

  /// Without letters: what the signs say, where the words have no room under them.
  private var legend: [String] {
    guard parts.contains(where: { !TextWidth.fits($0.word, width - 1) }) else { return [] }
    let words = parts.map { "\($0.mark.sign)\u{A0}\($0.word)" }.joined(separator: "  ")
    return WallText.lines(words, width: width * parts.count, maxLines: 3)
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    for (index, part) in parts.enumerated() {
      let column = area.column + index * width
      let ink: Style.Ink = part.isNone ? .faint : part.mark.ink
      let end = column + width
      guard let letters else {
        canvas.draw(
          "\(part.mark.sign) \(part.number)", at: column, area.row, Style(ink, .bold), upTo: end)
        if legend.isEmpty {
          canvas.draw(part.word, at: column, area.row + 1, .faint, upTo: end)
        }
        continue
      }
      var start = column + 2
      if hasSigns, let sign = part.sign {
        // Where an ink has a ground of its own, the whole sign stands on it.
        let box = Rect(
          column: column, row: area.row, width: WallSign.columns * scale,
          height: WallSign.rows * scale)
        canvas.fill(box, .space, Style(ink))
        canvas.draw(sign, at: column, area.row, scale: scale, Style(ink))
        start = column + (WallSign.columns + 1) * scale
      } else {
        canvas.draw(part.mark.sign, at: column, area.row + 1, Style(ink, .bold))
      }
      canvas.draw(
        part.number, in: letters, at: start, area.row, scale: scale, part.isNone ? .faint : .text)
      canvas.draw(part.word, at: column, area.row + height - 1, Style(ink, .bold), upTo: end)
    }
    guard letters == nil else { return }
    for (index, line) in legend.enumerated() {
      canvas.draw(line, at: area.column, area.row + 2 + index, .faint, upTo: area.endColumn)
    }
  }
}
