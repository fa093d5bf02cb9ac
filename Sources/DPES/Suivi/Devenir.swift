/// What became of each thing said around the table (R12): its palier, its result, or the answer.
///
/// One line a lineage: an observation that later images take up again is one word.
package struct Devenir: Hashable, Sendable {
  /// In the order in which people are told.
  package enum Sort: String, CaseIterable, Hashable, Sendable {
    case fait, perduOuEnRetard, enRoute, repondu, sansReponse, garde

    /// The heading over those that have it.
    package var titre: String {
      switch self {
      case .fait: "C’est fait"
      case .perduOuEnRetard: "C’est perdu, ou en retard"
      case .enRoute: "C’est en route"
      case .repondu: "Nous avons répondu sans en faire un palier, ou mis de côté"
      case .sansReponse: "Nous n’avons pas encore répondu"
      case .garde: "Vous l’aimez, on le garde"
      }
    }

    /// The same under a number.
    package var motCourt: String {
      switch self {
      case .fait: "c’est fait"
      case .perduOuEnRetard: "perdu ou en retard"
      case .enRoute: "c’est en route"
      case .repondu: "réponse, ou mis de côté"
      case .sansReponse: "pas encore de réponse"
      case .garde: "on le garde"
      }
    }
  }

  /// A palier that answers.
  package struct Reponse: Hashable, Sendable {
    /// The axis of the palier.
    package let axe: Axe
    /// The palier’s position on its axis, from 1.
    package let rang: Int
    /// The palier's id.
    package let palier: String
    /// The palier’s title.
    package let intitule: String
    /// How the palier stands on the day.
    package let etat: Avancement.ParPalier.Etat
    /// Held, or lost, since then; for the others the deadline.
    package let jour: Day?
    /// The indicators' ids, whose proofs show it.
    package let indicateurs: [String]
  }

  /// As it was said first.
  package let premiere: Observation
  /// As the last image has it, or the last that has it.
  package let derniere: Observation
  /// Whether it was said for the first time in the last image, and there was one before.
  package let estNeuve: Bool
  /// Whether the last image has it no more.
  package let estClose: Bool
  /// The paliers that any observation of the lineage is linked to.
  package let reponses: [Reponse]
  /// The last answer without a palier.
  package let retour: Retour?
  /// Where it stands among what became of the others.
  package let sort: Sort

  /// Every lineage, as its number stands.
  ///
  /// `cercles` are those that say how lineages go on, where the démarche holds fewer: what is answered of a
  /// later image answers what was said in this one.
  ///
  /// - Complexity: O(observations + links + retours)
  package static func devenirs(
    _ demarche: Demarche, _ avancement: Avancement, lignees cercles: [CercleDeQualite]? = nil
  ) -> [Devenir] {
    let images = demarche.imagesParDate.map { demarche.cercles[$0] }
    let lineages = Lignees(cercles ?? demarche.cercles)
    var order: [String] = []
    var said: [String: (first: Observation, last: Observation, image: Int, from: Int)] = [:]
    for (place, image) in images.enumerated() {
      for observation in image.observations {
        let root = lineages.racine(de: observation.id)
        if let known = said[root] {
          said[root] = (known.first, observation, place, known.from)
        } else {
          order.append(root)
          said[root] = (observation, observation, place, place)
        }
      }
    }
    let answers = reponses(avancement, lineages)
    var retours: [String: Retour] = [:]
    for one in demarche.retours.ordered(by: { $0.date?.number ?? 0 }) {
      if let id = one.observation { retours[lineages.racine(de: id)] = one }
    }
    return order.compactMap { root in
      guard let known = said[root] else { return nil }
      return Devenir(
        premiere: known.first, derniere: known.last,
        estNeuve: images.count > 1 && known.from == images.count - 1,
        estClose: known.image < images.count - 1, reponses: answers[root] ?? [],
        retour: retours[root])
    }
  }

  private init(
    premiere: Observation, derniere: Observation, estNeuve: Bool, estClose: Bool,
    reponses: [Reponse], retour: Retour?
  ) {
    (self.premiere, self.derniere) = (premiere, derniere)
    (self.estNeuve, self.estClose) = (estNeuve, estClose)
    (self.reponses, self.retour) = (reponses, retour)
    // A palier that is sans objet is an answer, and nothing that is on its way.
    let vivantes = reponses.filter { $0.etat != .sansObjet }
    sort =
      if reponses.contains(where: { $0.etat == .perdu || $0.etat == .enRetard }) {
        .perduOuEnRetard
      } else if vivantes.contains(where: { $0.etat != .tenu }) {
        .enRoute
      } else if !vivantes.isEmpty {
        .fait
      } else if retour != nil || !reponses.isEmpty {
        .repondu
      } else {
        derniere.statut == .vert ? .garde : .sansReponse
      }
  }

  /// By lineage.
  private static func reponses(
    _ avancement: Avancement, _ lineages: Lignees
  ) -> [String: [Reponse]] {
    var found: [String: [Reponse]] = [:]
    for axe in avancement.axes {
      for palier in axe.paliers {
        let answer = Reponse(
          axe: axe.axe, rang: palier.rang, palier: palier.palier.id,
          intitule: palier.palier.intitule, etat: palier.etat,
          jour: day(of: palier, avancement), indicateurs: palier.indicateurs.map(\.indicateur.id))
        for root in Set(palier.palier.observations.map(lineages.racine)) {
          found[root, default: []].append(answer)
        }
      }
    }
    return found
  }

  private static func day(of palier: Avancement.ParPalier, _ avancement: Avancement) -> Day? {
    switch palier.etat {
    case .tenu:
      palier.palier.atteintLe
        ?? palier.indicateurs.compactMap { $0.tenuDepuis?.realise?.date }.max()
    case .perdu: palier.indicateurs.compactMap { $0.perte?.value.date }.max()
    default: palier.palier.echeanceMois.flatMap { Periode.jour($0, depuis: avancement.debut) }
    }
  }
}
