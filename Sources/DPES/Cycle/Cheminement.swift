/// Where a démarche stands on the way of a cycle, on a day (R8, R9).
package struct Cheminement: Hashable, Sendable {
  package enum Etat: Hashable, Sendable {
    case fait
    /// Done, and answered.
    case repondu
    case sansObjet
    /// Its day is past; late stays late until it is done.
    case enRetard
    case prepare
    case aPreparer
    case aVenir
    case sansDate

    package var mot: String {
      switch self {
      case .fait: "fait"
      case .repondu: "répondu"
      case .sansObjet: "sans objet"
      case .enRetard: "en retard"
      case .prepare: "préparé"
      case .aPreparer: "à préparer"
      case .aVenir: "à venir"
      case .sansDate: "sans date"
      }
    }

    /// Whether nothing more is expected.
    package var estFini: Bool { self == .fait || self == .repondu || self == .sansObjet }
  }

  /// One étape, once.
  package struct Ligne: Hashable, Sendable {
    package let etape: Cycle.Etape
    /// Of an étape that comes again and again, from 1.
    package var rang: Int?
    /// What the démarche holds of it.
    package var passage: Passage?
    /// When it was done, else when it is due.
    package var jour: Day?
    package var etat: Etat
    /// Whether another passage says something of the same time of it, as two copies may have noted it
    /// apart.
    package var estDouble = false
    /// Whether it is not the one that counts of those.
    package var estEnTrop = false
  }

  package let reconnaissance: Reconnaissance
  /// In the order of the étapes, then by rank or day.
  package let lignes: [Ligne]
  /// Passages of étapes that the data file does not name: kept, and shown by their code.
  package let inconnus: [Passage]

  /// How often an étape that comes again and again is told: longer than any recognition.
  private static let mostRanks = 600

  /// - Complexity: O(étapes × passages).
  package init(_ suivi: CycleSuivi, _ cycle: Cycle, le jour: Day) {
    reconnaissance = Reconnaissance(suivi, cycle, le: jour)
    let walk = Walk(suivi: suivi, reconnaissance: reconnaissance, jour: jour)
    lignes = cycle.etapes.flatMap(walk.lignes)
    let known = Set(cycle.etapes.map(\.code))
    inconnus = suivi.passages.filter { !known.contains($0.etape ?? "") }
  }

  private struct Walk {
    let suivi: CycleSuivi
    let reconnaissance: Reconnaissance
    let jour: Day

    func lignes(_ etape: Cycle.Etape) -> [Ligne] {
      let passages = suivi.passages.filter { $0.etape == etape.code }
      if let months = etape.chaqueMois { return again(etape, passages, every: months) }
      if etape.repetable {
        let told = passages.ordered { ($0.faitLe ?? $0.prevuLe)?.number ?? .max }
          .map { ligne(etape, $0, due: nil) }
        let isSaid = passages.contains { !isDone($0) && $0.issue != .sansObjet }
        return told + (isAwaited(etape) && !isSaid ? [ligne(etape, nil, due: nil)] : [])
      }
      return once(etape, passages)
    }

    /// Whether a decision that comes as often as it comes is what the structure waits for: it asked,
    /// and has no answer that delivers.
    private func isAwaited(_ etape: Cycle.Etape) -> Bool {
      guard etape.genre == .decision, etape.donne.contains(.delivre) else { return false }
      return switch reconnaissance.etat {
      case .demandee, .ajournee: true
      case .rien, .delivree, .retiree: false
      }
    }

    /// Due again and again, from the delivrance on, up to the first after the day.
    private func again(
      _ etape: Cycle.Etape, _ passages: [Passage], every months: Int
    ) -> [Ligne] {
      guard months > 0, let start = reconnaissance.delivrance else {
        // It stopped: what was done stays told.
        return passages.filter { $0.faitLe.map { $0 <= jour } ?? false }.map {
          ligne(etape, $0, due: nil, rang: $0.rang)
        }
      }
      // What was done under an earlier recognition stays told, and answers nothing of this one.
      let earlier = passages.filter { $0.faitLe.map { $0 < start } ?? false }
      let passages = passages.filter { $0.faitLe.map { $0 >= start } ?? true }
      var found = earlier.ordered { $0.faitLe?.number ?? 0 }.map {
        ligne(etape, $0, due: nil, rang: $0.rang)
      }
      var told = 0
      for rang in 1...Cheminement.mostRanks {
        let due = start.adding(months: months * rang)
        let own = passages.filter { ($0.rang ?? 1) == rang }
        told = rang
        found += others(etape, own, rang: rang)
        var line = ligne(etape, counted(own), due: due, rang: rang)
        line.estDouble = own.count > 1
        found.append(line)
        if due > jour { break }
      }
      // What was done beforehand of a later one.
      return found
        + passages.filter { ($0.rang ?? 1) > told }.map {
          ligne(etape, $0, due: nil, rang: $0.rang)
        }
    }

    private func once(_ etape: Cycle.Etape, _ passages: [Passage]) -> [Ligne] {
      let done = passages.filter { isDone($0) }
      let isRenewed = etape.depuis == Cycle.Etape.derniere
      // What counts from the last decision is due anew after each; one put off leaves it due.
      let settled = counted(
        passages.filter { passage in
          guard isRenewed else { return true }
          guard let day = passage.faitLe else { return passage.issue != .ajourne }
          return passage.issue != .ajourne && reconnaissance.derniere.map { day > $0 } ?? true
        })
      var lines = done.filter { $0.id != settled?.id }.map { ligne(etape, $0, due: nil) }
      guard !isStopped(etape) else { return settled.map { lines + doneLine(etape, $0) } ?? lines }
      var line = ligne(etape, settled, due: due(etape))
      // A decision may be made again; anything else is done once.
      if etape.genre != .decision, passages.count > 1 {
        lines = others(etape, passages)
        line.estDouble = true
      }
      return lines + [line]
    }

    /// Of several of one time of an étape, as two copies may have noted it apart: the last that is done,
    /// else the last.
    private func counted(_ passages: [Passage]) -> Passage? {
      passages.last(where: isDone) ?? passages.last
    }

    /// The passages that do not count of several of one time of an étape: nothing is expected of them.
    private func others(
      _ etape: Cycle.Etape, _ passages: [Passage], rang: Int? = nil
    ) -> [Ligne] {
      let own = counted(passages)?.id
      return passages.filter { $0.id != own }.map { passage in
        var line =
          isDone(passage)
          ? ligne(etape, passage, due: nil, rang: rang)
          : Ligne(etape: etape, rang: rang, passage: passage, jour: nil, etat: .sansDate)
        (line.estDouble, line.estEnTrop) = (true, true)
        return line
      }
    }

    private func doneLine(_ etape: Cycle.Etape, _ passage: Passage) -> [Ligne] {
      isDone(passage) ? [ligne(etape, passage, due: nil)] : []
    }

    private func isDone(_ passage: Passage) -> Bool { passage.faitLe.map { $0 <= jour } ?? false }

    /// Whether it counts from a recognition that there is not, or no more.
    private func isStopped(_ etape: Cycle.Etape) -> Bool {
      switch etape.depuis {
      case Cycle.Etape.delivrance: reconnaissance.delivrance == nil
      case Cycle.Etape.derniere: reconnaissance.derniere == nil
      default: false
      }
    }

    /// The day that the data file gives it; nil where it gives none, or what it counts from is not
    /// done.
    ///
    /// What comes after something, in no number of months, is expected and never late.
    private func due(_ etape: Cycle.Etape) -> Day? {
      guard let months = etape.mois else { return nil }
      let anchor =
        switch etape.depuis {
        case nil: Day?.none
        case Cycle.Etape.delivrance: reconnaissance.delivrance
        case Cycle.Etape.derniere: reconnaissance.derniere
        case let code?:
          suivi.passages.filter { $0.etape == code }.compactMap(\.faitLe).filter { $0 <= jour }
            .max()
        }
      return anchor?.adding(months: months)
    }

    private func ligne(
      _ etape: Cycle.Etape, _ passage: Passage?, due: Day?, rang: Int? = nil
    ) -> Ligne {
      // Said to be done on a day to come, it is planned for that day.
      let planned = passage?.prevuLe ?? due ?? passage?.faitLe.flatMap { $0 > jour ? $0 : nil }
      let etat = etat(etape, passage, planned)
      let day = etat == .fait || etat == .repondu ? passage?.faitLe : planned
      return Ligne(etape: etape, rang: rang, passage: passage, jour: day, etat: etat)
    }

    private func etat(_ etape: Cycle.Etape, _ passage: Passage?, _ planned: Day?) -> Etat {
      if let passage, isDone(passage) {
        return passage.reponduLe.map { $0 <= jour } ?? false ? .repondu : .fait
      }
      if passage?.issue == .sansObjet { return .sansObjet }
      let isPrepared = passage?.prepareLe.map { $0 <= jour } ?? false
      guard let planned else { return isPrepared ? .prepare : .sansDate }
      if planned < jour { return .enRetard }
      guard planned <= jour.adding(months: etape.preavisMois ?? 0) else { return .aVenir }
      return isPrepared ? .prepare : .aPreparer
    }
  }
}
