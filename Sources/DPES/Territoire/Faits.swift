/// What a démarche says on a day that can be counted beside others: a set of ``Fait``.
///
/// The rules are those that screens and documents have: the last image, lineages, ``Avancement``,
/// ``Parcours``, ``Reconnaissance``.
package struct Faits: Sendable {
  package private(set) var tous: Set<Fait> = []

  /// More than ``Fait/most``: nothing that people wrote.
  package struct TropDeFaits: Error, Hashable {}

  /// `cycles` are those that this machine knows.
  ///
  /// - Complexity: O(length of the démarche).
  package init(_ whole: Demarche, le jour: Day, cycles: [Cycle] = []) throws(TropDeFaits) {
    let demarche = whole.connue(le: jour)
    let avancement = Avancement(demarche.schema, le: jour)
    // What others saw of the structure is no image that its group made.
    let images = demarche.imagesParDate.map { demarche.cercles[$0] }
    let points = PointsDesLignees(images)
    images.last.map { add($0) }
    for grille in demarche.grilles.dernieres { add(grille) }
    for axe in avancement.axes { add(axe, points) }
    for promesse in demarche.seances.lazy.flatMap(\.promesses) {
      add("promesse", promesse.suivi(le: jour).dit)
    }
    if demarche.candidature != Candidature() { add("appel", "candidature") }
    for suivi in demarche.cyclesSuivis(cycles) { add(suivi, le: jour) }
    let parcours = Parcours(demarche, avancement)
    for etape in Parcours.Etape.allCases where parcours.estCommencee(etape) {
      add("etape", String(etape.rawValue))
    }
    guard tous.count <= Fait.most else { throw TropDeFaits() }
  }

  private mutating func add(_ sujet: String, _ dit: String) { tous.insert(Fait(sujet, dit)) }

  /// Of a point that the démarche names, in whatever way it does.
  private mutating func add(point: String, _ dit: String) {
    guard Fait.estUnSujet(point), !Self.isOwn(point) else { return }
    add(point, dit)
  }

  /// Whether a point is something of this démarche alone, a box or a tie, and no référentiel's.
  private static func isOwn(_ point: String) -> Bool {
    let start = point.prefix { $0 != ":" }
    return Referentiel.idsReserves.contains(String(start)) || reserved.contains(String(start))
  }

  /// What no référentiel may pass for.
  private static let reserved: Set = ["axe", "indicateur", "engagement", "sujet"]

  private mutating func add(_ image: CercleDeQualite) {
    for observation in image.observations {
      if let axe = observation.axe {
        if let statut = observation.statut { add("axe:\(axe.rawValue)", statut.rawValue) }
        if observation.priorite { add("axe:\(axe.rawValue)", "priorite") }
      }
      guard let statut = observation.statut else { continue }
      for point in observation.points { add(point: point, statut.rawValue) }
    }
  }

  private mutating func add(_ grille: Grille) {
    guard let referentiel = grille.referentiel else { return }
    for reponse in grille.reponses {
      guard let code = reponse.point else { continue }
      let point = "\(referentiel):\(code)"
      if let existante = reponse.existante { add(point: point, "existe-\(existante.rawValue)") }
      if reponse.aIntegrer == .oui || reponse.aIntegrer == .ideal {
        add(point: point, "a-integrer")
      }
    }
  }

  private mutating func add(_ axe: Avancement.ParAxe, _ points: PointsDesLignees) {
    let nom = axe.axe.rawValue
    for un in axe.paliers {
      let palier = un.palier
      for indicateur in palier.indicateurs {
        guard let nature = indicateur.nature else { continue }
        add(
          "indicateur:\(nature.rawValue)", indicateur.realises.entries.isEmpty ? "prevu" : "suivi")
      }
      if !palier.engagements.isEmpty { add("engagement:\(nom)", "promis") }
      // It concerns the structure in nothing: neither aimed at nor held.
      if un.etat == .sansObjet { continue }
      let dit = un.estTenu ? "palier-tenu" : "palier-vise"
      add("axe:\(nom)", dit)
      for id in palier.observations {
        for point in points[id] { add(point: point, dit) }
      }
    }
  }

  private mutating func add(_ suivi: CycleSuiviConnu, le jour: Day) {
    guard let cycle = suivi.cycle else { return }
    let cheminement = Cheminement(suivi.suivi, cycle, le: jour)
    if cheminement.reconnaissance.etat != .rien { add("appel", "candidature") }
    if cheminement.reconnaissance.delivrance != nil { add("appel", "identifiant") }
    for ligne in cheminement.lignes where ligne.etat.estAttendu {
      if ligne.etape.donne.contains(.renouvele) { add("appel", "a-renouveler") }
      if ligne.etape.chaqueMois != nil, ligne.etape.genre == .envoi {
        add("appel", "rapport-attendu")
      }
    }
  }
}

extension Cheminement.Etat {
  /// Whether somebody waits for it now.
  fileprivate var estAttendu: Bool {
    self == .enRetard || self == .prepare || self == .aPreparer
  }
}

extension Seance.Promesse.Suivi {
  fileprivate var dit: String {
    switch self {
    case .tenue: "tenue"
    case .enRetard: "en-retard"
    case .aVenir, .sansNouvelle: "ouverte"
    case .abandonnee: "abandonnee"
    }
  }
}

/// Which points the observations of a lineage name, in any image.
private struct PointsDesLignees {
  private let lignees: Lignees
  private var points: [String: Set<String>] = [:]

  init(_ images: [CercleDeQualite]) {
    lignees = Lignees(images)
    for observation in images.lazy.flatMap(\.observations) where !observation.points.isEmpty {
      points[lignees.racine(de: observation.id), default: []].formUnion(observation.points)
    }
  }

  subscript(observation: String) -> Set<String> { points[lignees.racine(de: observation)] ?? [] }
}

extension [Grille] {
  /// The last one about the structure itself, of each référentiel.
  fileprivate var dernieres: [Grille] {
    var last: [String: Grille] = [:]
    for grille in self where grille.sujet == nil {
      guard let referentiel = grille.referentiel else { continue }
      let met = last[referentiel]?.date ?? Day(number: 0)
      if last[referentiel] == nil || met <= grille.date ?? Day(number: 0) {
        last[referentiel] = grille
      }
    }
    return Array(last.values)
  }
}
