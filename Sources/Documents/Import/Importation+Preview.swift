import DPES

extension Importation {
  /// What rows add and change, as people count it.
  package enum Thing: Hashable, Sendable {
    case observation, personne, palier, indicateur, realise
  }

  /// How much of one thing is new, and how much is changed.
  package struct Count: Hashable, Sendable {
    package let name: String
    package let thing: Thing
    package let new: Int
    package let changed: Int
  }

  /// What is new and what changes on each axis, and of each statut, as the method names them; of
  /// participants by collège.
  ///
  /// - Complexity: O(what there is of that kind).
  package var counts: [Count] {
    switch kind {
    case .observations:
      let all = demarche.imageOuverte.map { demarche.cercles[$0].observations.filter(isTold) } ?? []
      return Axe.allCases.map { axe in
        count(axe.nomCourt, .observation, all.lazy.filter { $0.axe == axe }.map(\.id))
      }.filter(\.says)
        + [count("À placer", .observation, all.lazy.filter { $0.axe == nil }.map(\.id))]
        .filter(\.says)
        + Statut.allCases.map { statut in
          count(statut.mot, .observation, all.lazy.filter { $0.statut == statut }.map(\.id))
        }.filter(\.says)
    case .indicateurs:
      return Axe.allCases.flatMap { axe in
        let paliers = demarche.schema.paliers(de: axe)
        return [
          count(axe.nomCourt, .palier, paliers.map(\.id)),
          count(axe.nomCourt, .indicateur, paliers.flatMap(\.indicateurs).map(\.id)),
        ]
      }.filter(\.says)
    case .participants:
      return ([nil] + College.allCases).map { college in
        count(
          college?.nom ?? "Sans collège", .personne,
          demarche.participants.filter { $0.college == college }.map(\.id))
      }.filter(\.says)
    case .realises: return realiseCounts
    }
  }

  private var realiseCounts: [Count] {
    var ids: [Realise.Statut?: [String]] = [:]
    for indicateur in demarche.schema.paliers.flatMap(\.indicateurs) {
      for entry in indicateur.realises.entries {
        ids[entry.value.statut, default: []].append("\(indicateur.id)/\(entry.mois)")
      }
    }
    return ([nil] + Realise.Statut.allCases).map { statut in
      count(statut?.mot ?? "Sans statut", .realise, ids[statut] ?? [])
    }.filter(\.says)
  }

  private func count(_ name: String, _ thing: Thing, _ ids: some Sequence<String>) -> Count {
    var (added, changed) = (0, 0)
    for id in ids {
      if new.contains(id) { added += 1 } else if touched.contains(id) { changed += 1 }
    }
    return Count(name: name, thing: thing, new: added, changed: changed)
  }

  private func isTold(_ observation: Observation) -> Bool {
    new.contains(observation.id) || touched.contains(observation.id)
  }

  /// Texts of what was added, the first rows' first.
  package var samples: [String] {
    let texts: [String]
    switch kind {
    case .observations:
      let all = demarche.imageOuverte.map { demarche.cercles[$0].observations } ?? []
      texts = all.lazy.filter { new.contains($0.id) }.prefix(3).map(\.texte)
    case .participants:
      texts = demarche.participants.filter { new.contains($0.id) }.prefix(3).map {
        [$0.initiales ?? $0.nom, $0.college?.nom, $0.organisme].compactMap(\.self).joined(
          separator: ", ")
      }
    case .indicateurs: texts = newPaliers
    case .realises: texts = []
    }
    return texts
  }

  /// The first new paliers, each with what proves it.
  private var newPaliers: [String] {
    demarche.schema.paliers.lazy.filter { new.contains($0.id) }.prefix(3).map { palier in
      let month = palier.echeanceMois.map { ", mois\u{A0}\($0)" } ?? ""
      let proofs = palier.indicateurs.map(\.intitule).joined(separator: "\u{A0}; ")
      return palier.intitule + month + (proofs.isEmpty ? "" : "\u{A0}: \(proofs)")
    }
  }
}

extension Importation.Notice {
  /// Whether it may mean that something comes in otherwise than somebody thinks: it is told first.
  package var isToBeSeen: Bool {
    switch self {
    case .otherAxis, .absent, .absentIndicateurs, .near, .resembles, .sameInitials, .deadlines,
      .percentAsNumber, .textForNumber, .shareAsPercent, .severalPeople, .renumbered, .references,
      .leftOut,
      .initialsOfNames, .likeHere, .above, .mended, .bareTitles, .unnamedIndicateurs,
      .collegeTitles, .joinedLines, .unusedRows, .unusedColumns, .ditto, .sameName, .signLeft,
      .maybeThousands, .noStatut,
      .unusedMeaning, .idleMeaning, .refusedMeaning:
      true
    case .source(.uncalculated), .source(.hidden): true
    default: false
    }
  }
}

extension Importation.Count {
  fileprivate var says: Bool { new + changed > 0 }
}
