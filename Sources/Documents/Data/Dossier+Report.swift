import DPES

// Which report a cycle waits for, and since when it tells.
extension Dossier {
  /// A report that comes again and again from a delivrance, or the one that a renewal is asked with.
  struct CycleReport {
    /// The report before, else the delivrance; of a renewal, the last decision that gave it.
    let since: Day
    /// « premier rapport, attendu le 12 décembre 2026 ».
    let words: String?
    /// The étape of a renewal.
    var renewal: Cycle.Etape?
  }

  /// For so many months after a report left, it is the one that is told: printed again, it says what
  /// it said.
  private static let monthsOfTheSame = 3

  /// What is told from the last decision on, where the étape that it is written for renews it.
  private var renewalOfCycle: CycleReport? {
    for (_, way) in ways {
      guard let since = way.reconnaissance.derniere, since < jour,
        let line = way.lignes.first(where: {
          $0.etape.donne.contains(.renouvele)
            && ($0.etape.code == choix.etape || choix.depuis == since && $0.isAtHand)
        })
      else { continue }
      let awaited = line.jour.map { "attendu le \($0.french)" }
      return CycleReport(since: since, words: awaited, renewal: line.etape)
    }
    return nil
  }

  /// The report that the cycle followed waits for, or that has just left; nil without a delivrance.
  var reportOfCycle: CycleReport? {
    if let renewal = renewalOfCycle { return renewal }
    for (_, way) in ways {
      guard let start = way.reconnaissance.delivrance else { continue }
      let reports = way.lignes.filter {
        $0.etape.modele == DocumentLabel.rapportAnnuel && $0.etape.chaqueMois != nil
          && $0.passage?.faitLe.map { $0 >= start } ?? true
      }.ordered { $0.rang ?? 0 }
      guard let told = reports.first(where: isTold) else { continue }
      let earlier = reports.prefix { $0.rang != told.rang }.last { $0.etat.estFini }
      let since = earlier?.passage?.faitLe ?? earlier?.jour ?? start
      guard since < jour else { continue }
      return CycleReport(since: since, words: words(told))
    }
    return nil
  }

  private func isTold(_ line: Cheminement.Ligne) -> Bool {
    guard line.etat.estFini else { return true }
    guard line.etat != .sansObjet, let sent = line.passage?.faitLe else { return false }
    return sent.adding(months: Self.monthsOfTheSame) > jour
  }

  private func words(_ line: Cheminement.Ligne) -> String {
    let rang = line.rang ?? 1
    let name = rang == 1 ? "premier rapport" : "\(rang)e rapport"
    if line.etat.estFini { return line.jour.map { "\(name), envoyé le \($0.french)" } ?? name }
    return line.jour.map { "\(name), attendu le \($0.french)" } ?? name
  }
}

extension Cheminement.Ligne {
  /// Whether it is to be made now: a report since the last decision is then the one it is asked with.
  fileprivate var isAtHand: Bool { [.enRetard, .prepare, .aPreparer].contains(etat) }
}
