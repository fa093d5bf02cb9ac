import DPES
import TerminalUI

// Several lines pasted while capturing: one observation a line, or one text.
extension Capture {
  /// One observation a line, on an axis or « à placer », as one step of undo.
  static func addPastedLines(_ state: inout State, _ axe: Axe?) -> [Effect] {
    guard case .paste(let lines) = (state.modes.last as? Capture)?.step else { return [] }
    let kept = lines.kept
    guard !kept.isEmpty else { return state.decline(noneKept) }
    guard let opened = openedPlace(&state) else { return [] }
    let point = (state.modes.last as? Capture)?.subject?.point
    let effects = add(&state, kept, about: point, axe: axe, statut: nil)
    guard !effects.isEmpty else { return opened }
    let place = axe.map { "sur «\u{A0}\($0.nomCourt)\u{A0}»" } ?? "à placer"
    let added = kept.count.counting("observation ajoutée", "observations ajoutées")
    state.say("\(added), \(place).\(lines.leftSentence)\(lines.cutSentence)")
    let numero = nextNumero(state)
    return opened + effects
      + state.changeMode { (capture: inout Capture) in
        (capture.step, capture.numero) = (.texte, numero)
      }
  }

  private static let noneKept =
    "Aucune ligne n’est gardée\u{A0}: Espace en garde une, Échap ne colle rien."

  static let reopenedReason = "Entrée reprend ces lignes, Échap les met de côté."

  /// Has lines that came back by themselves wait until somebody takes them up, whatever is asked of them.
  static func waitForTaking(_ state: inout State) {
    guard var lines = (state.modes.last as? Capture)?.pasted else { return }
    lines.isReopened = true
    _ = turn(&state, to: .paste(lines))
  }

  /// Entrée on lines that came back: they are as they were when they were pasted.
  static func takeUpLines(_ state: inout State) -> [Effect] {
    state.changeMode { (capture: inout Capture) in
      guard case .paste(var lines) = capture.step else { return }
      lines.isReopened = false
      capture.step = .paste(lines)
    }
  }

  /// Espace: the line in hand is left out, or kept after all; then the next.
  static func turnPastedLine(_ state: inout State) -> [Effect] {
    state.changeMode { (capture: inout Capture) in
      guard case .paste(var lines) = capture.step else { return }
      lines.turn()
      capture.step = .paste(lines)
    }
  }

  /// ↑ ↓ and the others of a list, among the lines pasted.
  func move(_ key: Key, among lines: PastedLines, in state: inout State) -> [Effect] {
    var (capture, lines) = (self, lines)
    guard lines.list.handle(key, of: lines.all.count, height: pastedRows(state)) else {
      if lines.isReopened { return state.decline(Self.reopenedReason) }
      let way =
        lines.isSeen ? "Entrée ou une lettre d’axe garde les autres" : "Entrée montre la suite"
      return state.decline("Espace laisse la ligne, \(way), Échap ne colle rien.")
    }
    capture.step = .paste(lines)
    return state.replaceMode(capture)
  }

  /// Entrée while lines kept were not on the screen: they come next.
  static func showUnseenLines(_ state: inout State) -> [Effect] {
    guard let capture = state.modes.last as? Capture else { return [] }
    let height = capture.pastedRows(state)
    return state.changeMode { (capture: inout Capture) in
      guard case .paste(var lines) = capture.step else { return }
      lines.showUnseen(height: height)
      capture.step = .paste(lines)
    }
  }

  /// Notes which of the lines pasted are on the screen now.
  static func noteLinesSeen(_ state: inout State) {
    guard !state.isOnWall, !state.isTooSmall, let capture = state.modes.last as? Capture,
      case .paste(var lines) = capture.step
    else { return }
    let height = capture.pastedRows(state)
    lines.see(lines.list.visibleRows(of: lines.all.count, height: height))
    _ = turn(&state, to: .paste(lines))
  }

  /// Nothing is pasted: what was typed before it is in the field again.
  static func abandonPaste(_ state: inout State) -> [Effect] {
    state.changeMode { (capture: inout Capture) in
      guard case .paste(let lines) = capture.step else { return }
      if !lines.typed.isEmpty {
        capture.field = TextField(lines.typed, isProse: true)
        capture.lookalike = nil
      }
      capture.step = .texte
    }
  }

  /// The lines one after the other in the field, where they have room.
  static func insertPastedText(_ state: inout State) -> [Effect] {
    guard var capture = state.modes.last as? Capture, case .paste(let lines) = capture.step else {
      return []
    }
    guard lines.keptCount > 0 else { return state.decline(noneKept) }
    guard capture.field.paste(lines.text) else {
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
      } else if !capture.field.paste(text) {
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
    // Keys that came together, and were meant for something else.
    case .paste(let lines) where lines.isReopened: return state.refuse(Self.reopenedReason)
    // The rest of what came in pieces.
    case .paste(let lines):
      capture.step = .paste(lines.followed(by: text))
    // It waits until somebody said where it goes.
    case .frozen(let next):
      capture.step = next
      state.replaceMode(capture)
      capture.paste(text, in: &state)
      Capture.askForImage(&state)
      return
    case .entries:
      capture.step = .texte
      state.replaceMode(capture)
      return capture.paste(text, in: &state)
    }
    state.replaceMode(capture)
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
