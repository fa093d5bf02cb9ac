import DPES
import TerminalUI

/// The facilitator's gesture: a text, Entrée, a key for the axis, a key for the colour,
/// and the field is ready for the next.
struct Capture: Modal {
  /// Whose keys are heard.
  var tables: [ActionTable] {
    switch step {
    case .texte: [subject?.axe == nil ? .captureTexte : .captureTextePlace]
    case .axe: [.captureAxe]
    case .statut: [.captureStatut]
    case .entries: [.captureEntries]
    case .paste(let lines):
      [
        lines.isReopened
          ? .capturePasteReopened : lines.isSeen ? .capturePaste : .capturePasteUnread
      ]
    case .frozen: [.captureFrozen]
    }
  }
  var hasField: Bool { true }
  var takesText: Bool { step == .texte }
  var takesPaste: Bool { true }
  var pastedLines: Int? {
    pasted.map { $0.all.count + (field.holdsPaste ? 1 : 0) } ?? (field.holdsPaste ? 1 : nil)
  }
  var onWall: OnWall { .stays }

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

    /// Whether one letter answers it.
    var isQuestion: Bool {
      switch self {
      case .axe, .statut, .frozen: true
      case .texte, .entries, .paste: false
      }
    }
  }

  var step = Step.texte
  var field = TextField(isProse: true)
  /// The number that the observation will have, as far as is known when it begins.
  var numero: Int?
  /// Whether something was just said: the room sees it until the next text begins.
  var hasSaid = false
  /// An earlier observation that says about the same.
  var lookalike: Observation?
  /// What the room was asked; nil for whatever it sees.
  var subject: Subject?
  /// Where it goes, on a day whose image is frozen, once the group said so.
  var place: PlaceOfWords?

  /// A point of the grille that what is said answers.
  struct Subject: Hashable, Sendable {
    /// As an observation names it.
    let point: String
    let question: String
    let axe: Axe?
  }

  /// Opens the capture, on the draft if there is one, on the image that takes new observations.
  static func begin(
    _ state: inout State, about subject: Subject? = nil, pasting text: String? = nil,
    saying said: String? = nil
  ) {
    if let reason = state.readOnlyReason { return state.refuse(reason) }
    showOpenImage(&state)
    state.derived.renewAlike()
    var capture = Capture(numero: nextNumero(state))
    capture.subject = subject
    if let aside = state.drafts[subject] {
      capture.take(aside)
    } else if let said {
      capture.field = TextField(said, isProse: true)
    }
    capture.lookalike = state.derived.lookalike(of: capture.field.text)
    state.modes.append(capture)
    if let text { capture.paste(capture.pasted == nil ? text : "\n" + text, in: &state) }
    // On the wall the bandeau says it, where it has more than one row.
    let isTold = state.isOnWall && state.wallScale > .least
    if text != nil, askForImage(&state) { return }
    if !isTold, let told = newImageTold(state, fitting: state.size.width - 2) { state.say(told) }
  }

  /// - Complexity: O(observations): once an observation, never a letter.
  static func nextNumero(_ state: State) -> Int? {
    state.document?.demarche.numerosSuivants(1).first
  }

  /// Goes on with the capture on top at another step.
  static func turn(_ state: inout State, to step: Step) -> [Effect] {
    state.changeMode { (capture: inout Capture) in capture.step = step }
  }

  /// Entrée after the text: on to the axis, unless the question has one.
  static func confirmText(_ state: inout State) -> [Effect] {
    guard var capture = state.modes.last as? Capture else { return [] }
    let texte = capture.field.text.trimmed
    guard !texte.isBlank else {
      return state.decline("Rien d’écrit encore. Échap ferme la saisie.")
    }
    capture.field.acceptPaste()
    capture.lookalike = state.derived.lookalike(of: texte)
    capture.step = capture.subject?.axe.map(Step.statut) ?? .axe
    state.replaceMode(capture)
    if capture.place == nil { askForImage(&state) }
    return []
  }

  /// Keeps the observation: with an axis and a colour, or without.
  static func confirm(_ state: inout State, statut: Statut? = nil) -> [Effect] {
    guard let capture = state.modes.last as? Capture, let opened = openedPlace(&state) else {
      return []
    }
    let axe: Axe? = if case .statut(let chosen) = capture.step { chosen } else { nil }
    let effects = add(
      &state, [capture.field.text.trimmed], about: capture.subject?.point, axe: axe, statut: statut)
    guard !effects.isEmpty else { return opened }
    goOn(&state)
    if capture.subject != nil {
      let number = capture.numero.map { " n°\u{A0}\($0)" } ?? ""
      state.say("Observation\(number), liée à ce point.")
    }
    return opened + effects
  }

  /// The field is ready for the next.
  static func goOn(_ state: inout State) {
    let subject = (state.modes.last as? Capture)?.subject
    state.drafts[subject] = nil
    state.derived.renewAlike()
    var next = Capture(numero: nextNumero(state), subject: subject)
    next.hasSaid = true
    state.replaceMode(next)
  }

  /// Adds observations as one step of undo, about a point of the grille or none, said by who speaks,
  /// and selects the last.
  static func add(
    _ state: inout State, _ textes: [String], about point: String?, axe: Axe?, statut: Statut?
  ) -> [Effect] {
    let signature = state.signature
    let auteur = state.speaker
    var newest = ""
    let regard = state.regardOuvert?.id
    if regard == nil { state.shown.imageID = nil }
    let effects = state.change { demarche, ids in
      let added = demarche.ajouterObservations(
        textes, axe: axe, statut: statut, auteur: auteur, dans: regard, signature, ids: &ids)
      newest = added.last ?? ""
      if let point { demarche.lierAuPoint(point, added, signature) }
      return !added.isEmpty
    }
    guard !effects.isEmpty else { return [] }
    SpeakerTurn.end(&state)
    showOpenImage(&state)
    state.cercle.select(newest, in: state.derived)
    CercleEcran.accompany(&state)
    return effects
  }

  /// Shows the image that new observations go to, or the one that today's will continue, unless a regard
  /// that is shown takes them: what is said is seen where it goes.
  static func showOpenImage(_ state: inout State) {
    guard let demarche = state.document?.demarche else { return }
    let own = (demarche.imageOuverte ?? demarche.imagesParDate.last).map { demarche.cercles[$0].id }
    guard let image = state.regardOuvert?.id ?? own else { return }
    guard image != state.derived.image?.cercle.id || state.shown.comparedID != nil else { return }
    state.shown.imageID = image
    state.shown.comparedID = nil
    state.renewDerived()
    state.cercle.settle(in: state.derived)
  }

  /// Échap: closes the capture; a text begun is kept as a draft.
  func leave(_ state: inout State) {
    let aside = Aside(self)
    state.modes.removeLast()
    state.drafts[subject] = aside
    if aside != nil {
      state.say(
        subject == nil
          ? "Brouillon gardé\u{A0}: n le reprend."
          : "Brouillon gardé\u{A0}: n, sur ce point, le reprend.")
    }
  }

  /// The program has to end now, perhaps with the laptop's battery: what was typed and never placed
  /// is kept « à placer », what was said for or against where it was said.
  static func keepUnfinished(_ state: inout State) -> [Effect] {
    let drafts = state.spoken.filter { !waits($0, in: state) }
    if !isTodayFrozen(state) { state.drafts = state.drafts.filter(\.value.holdsPaste) }
    return state.keep(drafts)
  }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    if case .entries = step { return pressOnEntry(key, in: &state) }
    let action = ActionTable.action(for: key, in: heard(state))
    if step.isQuestion, key.isCharacter, action.map({ $0.impossible(state) != nil }) ?? true {
      return type(key, in: &state)
    }
    // A capital begins the next sentence: neither « Non » nor « Faut voir » is an answer.
    if case .frozen = step, case .character(let letter) = key, letter.isUppercase {
      return type(key, in: &state)
    }
    return action?.performed(in: &state) ?? type(key, in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    switch self.step {
    case .texte:
      var capture = self
      let wasFull = capture.field.isFull
      guard capture.field.handle(key) else { return [] }
      capture.dropOrder(after: key)
      if wasFull, capture.field.isFull {
        state.refuse("Une observation tient en 5\u{A0}000 caractères.")
      }
      capture.lookalike = state.derived.lookalike(of: capture.field.text)
      state.replaceMode(capture)
    case .paste(let lines): return move(key, among: lines, in: &state)
    case .entries: break
    case .axe, .statut, .frozen: refuseAnswer(key, in: &state)
    }
    return []
  }

  /// What is no answer to the question: a letter is the next sentence's, of who does not look, and those
  /// that follow choose nothing either.
  private func refuseAnswer(_ key: Key, in state: inout State) {
    let told: (held: String, refused: String) =
      switch step {
      case .axe:
        (
          "Une lettre pour l’axe, après Échap\u{A0}: u, p, d ou t, ou Entrée.",
          "Une lettre pour l’axe\u{A0}: u, p, d ou t. Entrée laisse à placer, Échap garde le brouillon."
        )
      case .statut:
        (
          "Une lettre pour la couleur, après Échap\u{A0}: r, o ou v, ou Entrée.",
          "Une lettre pour la couleur\u{A0}: r, o ou v. Entrée laisse sans statut, Échap garde le brouillon."
        )
      default:
        (
          "f rouvre l’image d’aujourd’hui, n en ouvre une autre, après Échap.",
          "f rouvre l’image d’aujourd’hui, n en ouvre une autre, Échap garde le brouillon."
        )
      }
    if key.isCharacter { return RefusedText.hold(&state, told.held) }
    state.refuse(told.refused)
  }
}
