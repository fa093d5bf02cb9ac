import DPES
import TerminalUI

// Several lines pasted while capturing: one observation a line, or one text.
extension Capture {
  /// One observation a line, on an axis or « à placer », as one step of undo.
  static func addPastedLines(_ state: inout State, _ axe: Axe?) -> [Effect] {
    guard case .paste(let lines) = (state.modes.last as? Capture)?.step, !askForImage(&state)
    else { return [] }
    let point = (state.modes.last as? Capture)?.subject?.point
    let effects = add(&state, lines.all, about: point, axe: axe, statut: nil)
    guard !effects.isEmpty else { return [] }
    let place = axe.map { "sur «\u{A0}\($0.nomCourt)\u{A0}»" } ?? "à placer"
    let cut = lines.cut == 0 ? "" : " \(lines.cutSentence)"
    state.say("\(lines.all.count) observations ajoutées, \(place).\(cut)")
    return effects + turn(&state, to: .texte)
  }

  /// Nothing is pasted: what was typed before it is in the field again.
  static func abandonPaste(_ state: inout State) -> [Effect] {
    state.changeMode { (capture: inout Capture) in
      guard case .paste(let lines) = capture.step else { return }
      if !lines.typed.isEmpty { capture.field = TextField(lines.typed, isProse: true) }
      capture.step = .texte
    }
  }

  /// The lines one after the other in the field, where they have room.
  static func insertPastedText(_ state: inout State) -> [Effect] {
    guard var capture = state.modes.last as? Capture, case .paste(let lines) = capture.step else {
      return []
    }
    guard capture.field.insert(lines.text) else {
      return state.decline(
        "Un seul texte aurait plus de 5\u{A0}000 caractères\u{A0}: une observation par ligne, ou Échap."
      )
    }
    capture.step = .texte
    return state.replaceMode(capture)
  }

  func paste(_ text: String, in state: inout State) {
    var capture = self
    switch capture.step {
    case .texte:
      let lines = PastedLines(text)
      if lines.all.count > 1 {
        capture.step = .paste(lines)
      } else if !capture.field.insert(text) {
        state.refuse("Le texte collé est trop long\u{A0}: il est coupé à 5\u{A0}000 caractères.")
      }
      capture.lookalike = state.derived.lookalike(of: capture.field.text)
      if lines.controls > 0 { state.refuse(lines.controlsSentence) }
    // What is there already was the first line, and its end was taken for Entrée.
    case .axe, .statut:
      let lines = PastedLines(text, after: capture.field.text)
      capture.step = .paste(lines)
      capture.field = TextField(isProse: true)
      if lines.controls > 0 { state.refuse(lines.controlsSentence) }
    // The rest of what came in pieces.
    case .paste(let lines):
      capture.step = .paste(PastedLines(lines.pasted + text, after: lines.typed))
    // It waits until somebody said where it goes.
    case .frozen(let next):
      capture.step = next
      state.replaceMode(capture)
      capture.paste(text, in: &state)
      Capture.askForImage(&state)
      return
    case .entries:
      return state.refuse("Le collage va dans le texte : Échap, puis n.")
    }
    state.replaceMode(capture)
  }
}

/// What was pasted, as observations to be: a line each, without the marks of a list.
struct PastedLines: Hashable, Sendable {
  /// All of it, as it came.
  let pasted: String
  /// What was in the field before, now the first line; empty when it stays in the field.
  let typed: String
  /// None blank, none with controls, none longer than an observation can be.
  let all: [String]
  /// How many lines were cut because they are too long.
  let cut: Int
  /// How many control characters were left out.
  let controls: Int

  init(_ pasted: String, after typed: String = "") {
    self.pasted = pasted
    self.typed = typed
    var lines: [String] = []
    var cut = 0
    for line in "\(typed)\n\(pasted)".split(whereSeparator: \.isNewline) {
      var field = TextField()
      if !field.insert(line.trimmed.withoutBullet) { cut += 1 }
      let text = field.text.trimmed
      if !text.isBlank { lines.append(text) }
    }
    all = lines
    self.cut = cut
    controls = pasted.reduce(0) { $0 + ($1.isControl && !$1.isNewline && $1 != "\t" ? 1 : 0) }
  }

  /// All in one, as it was pasted but for the breaks.
  var text: String { all.joined(separator: " ") }

  var controlsSentence: String {
    controls == 1
      ? "Un caractère de contrôle était dans le collage\u{A0}: il est laissé de côté."
      : "\(controls) caractères de contrôle étaient dans le collage\u{A0}: ils sont laissés de côté."
  }

  var cutSentence: String {
    cut == 1
      ? "Une ligne est coupée à 5\u{A0}000 caractères."
      : "\(cut) lignes sont coupées à 5\u{A0}000 caractères."
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension StringProtocol {
  /// Without the blanks at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// Nothing to be seen: blanks, and characters without a shape.
  var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// Without the mark that a list puts before each line: `-`, `•`, `1.`, `2)`, `(3)`; nothing when
  /// the mark is all there is.
  fileprivate var withoutBullet: String {
    let mark = prefix { !$0.isWhitespace }
    if Self.dashes.contains(mark) || mark.isListNumber { return dropFirst(mark.count).trimmed }
    // Word processors put no blank after theirs.
    if let first, Self.bullets.contains(first) { return dropFirst().trimmed }
    return self
  }

  private static let dashes: Set<Substring> = ["-", "–", "—", "*", "·", "+", ">", "o"]
  private static let bullets: Set<Character> = [
    "•", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "➢", "➤", "✓", "✔", "\u{F0B7}", "\u{F0A7}",
  ]
}

extension Substring {
  /// Whether it is a number as lists have them: `1.`, `12)`, `(3)`, `4°`.
  fileprivate var isListNumber: Bool {
    let inside = first == "(" ? dropFirst() : self
    guard let last, [".", ")", "°", "/"].contains(last) else { return false }
    let digits = inside.dropLast()
    return (1...3).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
