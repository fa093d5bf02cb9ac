import DPES
import TerminalUI

// New words on a day whose image is frozen: they go where the group says.
extension Capture {
  /// The lines pasted, while it is asked what they are.
  var pasted: PastedLines? {
    var step = step
    while case .frozen(let next) = step { step = next }
    if case .paste(let lines) = step { return lines } else { return nil }
  }
}

extension State {
  /// The image of today, where it is frozen and new words would begin another one.
  private var frozenToday: CercleDeQualite? {
    guard let demarche = document?.demarche, demarche.imageOuverte == nil,
      let last = demarche.imagesParDate.last, demarche.cercles[last].date == environment.today
    else { return nil }
    return demarche.cercles[last]
  }

  /// Has the capture ask where new words go, and keeps what it holds; false where there is nothing
  /// to ask.
  @discardableResult
  mutating func askForImage() -> Bool {
    guard frozenToday != nil, case .capture(var capture) = modes.last else { return false }
    if case .frozen = capture.step { return true }
    capture.step = .frozen(then: capture.step)
    replaceMode(.capture(capture))
    return true
  }

  /// Goes on with the capture, whatever the image became meanwhile.
  fileprivate mutating func answerForImage(
    _ answer: (inout State, CercleDeQualite) -> [Effect]
  ) -> [Effect] {
    guard case .capture(var capture) = modes.last, case .frozen(let next) = capture.step else {
      return []
    }
    capture.step = next
    replaceMode(.capture(capture))
    guard let image = frozenToday else { return [] }
    let effects = answer(&self, image)
    showOpenImage()
    return effects
  }

  fileprivate mutating func reopen(_ image: CercleDeQualite) -> [Effect] {
    let effects = toggleFrozen(image)
    if !effects.isEmpty {
      say("L’image d’aujourd’hui est rouverte\u{A0}; l’historique le dit. F9 la fige de nouveau.")
    }
    return effects
  }

  fileprivate mutating func beginOtherImage() -> [Effect] {
    let signature = signature
    let effects = change { demarche, ids in
      do throws(Demarche.RefusDImage) {
        _ = try demarche.commencerImage(signature, ids: &ids)
        return true
      } catch {
        return false
      }
    }
    if !effects.isEmpty { say("Nouvelle image, qui part de la précédente. F9 l’enlève.") }
    return effects
  }
}

extension Action {
  /// What is heard when new words come on a day whose image is frozen.
  static let captureFrozen = [
    Action(
      "figee.rouvrir", .captureFrozen, [.character("f")], "Rouvrir l’image d’aujourd’hui",
      short: "la rouvrir", weight: 100,
      help: "Rouvre l’image figée aujourd’hui\u{A0}; l’historique le dit.",
      perform: { state in state.answerForImage { $0.reopen($1) } }),
    Action(
      "figee.nouvelle", .captureFrozen, [.character("n")], "Ouvrir une autre image",
      short: "en ouvrir une autre", weight: 95,
      help: "Ouvre une autre image du jour, qui reprend toutes les observations de la dernière.",
      perform: { state in state.answerForImage { state, _ in state.beginOtherImage() } }),
    Action(
      "figee.fermer", .captureFrozen, [.escape, .control("c")], "Fermer la saisie",
      short: "fermer", weight: 80,
      help: "Ferme la saisie\u{A0}; un texte commencé reste en brouillon.",
      perform: { $0.leaveCapture() }),
  ]
}
