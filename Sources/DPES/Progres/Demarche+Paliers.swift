// The paliers of the schéma: on each axis their ranks stay 1…n without gap, as levels are cumulative.
extension Demarche {
  /// Puts a palier on its axis, with ids of its own for it, its indicators and its engagements.
  ///
  /// Its rank counts from 1; without one, or beyond the last, it comes last.
  ///
  /// - Returns: The palier's id.
  /// - Complexity: O(p log p) in the paliers of the schéma.
  @discardableResult
  package mutating func insererPalier(
    _ palier: Palier, auRang rang: Int? = nil, _ signature: Signature, ids: inout IDGenerator
  ) -> String {
    var palier = palier
    palier.id = ids.next()
    for index in palier.indicateurs.indices { palier.indicateurs[index].id = ids.next() }
    for index in palier.engagements.indices { palier.engagements[index].id = ids.next() }
    palier.rang = nil
    schema.paliers.append(palier)
    classer(palier.id, auRang: rang ?? Int.max)
    tracer("echeance", palier.id, de: nil, a: palier.echeanceMois, signature)
    for indicateur in palier.indicateurs {
      tracer("indicateur", indicateur.id, avant: nil, apres: .texte(indicateur.intitule), signature)
    }
    return palier.id
  }

  /// Changes a palier where it stands; its axis and its rank change by
  /// ``deplacerPalier(_:vers:auRang:)`` alone.
  ///
  /// Exceptions to the objectives follow a deadline from column to column (R7).
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierPalier(
    _ id: String, _ signature: Signature, _ change: (inout Palier) -> Void
  ) -> Bool {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return false }
    let before = schema.paliers[index]
    change(&schema.paliers[index])
    schema.paliers[index].axe = before.axe
    schema.paliers[index].rang = before.rang
    let after = schema.paliers[index]
    shiftObjectives(ofPalier: index, from: before.echeanceMois, to: after.echeanceMois)
    tracer("echeance", id, de: before.echeanceMois, a: after.echeanceMois, signature)
    tracer("atteint", id, de: before.atteintLe, a: after.atteintLe, signature)
    tracer("tenu-au-depart", id, de: before.tenuAuDepart, a: after.tenuAuDepart, signature)
    return before != after
  }

  private mutating func shiftObjectives(ofPalier index: Int, from before: Int?, to after: Int?) {
    guard let before, let after else { return }
    let columns = Periode.colonne(deEcheance: after) - Periode.colonne(deEcheance: before)
    for place in schema.paliers[index].indicateurs.indices where columns != 0 {
      schema.paliers[index].indicateurs[place].objectifs =
        schema.paliers[index].indicateurs[place].objectifs.shifted(by: columns)
    }
  }

  /// Shifts a palier's deadline by months; one without a deadline gets the first period's.
  ///
  /// It stays between 1 and ``Periode/dernierMois``.
  @discardableResult
  package mutating func decalerEcheance(
    dePalier id: String, de delta: Int, _ signature: Signature
  ) -> Bool {
    modifierPalier(id, signature) {
      $0.echeanceMois =
        $0.echeanceMois.map { Self.echeance($0, decaleeDe: delta) } ?? Periode.duree
    }
  }

  /// A deadline met out of bounds in a file comes back into them, never farther out.
  private static func echeance(_ mois: Int, decaleeDe delta: Int) -> Int {
    let bounds = 1...Periode.dernierMois
    if delta < 0, mois <= bounds.lowerBound { return mois }
    if delta > 0, mois >= bounds.upperBound { return mois }
    let inside = min(max(mois, 0), bounds.upperBound)
    return min(max(inside + delta, bounds.lowerBound), bounds.upperBound)
  }

  /// Moves a palier to a rank, from 1, of an axis.
  ///
  /// - Returns: Whether something changed.
  /// - Complexity: O(p log p) in the paliers of the schéma.
  @discardableResult
  package mutating func deplacerPalier(_ id: String, vers axe: Axe, auRang rang: Int) -> Bool {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return false }
    let before = schema.paliers
    let ancien = before[index].axe
    schema.paliers[index].axe = axe
    classer(id, auRang: rang)
    if ancien != axe { renumeroter(schema.places(de: ancien)) }
    return schema.paliers != before
  }

  /// Makes a palier that says the same, last on its axis: nothing of it is reached yet.
  ///
  /// - Returns: The new palier's id.
  @discardableResult
  package mutating func dupliquerPalier(
    _ id: String, _ signature: Signature, ids: inout IDGenerator
  ) -> String? {
    guard var copie = schema.paliers.first(where: { $0.id == id }) else { return nil }
    copie.atteintLe = nil
    copie.tenuAuDepart = false
    for index in copie.indicateurs.indices { copie.indicateurs[index].realises = ByPeriod() }
    return insererPalier(copie, signature, ids: &ids)
  }

  /// Takes out a palier with its indicators, and what leads to it.
  @discardableResult
  package mutating func supprimerPalier(_ id: String, _ signature: Signature) -> Bool {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return false }
    let removed = schema.paliers.remove(at: index)
    renumeroter(schema.places(de: removed.axe))
    for place in ressources.indices where ressources[place].palier == id {
      ressources[place].palier = nil
    }
    for place in notes.indices where notes[place].palier == id { notes[place].palier = nil }
    oublierPalier(id)
    tracer("suppression", id, avant: .texte(removed.intitule), apres: nil, signature)
    return true
  }

  /// Leaves no link to a palier from what was asked and promised in a séance.
  private mutating func oublierPalier(_ id: String) {
    for seance in seances.indices {
      for place in seances[seance].promesses.indices
      where seances[seance].promesses[place].palier == id {
        seances[seance].promesses[place].palier = nil
      }
      for place in seances[seance].demandes.indices
      where seances[seance].demandes[place].palier == id {
        seances[seance].demandes[place].palier = nil
      }
    }
  }

  /// Gives a palier a rank of its axis, and the others those around.
  private mutating func classer(_ id: String, auRang rang: Int) {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return }
    var places = schema.places(de: schema.paliers[index].axe).filter { $0 != index }
    places.insert(index, at: min(max(rang - 1, 0), places.count))
    renumeroter(places)
  }

  private mutating func renumeroter(_ places: [Int]) {
    for (rang, place) in places.enumerated() where schema.paliers[place].rang != rang + 1 {
      schema.paliers[place].rang = rang + 1
    }
  }

  // What a palier answers, and who undertook something for it.

  /// Links a palier to an observation, or takes the link away when it has one to its lineage.
  ///
  /// - Returns: Whether the palier answers it now; nil without such a palier.
  @discardableResult
  package mutating func basculerReponse(
    dePalier id: String, aObservation observation: String, _ lignees: Lignees
  ) -> Bool? {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return nil }
    let root = lignees.racine(de: observation)
    let others = schema.paliers[index].observations.filter { lignees.racine(de: $0) != root }
    let wasLinked = others.count < schema.paliers[index].observations.count
    schema.paliers[index].observations = wasLinked ? others : others + [observation]
    return !wasLinked
  }

  /// Adds what a partner undertakes, with an id of its own.
  ///
  /// - Returns: The id; nil without such a palier.
  @discardableResult
  package mutating func ajouterEngagement(
    _ engagement: Palier.Engagement, aPalier id: String, ids: inout IDGenerator
  ) -> String? {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return nil }
    return schema.paliers[index].engagements.ajouter(engagement, ids: &ids)
  }

  /// Where an engagement stands: its palier, and its index there.
  package func lieu(deEngagement id: String) -> (palier: Int, index: Int)? {
    schema.paliers.lieu(de: id, dans: \.engagements)
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierEngagement(
    _ id: String, _ change: (inout Palier.Engagement) -> Void
  ) -> Bool {
    guard let (palier, _) = lieu(deEngagement: id) else { return false }
    return schema.paliers[palier].engagements.modifier(id, change)
  }

  @discardableResult
  package mutating func supprimerEngagement(_ id: String) -> Bool {
    guard let (palier, _) = lieu(deEngagement: id) else { return false }
    return schema.paliers[palier].engagements.supprimer(id)
  }
}
