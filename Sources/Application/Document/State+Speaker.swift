import DPES

extension State {
  /// The id of the participant who speaks; nil when nobody was named, or who was is gone.
  var speaker: String? { speakerID.flatMap { derived.initiales[$0] == nil ? nil : $0 } }

  /// Whose turn it is after who speaks, a participant's id.
  var nextSpeaker: String? { etat.rows.tours.suivant(apres: speaker) }

  /// Who speaks, or the key that says it, for the end of a field's title: never on the wall.
  var speakerTold: FieldPanel.Speaker {
    FieldPanel.Speaker(
      name: speaker.flatMap { derived.initiales[$0] },
      next: showsTurns ? nextSpeaker.flatMap { derived.initiales[$0] } : nil)
  }
}
