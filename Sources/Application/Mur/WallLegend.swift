import DPES
import TerminalUI

/// What the three colours mean, each sentence whole on its aplat, and what the distance from the
/// centre means: in letters as far as there is room for all of it.
struct WallLegend {
  /// How a sentence stands on its aplat.
  private enum Setting: Int, CaseIterable, Comparable {
    /// Both in letters.
    case whole
    /// The word in letters of eight rows, the sentence in bold: where a colour is chosen.
    case large
    /// The sentence in letters under its word.
    case letters
    /// The word in letters, the sentence in bold.
    case word
    /// Both in bold beside the sign drawn large.
    case bold
    /// Both in bold, the sign in the row of the word.
    case tight
    /// The sentence goes on in the row of the word.
    case run

    static func < (one: Setting, other: Setting) -> Bool { one.rawValue < other.rawValue }
  }

  private static let statuts: [Statut] = [.rouge, .orange, .vert]

  private let size: Size
  private var setting = Setting.run
  /// The lines of each sentence.
  private var sentences: [WallSentence] = []
  /// What the distance means, in bold lines; none where they have no room.
  private var distance: [String] = []
  /// Blank rows between the aplats.
  private var gap = 0
  /// Blank rows on each aplat, above what is written and under it.
  private var above = 0
  private var below = 0

  /// In so many rows of the width of the window.
  init(_ state: State, rows: Int, saysDistance: Bool = true) {
    size = Size(state.size.width, rows)
    let told =
      saysDistance
      ? TextWidth.wrap(
        "\(Statut.distance) \(Statut.place)", width: max(1, size.width - 2 * margin)) : []
    for setting in Setting.allCases {
      self.setting = setting
      sentences = Self.statuts.map { sentence(of: $0, state) }
      guard fits(setting, state, saysDistance: saysDistance) else { continue }
      // In the least window the distance goes.
      let hasDistance = !told.isEmpty && setting < .tight
      let free = rows - taken - (hasDistance ? told.count + 1 : 0)
      guard free >= 0 || setting == .run else { continue }
      distance = hasDistance ? told : []
      spread(max(0, free))
      return
    }
  }

  /// Whether its words and sentences can be set so, whatever rows they take.
  private func fits(_ setting: Setting, _ state: State, saysDistance: Bool) -> Bool {
    switch setting {
    case .whole, .letters: sentences.allSatisfy { $0.letterRows > 1 }
    case .large:
      !saysDistance
        && Self.statuts.allSatisfy { statut in
          let word = state.marks.mark(statut).word.uppercased()
          return state.wallLetters?.columns(of: word).map { 2 * $0 <= size.width - indent - margin }
            ?? false
        }
    case .word: state.wallLetters != nil
    case .bold, .tight, .run: true
    }
  }

  private var margin: Int { size.width < 60 ? 1 : 2 }

  /// Columns before what is written on an aplat.
  private var indent: Int { setting < .tight ? 3 + WallSign.columns + 2 : 1 }

  private func sentence(of statut: Statut, _ state: State) -> WallSentence {
    let room = Size(max(1, size.width - indent - margin), size.height)
    let mark = state.marks.mark(statut)
    return switch setting {
    case .whole, .letters:
      WallSentence(statut.phrase, in: room, letters: state.wallLetters, largest: 1)
    case .large, .word, .bold, .tight: WallSentence(lines: statut.phrase, in: room)
    case .run:
      WallSentence(lines: "\(mark.sign) \(mark.word.uppercased()) \(statut.phrase)", in: room)
    }
  }

  /// Rows of an aplat without its margins.
  private func rows(of sentence: WallSentence) -> Int {
    switch setting {
    case .letters, .tight: 1 + sentence.rows
    case .whole, .word: Letters.rows + sentence.rows
    case .large: 2 * Letters.rows + 1 + sentence.rows
    case .bold: max(WallSign.rows, 1 + sentence.rows)
    case .run: sentence.rows
    }
  }

  /// Rows of the three.
  private var taken: Int { sentences.reduce(0) { $0 + rows(of: $1) } }

  /// Rows that are free go above what is written, under it, then between the aplats.
  private mutating func spread(_ free: Int) {
    var free = free
    func take(_ rows: Int) -> Int {
      guard free >= rows else { return 0 }
      free -= rows
      return 1
    }
    above = take(3)
    below = take(3)
    gap = take(2)
    // What fills the page is evenly filled.
    let more = distance.isEmpty ? free / 6 : min(2, free / 6)
    above += more
    below += more
  }
}

extension WallLegend {
  /// Draws it over the width of the window, from a row on.
  func draw(_ state: State, from row: Int, on canvas: inout Canvas) {
    var rest = Rect(column: 0, row: row, width: size.width, height: size.height)
    for (statut, sentence) in zip(Self.statuts, sentences) {
      let rows = above + rows(of: sentence) + below
      draw(statut, sentence, state, in: rest.takeTop(rows), on: &canvas)
      _ = rest.takeTop(gap)
    }
    guard !distance.isEmpty else { return }
    let lines = rest.takeBottom(distance.count + (rest.height > distance.count + 1 ? 1 : 0))
    for (index, line) in distance.enumerated() {
      canvas.draw(line, at: margin, lines.row + index, .strong, upTo: size.width)
    }
  }

  private func draw(
    _ statut: Statut, _ sentence: WallSentence, _ state: State, in box: Rect,
    on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(statut)
    let style = Style(.text, on: Statut?.some(statut).bandeauGround)
    canvas.lay(box, on: style.ground)
    var rest = box
    _ = rest.takeTop(above)
    _ = rest.takeLeft(indent)
    let letters = state.wallLetters
    let word = mark.word.uppercased()
    switch setting {
    case .run: break
    case .tight:
      canvas.draw(
        "\(mark.sign) \(word)", at: rest.column, rest.takeTop(1).row, style.with(.bold),
        upTo: box.endColumn)
    case .letters, .bold:
      canvas.draw(
        word, at: rest.column, rest.takeTop(1).row, style.with(.bold), upTo: box.endColumn)
    case .whole, .large, .word:
      guard let letters else { return }
      let scale = setting == .large ? 2 : 1
      let row = rest.takeTop(Letters.rows * scale).row
      canvas.draw(word, in: letters, at: rest.column, row, scale: scale, style)
      _ = rest.takeTop(setting == .large ? 1 : 0)
    }
    if setting < .tight, let sign = WallSign(mark.sign) {
      canvas.draw(sign, at: box.column + 3, box.row + (box.height - WallSign.rows) / 2, style)
    }
    sentence.draw(in: rest, letters: letters, style, on: &canvas)
  }
}
