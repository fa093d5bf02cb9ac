/// Where a schéma de progrès stands on a day: rules R1 to R7 of the method, applied.
///
/// Views and documents read it and never decide anything themselves. Made anew when the schéma or
/// the day changes.
///
/// - Complexity: O(indicators × periods) to make.
package struct Avancement: Hashable, Sendable {
  package let jour: Day
  package let debut: Day?
  package let dureeMois: Int
  package let intermediaireMois: Int
  package let periodes: [Periode]
  /// In the order U P D T.
  package let axes: [ParAxe]

  package init(_ schema: SchemaDeProgres, le jour: Day) {
    self.jour = jour
    debut = schema.debut
    dureeMois = schema.dureeMois
    intermediaireMois = schema.intermediaireMois
    let periodes = schema.periodes
    self.periodes = periodes
    axes = Axe.allCases.map { axe in
      ParAxe(
        axe: axe,
        paliers: schema.paliers(de: axe).enumerated().map { index, palier in
          ParPalier(palier, rang: index + 1, periodes: periodes, le: jour)
        },
        intermediaireMois: schema.intermediaireMois, dureeMois: schema.dureeMois)
    }
  }

  package subscript(axe: Axe) -> ParAxe {
    axes.first { $0.axe == axe }
      ?? ParAxe(axe: axe, paliers: [], intermediaireMois: 0, dureeMois: 0)
  }

  /// Months since the start, whole; nil without a start.
  package var moisCourant: Int? { debut?.months(to: jour) }

  /// The period that the day falls in; nil before the start, after the end, or without a start.
  package var periodeCourante: Periode? {
    periodes.first { periode in
      guard let debut = periode.debut, let fin = periode.fin else { return false }
      return debut <= jour && jour <= fin
    }
  }
}

extension Avancement {
  /// An axis: its paliers in the order of their ranks, and its level in each profile.
  package struct ParAxe: Hashable, Sendable {
    package let axe: Axe
    package let paliers: [ParPalier]
    /// The level on the day: the largest n such that paliers 1…n are tenus (R4).
    package let actuel: Int
    /// The level planned for the intermediate month (R5).
    package let intermediaire: Int
    /// The level planned for the end (R5).
    package let cible: Int

    init(axe: Axe, paliers: [ParPalier], intermediaireMois: Int, dureeMois: Int) {
      self.axe = axe
      self.paliers = paliers
      actuel = paliers.prefix { $0.estTenu }.count
      intermediaire = Self.prevu(paliers, avant: intermediaireMois)
      cible = Self.prevu(paliers, avant: dureeMois)
    }

    private static func prevu(_ paliers: [ParPalier], avant mois: Int) -> Int {
      paliers.prefix { $0.palier.echeanceMois.map { $0 <= mois } ?? false }.count
    }
  }

  /// One palier on the day.
  package struct ParPalier: Hashable, Sendable {
    package enum Etat: Hashable, Sendable {
      case tenu, perdu, enRetard, partiel, aVenir
    }

    package let palier: Palier
    /// Its position on the axis, from 1, whatever the file's rang says.
    package let rang: Int
    package let indicateurs: [ParIndicateur]
    /// R3.
    package let estTenu: Bool
    package let etat: Etat

    init(_ palier: Palier, rang: Int, periodes: [Periode], le jour: Day) {
      self.palier = palier
      self.rang = rang
      indicateurs = palier.indicateurs.map {
        ParIndicateur($0, echeanceMois: palier.echeanceMois, periodes: periodes, le: jour)
      }
      estTenu =
        indicateurs.isEmpty
        ? palier.atteintLe.map { $0 <= jour } ?? false
        : indicateurs.allSatisfy { $0.estTenu || $0.estNonConcerne }
      etat = Self.etat(palier, indicateurs, estTenu: estTenu, periodes: periodes, le: jour)
    }

    private static func etat(
      _ palier: Palier, _ indicateurs: [ParIndicateur], estTenu: Bool,
      periodes: [Periode], le jour: Day
    ) -> Etat {
      if estTenu { return .tenu }
      if indicateurs.contains(where: \.estPerdu) { return .perdu }
      if indicateurs.contains(where: \.estEnRetard) { return .enRetard }
      if indicateurs.isEmpty, let echeance = palier.echeanceMois,
        let fin = periodes.first(where: { $0.mois == Periode.colonne(deEcheance: echeance) })?.fin,
        fin < jour
      {
        return .enRetard
      }
      return indicateurs.contains(where: \.estEntame) ? .partiel : .aVenir
    }
  }

  /// Whether the profil intermédiaire is the profil actuel on all four axes.
  package var intermediaireEstActuel: Bool { axes.allSatisfy { $0.intermediaire == $0.actuel } }

  /// Whether the profil cible is the profil intermédiaire on all four axes.
  package var cibleEstIntermediaire: Bool { axes.allSatisfy { $0.cible == $0.intermediaire } }
}
