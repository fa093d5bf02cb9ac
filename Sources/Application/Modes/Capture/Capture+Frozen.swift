import DPES
import TerminalUI

// New words on a day whose image is frozen: they go where the group says.
extension Capture {
  /// Where they go: nothing is opened before there are words to put there.
  enum PlaceOfWords: Hashable, Sendable {
    /// The frozen image, open again.
    case reopened
    /// Another image of the day.
    case other
  }

  /// The lines pasted, while it is asked what they are.
  var pasted: PastedLines? {
    var step = step
    while case .frozen(let next) = step { step = next }
    return if case .paste(let lines) = step { lines } else { nil }
  }

  /// The image of today, where it is frozen and new words would begin another one.
  private static func frozenToday(_ state: State) -> CercleDeQualite? {
    guard state.regardOuvert == nil, let demarche = state.document?.demarche,
      demarche.imageOuverte == nil, let last = demarche.imagesParDate.last,
      demarche.cercles[last].date == state.environment.today
    else { return nil }
    return demarche.cercles[last]
  }

  /// The image that the first word begins and the one that it continues, where the last one is frozen
  /// and of another day.
  private static func imageToBegin(_ state: State) -> (jour: Day, last: CercleDeQualite)? {
    guard state.regardOuvert == nil, let demarche = state.document?.demarche,
      demarche.imageOuverte == nil, let last = demarche.imagesParDate.last,
      frozenToday(state) == nil
    else { return nil }
    let image = demarche.cercles[last]
    return (max(state.environment.today, image.date), image)
  }

  /// Whether today's image is frozen: somebody has to be asked where new words go.
  static func isTodayFrozen(_ state: State) -> Bool { frozenToday(state) != nil }

  /// Whether the first word begins an image.
  static func beginsImage(_ state: State) -> Bool { imageToBegin(state) != nil }

  /// That the first word begins an image, which continues the frozen one, or that today's is frozen
  /// and it will be asked where the word goes: the fullest telling that fits; nil where there is
  /// nothing to tell.
  static func newImageTold(_ state: State, fitting width: Int) -> String? {
    guard frozenToday(state) == nil else {
      let tellings = [
        "L’image d’aujourd’hui est figée\u{A0}: Entrée demandera où va ce qui est dit.",
        "L’image d’aujourd’hui est figée\u{A0}: Entrée demandera.", "Image d’aujourd’hui figée",
      ]
      return tellings.first { TextWidth.fits($0, width) }
    }
    return imageToBegin(state).flatMap { jour, last in
      let tellings = [
        "L’image du \(last.date.french) est figée\u{A0}: une nouvelle image, du \(jour.french), la continue.",
        "Une nouvelle image s’ouvre, qui continue celle du \(last.date.french).",
        "Nouvelle image, après celle du \(last.date.french)",
        "Nouvelle image, après le \(last.date.frenchShort)",
      ]
      return tellings.first { TextWidth.fits($0, width) }
    }
  }

  /// Has the capture ask where new words go, and keeps what it holds; false where there is nothing
  /// to ask.
  @discardableResult
  static func askForImage(_ state: inout State) -> Bool {
    guard frozenToday(state) != nil, let step = (state.modes.last as? Capture)?.step else {
      return false
    }
    if case .frozen = step { return true }
    // The question is what there is to read now.
    state.said = nil
    _ = turn(&state, to: .frozen(then: step))
    return true
  }

  /// Opens the image where the words that are kept now go; nil while nobody said which.
  static func openedPlace(_ state: inout State) -> [Effect]? {
    guard let image = frozenToday(state) else { return [] }
    let effects: [Effect]
    switch (state.modes.last as? Capture)?.place {
    case .reopened: effects = reopen(&state, image)
    case .other: effects = beginOtherImage(&state)
    case nil:
      askForImage(&state)
      return nil
    }
    guard !effects.isEmpty else { return nil }
    showOpenImage(&state)
    return effects
  }

  /// Goes on with the capture, whatever the image became meanwhile.
  fileprivate static func answerForImage(_ state: inout State, _ place: PlaceOfWords) -> [Effect] {
    guard case .frozen(let next) = (state.modes.last as? Capture)?.step else { return [] }
    _ = state.changeMode { (capture: inout Capture) in (capture.step, capture.place) = (next, place)
    }
    guard isTodayFrozen(state) else { return [] }
    state.say(
      place == .reopened
        ? "L’image d’aujourd’hui sera rouverte avec ces mots."
        : "Une autre image du jour s’ouvrira avec ces mots.")
    return []
  }

  private static func reopen(_ state: inout State, _ image: CercleDeQualite) -> [Effect] {
    let effects = Freezing.toggle(&state, image)
    if !effects.isEmpty {
      state.say("L’image d’aujourd’hui est rouverte\u{A0}; l’historique le dit.")
    }
    return effects
  }

  private static func beginOtherImage(_ state: inout State) -> [Effect] {
    let signature = state.signature
    var begun: String?
    let effects = state.change { demarche, ids in
      begun = try demarche.commencerImage(signature, ids: &ids)
      return true
    }
    if !effects.isEmpty { state.say(Freezing.begun(state, begun)) }
    return effects
  }
}

extension ActionTable {
  /// What is heard when new words come on a day whose image is frozen.
  static let captureFrozen = ActionTable(
    "captureFrozen",
    Action(
      "figee.rouvrir", [.character("f")], "Rouvrir l’image d’aujourd’hui",
      short: "la rouvrir", weight: 100,
      help: "Rouvre l’image figée aujourd’hui\u{A0}; l’historique le dit.",
      perform: { Capture.answerForImage(&$0, .reopened) }),
    Action(
      "figee.nouvelle", [.character("n")], "Ouvrir une autre image",
      short: "en ouvrir une autre", weight: 95,
      help: "Ouvre une autre image du jour, qui reprend toutes les observations de la dernière.",
      perform: { Capture.answerForImage(&$0, .other) }),
    .leave(
      "figee.fermer", "Fermer la saisie", short: "fermer", weight: 80,
      help: "Ferme la saisie\u{A0}; un texte commencé reste en brouillon."))
}
