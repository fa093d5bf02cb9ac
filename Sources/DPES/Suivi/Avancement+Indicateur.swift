extension Avancement {
  /// One indicator on the day, and its cells.
  package struct ParIndicateur: Hashable, Sendable {
    package let indicateur: Indicateur
    /// The last réalisé that counts says atteint or vérifié (R2).
    package let estTenu: Bool
    /// It was tenu once, and is no more (R2).
    package let estPerdu: Bool
    package let estNonConcerne: Bool
    /// The réalisé that says it is perdu, and its column; nil when it is not.
    package let perte: ByPeriod<Realise>.Entry?
    /// One cell a period, in their order.
    package let cases: [Case]

    /// Something was achieved, if not all.
    package var estEntame: Bool {
      estTenu || cases.contains { $0.estConnue && $0.realise?.statut == .partiel }
    }

    /// The cell from which it holds without a break; nil where it does not.
    package var tenuDepuis: Case? {
      let said = cases.filter { $0.estConnue && $0.realise?.counts == true }
      return said.reversed().prefix { $0.realise?.isHeld == true }.last
    }

    package var estEnRetard: Bool { cases.contains { $0.etat == .enRetard } }

    /// The palier's deadline has passed while its period still runs.
    package var estEchu: Bool { cases.contains { $0.etat == .echue } }

    init(
      _ indicateur: Indicateur, _ tenue: Tenue, echeanceMois: Int?, periodes: [Periode],
      le jour: Day
    ) {
      self.indicateur = indicateur
      estTenu = tenue.estTenu
      estPerdu = tenue.estPerdu
      estNonConcerne = tenue.estNonConcerne
      perte = estPerdu ? tenue.connus.last { $0.value.counts } : nil
      let knownMonths = Set(tenue.connus.map(\.mois))
      let echeance = echeanceMois.flatMap { Periode.jour($0, depuis: periodes.first?.debut) }
      cases = periodes.map { periode in
        let realise = indicateur.realises[periode.mois]
        let isKnown = knownMonths.contains(periode.mois)
        let isColumn = echeanceMois.map(Periode.colonne(deEcheance:)) == periode.mois
        return Case(
          periode: periode,
          objectif: indicateur.objectif(a: periode.mois, echeanceMois: echeanceMois),
          echeance: isColumn ? echeance : nil,
          realise: realise,
          estConnue: isKnown,
          estPerdue: tenue.perd(a: periode.mois),
          tenuDepuis: tenue.comptes.contains { $0.mois > periode.mois && $0.estTenu },
          dejaTenu: tenue.dejaTenu(avant: periode.mois), estEcartee: tenue.estNonConcerne,
          le: jour)
      }
    }
  }

  /// One cell of the tableau de bord: a period of an indicator.
  package struct Case: Hashable, Sendable {
    package enum Etat: Hashable, Sendable {
      /// Nothing is expected, or what was expected is there.
      case calme
      /// In its period, and not settled yet (R6).
      case due
      /// Due, and the palier's deadline, which lies inside the period, has passed.
      case echue
      /// After its period, and not settled (R6).
      case enRetard
    }

    package let periode: Periode
    package let objectif: Objectif?
    package let realise: Realise?
    /// The réalisé counts on the day.
    package let estConnue: Bool
    /// It says that what was once tenu is no more.
    package let estPerdue: Bool
    package let etat: Etat
    /// The day that it is expected for: the palier's deadline for what is to be reached in its column,
    /// else the period's last day; nil without a start, or where nothing is expected.
    package let attenduePour: Day?
    /// The earlier column, 0 for the start, from which what was to be reached here holds already (R6).
    ///
    /// Nothing more is expected then; nil where that is not so.
    package let dejaTenu: Int?
    /// The last word on the indicator is that it does not concern the structure: nothing is expected of
    /// it until somebody says otherwise.
    package let estEcartee: Bool

    init(
      periode: Periode, objectif: Objectif?, echeance: Day?, realise: Realise?, estConnue: Bool,
      estPerdue: Bool, tenuDepuis: Bool, dejaTenu: Int?, estEcartee: Bool, le jour: Day
    ) {
      self.periode = periode
      self.objectif = objectif
      self.realise = realise
      self.estConnue = estConnue
      self.estPerdue = estPerdue
      let isSettled = estConnue && realise?.isSettling ?? false
      self.dejaTenu = objectif == .atteindre && !isSettled ? dejaTenu : nil
      attenduePour = periode.fin.flatMap { fin in
        objectif.map { $0 == .atteindre ? min(echeance ?? fin, fin) : fin }
      }
      self.estEcartee = estEcartee
      guard objectif != nil, !isSettled, !tenuDepuis, !estEcartee, self.dejaTenu == nil,
        let debut = periode.debut,
        let fin = periode.fin, debut <= jour
      else {
        etat = .calme
        return
      }
      etat = jour > fin ? .enRetard : attenduePour.map { $0 < jour } ?? false ? .echue : .due
    }

    /// In its period, and not settled yet (R6).
    package var estDue: Bool { etat == .due || etat == .echue }

    /// For how many days its deadline has passed, while its period still runs.
    package func joursDEcheance(le jour: Day) -> Int? {
      etat == .echue ? attenduePour.map { jour.number - $0.number } : nil
    }
  }
}
