import DPES
import TerminalUI

/// What was typed about something that is gone: to be read, copied, or made an observation.
struct FoundText: Modal {
  var tables: [ActionTable] { [.foundText] }

  let kept: Begun

  init(begun: Begun) { kept = begun }

  var begun: Begun? { kept }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let texts = kept.fields.filter { !$0.text.isBlank }.map {
      Dialog.Paragraph($0.label.isEmpty ? $0.text : "\($0.label)\u{A0}: \($0.text)", .accent)
    }
    Dialog(
      title: "Retrouvé\u{A0}: «\u{A0}\(TextWidth.excerpt(kept.title, to: 40))\u{A0}»",
      [
        Dialog.Paragraph(
          "Ce texte n’était pas confirmé, et ce dont il parlait n’est plus là, ou ne change plus. "
            + "Voici ce qui était écrit."),
        Dialog.Paragraph(""),
      ] + texts
    ).draw(on: &canvas, in: area)
  }

  func leave(_ state: inout State) {
    state.modes.removeLast()
    state.unopened.later.append(kept)
    state.say("Gardé de côté\u{A0}: Palier le montrera à la prochaine ouverture.")
  }

  /// Each sentence becomes an observation, to be placed.
  fileprivate static func observe(_ state: inout State) -> [Effect] {
    guard let found = state.modes.last as? FoundText else { return [] }
    let sentences = found.kept.fields.filter { $0.isProse && !$0.text.isBlank }.map(\.text.trimmed)
    guard !sentences.isEmpty else { return state.decline("Rien ici ne fait une observation.") }
    let effects = Capture.add(&state, sentences, about: nil, axe: nil, statut: nil)
    guard !effects.isEmpty else { return [] }
    state.modes.removeAll { $0 is FoundText }
    state.show(.cercle)
    state.say("\(sentences.count.counting("observation")) à placer.")
    return effects
  }

  fileprivate static func abandon(_ state: inout State) -> [Effect] {
    state.modes.removeLast()
    state.say("Texte abandonné.")
    return []
  }
}

extension ActionTable {
  /// What is heard over a text whose subject is gone.
  static let foundText = ActionTable(
    "foundText",
    Action(
      "retrouve.observer", [.enter], "En faire une observation à placer",
      short: "observation à placer", weight: 100,
      help: "Ajoute ce qui était écrit au cercle, à placer.",
      impossible: \.readOnlyReason, perform: { FoundText.observe(&$0) }),
    Action(
      "retrouve.abandonner", [.delete, .control("d")], "Abandonner ce texte", short: "abandonner",
      weight: 80, help: "Oublie ce qui était écrit.", perform: { FoundText.abandon(&$0) }),
    .leave(
      "retrouve.plus-tard", "Plus tard", weight: 90,
      help: "Garde le texte de côté, jusqu’à la prochaine ouverture."))
}
