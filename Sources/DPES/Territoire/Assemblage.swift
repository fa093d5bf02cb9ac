/// The lines of many structures of one day, united: of each the furthest state.
///
/// Uniting is a maximum beside two sets that grow: in any order and grouping, twice or more often,
/// the same comes out.
package struct Assemblage: Sendable {
  package let jour: Day
  /// The facts that were met, and where each is among them: a structure keeps numbers.
  private var table: [String] = []
  private var places: [String: UInt32] = [:]
  private var structures: [String: Etat] = [:]

  private struct Etat {
    var avance: LigneDeFaits.Avance
    var noms: [String]
    var quoi: Transmission.Quoi?
    var aussi: [String]
    /// In the order of their texts.
    var faits: [UInt32]
    var textes: [TexteDonne]
  }

  /// A line is of another day: facts of two days are not counted together.
  package struct AutreJour: Error, Hashable {
    package let jour: Day
  }

  package init(le jour: Day) { self.jour = jour }

  package var nombre: Int { structures.count }

  /// Takes a line in.
  package mutating func unir(_ ligne: LigneDeFaits) throws(AutreJour) {
    guard ligne.jour == jour else { throw AutreJour(jour: ligne.jour) }
    guard let met = structures[ligne.id] else {
      structures[ligne.id] = etat(ligne)
      return
    }
    var kept = isFurther(ligne, than: met) ? etat(ligne) : met
    kept.noms = Self.union(met.noms, ligne.noms)
    kept.aussi = Self.union(met.aussi, ligne.aussi)
    structures[ligne.id] = kept
  }

  /// The lines, by the bytes of their ids.
  package var lignes: some Sequence<LigneDeFaits> {
    structures.keys.sorted { $0.precedes($1) }.lazy.compactMap { id in
      structures[id].map { etat in
        LigneDeFaits(
          jour: jour, id: id, avance: etat.avance, noms: etat.noms, quoi: etat.quoi,
          aussi: etat.aussi, faits: etat.faits.map { table[Int($0)] }, textes: etat.textes)
      }
    }
  }

  private mutating func etat(_ ligne: LigneDeFaits) -> Etat {
    Etat(
      avance: ligne.avance, noms: ligne.noms, quoi: ligne.quoi, aussi: ligne.aussi,
      faits: ligne.faits.map { place(of: $0) }, textes: ligne.textes)
  }

  private mutating func place(of fait: String) -> UInt32 {
    if let place = places[fait] { return place }
    let place = UInt32(truncatingIfNeeded: table.count)
    table.append(fait)
    places[fait] = place
    return place
  }

  /// Whether a line comes after what is kept of the structure.
  ///
  /// Of one state read twice the one that says less does: a consent that somebody did not find is not
  /// given.
  private func isFurther(_ ligne: LigneDeFaits, than met: Etat) -> Bool {
    if ligne.avance != met.avance { return met.avance < ligne.avance }
    if ligne.quoi != met.quoi { return Self.reserve(met.quoi) < Self.reserve(ligne.quoi) }
    let known = met.faits.map { table[Int($0)] }
    if known.lexicographicallyPrecedes(ligne.faits, by: { $0.precedes($1) }) { return true }
    if ligne.faits.lexicographicallyPrecedes(known, by: { $0.precedes($1) }) { return false }
    return met.textes.lexicographicallyPrecedes(ligne.textes)
  }

  private static func reserve(_ quoi: Transmission.Quoi?) -> Int {
    switch quoi {
    case .textes: 0
    case .comptes: 1
    case nil: 2
    }
  }

  private static func union(_ one: [String], _ two: [String]) -> [String] {
    one == two ? one : Set(one).union(two).sorted { $0.precedes($1) }
  }
}

// Once all are united.
extension Assemblage {
  /// A structure that takes part.
  package struct Participante: Hashable, Sendable {
    package let id: String
    /// The ids that it is known by beside its own.
    package let aussi: [String]
    package let quoi: Transmission.Quoi?
    package let noms: Int
  }

  /// The structures, an extract and its whole file one of them, by their ids; without those left out.
  package func participantes(sauf ecartees: Set<String> = []) -> [Participante] {
    let whole = Set(
      structures.lazy.filter { !$1.aussi.contains($0) }.flatMap(\.value.aussi))
    return structures.keys.sorted { $0.precedes($1) }.compactMap { id in
      guard let etat = structures[id] else { return nil }
      // What was handed over of a file that is here too.
      if etat.aussi.contains(id), whole.contains(id) { return nil }
      let isLeftOut = ecartees.contains(id) || etat.aussi.contains(where: ecartees.contains)
      return isLeftOut
        ? nil
        : Participante(id: id, aussi: etat.aussi, quoi: etat.quoi, noms: etat.noms.count)
    }
  }

  /// What a structure gave to be read; the whole file is here beside what was handed over, or one of
  /// them alone.
  private func textes(_ one: Participante) -> [TexteDonne] {
    guard one.quoi == .textes else { return [] }
    return Set([one.id] + one.aussi).sorted { $0.precedes($1) }.flatMap {
      structures[$0]?.textes ?? []
    }
  }

  /// Of how many structures something is said, whatever the facts and texts by which each says it;
  /// `cles` is what a fact says, `textes` what a text says.
  ///
  /// - Complexity: O(different facts + facts + length of the texts).
  package func comptes<Cle: Hashable>(
    _ participantes: [Participante], _ cles: (Fait) -> [Cle],
    textes said: ((TexteDonne) -> [Cle])? = nil
  ) -> [Cle: Int] {
    var known: [Cle: Int] = [:]
    var keys: [[Int]] = []
    keys.reserveCapacity(table.count)
    for text in table {
      var numbers: [Int] = []
      for cle in Fait(ecrit: text).map(cles) ?? [] {
        let number = known[cle] ?? known.count
        known[cle] = number
        numbers.append(number)
      }
      keys.append(numbers)
    }
    // By the structures' places, since texts are each structure's own.
    var written: [[Int]] = []
    for one in participantes {
      var numbers: [Int] = []
      for cle in said.map({ textes(one).flatMap($0) }) ?? [] {
        let number = known[cle] ?? known.count
        known[cle] = number
        numbers.append(number)
      }
      written.append(numbers)
    }
    var counts = [Int](repeating: 0, count: known.count)
    var lastBy = [Int](repeating: -1, count: known.count)
    for (number, one) in participantes.enumerated() where one.quoi != nil {
      let facts = (structures[one.id]?.faits ?? []).map { keys[Int($0)] }
      for cles in facts + [written[number]] {
        for cle in cles where lastBy[cle] != number {
          lastBy[cle] = number
          counts[cle] += 1
        }
      }
    }
    return known.mapValues { counts[$0] }.filter { $0.value > 0 }
  }
}
