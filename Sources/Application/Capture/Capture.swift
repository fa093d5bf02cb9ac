import DPES
import TerminalUI

/// The facilitator's gesture: a text, Entrée, a key for the axis, a key for the colour,
/// and the field is ready for the next.
struct Capture: Hashable, Sendable {
  indirect enum Step: Hashable, Sendable {
    case texte
    /// The text is there: which axis?
    case axe
    /// The axis too: which colour?
    case statut(Axe)
    /// On the last entries, to correct them; 0 is the newest.
    case entries(Int)
    /// Several lines were pasted: one observation a line, or one text?
    case paste(PastedLines)
    /// Today's image is frozen: open it again, or begin another? Then what comes next.
    case frozen(then: Step)
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
    case .frozen: .captureFrozen
    }
  }
}

extension State {
  /// Opens the capture, on the draft if there is one, on the image that takes new observations.
  mutating func beginCapture(pasting text: String? = nil) {
    if let reason = readOnlyReason { return refuse(reason) }
    showOpenImage()
    var capture = Capture()
    capture.field.insert(draft ?? "")
    modes.append(.capture(capture))
    if let text { paste(text, in: capture) }
    askForImage()
  }

  /// The present capture; changing it replaces the mode on top.
  /// Goes on with the capture on top at another step.
  private mutating func turn(to step: Capture.Step) {
    guard case .capture(var capture) = modes.last else { return }
    capture.step = step
    replaceMode(.capture(capture))
  }

  mutating func press(_ key: Key, in capture: Capture) -> [Effect] {
    if let action = Action.action(for: key, in: [capture.scope, fieldScope]) {
      return action.performed(in: &self)
    }
    switch capture.step {
    case .texte:
      var capture = capture
      let wasFull = capture.field.isFull
      guard capture.field.handle(key) else { return [] }
      if wasFull, capture.field.isFull { refuse("Une observation tient en 5\u{A0}000 caractères.") }
      replaceMode(.capture(capture))
    case .axe:
      refuse(
        "Une lettre pour l’axe\u{A0}: u, p, d ou t. Entrée laisse à placer, Échap garde le brouillon."
      )
    case .statut:
      refuse(
        "Une lettre pour la couleur\u{A0}: r, o ou v. Entrée laisse sans statut, Échap garde le brouillon."
      )
    case .entries, .paste:
      refuse("Échap revient au texte.")
    case .frozen:
      refuse("f rouvre l’image d’aujourd’hui, n en ouvre une autre, Échap garde le brouillon.")
    }
    return []
  }

  /// Entrée after the text: on to the axis.
  mutating func confirmText() -> [Effect] {
    guard case .capture(var capture) = modes.last else { return [] }
    let texte = capture.field.text.trimmed
    guard !texte.isBlank else {
      refuse("Rien d’écrit encore. Échap ferme la saisie.")
      return []
    }
    capture.lookalike = derived.lookalike(of: texte)
    capture.step = .axe
    replaceMode(.capture(capture))
    return []
  }

  mutating func chooseAxe(_ axe: Axe) -> [Effect] {
    turn(to: .statut(axe))
    return []
  }

  /// Keeps the observation: with an axis and a colour, or without.
  mutating func confirmCapture(statut: Statut? = nil) -> [Effect] {
    guard case .capture(var capture) = modes.last, !askForImage() else { return [] }
    var axe: Axe?
    if case .statut(let chosen) = capture.step { axe = chosen }
    let texte = capture.field.text.trimmed
    let effects = add([texte], axe: axe, statut: statut)
    guard !effects.isEmpty else { return [] }
    draft = nil
    capture = Capture()
    replaceMode(.capture(capture))
    return effects
  }

  /// Adds observations as one step of undo, said by who speaks, and selects the last.
  mutating func add(_ textes: [String], axe: Axe?, statut: Statut?) -> [Effect] {
    let signature = signature
    let auteur = speaker
    var newest = ""
    cercle.imageID = nil
    let effects = change { demarche, ids in
      let added = demarche.ajouterObservations(
        textes, axe: axe, statut: statut, auteur: auteur, signature, ids: &ids)
      newest = added.last ?? ""
      return !added.isEmpty
    }
    guard !effects.isEmpty else { return [] }
    showOpenImage()
    cercle.select(newest, in: derived)
    chainFromCercle()
    return effects
  }

  /// Shows the image that new observations go to, or the one that today's will continue: what is
  /// said is seen where it goes.
  mutating func showOpenImage() {
    guard let demarche = document?.demarche,
      let index = demarche.imageOuverte ?? demarche.imagesParDate.last
    else { return }
    let image = demarche.cercles[index].id
    guard image != derived.image?.cercle.id || cercle.comparedID != nil else { return }
    cercle.imageID = image
    cercle.comparedID = nil
    renewDerived()
    cercle.settle(in: derived)
  }

  /// Échap: closes the capture; a text begun is kept as a draft.
  mutating func leaveCapture() -> [Effect] {
    guard case .capture(let capture) = modes.last else { return [] }
    var field = capture.field
    // What was pasted was not seen yet.
    if case .frozen = capture.step, let pasted = capture.pasted { field.insert(pasted.text) }
    let texte = field.text
    modes.removeLast()
    draft = texte.isBlank ? nil : texte
    if draft != nil { say("Brouillon gardé\u{A0}: n le reprend.") }
    return []
  }

  /// The program has to end now, perhaps with the laptop's battery: what was typed and never placed
  /// is kept « à placer », what was said for or against where it was said.
  mutating func keepUnfinished() -> [Effect] {
    var textes: [String] = []
    for case .capture(let capture) in modes {
      draft = capture.field.text
      textes += capture.pasted?.all ?? []
    }
    if let draft, !draft.isBlank { textes.insert(draft.trimmed, at: 0) }
    draft = nil
    return keepArguments() + (textes.isEmpty ? [] : add(textes, axe: nil, statut: nil))
  }

  /// Retour arrière after the text: back to it.
  mutating func backToText() -> [Effect] {
    turn(to: .texte)
    return []
  }
}
