import JSONTree

// Votes of an image, and what follows from them.
extension Demarche {
  /// Why a vote changes nothing.
  package enum RefusDeScrutin: Error, Hashable, Sendable {
    /// The image, or the vote, is no longer there.
    case absent
    case figee
  }

  /// Where a vote stands: its image, and its index there.
  package func lieu(deScrutin id: String) -> (cercle: Int, index: Int)? {
    cercles.lieu(de: id, dans: \.scrutins)
  }

  /// Keeps a vote in its image.
  ///
  /// - Throws: ``RefusDeScrutin``; a frozen image takes no vote.
  package mutating func enregistrerScrutin(
    _ scrutin: Scrutin, dans image: String, _ signature: Signature
  ) throws(RefusDeScrutin) {
    guard let index = cercles.firstIndex(where: { $0.id == image }) else { throw .absent }
    guard !cercles[index].figee else { throw .figee }
    cercles[index].scrutins.append(scrutin)
    tracer(
      "scrutin", scrutin.id, avant: nil, apres: scrutin.titre.map(Valeur.texte), signature)
  }

  /// Takes a vote out of its image; the priorities that it gave stay.
  ///
  /// - Throws: ``RefusDeScrutin``; a frozen image keeps its votes.
  package mutating func supprimerScrutin(
    _ id: String, _ signature: Signature
  ) throws(RefusDeScrutin) {
    guard let (cercle, index) = lieu(deScrutin: id) else { throw .absent }
    guard !cercles[cercle].figee else { throw .figee }
    let removed = cercles[cercle].scrutins.remove(at: index)
    tracer("suppression", id, avant: removed.titre.map(Valeur.texte), apres: nil, signature)
  }

  /// Gives the mark of priority to the first so many options of a vote, ties kept; the marks that
  /// others have stay.
  ///
  /// - Returns: The observations that got the mark.
  /// - Throws: ``RefusDeScrutin``; nothing in a frozen image changes.
  package mutating func donnerPriorites(
    auxPremiers nombre: Int, duScrutin id: String, _ signature: Signature
  ) throws(RefusDeScrutin) -> [String] {
    guard let (cercle, index) = lieu(deScrutin: id) else { throw .absent }
    guard !cercles[cercle].figee else { throw .figee }
    let first = Set(cercles[cercle].scrutins[index].premiers(nombre))
    var marked: [String] = []
    for place in cercles[cercle].observations.indices {
      let observation = cercles[cercle].observations[place]
      guard first.contains(observation.id), !observation.priorite else { continue }
      cercles[cercle].observations[place].priorite = true
      tracer(
        "priorite", observation.id, avant: .ouiNon(false), apres: .ouiNon(true), signature)
      marked.append(observation.id)
    }
    return marked
  }

  /// Records how the hands went up for the colours of an observation; nil takes the record out.
  ///
  /// The colour stays the group's choice: it is not counted out of the hands.
  ///
  /// - Returns: Whether something changed; a frozen image never does.
  @discardableResult
  package mutating func noterMainsLevees(
    _ mains: MainsLevees?, pour id: String, _ signature: Signature
  ) -> Bool {
    modifierObservation(id, signature) { observation in
      guard let mains else {
        observation.mainsLevees = nil
        return
      }
      var kept = observation.mainsLevees ?? MainsLevees()
      (kept.rouge, kept.orange, kept.vert) = (mains.rouge, mains.orange, mains.vert)
      observation.mainsLevees = kept
    }
  }
}
