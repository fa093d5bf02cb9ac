/// Where a schéma de progrès stands on a day: rules R1 to R7 of the method, applied.
///
/// Views and documents read it and never decide anything themselves. Made anew when the schéma or
/// the day changes; what is said of paliers that did not change is taken from the one before.
///
/// - Complexity: O(p log p) in the paliers, and O(indicators × periods) in those that changed.
package struct Avancement: Hashable, Sendable {
  package let jour: Day
  package let debut: Day?
  package let dureeMois: Int
  package let intermediaireMois: Int
  package let periodes: [Periode]
  /// In the order U P D T.
  package private(set) var axes: [ParAxe]

  /// Looks at what was known before the change for what still holds.
  package init(_ schema: SchemaDeProgres, le jour: Day, depuis ancien: Avancement? = nil) {
    self.jour = jour
    debut = schema.debut
    dureeMois = schema.dureeMois
    intermediaireMois = schema.intermediaireMois
    let periodes = schema.periodes
    self.periodes = periodes
    let ancien =
      ancien?.jour == jour && ancien?.debut == schema.debut && ancien?.periodes == periodes
      ? ancien : nil
    axes = Axe.allCases.map { axe in
      var known = Known(ancien?[axe].paliers ?? [])
      return ParAxe(
        axe: axe,
        paliers: schema.paliers(de: axe).enumerated().map { index, palier in
          known.palier(palier, at: index)
            ?? ParPalier(palier, rang: index + 1, periodes: periodes, le: jour)
        },
        debut: schema.debut, intermediaireMois: schema.intermediaireMois,
        dureeMois: schema.dureeMois)
    }
  }

  /// Takes up what some paliers of the schéma say since: ``Edit/paliersRetouches``.
  ///
  /// - Complexity: O(paliers of their axes).
  package mutating func retoucher(_ places: [Int], dans schema: SchemaDeProgres) {
    for place in places {
      let palier = schema.paliers[place]
      guard let index = axes.firstIndex(where: { $0.axe == palier.axe }),
        let rang = axes[index].paliers.firstIndex(where: { $0.palier.id == palier.id })
      else { continue }
      var paliers = axes[index].paliers
      paliers[rang] = ParPalier(palier, rang: rang + 1, periodes: periodes, le: jour)
      axes[index] = ParAxe(
        axe: palier.axe, paliers: paliers, debut: debut, intermediaireMois: intermediaireMois,
        dureeMois: dureeMois)
    }
  }

  package subscript(axe: Axe) -> ParAxe {
    axes.first { $0.axe == axe }
      ?? ParAxe(axe: axe, paliers: [], debut: nil, intermediaireMois: 0, dureeMois: 0)
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

  /// An axis: its paliers in the order of their ranks, and its level in each profile.
  package struct ParAxe: Hashable, Sendable {
    package let axe: Axe
    package let paliers: [ParPalier]
    /// The level at month 0: by what the group says held then (R5), or by what is known on that day.
    package let depart: Int
    /// The level on the day: the largest n such that paliers 1…n are tenus (R4).
    package let actuel: Int
    /// The level planned for the intermediate month (R5).
    package let intermediaire: Int
    /// The level planned for the end (R5).
    package let cible: Int
    /// How many paliers are perdus, and how many late.
    package let perdus: Int
    package let enRetard: Int
    /// How many indicators are late: one of a palier that holds may be.
    package let indicateursEnRetard: Int
    /// How many have a deadline that has passed while its period still runs.
    package let echus: Int

    init(
      axe: Axe, paliers: [ParPalier], debut: Day?, intermediaireMois: Int, dureeMois: Int
    ) {
      self.axe = axe
      self.paliers = paliers
      depart =
        paliers.prefix { one in
          one.palier.tenuAuDepart
            || debut.map { one.palier.estTenu(debut: $0, le: $0) } ?? false
        }.count
      actuel = paliers.prefix { $0.estTenu }.count
      intermediaire = Self.prevu(paliers, avant: intermediaireMois)
      cible = Self.prevu(paliers, avant: dureeMois)
      perdus = paliers.count { $0.etat == .perdu }
      enRetard = paliers.count { $0.etat == .enRetard }
      indicateursEnRetard = paliers.reduce(0) { $0 + $1.indicateurs.count(where: \.estEnRetard) }
      echus = paliers.count { $0.etat == .echu }
    }

    private static func prevu(_ paliers: [ParPalier], avant mois: Int) -> Int {
      paliers.prefix { $0.palier.estPrevu(a: mois) }.count
    }

    /// The level planned for a month (R5).
    func prevu(a mois: Int) -> Int { Self.prevu(paliers, avant: mois) }

    /// The palier that the axis has to reach next, or to reach again; nil when all are tenus.
    package var suivant: ParPalier? { actuel < paliers.count ? paliers[actuel] : nil }

    /// Whether a palier is tenu and does not count, as one below it is not (R4).
    package func estSansEffet(_ palier: ParPalier) -> Bool {
      palier.estTenu && palier.rang > actuel
    }
  }

  /// One palier on the day.
  package struct ParPalier: Hashable, Sendable {
    package enum Etat: Hashable, Sendable {
      case tenu, perdu, enRetard, partiel, aVenir
      /// Its deadline has passed, and its period still runs: not late yet (R6), nor to come.
      case echu
      /// It concerns the structure in nothing: the level passes through it (R3).
      case sansObjet
    }

    package fileprivate(set) var palier: Palier
    /// Its position on the axis, from 1, whatever the file's rang says.
    package fileprivate(set) var rang: Int
    package let indicateurs: [ParIndicateur]
    /// R3.
    package let estTenu: Bool
    package let etat: Etat
    /// For how many days its deadline has passed, while its period still runs; nil otherwise.
    package let joursDEcheance: Int?

    init(_ palier: Palier, rang: Int, periodes: [Periode], le jour: Day) {
      self.palier = palier
      self.rang = rang
      // The columns start with the schéma; a réalisé may stand in a later one than they show.
      let debut = periodes.first?.debut
      let tenues = palier.indicateurs.map {
        Tenue($0, tenuAuDepart: palier.tenuAuDepart, debut: debut, le: jour)
      }
      indicateurs = zip(palier.indicateurs, tenues).map {
        ParIndicateur($0, $1, echeanceMois: palier.echeanceMois, periodes: periodes, le: jour)
      }
      estTenu = palier.estTenu(tenues, debut: debut, le: jour)
      etat = Self.etat(palier, indicateurs, estTenu: estTenu, periodes: periodes, le: jour)
      let echeance = palier.echeanceMois.flatMap { Periode.jour($0, depuis: debut) }
      joursDEcheance = etat == .echu ? echeance.map { jour.number - $0.number } : nil
    }

    private static func etat(
      _ palier: Palier, _ indicateurs: [ParIndicateur], estTenu: Bool,
      periodes: [Periode], le jour: Day
    ) -> Etat {
      if !indicateurs.isEmpty, indicateurs.allSatisfy(\.estNonConcerne) { return .sansObjet }
      if estTenu { return .tenu }
      if indicateurs.contains(where: \.estPerdu) { return .perdu }
      if indicateurs.contains(where: \.estEnRetard) { return .enRetard }
      if indicateurs.contains(where: \.estEchu) { return .echu }
      if indicateurs.isEmpty, let mois = palier.echeanceMois,
        let fin = periodes.first(where: { $0.mois == Periode.colonne(deEcheance: mois) })?.fin
      {
        if fin < jour { return .enRetard }
        let echeance = Periode.jour(mois, depuis: periodes.first?.debut)
        if echeance.map({ $0 < jour }) ?? false { return .echu }
      }
      return indicateurs.contains(where: \.estEntame) ? .partiel : .aVenir
    }

    /// The same at another rank of its axis; nil when the palier says something else now.
    fileprivate func ranked(_ rang: Int, ifStill palier: Palier) -> Self? {
      guard self.palier.with(\.rang, palier.rang) == palier else { return nil }
      if self.palier.rang == palier.rang, self.rang == rang { return self }
      var result = self
      result.palier = palier
      result.rang = rang
      return result
    }
  }

  /// What was worked out of an axis' paliers before a change.
  private struct Known {
    private let paliers: [ParPalier]
    /// By their ids, once one is not where it was.
    private var places: [String: Int]?

    init(_ paliers: [ParPalier]) { self.paliers = paliers }

    /// What is known of a palier that did not change; nil when it did, or is new.
    mutating func palier(_ palier: Palier, at index: Int) -> ParPalier? {
      if paliers.indices.contains(index), paliers[index].palier.id == palier.id {
        return paliers[index].ranked(index + 1, ifStill: palier)
      }
      let places =
        places
        ?? Dictionary(
          zip(paliers.map(\.palier.id), paliers.indices), uniquingKeysWith: { first, _ in first })
      self.places = places
      return places[palier.id].flatMap { paliers[$0].ranked(index + 1, ifStill: palier) }
    }
  }
}
