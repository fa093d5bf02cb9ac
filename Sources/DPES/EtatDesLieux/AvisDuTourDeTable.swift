/// What a facilitator may want to know of a tour de table: told, and never in the way.
///
/// The method asks for the usagers and at least one external partner around the table; it gives no
/// number of people (those of the call, 12 and 15, are the collective days').
package enum AvisDuTourDeTable: Hashable, Sendable {
  case seul
  case sansUsager
  case sansPartenaire
  /// So many people have the same initials.
  case memesInitiales(String, Int)

  /// What there is to say on a day, of those who have not left; nothing of an empty table.
  package static func avis(_ participants: [Participant], le jour: Day) -> [AvisDuTourDeTable] {
    let here = participants.filter { !$0.estParti(le: jour) }
    guard !here.isEmpty else { return [] }
    var avis: [AvisDuTourDeTable] = []
    if here.count == 1 { avis.append(.seul) }
    // A table that is beginning has its collèges yet to come.
    if here.count > 2 {
      if !here.contains(where: { $0.college == .usagers }) { avis.append(.sansUsager) }
      if !here.contains(where: { $0.college == .partenaires }) { avis.append(.sansPartenaire) }
    }
    var counts: [String: Int] = [:]
    for one in here { counts[(one.initiales ?? "").folded, default: 0] += 1 }
    for one in here {
      let initiales = one.initiales ?? ""
      guard let count = counts.removeValue(forKey: initiales.folded), count > 1,
        !initiales.isEmpty, initiales != Demarche.nomCache
      else { continue }
      avis.append(.memesInitiales(initiales, count))
    }
    return avis
  }

  package var phrase: String {
    switch self {
    case .seul: "Une seule personne\u{A0}: un tour de table se tient à plusieurs."
    case .sansUsager: "Aucun usager autour de la table."
    case .sansPartenaire: "Aucun partenaire extérieur autour de la table."
    case .memesInitiales(let initiales, let count):
      "\(count) personnes ont les initiales \(initiales)\u{A0}: une lettre de plus les distingue."
    }
  }
}
