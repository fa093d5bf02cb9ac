import DPES
import TerminalUI

// Correcting who said what is in the démarche already.
extension SpeakerList.Said {
  /// What the person is on: one of the last entries, or a text being corrected; nil for anything else.
  init?(_ state: State) {
    switch state.modes.last {
    case let capture as Capture:
      guard case .entries = capture.step, let id = state.cercle.selectedID else { return nil }
      self = .observation(id)
    case let edit as TextEdit:
      switch edit.place.target {
      case .texte: self = .observation(edit.place.id)
      case .argument(let id): self = .argument(id, of: edit.place.id)
      case .minorite, .nouvelArgument, .scission: return nil
      }
    default: return nil
    }
  }

  /// A participant's id.
  func author(_ state: State) -> String? {
    switch self {
    case .observation(let id): state.derived.observation(id)?.auteur
    case .argument(let id, let observation):
      state.derived.observation(observation)?.arguments.first { $0.id == id }?.auteur
    }
  }

  /// It was said by who is chosen: one step of undo, also where somebody new joins the tour de table.
  func by(_ row: SpeakerList.Row, in state: inout State) -> [Effect] {
    let signature = state.signature
    let effects = state.change { demarche, ids in
      let who: String? =
        switch row {
        case .nobody: nil
        case .participant(let one): one.id
        case .new(let initiales): demarche.ajouterParticipant(initiales: initiales, ids: &ids)
        }
      let college = demarche.participants.first { $0.id == who }?.college
      return switch self {
      case .observation(let id): demarche.modifierObservation(id, signature) { $0.auteur = who }
      case .argument(let id, let observation):
        demarche.modifierObservation(observation, signature) { observation in
          guard let place = observation.arguments.firstIndex(where: { $0.id == id }) else { return }
          observation.arguments[place].auteur = who
          // Their own is known.
          if college != nil { observation.arguments[place].college = nil }
        }
      }
    }
    guard !effects.isEmpty else { return [] }
    switch row {
    case .nobody: state.say("Personne n’est noté comme l’ayant dit.")
    case .participant(let one):
      state.say(SpeakerList.isBlind(state) ? "C’est noté." : "Dit par \(one.initiales ?? "?").")
    case .new(let initiales):
      state.say("Dit par \(initiales), qui rejoint le tour de table.")
    }
    return effects
  }
}

extension ActionTable {
  /// What is heard where the turn to speak is given.
  static let turnChoice = ActionTable(
    "turnChoice",
    Action(
      "parole.garder", [.function(6)], "Lui garder la parole", short: "garder la parole",
      weight: 95, help: "Donne la parole jusqu’au prochain F6, pas pour une entrée seulement.",
      opensText: true
    ) { SpeakerList.takeAndKeep(&$0) })
}
