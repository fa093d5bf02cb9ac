import DPES
import TerminalUI

// What was just said and was said before becomes another wording of it.
extension Capture {
  /// Why nothing can be joined; nil when it can.
  static let whyNoLookalike: @Sendable (State) -> String? = { state in
    (state.modes.last as? Capture)?.lookalike == nil
      ? "Rien de semblable n’a été dit\u{A0}: une lettre de l’axe ou de la couleur, ou Entrée."
      : nil
  }

  /// `g` after the text: the words go beside those of the observation that says about the same.
  static func join(_ state: inout State) -> [Effect] {
    guard let capture = state.modes.last as? Capture, let other = capture.lookalike,
      let opened = openedPlace(&state)
    else { return [] }
    let texte = capture.field.text.trimmed
    let (signature, auteur) = (state.signature, state.speaker)
    var kept: String?
    let regard = state.regardOuvert?.id
    let effects = state.change { demarche, ids in
      let id = try demarche.reformuler(
        other.id, en: texte, auteur: auteur, dans: regard, signature, ids: &ids)
      if let subject = capture.subject { demarche.lierAuPoint(subject.point, [id], signature) }
      kept = id
      return true
    }
    guard !effects.isEmpty, let kept else {
      if state.notice == nil { state.refuse(CercleEcran.sentence(state, .horsImage)) }
      return opened
    }
    if regard == nil { state.shown.imageID = nil }
    SpeakerTurn.end(&state)
    showOpenImage(&state)
    state.cercle.select(kept, in: state.derived)
    CercleEcran.accompany(&state)
    goOn(&state)
    let number = other.numero.map { "au n°\u{A0}\($0)" } ?? "à celle qui le disait déjà"
    state.say("Réuni \(number)\u{A0}: les deux formulations restent.")
    return opened + effects
  }
}
