extension AFaire {
  /// What the schéma expects.
  static func lignes(_ avancement: Avancement) -> [Ligne] {
    avancement.axes.flatMap { axe in
      axe.paliers.flatMap { palier in
        let found =
          palier.indicateurs.isEmpty
          ? [ligne(palier, avancement)]
          : palier.indicateurs.map { ligne($0, of: palier, avancement) }
        return found.compactMap(\.self).map { ligne in
          var ligne = ligne
          ligne.axe = axe.axe
          ligne.rang = palier.rang
          return ligne
        }
      }
    }
  }

  /// The most pressing of an indicator, and where an answer to it goes.
  private static func ligne(
    _ indicateur: Avancement.ParIndicateur, of palier: Avancement.ParPalier,
    _ avancement: Avancement
  ) -> Ligne? {
    guard var ligne = pressing(indicateur, avancement),
      case .indicateur(_, let mois) = ligne.objet
    else { return nil }
    let here = avancement.periodeCourante?.mois
    ligne.saisie = ligne.statut == nil ? mois : max(mois, here ?? mois)
    return ligne
  }

  /// The most pressing of an indicator: lost, late, due.
  private static func pressing(
    _ indicateur: Avancement.ParIndicateur, _ avancement: Avancement
  ) -> Ligne? {
    if let perte = indicateur.perte, !indicateur.estNonConcerne,
      let cell = indicateur.cases.first(where: { $0.periode.mois == perte.mois })
    {
      return ligne(.perdu, cell, indicateur, perte.value.date ?? cell.periode.fin)
    }
    if let cell = indicateur.cases.first(where: { $0.etat == .enRetard }) {
      return ligne(.enRetard, cell, indicateur, cell.periode.fin)
    }
    guard let cell = indicateur.cases.first(where: \.estDue) else { return nil }
    let later: Rubrique = cell.objectif == .verifier ? .aVerifier : .aAtteindre
    let rubrique: Rubrique =
      cell.etat == .echue
      ? .echeancePassee
      : cell.attenduePour.map { $0 <= avancement.jour.endOfMonth ? .ceMois : later } ?? later
    return ligne(rubrique, cell, indicateur, cell.attenduePour)
  }

  /// What is past is late; what has its day before the month ends is of this month.
  static func rubrique(_ quand: Day, le jour: Day, sinon later: Rubrique) -> Rubrique {
    if quand < jour { return .enRetard }
    return quand <= jour.endOfMonth ? .ceMois : later
  }

  private static func ligne(
    _ rubrique: Rubrique, _ cell: Avancement.Case, _ indicateur: Avancement.ParIndicateur,
    _ quand: Day?
  ) -> Ligne {
    var ligne = Ligne(
      rubrique, .indicateur(indicateur.indicateur.id, mois: cell.periode.mois))
    ligne.texte = indicateur.indicateur.intitule
    ligne.objectif = cell.objectif
    ligne.statut = cell.realise?.statut
    ligne.qui = indicateur.indicateur.personnes.first
    ligne.avec = Array(indicateur.indicateur.personnes.dropFirst())
    ligne.quand = quand
    return ligne
  }

  /// A palier without indicator, which somebody declares reached.
  private static func ligne(
    _ palier: Avancement.ParPalier, _ avancement: Avancement
  ) -> Ligne? {
    guard !palier.estTenu, let mois = palier.palier.echeanceMois,
      let periode = avancement.periodes.first(where: {
        $0.mois == Periode.colonne(deEcheance: mois)
      }),
      let debut = periode.debut, let fin = periode.fin, debut <= avancement.jour
    else { return nil }
    let echeance =
      palier.etat == .enRetard ? fin : min(Periode.jour(mois, depuis: avancement.debut) ?? fin, fin)
    var ligne = Ligne(
      palier.etat == .echu
        ? .echeancePassee : rubrique(echeance, le: avancement.jour, sinon: .aAtteindre),
      .palier(palier.palier.id))
    ligne.texte = palier.palier.intitule
    ligne.objectif = .atteindre
    ligne.quand = echeance
    return ligne
  }

  /// The periods that are over, in which something was expected, and that nobody closed.
  static func clotures(_ demarche: Demarche, _ avancement: Avancement) -> [Ligne] {
    avancement.periodes.compactMap { periode in
      guard let fin = periode.fin, fin < avancement.jour, !demarche.estClose(periode.mois) else {
        return nil
      }
      let bilan = avancement.bilan(de: periode.mois)
      guard bilan.attendus > 0 else { return nil }
      var ligne = Ligne(.aClore, .cloture(periode.mois))
      ligne.quand = fin
      ligne.sansReponse = bilan.sansReponse
      return ligne
    }
  }

  /// The tools whose last answers are as old as they say that answers should be read again.
  static func aRelire(
    _ demarche: Demarche, _ referentiels: [Referentiel], le jour: Day
  ) -> [Ligne] {
    guard !demarche.grilles.isEmpty else { return [] }
    return referentiels.compactMap { referentiel in
      guard let mois = referentiel.relire else { return nil }
      let days = demarche.grilles.filter {
        $0.referentiel == referentiel.id && !$0.reponses.isEmpty
      }.compactMap(\.date)
      guard let last = days.max() else { return nil }
      let quand = last.adding(months: mois)
      guard quand <= jour else { return nil }
      var ligne = Ligne(.aRelire, .outil(referentiel.id))
      ligne.texte = referentiel.nom
      ligne.quand = quand
      return ligne
    }
  }

  /// The months after which a dated map of the acteurs is worth another look.
  static let relireLaCarte = 12

  /// The last dated map of the acteurs, where it is a year old: never late.
  static func carteARelire(_ demarche: Demarche, le jour: Day) -> [Ligne] {
    guard let last = demarche.cartesParDate.last, let date = last.date else { return [] }
    let quand = date.adding(months: relireLaCarte)
    guard quand <= jour else { return [] }
    var ligne = Ligne(.aRelire, .carte(last.id))
    ligne.texte = "Carte des acteurs du \(date.french)"
    ligne.quand = quand
    return [ligne]
  }

  /// What was promised in the last séance, and earlier without being settled.
  static func promesses(_ demarche: Demarche, le jour: Day) -> [Ligne] {
    demarche.promessesARevoir(le: jour).map { promesse in
      var ligne = Ligne(.promesses, .promesse(promesse.id))
      ligne.texte = promesse.texte ?? ""
      ligne.suivi = promesse.suivi(le: jour)
      ligne.qui = promesse.qui
      ligne.quand = promesse.quand
      return ligne
    }
  }
}

extension Day {
  fileprivate var endOfMonth: Day {
    adding(days: 1 - day).adding(months: 1).adding(days: -1)
  }
}
