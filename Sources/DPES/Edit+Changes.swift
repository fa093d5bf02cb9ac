extension Edit {
  /// One thing that an edit changed, as a screen shows it.
  package enum Change: Hashable, Sendable {
    /// An observation added, removed or changed, in an image.
    case observation(String, cercle: String)
    /// An image added, removed, or changed in what is no observation: frozen, dated.
    case image(String)
    /// A vote, in an image.
    case scrutin(String, cercle: String)
    /// An answer, by its point, in a grille.
    case reponse(String, grille: String)
    case grille(String)
    /// A sheet of a tool: its title, what it is about.
    case ficheOutil(String)
    /// When the schéma starts, and the months of its profiles.
    case depart
    case palier(String)
    /// An indicator, its réalisés apart, and the first period whose objectif changed.
    case indicateur(String, mois: Int?)
    case realise(String, mois: Int)
    case participant(String)
    case seance(String)
    /// A promise, in a séance.
    case promesse(String)
    /// One of the forms of the état des lieux.
    case fiche(Fiche)
    case exercice(String)
    /// One who pays, in a financial year.
    case financeur(String, exercice: String)
    /// What there was on a day.
    case tresorerie(String)
    case acteur(String)
    /// What ties two acteurs.
    case relation(String)
    /// The map of a day.
    case carte(String)
    /// A box of the profil stratégique.
    case boite(ProfilStrategique.Cle)
    /// A note de capitalisation.
    case note(String)
    /// An entry of the dossier Ressources.
    case ressource(String)
    /// A period closed, by its month.
    case cloture(Int)
    /// One time of an étape of a cycle.
    case passage(String)
    /// A cycle that is followed, or no more.
    case cycle(String)
    /// What was answered to an observation.
    case retour(String)
    /// What was handed over to a receiver.
    case transmission(String)
    /// The structures that are read together, and what was told of them.
    case territoire

    /// The id that the historique names, with the period after `/` for a cell; nil for what has none.
    package var objet: String? {
      switch self {
      case .fiche, .boite, .depart, .territoire: nil
      case .cloture(let mois): "\(mois)"
      case .exercice(let id), .financeur(_, let id), .tresorerie(let id), .acteur(let id),
        .relation(let id), .carte(let id), .note(let id), .ressource(let id), .passage(let id),
        .cycle(let id), .retour(let id), .transmission(let id):
        id
      case .image(let id), .scrutin(let id, _), .grille(let id), .reponse(_, let id),
        .ficheOutil(let id):
        id
      case .observation(let id, _), .palier(let id), .indicateur(let id, nil),
        .participant(let id), .seance(let id), .promesse(let id):
        id
      case .indicateur(let id, let mois?), .realise(let id, let mois): "\(id)/\(mois)"
      }
    }
  }

  /// All that it changed and a screen shows; first what a person would call it by.
  ///
  /// - Complexity: O(what changed).
  package var changes: [Change] {
    // A journée comes with its séance.
    var changes = imageChanges + palierChanges + cycleChanges + seanceChanges
    if before.schema.depart != after.schema.depart { changes.append(.depart) }
    changes += ids(of: \.participants, \.id).map(Change.participant)
    changes += ficheChanges
    changes += ids(of: \.notes, \.id).map(Change.note)
    changes += ids(of: \.ressources, \.id).map(Change.ressource)
    changes += ids(of: \.retours, \.id).map(Change.retour)
    changes += ids(of: \.transmissions, \.id).map(Change.transmission)
    if before.territoire != after.territoire { changes.append(.territoire) }
    changes += ids(of: \.fiches, \.id).map(Change.ficheOutil)
    return changes + closings + grilleChanges
  }

  private func ids<E: Equatable>(of list: KeyPath<Demarche, [E]>, _ id: (E) -> String) -> [String] {
    differing(before[keyPath: list], after[keyPath: list], by: id).compactMap { $1 ?? $0 }.map(id)
  }

  private var imageChanges: [Change] {
    differing(before.cercles, after.cercles, by: \.id).flatMap { old, new -> [Change] in
      guard let image = new ?? old else { return [] }
      let (earlier, later) = (old?.observations ?? [], new?.observations ?? [])
      let observations = differing(earlier, later, by: \.id).compactMap { $1 ?? $0 }
      let votes = differing(old?.scrutins ?? [], new?.scrutins ?? [], by: \.id)
      var inside = observations.map { Change.observation($0.id, cercle: image.id) }
      inside += votes.compactMap { $1 ?? $0 }.map { Change.scrutin($0.id, cercle: image.id) }
      // One that continues another comes and goes as a whole.
      if old == nil || new == nil, image.observations.allSatisfy({ $0.origine != nil }) {
        return [.image(image.id)] + inside
      }
      return old?.emptied != new?.emptied || inside.isEmpty ? inside + [.image(image.id)] : inside
    }
  }

  private var palierChanges: [Change] {
    let all = differing(before.schema.paliers, after.schema.paliers, by: \.id)
    // Those that only made room for another are not told beside it.
    let told = all.filter { $0?.unranked != $1?.unranked }
    return (told.isEmpty ? all : told).flatMap { old, new in
      let inside = differing(old?.indicateurs ?? [], new?.indicateurs ?? [], by: \.id)
        .flatMap(Self.indicateurChanges)
      let whole =
        old?.emptied != new?.emptied || inside.isEmpty
        ? [Change.palier((new ?? old)?.id ?? "")] : []
      let isSame = old?.echeanceMois == new?.echeanceMois && old?.intitule == new?.intitule
      return isSame ? inside + whole : whole + inside
    }
  }

  private static func indicateurChanges(_ old: Indicateur?, _ new: Indicateur?) -> [Change] {
    let id = (new ?? old)?.id ?? ""
    func months<V>(_ periods: KeyPath<Indicateur, ByPeriod<V>>) -> [Int] {
      differing(
        new?[keyPath: periods].entries ?? [], old?[keyPath: periods].entries ?? [],
        by: { String($0.mois) }
      ).compactMap { ($1 ?? $0)?.mois }
    }
    let realises = months(\.realises).map { Change.realise(id, mois: $0) }
    let isSame = old?.emptied == new?.emptied && !realises.isEmpty
    return isSame ? realises : realises + [.indicateur(id, mois: months(\.objectifs).first)]
  }

  private var seanceChanges: [Change] {
    differing(before.seances, after.seances, by: \.id).flatMap { old, new -> [Change] in
      guard let old, let new, old.date == new.date else {
        return [.seance((new ?? old)?.id ?? "")]
      }
      let promises = differing(old.promesses, new.promesses, by: \.id)
      return promises.isEmpty
        ? [.seance(new.id)] : promises.compactMap { $1 ?? $0 }.map { .promesse($0.id) }
    }
  }

  private var cycleChanges: [Change] {
    let lists = differing(before.cycles, after.cycles, by: \.id)
    let passages = lists.flatMap { old, new in
      differing(old?.passages ?? [], new?.passages ?? [], by: \.id).compactMap { $1 ?? $0 }
    }
    // The day of an older file became a passage, or is one again.
    let isMoved = before.identifiant != after.identifiant
    let own = passages.map { Change.passage($0.id) }
    if !own.isEmpty { return isMoved ? own.reversed() : own }
    let cycles = lists.compactMap { $1 ?? $0 }.map { Change.cycle($0.id) }
    return cycles.isEmpty && isMoved ? [.cycle("identifiant")] : cycles
  }

  private var exerciceChanges: [Change] {
    differing(before.structure.exercices, after.structure.exercices, by: \.id).flatMap {
      old, new -> [Change] in
      let id = (new ?? old)?.id ?? ""
      guard let old, let new, old.with(\.financeurs, []) == new.with(\.financeurs, []) else {
        return [.exercice(id)]
      }
      return differing(old.financeurs, new.financeurs, by: \.id).compactMap { $1 ?? $0 }
        .map { .financeur($0.id, exercice: id) }
    }
  }

  private var ficheChanges: [Change] {
    let boxes = ProfilStrategique.Cle.allCases.filter {
      before.profilStrategique[$0] != after.profilStrategique[$0]
    }
    var changes = boxes.map(Change.boite)
    changes += ids(of: \.cartes, \.id).map(Change.carte)
    changes += ids(of: \.acteurs, \.id).map(Change.acteur)
    changes += ids(of: \.relations, \.id).map(Change.relation)
    changes += exerciceChanges
    changes += ids(of: \.structure.tresorerie, \.id).map(Change.tresorerie)
    if before.structure != after.structure { changes.append(.fiche(.identite)) }
    if before.candidature != after.candidature { changes.append(.fiche(.candidature)) }
    if before.charte != after.charte { changes.append(.fiche(.charte)) }
    if before.pilotage != after.pilotage { changes.append(.fiche(.pilotage)) }
    return changes
  }

  /// Periods are closed one after the other.
  private var closings: [Change] {
    let (one, two) = (before.periodesCloses, after.periodesCloses)
    let more = one.count > two.count ? one : two
    return more.dropFirst(min(one.count, two.count)).compactMap { $0.mois.map { .cloture($0) } }
  }

  private var grilleChanges: [Change] {
    differing(before.grilles, after.grilles, by: \.id).map { old, new in
      let id = (new ?? old)?.id ?? ""
      let answers = differing(old?.reponses ?? [], new?.reponses ?? [], by: { $0.point ?? "" })
      // Many at once were taken up, or taken back, together.
      let point = answers.count == 1 ? (answers[0].1 ?? answers[0].0)?.point : nil
      return point.map { .reponse($0, grille: id) } ?? .grille(id)
    }
  }
}

/// The elements of two lists that differ, side by side: those of the second in order, then the rest.
private func differing<E: Equatable>(
  _ one: [E], _ two: [E], by id: (E) -> String
) -> [(E?, E?)] {
  if one == two { return [] }
  let earlier = Dictionary(one.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  let later = Set(two.map(id))
  return two.map { (earlier[id($0)], $0) }.filter { $0 != $1 }
    + one.filter { !later.contains(id($0)) }.map { ($0, nil) }
}

// Each without what is told apart.
extension CercleDeQualite {
  fileprivate var emptied: CercleDeQualite { with(\.observations, []) }
}

extension Palier {
  /// Without what changes when another one comes or goes.
  fileprivate var unranked: Palier { with(\.rang, nil) }

  fileprivate var emptied: Palier { with(\.indicateurs, []) }
}

extension Indicateur {
  fileprivate var emptied: Indicateur { with(\.realises, ByPeriod()) }
}
