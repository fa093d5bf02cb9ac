/// What there is to do on a day: what was lost, what is late, what is due, what was promised.
///
/// One line an indicator, for the most pressing of its cells. Views, commands and documents read it
/// and decide nothing themselves.
package struct AFaire: Hashable, Sendable {
  /// Why something is to be done, the most pressing first.
  package enum Rubrique: String, CaseIterable, Hashable, Sendable {
    /// Once reached, and no longer held (R2).
    case perdu
    /// Expected in a period that is over (R6), or on a day that is past.
    case enRetard = "en-retard"
    /// Due in the present period, and its palier's deadline has passed.
    case echeancePassee = "echeance-passee"
    /// Due, and its day comes before the month ends.
    case ceMois = "ce-mois"
    /// An étape of a cycle that comes later than this month, and wants to be prepared now.
    case aPreparer = "a-preparer"
    /// A period that is over, and not closed yet.
    case aClore = "a-clore"
    /// Due in the present period: to be checked that it still holds.
    case aVerifier = "a-verifier"
    /// Due in the present period: to be reached.
    case aAtteindre = "a-atteindre"
    case promesses
    /// A tool whose last answers are some months old: never late.
    case aRelire = "a-relire"
    /// What a cycle expects later.
    case identifiant
    /// What a cycle expects is not known here.
    case cycleInconnu = "cycle-inconnu"
  }

  /// What a line is about, and leads to.
  package enum Objet: Hashable, Sendable {
    /// A cell of the tableau de bord, by the indicator's id and the period's month.
    case indicateur(String, mois: Int)
    /// A palier without indicator, by its id.
    case palier(String)
    case promesse(String)
    /// A period, by its month.
    case cloture(Int)
    /// An étape of a cycle, by what tells its line from others (``Cheminement/Ligne/repere(dans:)``).
    case passage(String)
    /// A tool of the manual, by its référentiel's id.
    case outil(String)
    /// A dated map of the acteurs, by its id.
    case carte(String)
    /// A cycle whose data file is not on this machine, by the id of what is followed.
    case cycle(String)
  }

  package struct Ligne: Hashable, Sendable {
    package let rubrique: Rubrique
    package let objet: Objet
    /// What the file calls it.
    package var texte = ""
    package var axe: Axe?
    /// The palier's position on its axis, from 1.
    package var rang: Int?
    package var objectif: Objectif?
    /// What its cell says already.
    package var statut: Realise.Statut?
    /// The period in which an answer goes, by its month: that of the cell, or the one being lived where
    /// the cell of a period that is over has its answer, which stays.
    package internal(set) var saisie: Int?
    /// How a promise stands.
    package var suivi: Seance.Promesse.Suivi?
    /// Who is in charge: a participant's id.
    package var qui: String?
    /// Who else follows it, by id.
    package var avec: [String] = []
    /// The day it is expected, or was; for what was lost, the day that it was said.
    package var quand: Day?
    /// Of an étape: how it stands, its code, its cycle's id, and what kind of thing it is.
    package var etat: Cheminement.Etat?
    package var etape: String?
    package var cycle: String?
    package var genre: Cycle.Etape.Genre?
    /// Of a period to be closed: how many cells of it are expected and say nothing.
    package var sansReponse = 0

    /// Whether it is about how acteurs are seen, which no document tells unasked.
    package var estDesActeurs: Bool { if case .carte = objet { true } else { false } }

    init(_ rubrique: Rubrique, _ objet: Objet) {
      self.rubrique = rubrique
      self.objet = objet
    }

    /// All who follow it, by id: the one in charge first.
    package var personnes: [String] { [qui].compactMap(\.self) + avec.filter { $0 != qui } }

    /// For how many days it has been late, or its deadline has passed; nil for what still has time.
    package func joursDeRetard(le jour: Day) -> Int? {
      guard rubrique == .enRetard || rubrique == .echeancePassee || suivi == .enRetard, let quand,
        quand < jour
      else { return nil }
      return jour.number - quand.number
    }

    /// Whether it should have been done, or holds no more.
    package var presse: Bool {
      rubrique == .perdu || rubrique == .enRetard || rubrique == .echeancePassee
        || suivi == .enRetard
    }
  }

  package let jour: Day
  /// In the order of the rubriques, then by date, then as the axes and the paliers stand.
  package let lignes: [Ligne]

  /// `cycles` and `referentiels` are those that this machine knows; nil while nobody read them.
  ///
  /// - Complexity: O(indicators × periods + promises + étapes × passages + answers).
  package init(
    _ demarche: Demarche, _ avancement: Avancement, cycles: [Cycle]?,
    referentiels: [Referentiel]? = nil
  ) {
    let jour = avancement.jour
    self.jour = jour
    let found =
      Self.lignes(avancement) + Self.promesses(demarche, le: jour)
      + Self.clotures(demarche, avancement) + Self.passages(demarche, cycles, le: jour)
      + Self.aRelire(demarche, referentiels ?? [], le: jour)
      + Self.carteARelire(demarche, le: jour)
    // Without a day: after those that have one.
    let sorted = found.ordered { $0.quand?.number ?? .max }
    lignes = Rubrique.allCases.flatMap { rubrique in sorted.filter { $0.rubrique == rubrique } }
  }

  /// The lines of one person.
  package func lignes(de participant: String) -> [Ligne] {
    lignes.filter { $0.personnes.contains(participant) }
  }

  /// Whether something is late, past its deadline or lost.
  package var presse: Bool { lignes.contains(where: \.presse) }

  /// Whether somebody is expected to do something now: a date to come is no reason, nor is a promise
  /// that still has time.
  package var attend: Bool {
    lignes.contains { ligne in
      switch ligne.rubrique {
      case .perdu, .enRetard, .echeancePassee, .ceMois, .aPreparer, .aClore, .aVerifier,
        .aAtteindre:
        true
      case .promesses: ligne.presse
      case .aRelire, .identifiant, .cycleInconnu: false
      }
    }
  }
}
