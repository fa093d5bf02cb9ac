extension Demarche {
  /// How a palier is named in two signs: « U2 »; nil for one that is not there.
  package func repere(dePalier id: String?) -> String? {
    guard let id else { return nil }
    for axe in Axe.allCases {
      let place = schema.paliers(de: axe).firstIndex { $0.id == id }
      if let place { return "\(axe.lettre)\(place + 1)" }
    }
    return nil
  }

  /// The palier that somebody names by its axis's letter and its rank; nil for none.
  package func palier(nomme text: String) -> String? {
    guard let letter = text.first, let rang = Int(text.dropFirst().filter { !$0.isWhitespace }),
      let axe = Axe.allCases.first(where: { String($0.lettre).folded == String(letter).folded })
    else { return nil }
    let paliers = schema.paliers(de: axe)
    return paliers.indices.contains(rang - 1) ? paliers[rang - 1].id : nil
  }
}
