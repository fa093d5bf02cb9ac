import DPES

/// Freezing an image, and opening it again.
enum Freezing {
  static let frozen = "Cette image est figée\u{A0}: f la rouvre d’abord."

  /// Why the date and the title of an image can't be changed; nil when they can.
  static func refusal(_ state: State, _ image: CercleDeQualite?) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let image else { return "Il n’y a pas encore d’image." }
    return image.figee ? frozen : nil
  }

  /// Freezes an image, or opens it again.
  static func toggle(_ state: inout State, _ image: CercleDeQualite) -> [Effect] {
    let signature = state.signature
    let effects = state.change { demarche, _ in
      image.figee
        ? demarche.degelerImage(image.id, signature)
        : try demarche.figerImage(image.id, signature)
    }
    guard !effects.isEmpty else { return effects }
    let date = image.date.french
    guard !image.figee else {
      state.say("L’image du \(date) est rouverte\u{A0}; l’historique le dit.")
      return effects
    }
    let facts = [
      "est figée", Self.presents(state, in: state.images.first { $0.id == image.id }),
      Self.unplaced(in: image), Self.uncoloured(in: image),
    ]
    state.say(
      "L’image du \(date) \(facts.compactMap(\.self).joined(separator: ", ")).")
    return effects
  }

  /// What is said of an image that was begun: of another day than today, where a clock is behind.
  static func begun(_ state: State, _ id: String?) -> String {
    guard let image = state.images.first(where: { $0.id == id }),
      image.date != state.environment.today
    else { return "Nouvelle image, qui part de la précédente." }
    return
      "Nouvelle image, datée du \(image.date.french) comme la précédente\u{A0}: l’horloge de cet "
      + "ordinateur, au \(state.environment.today.french), est en retard."
  }

  /// « 3 à placer »: on no axis, and to stay so; nil when there is none.
  private static func unplaced(in image: CercleDeQualite) -> String? {
    let count = image.observations.count { $0.axe == nil }
    return count == 0 ? nil : "\(count) à placer"
  }

  /// « 2 sans couleur »: what the group has placed and not settled; nil when there is none.
  private static func uncoloured(in image: CercleDeQualite) -> String? {
    let count = image.observations.count { $0.statut == nil && $0.axe != nil }
    return count == 0 ? nil : "\(count) sans couleur"
  }

  /// « 9 présents », where a séance says so.
  static func presents(_ state: State, in image: CercleDeQualite?) -> String? {
    guard let id = image?.seance,
      let seance = state.demarche?.seances.first(where: { $0.id == id }), !seance.presents.isEmpty
    else { return nil }
    return seance.presents.count.counting("présent")
  }
}

extension State {
  /// The images from the first to the last.
  var images: [CercleDeQualite] {
    demarche.map { demarche in demarche.imagesParDate.map { demarche.cercles[$0] } } ?? []
  }
}
