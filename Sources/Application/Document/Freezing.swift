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
    let isRegard = image.regard != nil
    guard !image.figee else {
      state.say(
        "\(image.nom(.initial)) est \(isRegard ? "rouvert" : "rouverte")\u{A0}; l’historique le dit."
      )
      return effects
    }
    let facts = [
      isRegard ? "est figé" : "est figée",
      Self.presents(state, in: state.images.first { $0.id == image.id }),
      Self.unplaced(in: image), Self.uncoloured(in: image),
    ]
    state.say(
      "\(image.nom(.initial)) \(facts.compactMap(\.self).joined(separator: ", ")).")
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
  /// The images of the group's from the first to the last.
  var images: [CercleDeQualite] {
    demarche.map { demarche in demarche.imagesParDate.map { demarche.cercles[$0] } } ?? []
  }

  /// The images and the regards of peers from the first to the last.
  var imagesEtRegards: [CercleDeQualite] {
    demarche.map { demarche in demarche.imagesEtRegards.map { demarche.cercles[$0] } } ?? []
  }

  /// The regard of peers that is shown and open: new words go there, and nowhere else.
  var regardOuvert: CercleDeQualite? {
    guard screen == .cercle, let image = derived.image?.cercle, image.regard != nil, !image.figee
    else { return nil }
    return image
  }

  /// Why nothing that is the group's own is done to what a regard holds; nil where none is shown.
  var whyOnlyRegard: String? {
    guard derived.image?.cercle.regard != nil else { return nil }
    return "C’est un regard de pairs\u{A0}: w reprend d’abord l’observation dans votre image."
  }
}

extension CercleDeQualite {
  /// How a sentence begins that is about it, or goes on.
  enum Article {
    case sans, initial
  }

  /// « image du 3 mars 2026 », « regard des pairs du 12 mars 2027 »: never by whom.
  func nom(_ article: Article = .sans) -> String {
    switch (regard, article) {
    case (nil, .sans): "image du \(date.french)"
    case (nil, .initial): "L’image du \(date.french)"
    case (_?, .sans): "regard des pairs du \(date.french)"
    case (_?, .initial): "Le regard des pairs du \(date.french)"
    }
  }
}
