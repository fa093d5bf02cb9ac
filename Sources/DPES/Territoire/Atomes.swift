/// What outsiders know of a cell from the syntheses that were handed out, and what another one may
/// add to it.
///
/// An atom is a class of structures that the perimeters tell apart: whatever is known of a perimeter is
/// a bound on the sum of its atoms. Everything here is public, so that a silence tells nothing.
package struct Atomes: Sendable {
  /// The sizes of the atoms.
  package let tailles: [Int]
  /// Of each perimeter, the older first and the new one last, which atoms are in it.
  private let perimetres: [[Int]]
  private let seuil: Int

  /// Of the ids of the structures of the older syntheses, and last of the new one.
  package init(_ perimetres: [Set<String>], seuil: Int) {
    self.seuil = seuil
    var classes: [[Bool]: Int] = [:]
    for id in perimetres.reduce(into: Set<String>(), { $0.formUnion($1) }) {
      classes[perimetres.map { $0.contains(id) }, default: 0] += 1
    }
    let atoms = classes.sorted {
      $0.key.lexicographicallyPrecedes($1.key) { $0 && !$1 }
    }
    tailles = atoms.map(\.value)
    self.perimetres = perimetres.indices.map { place in
      atoms.indices.filter { atoms[$0].key[place] }
    }
  }

  /// The atoms that the new perimeter would tell apart and that are too small (R1): a difference would
  /// show them.
  package var tropPetits: [Int] { tailles.filter { $0 < seuil } }

  /// What an answer says of how many, in a perimeter of so many structures.
  package static func bornes(
    _ reponse: Reponses.Reponse?, sur structures: Int, seuil: Int
  ) -> ClosedRange<Int> {
    switch reponse {
    case nil: 0...min(seuil - 1, structures)
    case .mot(.presqueToutes): min(structures, max(seuil, structures - seuil + 1))...structures
    case .mot(.entreLesDeux):
      seuil <= structures - seuil ? seuil...(structures - seuil) : 0...structures
    case .mot(.nonDit): 0...structures
    case .nombre(let nombre) where structures >= Silence.arrondi:
      max(0, nombre - 2)...max(0, min(structures, nombre + 2))
    case .nombre(let nombre): nombre...nombre
    }
  }

  /// Whether the new perimeter may be answered of in a cell, whatever the answer (R3).
  ///
  /// `dits` is what the older syntheses say of it, `possibles` every answer that could stand in the new
  /// one, as bounds.
  package func permet(_ dits: [ClosedRange<Int>], _ possibles: [ClosedRange<Int>]) -> Bool {
    possibles.allSatisfy { answer in
      // Where things changed since, the oldest answer is the first that is no longer true.
      for dropped in 0...dits.count {
        guard let counts = propagees(Array(dits[dropped...]) + [answer], depuis: dropped) else {
          continue
        }
        return !zip(counts, tailles).contains { known, size in
          known.lowerBound == known.upperBound
            && (known.lowerBound < seuil || known.lowerBound > size - seuil)
        }
      }
      // No truth gives this answer.
      return true
    }
  }

  /// The least and the most that each atom says, once each bound is taken into account; nil where no
  /// counts fit.
  private func propagees(
    _ bornes: [ClosedRange<Int>], depuis first: Int
  ) -> [ClosedRange<Int>]? {
    var (least, most) = (tailles.map { _ in 0 }, tailles)
    var changes = true
    while changes {
      changes = false
      for (bounds, atoms) in zip(bornes, perimetres[first...]) {
        let sums = (
          least: atoms.reduce(0) { $0 + least[$1] }, most: atoms.reduce(0) { $0 + most[$1] }
        )
        for atom in atoms {
          let low = bounds.lowerBound - (sums.most - most[atom])
          let high = bounds.upperBound - (sums.least - least[atom])
          if low > most[atom] || high < least[atom] { return nil }
          // The sums are those from before: what narrows now is seen the next time.
          if low > least[atom] { (least[atom], changes) = (low, true) }
          if high < most[atom] { (most[atom], changes) = (high, true) }
          if least[atom] > most[atom] { return nil }
        }
        if atoms.isEmpty, !bounds.contains(0) { return nil }
      }
    }
    return zip(least, most).map { $0...$1 }
  }
}
