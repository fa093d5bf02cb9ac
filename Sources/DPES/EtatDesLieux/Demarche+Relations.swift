// The ties between acteurs: said, dated, kept.
extension Demarche {
  /// Those on the map on a day, at most as many as are read.
  package func acteursDeLaCarte(le jour: Day) -> [Acteur] {
    Array(acteurs.lazy.filter { !$0.estParti(le: jour) }.prefix(Acteur.maximum))
  }

  /// Both of a pair by their names, the structure as « nous ».
  package func noms(de paire: Paire) -> String {
    [paire.de.map(nom(deActeur:)) ?? "nous", nom(deActeur: paire.vers)].joined(separator: " – ")
  }

  private func nom(deActeur id: String) -> String { acteurs.first { $0.id == id }?.nom ?? "?" }

  /// What is said between two; nothing where nobody said anything.
  package func lien(_ paire: Paire) -> Lien {
    guard let de = paire.de else { return acteurs.first { $0.id == paire.vers }?.lien ?? Lien() }
    return relations.first { $0.paire == Paire(de, paire.vers) }?.lien ?? Lien()
  }

  /// How an observation names the tie that it comes from; nil where nothing is said of two acteurs.
  package func point(de paire: Paire) -> String? {
    guard paire.de != nil else { return acteurs.first { $0.id == paire.vers }?.point }
    return relations.first { $0.paire == paire }?.point
  }

  /// What a point that is no référentiel's leads to: the genre of thing, its words, and the id of the
  /// acteur that it is shown with, if it is one's.
  package func origine(dePoint point: String) -> (genre: String, mots: String, acteur: String?)? {
    let parts = point.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "acteurs":
      return acteurs.first { $0.id == parts[1] }.map { ("acteur", $0.nom ?? "?", $0.id) }
    case "relations":
      let paire = relations.first { $0.id == parts[1] }?.paire
      return paire.map { ("relation", noms(de: $0), $0.vers) }
    case "fiches":
      return fiches.first { $0.id == parts[1] }.map { ("fiche", $0.titre ?? "sans titre", nil) }
    default: return nil
    }
  }

  /// Says something of a tie; one of which nothing is said goes.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func dire(
    _ paire: Paire, ids: inout IDGenerator, _ change: (inout Lien) -> Void
  ) -> Bool {
    let before = lien(paire)
    var after = before
    change(&after)
    guard after != before else { return false }
    guard let de = paire.de else { return acteurs.modifier(paire.vers) { $0.lien = after } }
    if after.estVide {
      relations.removeAll { $0.paire == paire }
    } else if let known = relations.firstIndex(where: { $0.paire == paire }) {
      relations[known].lien = after
    } else {
      var one = Relation()
      (one.de, one.vers, one.lien) = (de, paire.vers, after)
      relations.ajouter(one, ids: &ids)
    }
    return true
  }

  /// Dates the map: what is said on a day is kept as it is.
  ///
  /// A map of the same day is taken up again.
  ///
  /// - Returns: The map's id; nil where nothing is said, or nothing changed since that day's.
  package mutating func daterLaCarte(
    _ signature: Signature, ids: inout IDGenerator
  ) -> String? {
    let liens = liensDuJour(signature.jour)
    guard !liens.isEmpty else { return nil }
    if let known = cartes.lastIndex(where: { $0.date == signature.jour }) {
      guard cartes[known].liens != liens else { return nil }
      cartes[known].liens = liens
      return cartes[known].id
    }
    var carte = CarteDesActeurs()
    (carte.date, carte.liens) = (signature.jour, liens)
    carte.seance = seance(du: signature.jour).map { seances[$0].id }
    let id = cartes.ajouter(carte, ids: &ids)
    tracer("carte", id, de: nil, a: signature.jour, signature)
    return id
  }

  /// What is said on a day between those on the map, the structure's own ties first.
  private func liensDuJour(_ jour: Day) -> [CarteDesActeurs.LienDate] {
    Paire.toutes(acteursDeLaCarte(le: jour).map(\.id)).compactMap { paire in
      let lien = lien(paire)
      return lien.estVide ? nil : CarteDesActeurs.LienDate(paire, lien)
    }
  }

  /// The dated maps, the oldest first.
  package var cartesParDate: [CarteDesActeurs] {
    cartes.filter { $0.date != nil }.ordered { $0.date?.number ?? 0 }
  }

  /// What became of an acteur that was to be taken off the map.
  package enum RetraitDActeur: Hashable, Sendable {
    case supprime
    /// A dated map names it: noted as gone, and still there for what that says.
    case parti(cartes: Int)
    /// Named there, and gone already: nothing changes.
    case dejaParti(cartes: Int)
  }

  /// Takes an acteur off the map, with what ties it and what tools say of it; one that a dated map names is noted as gone that
  /// day, and its ties stay.
  ///
  /// - Returns: nil when there is no such acteur.
  package mutating func retirerActeur(_ id: String, le jour: Day) -> RetraitDActeur? {
    guard let index = acteurs.firstIndex(where: { $0.id == id }) else { return nil }
    let named = cartes.count { carte in
      carte.liens.contains { $0.paire?.contient(id) == true }
    }
    guard named > 0 else {
      acteurs.remove(at: index)
      relations.removeAll { $0.paire?.contient(id) == true }
      supprimerReponses(sur: id)
      return .supprime
    }
    if acteurs[index].estParti(le: jour) { return .dejaParti(cartes: named) }
    acteurs[index].departLe = jour
    return .parti(cartes: named)
  }
}

extension Paire {
  /// All pairs of some acteurs and the structure: its own first, then by the later one of the two.
  package static func toutes(_ acteurs: [String]) -> [Paire] {
    acteurs.map { Paire(nil, $0) }
      + acteurs.enumerated().flatMap { row, id in acteurs.prefix(row).map { Paire($0, id) } }
  }
}
