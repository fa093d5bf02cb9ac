import DPES

/// Whose turn it is to speak: given for one entry, unless it is kept.
struct SpeakerTurn: Hashable, Sendable {
  enum Length: Hashable, Sendable {
    /// Until something was said.
    case once
    /// Until somebody else is given the turn.
    case kept
    /// It was said: nobody speaks, and the table goes on from there.
    case over
  }

  /// A participant's id.
  let id: String
  var length = Length.once

  /// Something was said: a turn for one entry is over.
  static func end(_ state: inout State) {
    if state.turn?.length == .once { state.turn?.length = .over }
  }
}

extension State {
  /// The id of the participant who speaks; nil when nobody was named, or who was is gone.
  var speaker: String? { turn?.length == .over ? nil : lastSpeaker }

  /// The same, once the turn is over too.
  private var lastSpeaker: String? {
    (turn?.id).flatMap { derived.initiales[$0] == nil ? nil : $0 }
  }

  /// Whose turn it is after who speaks, or spoke, a participant's id.
  var nextSpeaker: String? { etat.rows.tours.suivant(apres: lastSpeaker) }

  /// Who speaks, or the key that says it, for the end of a field's title: never on the wall.
  var speakerTold: FieldPanel.Speaker {
    FieldPanel.Speaker(
      name: speaker.flatMap { derived.initiales[$0] }, isKept: turn?.length == .kept,
      next: showsTurns ? nextSpeaker.flatMap { derived.initiales[$0] } : nil)
  }
}
