/// What was handed out of a territory, and what may be handed out beside it.
package struct Restitutions: Sendable {
  /// Why nothing may be handed out of some structures.
  package enum Refus: Error, Hashable, Sendable {
    case tropPeu(Synthese.TropPeu)
    /// So many structures alone tell the perimeter from one of before (R1): a difference would show
    /// them.
    case difference(Int, avec: Day?)
    /// What was handed out of some of these structures was read otherwise: a theme less its points is
    /// somebody.
    case autreNiveau(Territoire.Par, du: Day?)
    /// So many are kept in mind; only their perimeters may be used again.
    case tropDeRestitutions(Int)
  }

  /// As many as are kept in mind.
  package static let most = 20
  /// Of all that no answer names: it says nothing, where usually it says « fewer than ».
  package static let sinon = "sinon"

  private let anciennes: [Territoire.Restitution]

  package init(_ anciennes: [Territoire.Restitution]) { self.anciennes = anciennes }

  /// Answers of some structures, by what was handed out before and by how many of them say each thing.
  package func rendre(
    de structures: Set<String>, seuil: Int, par: Territoire.Par, _ comptes: [String: Int]
  ) throws(Refus) -> Reponses {
    let seuil = max(seuil, Territoire.seuilUsuel)
    let count = structures.count
    guard Silence.permet(count, seuil: seuil) else {
      throw .tropPeu(.init(structures: count, ilEnFaut: seuil + 1))
    }
    try check(structures, seuil, par)
    let atomes = Atomes(anciennes.map { Set($0.structures) } + [structures], seuil: seuil)
    // R2: beside another perimeter that it crosses, a number would be subtracted.
    let isAlone = anciennes.allSatisfy {
      Set($0.structures) == structures || structures.isDisjoint(with: $0.structures)
    }
    let possibles = Self.possibles(sur: count, seuil: seuil, nombres: isAlone)
    let named = Set(anciennes.flatMap { ($0.reponses?.parCle ?? [:]).keys })
    var reponses = Reponses()
    // What nobody was ever told of is all alike: it is said or not said together.
    let saysOthers = atomes.permet(dits(nil), possibles)
    if !saysOthers { reponses.parCle[Self.sinon] = .mot(.nonDit) }
    for key in named.union(comptes.keys) where key != Self.sinon {
      let isNamed = named.contains(key)
      if !isNamed, !saysOthers { continue }
      guard !isNamed || atomes.permet(dits(key), possibles) else {
        reponses.parCle[key] = .mot(.nonDit)
        continue
      }
      reponses.parCle[key] = Self.reponse(
        comptes[key] ?? 0, sur: count, seuil: seuil, nombres: isAlone)
    }
    return reponses
  }

  private func check(
    _ structures: Set<String>, _ seuil: Int, _ par: Territoire.Par
  ) throws(Refus) {
    for one in anciennes {
      let theirs = Set(one.structures)
      guard !theirs.isDisjoint(with: structures) else { continue }
      if let other = one.par, other != par { throw .autreNiveau(other, du: one.le) }
      // The classes that only these two tell apart, with the others' below.
      for part in [theirs.subtracting(structures), structures.subtracting(theirs)]
      where !part.isEmpty && part.count < seuil {
        throw .difference(part.count, avec: one.le)
      }
    }
    let perimeters = anciennes.map { Set($0.structures) }
    if anciennes.count >= Self.most, !perimeters.contains(structures) {
      throw .tropDeRestitutions(anciennes.count)
    }
    if let small = Atomes(perimeters + [structures], seuil: seuil).tropPetits.min() {
      throw .difference(small, avec: anciennes.last?.le)
    }
  }

  /// What was said of a cell each time; of one that was never named with nil.
  private func dits(_ key: String?) -> [ClosedRange<Int>] {
    var wasNamed = false
    return anciennes.map { one in
      let told = one.reponses?.parCle ?? [:]
      var reponse = key.flatMap { told[$0] }
      if reponse != nil { wasNamed = true }
      // What was not named then may have been silence.
      if reponse == nil, !wasNamed, told[Self.sinon] != nil { reponse = .mot(.nonDit) }
      return Atomes.bornes(
        reponse, sur: one.structures.count, seuil: one.seuil ?? Territoire.seuilUsuel)
    }
  }

  /// The answer to so many; nil for fewer than the least number.
  private static func reponse(
    _ nombre: Int, sur structures: Int, seuil: Int, nombres: Bool
  ) -> Reponses.Reponse? {
    guard let mot = Silence.mot(nombre, sur: structures, seuil: seuil) else { return nil }
    guard mot == .entreLesDeux, nombres else { return .mot(mot) }
    return .nombre(Silence.nombre(nombre, sur: structures))
  }

  /// What every answer that could stand would say.
  private static func possibles(
    sur structures: Int, seuil: Int, nombres: Bool
  ) -> [ClosedRange<Int>] {
    var answers: [Reponses.Reponse?] = []
    for nombre in 0...structures {
      let one = reponse(nombre, sur: structures, seuil: seuil, nombres: nombres)
      if answers.last != one || answers.isEmpty { answers.append(one) }
    }
    return answers.map { Atomes.bornes($0, sur: structures, seuil: seuil) }
  }
}
