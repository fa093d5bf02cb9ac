/// How many things differ between two states of a démarche, for telling what came from elsewhere.
package struct Ecarts: Hashable, Sendable {
  package private(set) var observations = 0
  package private(set) var paliers = 0
  /// Indicators, their réalisés apart.
  package private(set) var indicateurs = 0
  package private(set) var realises = 0
  package private(set) var participants = 0
  /// Something that is none of these, the historique apart.
  package private(set) var hasOthers = false

  /// How many are counted.
  package var count: Int { observations + paliers + indicateurs + realises + participants }

  /// - Complexity: O(n); arrays that nobody touched compare in no time.
  package init(_ avant: Demarche, _ apres: Demarche) {
    if avant.cercles != apres.cercles {
      for (old, new) in pairs(avant.cercles, apres.cercles, by: \.id) where old != new {
        let (before, after) = (old?.observations ?? [], new?.observations ?? [])
        observations += Self.count(before, after, by: \.id)
        hasOthers = hasOthers || old?.emptied != new?.emptied
      }
    }
    if avant.schema != apres.schema { compare(avant.schema, apres.schema) }
    participants = Self.count(avant.participants, apres.participants, by: \.id)
    if count == 0, !hasOthers {
      var (before, after) = (avant, apres)
      before.historique = []
      after.historique = []
      hasOthers = before != after
    }
  }

  private mutating func compare(_ avant: SchemaDeProgres, _ apres: SchemaDeProgres) {
    var shifted = 0
    for (old, new) in pairs(avant.paliers, apres.paliers, by: \.id) where old != new {
      if old?.emptied.unranked != new?.emptied.unranked {
        paliers += 1
      } else if old?.rang != new?.rang {
        shifted += 1
      }
      let (before, after) = (old?.indicateurs ?? [], new?.indicateurs ?? [])
      for (old, new) in pairs(before, after, by: \.id) where old != new {
        if old?.emptied != new?.emptied { indicateurs += 1 }
        let all = Set((old?.realises.entries ?? []).map(\.mois))
          .union((new?.realises.entries ?? []).map(\.mois))
        realises += all.filter { old?.realises[$0] != new?.realises[$0] }.count
      }
    }
    // Those that only made room for another are not told beside it.
    if paliers == 0 { paliers = shifted }
  }

  private static func count<E: Equatable>(_ one: [E], _ two: [E], by id: (E) -> String) -> Int {
    one == two ? 0 : pairs(one, two, by: id).filter { $0 != $1 }.count
  }
}

/// The elements of two lists side by side, by id: those of the second in order, then the rest.
func pairs<E>(_ one: [E], _ two: [E], by id: (E) -> String) -> [(E?, E?)] {
  let earlier = Dictionary(one.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  let later = Set(two.map(id))
  return two.map { (earlier[id($0)], $0) }
    + one.filter { !later.contains(id($0)) }.map { ($0, nil) }
}

// Each without what is counted apart.
extension CercleDeQualite {
  fileprivate var emptied: CercleDeQualite {
    var image = self
    image.observations = []
    return image
  }
}

extension Palier {
  fileprivate var emptied: Palier {
    var palier = self
    palier.indicateurs = []
    return palier
  }

  /// Without what changes when another one comes or goes.
  var unranked: Palier {
    var palier = self
    palier.rang = nil
    return palier
  }
}

extension Indicateur {
  fileprivate var emptied: Indicateur {
    var indicateur = self
    indicateur.realises = Indicateur().realises
    return indicateur
  }
}
