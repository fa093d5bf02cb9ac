import JSONTree

// The indicators of the paliers; the historique says each change of what one is.
extension Demarche {
  /// Where an indicator stands: its palier, and its index there.
  package func lieu(deIndicateur id: String) -> (palier: Int, index: Int)? {
    schema.paliers.lieu(de: id, dans: \.indicateurs)
  }

  /// Adds an indicator to a palier, with an id of its own.
  ///
  /// - Returns: The id; nil without such a palier.
  @discardableResult
  package mutating func insererIndicateur(
    _ indicateur: Indicateur, dansPalier id: String, _ signature: Signature,
    ids: inout IDGenerator
  ) -> String? {
    guard let index = schema.paliers.firstIndex(where: { $0.id == id }) else { return nil }
    let new = schema.paliers[index].indicateurs.ajouter(indicateur, ids: &ids)
    tracer("indicateur", new, avant: nil, apres: .texte(indicateur.intitule), signature)
    return new
  }

  /// Changes what an indicator is; what was achieved of it, and its objectives, stay.
  ///
  /// Of these, what another rhythm makes usual is written no more (R7).
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierIndicateur(
    _ id: String, _ signature: Signature, _ change: (inout Indicateur) -> Void
  ) -> Bool {
    guard let place = lieu(deIndicateur: id) else { return false }
    let before = schema.paliers[place.palier].indicateurs[place.index]
    var after = before
    change(&after)
    after.realises = before.realises
    after.objectifs = before.objectifs
    if after.rythmeMois != before.rythmeMois {
      let usual = after.with(\.objectifs, ByPeriod())
      let echeance = schema.paliers[place.palier].echeanceMois
      for entry in before.objectifs.entries
      where entry.value.objectif == usual.objectif(a: entry.mois, echeanceMois: echeance) {
        after.objectifs[entry.mois] = nil
      }
    }
    schema.paliers[place.palier].indicateurs[place.index] = after
    for field in Indicateur.fields {
      let (old, new) = (field.write(before), field.write(after))
      guard old != new else { continue }
      tracer(
        "indicateur-\(field.key)", id, avant: old.flatMap(Valeur.init(noting:)),
        apres: new.flatMap(Valeur.init(noting:)), signature)
    }
    return after != before
  }

  /// Takes out an indicator with what was achieved of it.
  @discardableResult
  package mutating func supprimerIndicateur(_ id: String, _ signature: Signature) -> Bool {
    guard let place = lieu(deIndicateur: id) else { return false }
    let removed = schema.paliers[place.palier].indicateurs.remove(at: place.index)
    tracer("suppression", id, avant: .texte(removed.intitule), apres: nil, signature)
    return true
  }
}
