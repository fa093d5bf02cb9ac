// The follow-up: what is expected of a cell, and when a period is over.
extension Demarche {
  /// Changes what is expected of an indicator in a period; what is usual there is not written (R7).
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierObjectif(
    deIndicateur id: String, periode mois: Int, _ objectif: Objectif?, _ signature: Signature
  ) -> Bool {
    guard let place = lieu(deIndicateur: id) else { return false }
    let palier = schema.paliers[place.palier]
    let usuel = Objectif.usuel(
      mois: mois, echeanceMois: palier.echeanceMois,
      rythmeMois: palier.indicateurs[place.index].rythmeMois)
    let avant = palier.indicateurs[place.index].objectif(
      a: mois, echeanceMois: palier.echeanceMois)
    guard avant != objectif else { return false }
    schema.paliers[place.palier].indicateurs[place.index].objectifs[mois] =
      objectif == usuel ? nil : ObjectifEcrit(objectif)
    tracer(
      "objectif", "\(id)/\(mois)", avant: .texte(ObjectifEcrit(avant).rawValue),
      apres: .texte(ObjectifEcrit(objectif).rawValue), signature)
    return true
  }

  /// Why a period can't be closed.
  package enum RefusDeClore: Error, Hashable, Sendable {
    /// Since a day, where it is known.
    case dejaClose(Day?)
    /// It begins on a day to come.
    case pasCommencee(Day)
    case inconnue
  }

  /// Closes a period, for good: what is entered later is a correction.
  package mutating func clorePeriode(
    _ mois: Int, _ signature: Signature
  ) throws(RefusDeClore) {
    if let refusal = refusDeClore(mois, le: signature.jour) { throw refusal }
    var close = PeriodeClose()
    close.mois = mois
    close.le = signature.jour
    close.par = signature.qui
    periodesCloses.append(close)
    tracer("cloture", "\(mois)", avant: nil, apres: .texte(signature.jour.iso), signature)
  }

  /// Why a period can't be closed on a day; nil when it can.
  package func refusDeClore(_ mois: Int, le jour: Day) -> RefusDeClore? {
    if let close = periodesCloses.first(where: { $0.mois == mois }) { return .dejaClose(close.le) }
    guard let periode = schema.periodes.first(where: { $0.mois == mois }) else { return .inconnue }
    if let debut = periode.debut, jour < debut { return .pasCommencee(debut) }
    return nil
  }

  // A closed period stays as it was closed: what is entered later is a correction, dated and kept
  // (`docs/format.md`, `realises`).

  package func estClose(_ mois: Int) -> Bool { periodesCloses.contains { $0.mois == mois } }

  /// Changes the réalisé of a closed period's cell; what it said before is kept, with the reason.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func corrigerRealise(
    deIndicateur id: String, periode mois: Int, motif: String, _ signature: Signature,
    _ change: (inout Realise) -> Void
  ) -> Bool {
    modifierRealise(deIndicateur: id, periode: mois, signature) { realise in
      let before = realise
      change(&realise)
      guard realise != before else { return }
      var correction = Realise.Correction()
      correction.statut = before.statut
      correction.valeur = before.valeur
      correction.date = signature.jour
      correction.auteur = signature.qui
      correction.motif = motif
      realise.corrections.append(correction)
    }
  }
}

extension ObjectifEcrit {
  /// As the file says it: « aucun » for none.
  package init(_ objectif: Objectif?) {
    switch objectif {
    case .atteindre: self = .atteindre
    case .verifier: self = .verifier
    case nil: self = .aucun
    }
  }

  package var objectif: Objectif? {
    switch self {
    case .atteindre: .atteindre
    case .verifier: .verifier
    case .aucun: nil
    }
  }
}

extension Indicateur {
  /// What is expected of it in a period: what its file says, else what is usual (R7).
  package func objectif(a mois: Int, echeanceMois: Int?) -> Objectif? {
    if let ecrit = objectifs[mois] { return ecrit.objectif }
    return Objectif.usuel(mois: mois, echeanceMois: echeanceMois, rythmeMois: rythmeMois)
  }
}
