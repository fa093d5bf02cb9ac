/// A thing of the démarche that leads to others: the links of the method's chain.
package enum Maillon: Hashable, Sendable {
  /// A point of a référentiel, `referentiel:code`.
  case point(String)
  /// By their ids.
  case observation(String)
  case palier(String)
  case indicateur(String)
  /// A cell of the tableau: an indicator in the period of a month.
  case cellule(indicateur: String, mois: Int)
  /// What the yearly report says of such a cell.
  case ligne(indicateur: String, mois: Int)
}

/// What is before and after one thing in the chain: grid point, observation, palier, indicator, cell,
/// line of the report.
///
/// Nothing is typed twice: each thing knows where it came from, and what came of it.
package struct Chaine: Hashable, Sendable {
  /// A link, so many steps away.
  package struct Pas: Hashable, Sendable {
    /// What stands there.
    package let maillon: Maillon
    /// 1 for what is next to it.
    package let distance: Int
  }

  /// From the farthest to the nearest, so that the chain reads downwards.
  package private(set) var avant: [Pas] = []
  /// Each followed by what came of it.
  package private(set) var apres: [Pas] = []

  /// - Complexity: O(observations + paliers + cells of the indicators met).
  package init(de maillon: Maillon, _ context: Contexte) {
    var met: Set<Maillon> = [maillon]
    var steps: [Pas] = []
    Self.collect(maillon, 1, context.avant, &met, &steps)
    avant = steps.reversed()
    met = [maillon]
    Self.collect(maillon, 1, context.apres, &met, &apres)
  }

  /// Each thing once, where it is first met.
  private static func collect(
    _ maillon: Maillon, _ distance: Int, _ next: (Maillon) -> [Maillon],
    _ met: inout Set<Maillon>, _ steps: inout [Pas]
  ) {
    for found in next(maillon) where met.insert(found).inserted {
      steps.append(Pas(maillon: found, distance: distance))
      collect(found, distance + 1, next, &met, &steps)
    }
  }

  /// What the chain is looked up in.
  package struct Contexte {
    let demarche: Demarche
    let avancement: Avancement
    let lignees: Lignees
    /// The image whose observations stand for their lineages, where it has them.
    let image: CercleDeQualite?
    /// By a point, the earlier codes that it is known by too.
    let anciens: [String: [String]]

    package init(
      _ demarche: Demarche, _ avancement: Avancement, _ lignees: Lignees,
      image: CercleDeQualite?, anciens: [String: [String]] = [:]
    ) {
      self.demarche = demarche
      self.avancement = avancement
      self.lignees = lignees
      self.image = image
      self.anciens = anciens
    }

    fileprivate func avant(_ maillon: Maillon) -> [Maillon] {
      switch maillon {
      case .point: []
      case .observation(let id): points(deObservation: id).map(Maillon.point)
      case .palier(let id):
        demarche.schema.paliers.first { $0.id == id }?.observations
          .map { .observation(shown($0)) }.reversed() ?? []
      case .indicateur(let id):
        demarche.lieu(deIndicateur: id).map { [.palier(demarche.schema.paliers[$0.palier].id)] }
          ?? []
      case .cellule(let indicateur, _): [.indicateur(indicateur)]
      case .ligne(let indicateur, let mois): [.cellule(indicateur: indicateur, mois: mois)]
      }
    }

    fileprivate func apres(_ maillon: Maillon) -> [Maillon] {
      switch maillon {
      case .point(let point): observations(dePoint: point).map(Maillon.observation)
      case .observation(let id):
        demarche.schema.paliers.filter { palier in
          palier.observations.contains { lignees.racine(de: $0) == lignees.racine(de: id) }
        }.map { .palier($0.id) }
      case .palier(let id):
        demarche.schema.paliers.first { $0.id == id }?.indicateurs.map { .indicateur($0.id) } ?? []
      case .indicateur(let id):
        cells(of: id).map { .cellule(indicateur: id, mois: $0) }
      case .cellule(let id, let mois):
        suivi(id)?.rubrique(a: mois) == nil
          ? [] : [.ligne(indicateur: id, mois: mois)]
      case .ligne: []
      }
    }

    private func suivi(_ id: String) -> Avancement.ParIndicateur? {
      avancement.axes.lazy.flatMap(\.paliers).flatMap(\.indicateurs)
        .first { $0.indicateur.id == id }
    }

    /// The months where something is expected of an indicator, or was achieved.
    private func cells(of id: String) -> [Int] {
      (suivi(id)?.cases ?? [])
        .filter { $0.objectif != nil || $0.realise != nil }.map(\.periode.mois)
    }

    /// The images, the one that stands for the others first, then the newest.
    private var images: [CercleDeQualite] {
      let others = demarche.imagesParDate.reversed().map { demarche.cercles[$0] }
      return (image.map { [$0] } ?? []) + others.filter { $0.id != image?.id }
    }

    /// Those that say they come of the point, each lineage once.
    private func observations(dePoint point: String) -> [String] {
      let codes = Set([point] + (anciens[point] ?? []))
      var roots: Set<String> = []
      return images.flatMap(\.observations)
        .filter { !codes.isDisjoint(with: $0.points) }
        .map(\.id).filter { roots.insert(lignees.racine(de: $0)).inserted }
    }

    private func points(deObservation id: String) -> [String] {
      demarche.lieu(deObservation: id).map {
        demarche.cercles[$0.cercle].observations[$0.index].points.reversed()
      } ?? []
    }

    /// The observation of the image that continues one, or that it continues; else itself.
    private func shown(_ id: String) -> String {
      let root = lignees.racine(de: id)
      return image?.observations.first { lignees.racine(de: $0.id) == root }?.id ?? id
    }
  }
}
