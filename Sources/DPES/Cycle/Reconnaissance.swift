/// What was decided of a structure until a day (R8).
package struct Reconnaissance: Hashable, Sendable {
  package enum Etat: Hashable, Sendable {
    case rien
    /// The document that asks for it left.
    case demandee(Day)
    case ajournee(Day)
    case delivree
    case retiree(Day)
  }

  package private(set) var etat = Etat.rien
  /// The first of an unbroken recognition: the clock of what comes every so many months.
  package private(set) var delivrance: Day?
  /// The last delivrance or renewal: the clock of the next renewal.
  package private(set) var derniere: Day?
  /// The last one that was not cleared.
  package private(set) var numero: String?

  /// - Complexity: O(n log n) in the passages.
  package init(_ suivi: CycleSuivi, _ cycle: Cycle, le jour: Day) {
    let asks = cycle.etapes.prefix { $0.genre != .decision }.first { $0.genre == .envoi }
    let done = suivi.passages.filter { $0.faitLe.map { $0 <= jour } ?? false }
    for passage in done.ordered(by: { $0.faitLe?.number ?? 0 }) {
      guard let day = passage.faitLe else { continue }
      if cycle.etape(passage.etape)?.genre == .decision {
        decide(passage, day)
      } else if passage.etape == asks?.code, asks != nil, etat == .rien {
        etat = .demandee(day)
      }
    }
  }

  private mutating func decide(_ passage: Passage, _ day: Day) {
    switch passage.issue {
    case .delivre:
      // Given anew while it still holds, it renews: the clock goes on.
      delivrance = delivrance ?? day
      (derniere, etat) = (day, .delivree)
    case .renouvele where delivrance != nil: derniere = day
    case .retire:
      (delivrance, derniere, numero, etat) = (nil, nil, nil, .retiree(day))
      return
    case .ajourne where delivrance == nil: etat = .ajournee(day)
    default: break
    }
    if delivrance != nil, let said = passage.numero { numero = said }
  }
}
