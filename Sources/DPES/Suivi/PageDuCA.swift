/// What the board reads on one page: the four axes side by side, never added up.
///
/// The screen and the printed sheet both show it, and nothing else; it names nobody.
package struct PageDuCA: Hashable, Sendable {
  /// An indicator of a palier, where something has to be said of it.
  package struct Ligne: Hashable, Sendable {
    package let intitule: String
    /// The palier's rank on its axis.
    package let rang: Int
    /// The period's month.
    package let mois: Int
    /// For how many days its deadline has passed, while its period runs.
    package let joursDEcheance: Int?
  }

  /// The palier that comes next on an axis.
  package struct Prochain: Hashable, Sendable {
    package let rang: Int
    package let intitule: String
    package let echeanceMois: Int?
    /// The day of the deadline; nil without a start, or without a deadline.
    package let jour: Day?
    package let etat: Avancement.ParPalier.Etat
    /// For how many days its deadline has passed, while its period runs.
    package let joursDEcheance: Int?

    fileprivate init(_ palier: Avancement.ParPalier, debut: Day?) {
      rang = palier.rang
      intitule = palier.palier.intitule
      echeanceMois = palier.palier.echeanceMois
      jour = palier.palier.echeanceMois.flatMap { Periode.jour($0, depuis: debut) }
      etat = palier.etat
      joursDEcheance = palier.joursDEcheance
    }
  }

  package struct ParAxe: Hashable, Sendable {
    package let axe: Axe
    /// How many paliers the axis has.
    package let paliers: Int
    /// Levels: today, at the intermediate month, at the end.
    package let actuel: Int
    package let intermediaire: Int
    package let cible: Int
    /// The title of the palier that the level stands on.
    package let tenu: String?
    package let prochain: Prochain?
    package let perdus: [Ligne]
    package let enRetard: [Ligne]
    /// Their deadline has passed, and the period still runs.
    package let echus: [Ligne]
    /// Of the present period, not settled yet.
    package let attendus: [Ligne]
    /// Observations of the image, by colour; nil counts those without one.
    package let observations: [Statut?: Int]
    /// Texts of those marked as priorities.
    package let priorites: [String]

    fileprivate init(
      _ axe: Avancement.ParAxe, _ observations: [Observation], debut: Day?, periode: Periode?,
      le jour: Day
    ) {
      self.axe = axe.axe
      paliers = axe.paliers.count
      (actuel, intermediaire, cible) = (axe.actuel, axe.intermediaire, axe.cible)
      tenu = axe.paliers.prefix(axe.actuel).last { $0.etat != .sansObjet }?.palier.intitule
      prochain = axe.paliers.dropFirst(axe.actuel).first.map { PageDuCA.Prochain($0, debut: debut) }
      var (lost, late, past, due) = (
        [PageDuCA.Ligne](), [PageDuCA.Ligne](), [PageDuCA.Ligne](), [PageDuCA.Ligne]()
      )
      for palier in axe.paliers {
        for one in palier.indicateurs {
          func ligne(_ cell: Avancement.Case?) -> [PageDuCA.Ligne] {
            guard let cell else { return [] }
            return [
              .init(
                intitule: one.indicateur.intitule, rang: palier.rang, mois: cell.periode.mois,
                joursDEcheance: cell.joursDEcheance(le: jour))
            ]
          }
          if one.estPerdu, !one.estNonConcerne {
            lost += ligne(one.cases.last(where: \.estPerdue))
          } else if one.estEnRetard {
            late += ligne(one.cases.first { $0.etat == .enRetard })
          } else if one.estEchu {
            past += ligne(one.cases.first { $0.etat == .echue })
          } else {
            due += ligne(one.cases.first { $0.periode == periode && $0.etat == .due })
          }
        }
      }
      (perdus, enRetard, echus, attendus) = (lost, late, past, due)
      self.observations = Dictionary(grouping: observations, by: \.statut).mapValues(\.count)
      priorites = observations.filter(\.priorite).map(\.texte)
    }
  }

  package let structure: String
  package let jour: Day
  /// The day of the image that is counted; nil without one.
  package let image: Day?
  /// Whole months since the schéma's start.
  package let mois: Int?
  package let intermediaireMois: Int
  package let dureeMois: Int
  /// The present period.
  package let periode: Periode?
  /// In the order U P D T.
  package let axes: [ParAxe]
  /// What was decided, in the words of the notes of the present period and of the one before, the
  /// latest first.
  package let decisions: [NoteDeCapitalisation]

  /// Of an image, the last one where none is named.
  ///
  /// - Complexity: O(indicators × periods + observations of the image + notes).
  package init(
    _ demarche: Demarche, _ avancement: Avancement, image chosen: CercleDeQualite? = nil
  ) {
    structure = demarche.structure.raisonSociale
    jour = avancement.jour
    let image = chosen ?? demarche.imagesParDate.last.map { demarche.cercles[$0] }
    self.image = image?.date
    mois = avancement.moisCourant
    intermediaireMois = avancement.intermediaireMois
    dureeMois = avancement.dureeMois
    let periode = avancement.periodeCourante
    self.periode = periode
    let observations = Dictionary(grouping: image?.observations ?? [], by: \.axe)
    axes = avancement.axes.map {
      ParAxe(
        $0, observations[$0.axe] ?? [], debut: avancement.debut, periode: periode,
        le: avancement.jour)
    }
    decisions = Self.decisions(demarche.notes, le: avancement.jour)
  }

  private static func decisions(
    _ notes: [NoteDeCapitalisation], le jour: Day
  ) -> [NoteDeCapitalisation] {
    let since = jour.adding(months: -2 * Periode.duree)
    return notes.filter { note in
      note.decision != nil && note.date.map { since < $0 && $0 <= jour } ?? false
    }.ordered { $0.date ?? jour }.reversed()
  }
}
