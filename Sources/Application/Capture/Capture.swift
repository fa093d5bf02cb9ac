import DPES
import TerminalUI

/// The facilitator's gesture: a text, Entrée, a key for the axis, a key for the colour
/// (`product.md` §3, Capture).
struct Capture: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case texte
    /// The text is there: which axis?
    case axe
    /// The axis too: which colour?
    case statut(Axe)
    /// On the last entries, to correct them; 0 is the newest.
    case entries(Int)
    /// Several lines were pasted: one observation a line, or one text?
    case paste([String])
  }

  var step = Step.texte
  var field = TextField()
  /// An earlier observation that says about the same.
  var lookalike: Observation?

  /// Whose keys are heard.
  var scope: Action.Scope {
    switch step {
    case .texte: .captureTexte
    case .axe: .captureAxe
    case .statut: .captureStatut
    case .entries: .captureEntries
    case .paste: .capturePaste
    }
  }
}

extension State {
  /// Opens the capture, on the draft if there is one, on the image that takes new observations.
  mutating func beginCapture(pasting text: String? = nil) {
    if let reason = readOnlyReason { return refuse(reason) }
    var capture = Capture()
    capture.field.insert(draft ?? "")
    modes.append(.capture(capture))
    if let text { paste(text, in: capture) }
  }

  /// The present capture; changing it replaces the mode on top.
  private var capture: Capture? {
    get {
      if case .capture(let capture) = modes.last { capture } else { nil }
    }
    set {
      if let newValue { replaceMode(.capture(newValue)) }
    }
  }

  mutating func press(_ key: Key, in capture: Capture) -> [Effect] {
    if let action = Action.action(for: key, in: [capture.scope, .field]) {
      return action.performed(in: &self)
    }
    switch capture.step {
    case .texte:
      var capture = capture
      let wasFull = capture.field.isFull
      guard capture.field.handle(key) else { return [] }
      if wasFull, capture.field.isFull { refuse("Une observation tient en 5 000 caractères.") }
      self.capture = capture
    case .axe:
      refuse(
        "Une lettre pour l’axe : u, p, d ou t. Entrée laisse à placer, Échap garde le brouillon.")
    case .statut:
      refuse(
        "Une lettre pour la couleur : r, o ou v. Entrée laisse sans statut, Échap garde le brouillon."
      )
    case .entries, .paste:
      refuse("Échap revient au texte.")
    }
    return []
  }

  mutating func paste(_ text: String, in capture: Capture) {
    var capture = capture
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmed.withoutBullet }.filter { !$0.isEmpty }
    switch capture.step {
    case .texte where lines.count > 1:
      capture.step = .paste(lines)
    case .texte:
      if !capture.field.insert(text) {
        refuse("Le texte collé est trop long : il est coupé à 5 000 caractères.")
      }
    case .axe, .statut, .entries, .paste:
      return refuse("Le collage va dans le texte : Échap, puis n.")
    }
    self.capture = capture
  }

  /// Entrée after the text: on to the axis.
  mutating func confirmText() -> [Effect] {
    guard var capture else { return [] }
    let texte = capture.field.text.trimmed
    guard !texte.isEmpty else {
      refuse("Rien d’écrit encore. Échap ferme la saisie.")
      return []
    }
    capture.lookalike = derived.lookalike(of: texte)
    capture.step = .axe
    self.capture = capture
    return []
  }

  mutating func chooseAxe(_ axe: Axe) -> [Effect] {
    capture?.step = .statut(axe)
    return []
  }

  /// Keeps the observation: with an axis and a colour, or without.
  mutating func confirmCapture(statut: Statut? = nil) -> [Effect] {
    guard var capture else { return [] }
    var axe: Axe?
    if case .statut(let chosen) = capture.step { axe = chosen }
    let texte = capture.field.text.trimmed
    let effects = add([texte], axe: axe, statut: statut)
    guard !effects.isEmpty else { return [] }
    draft = nil
    capture = Capture()
    self.capture = capture
    return effects
  }

  /// Adds observations as one step of undo, and selects the last.
  private mutating func add(_ textes: [String], axe: Axe?, statut: Statut?) -> [Effect] {
    let signature = signature
    var newest = ""
    cercle.imageID = nil
    let effects = change { demarche, ids in
      for texte in textes {
        newest = demarche.ajouterObservation(
          texte, axe: axe, statut: statut, signature, ids: &ids)
      }
      return true
    }
    guard !effects.isEmpty else { return [] }
    if let open = document?.demarche.imageOuverte, let image = document?.demarche.cercles[open].id,
      image != derived.image?.cercle.id
    {
      cercle.imageID = image
      renewDerived()
    }
    cercle.select(newest, in: derived)
    chainFromCercle()
    return effects
  }

  /// Échap: closes the capture; a text begun is kept as a draft.
  mutating func leaveCapture() -> [Effect] {
    guard let capture else { return [] }
    let texte = capture.field.text
    modes.removeLast()
    draft = texte.trimmed.isEmpty ? nil : texte
    if draft != nil { say("Brouillon gardé : n le reprend.") }
    return []
  }

  /// The program has to end now, perhaps with the laptop's battery: what was typed and never placed
  /// is kept « à placer ».
  mutating func keepUnfinished() -> [Effect] {
    if case .capture(let capture) = modes.last { draft = capture.field.text }
    guard let texte = draft?.trimmed, !texte.isEmpty else { return [] }
    draft = nil
    return add([texte], axe: nil, statut: nil)
  }

  /// Retour arrière after the text: back to it.
  mutating func backToText() -> [Effect] {
    capture?.step = .texte
    return []
  }

  /// Several lines, one observation each, « à placer ».
  mutating func addPastedLines() -> [Effect] {
    guard var capture, case .paste(let lines) = capture.step else { return [] }
    let effects = add(lines, axe: nil, statut: nil)
    guard !effects.isEmpty else { return [] }
    say("\(lines.count) observations ajoutées, à placer. F9 annule le tout.")
    capture.step = .texte
    self.capture = capture
    return effects
  }

  /// Several lines, as one text in the field.
  mutating func insertPastedText() -> [Effect] {
    guard var capture, case .paste(let lines) = capture.step else { return [] }
    capture.step = .texte
    if !capture.field.insert(lines.joined(separator: " ")) {
      refuse("Le texte collé est trop long : il est coupé à 5 000 caractères.")
    }
    self.capture = capture
    return []
  }
}

extension String {
  /// Without the mark that a list puts before each line: `-`, `•`, `*`, `1.`, `2)`.
  fileprivate var withoutBullet: String {
    let mark = prefix { !$0.isWhitespace }
    let isNumbered = mark.count > 1 && mark.count < 4 && (mark.last == "." || mark.last == ")")
    guard mark.count < count,
      ["-", "–", "—", "•", "*", "·"].contains(mark)
        || isNumbered && mark.dropLast().allSatisfy(\.isNumber)
    else { return self }
    return dropFirst(mark.count).trimmed
  }
}

extension StringProtocol {
  /// Without the blanks at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
