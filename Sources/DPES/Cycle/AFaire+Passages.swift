extension AFaire {
  /// What the cycles expect, each étape by its most pressing line: what has a day and is not done.
  ///
  /// A cycle whose data file is not here says that, once: its dates to come can't be told.
  package static func passages(_ demarche: Demarche, _ cycles: [Cycle]?, le jour: Day) -> [Ligne] {
    guard let cycles else { return [] }
    let referents = demarche.participants.filter { $0.referent && !$0.estParti(le: jour) }.map(\.id)
    return demarche.cyclesSuivis(cycles).flatMap { followed -> [Ligne] in
      guard let cycle = followed.cycle else { return [inconnu(followed)] }
      let lines = Cheminement(followed.suivi, cycle, le: jour).lignes
      let expected = lines.filter { !$0.etat.estFini && $0.jour != nil }
      return cycle.etapes.flatMap { etape -> [Ligne] in
        let own = expected.filter { $0.etape.code == etape.code }
        let late = own.filter { $0.etat == .enRetard }
        // What is late is one line, on the oldest; what comes next stands beside it.
        let told = late.prefix(1) + own.filter { $0.etat != .enRetard }
        return told.map { line in
          var ligne = ligne(line, of: cycle, le: jour)
          (ligne.qui, ligne.avec) = (referents.first, Array(referents.dropFirst()))
          if line.etat == .enRetard, late.count > 1 {
            ligne.texte = "\(etape.titre)\u{A0}: \(Cheminement.retards(late.count, etape.genre))"
          }
          return ligne
        }
      }
    }
  }

  private static func inconnu(_ followed: CycleSuiviConnu) -> Ligne {
    var ligne = Ligne(.cycleInconnu, .cycle(followed.suivi.id))
    ligne.texte = followed.phraseSansFichier
    ligne.cycle = followed.suivi.modele
    return ligne
  }

  private static func ligne(
    _ line: Cheminement.Ligne, of cycle: Cycle, le jour: Day
  ) -> Ligne {
    let isNear = line.etat == .aPreparer || line.etat == .prepare
    let rubrique =
      line.etat == .enRetard
      ? .enRetard
      : line.jour.map {
        Self.rubrique($0, le: jour, sinon: isNear ? .aPreparer : .identifiant)
      }
    var ligne = Ligne(rubrique ?? .identifiant, .passage(line.repere(dans: cycle.id)))
    ligne.texte = line.intitule
    ligne.etat = line.etat
    (ligne.etape, ligne.cycle, ligne.genre) = (line.etape.code, cycle.id, line.etape.genre)
    ligne.quand = line.jour
    return ligne
  }
}
