/// A cycle that a démarche follows, with what the data file says of it.
package struct CycleSuiviConnu: Hashable, Sendable {
  /// What the démarche went through; the day of an older file's identifiant is among its passages.
  package let suivi: CycleSuivi
  /// nil where this machine has no such data file: its passages are kept, and shown by their code.
  package let cycle: Cycle?

  /// Its name, or the id that the file gives it.
  package var nom: String { cycle?.nom ?? suivi.modele ?? "cycle" }

  /// What can't be told where its data file is not here.
  package var phraseSansFichier: String {
    "«\u{A0}\(nom)\u{A0}»\u{A0}: le fichier de ce cycle n’est pas sur cet ordinateur, ses dates à "
      + "venir ne sont pas dites"
  }
}

// What a démarche follows.
extension Demarche {
  /// Whether it follows a cycle, or holds the day of an identifiant as older files do.
  package var suitUnCycle: Bool { !cycles.isEmpty || identifiant.delivreLe != nil }

  /// The cycles that it follows, in the order of the file, among those that are known here.
  ///
  /// - Complexity: O(cycles × passages).
  package func cyclesSuivis(_ connus: [Cycle]) -> [CycleSuiviConnu] {
    var found = cycles.map { own -> CycleSuiviConnu in
      let cycle = connus.first { $0.id == own.modele }
      return CycleSuiviConnu(suivi: cycle.map { repris(own, $0) } ?? own, cycle: cycle)
    }
    let known = Set(cycles.map(\.modele))
    for cycle in connus where !known.contains(cycle.id) {
      guard let read = suivi(de: cycle) else { continue }
      found.append(CycleSuiviConnu(suivi: read, cycle: cycle))
    }
    return found
  }

  /// What it went through of a cycle; nil where it does not follow it.
  ///
  /// The day of an older file's identifiant reads as a passage of the cycle that takes it up.
  package func suivi(de cycle: Cycle) -> CycleSuivi? {
    if let own = cycles.first(where: { $0.modele == cycle.id }) { return repris(own, cycle) }
    return passageRepris(de: cycle).map { passage in
      var suivi = nouveauSuivi(de: cycle)
      suivi.passages = [passage]
      return suivi
    }
  }

  private func repris(_ own: CycleSuivi, _ cycle: Cycle) -> CycleSuivi {
    guard let passage = passageRepris(de: cycle) else { return own }
    var suivi = own
    suivi.reprendre(passage)
    return suivi
  }

  /// The first decision that may deliver, on the day that an older file holds.
  private func passageRepris(de cycle: Cycle) -> Passage? {
    guard cycle.reprendIdentifiant, let jour = identifiant.delivreLe,
      let etape = cycle.etapes.first(where: { $0.genre == .decision && $0.donne.contains(.delivre) }
      )
    else { return nil }
    var passage = Passage()
    // The same wherever it is asked for: two machines that move it make one passage.
    passage.id = IDGenerator.id(of: [id, cycle.id, "identifiant"])
    (passage.etape, passage.faitLe, passage.issue) = (etape.code, jour, .delivre)
    return passage
  }

  private func nouveauSuivi(de cycle: Cycle) -> CycleSuivi {
    var suivi = CycleSuivi()
    suivi.id = IDGenerator.id(of: [id, cycle.id])
    (suivi.modele, suivi.edition) = (cycle.id, cycle.edition)
    return suivi
  }

  /// The day since which a recognition holds without a break, of any cycle or an older file; nil where
  /// there is none.
  package func reconnuDepuis(le jour: Day) -> Day? {
    var since = cycles.isEmpty ? identifiant.delivreLe : nil
    for suivi in cycles {
      let done = suivi.passages.filter { $0.faitLe.map { $0 <= jour } ?? false }
      var own = identifiant.delivreLe
      for passage in done.ordered(by: { $0.faitLe?.number ?? 0 }) {
        switch passage.issue {
        case .delivre: own = own ?? passage.faitLe
        case .retire: own = nil
        default: break
        }
      }
      since = since ?? own
    }
    return since
  }

  // Its edits.

  /// Changes what it went through of a cycle, begun if need be; what an older file holds of it becomes
  /// a passage first.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierCycle(
    _ cycle: Cycle, _ change: (inout CycleSuivi) -> Void
  ) -> Bool {
    let before = (cycles, identifiant)
    let inherited = passageRepris(de: cycle)
    let place = cycles.firstIndex { $0.modele == cycle.id } ?? cycles.endIndex
    if place == cycles.endIndex { cycles.append(nouveauSuivi(de: cycle)) }
    if let inherited {
      cycles[place].reprendre(inherited)
      identifiant.delivreLe = nil
    }
    let begun = cycles[place]
    change(&cycles[place])
    // What nobody changed stays as the file has it.
    if inherited != nil, cycles[place] == begun { (cycles, identifiant) = before }
    return before.0 != cycles
  }

  /// Begins to follow a cycle.
  ///
  /// - Returns: Whether it did not.
  @discardableResult
  package mutating func suivre(_ cycle: Cycle) -> Bool {
    suivi(de: cycle) == nil && modifierCycle(cycle) { _ in }
  }

  /// Follows a cycle no more, unless it holds passages of it.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func nePlusSuivre(_ id: String) -> Bool {
    guard let place = cycles.firstIndex(where: { $0.id == id }), cycles[place].passages.isEmpty
    else { return false }
    cycles.remove(at: place)
    return true
  }

  /// Changes one time of an étape, by its passage's id; nil begins one, and so does an id that only
  /// another state of the démarche has.
  ///
  /// - Returns: The passage's id; nil where nothing changed.
  @discardableResult
  package mutating func noterPassage(
    _ passage: String?, etape: String, rang: Int?, de cycle: Cycle, _ signature: Signature,
    ids: inout IDGenerator, _ change: (inout Passage) -> Void
  ) -> String? {
    var (old, new): (Passage?, Passage?)
    var generator = ids
    let seed = [id, cycle.id, etape, String(rang ?? 0)]
    let isChanged = modifierCycle(cycle) { suivi in
      if let place = suivi.passages.firstIndex(where: { $0.id == passage }) {
        old = suivi.passages[place]
        change(&suivi.passages[place])
        new = suivi.passages[place]
        return
      }
      var one = Passage()
      let taken = Set(suivi.passages.map(\.id))
      // Two people who do the same étape apart begin the same passage; one that somebody else began
      // meanwhile has its id.
      let own = passage ?? IDGenerator.id(of: seed)
      one.id = taken.contains(own) ? generator.next(unlike: taken) : own
      (one.etape, one.rang) = (etape, rang)
      change(&one)
      suivi.passages.append(one)
      new = one
    }
    guard isChanged, let new else { return nil }
    ids = generator
    tracer("passage", new.id, de: old?.faitLe, a: new.faitLe, signature)
    tracer("passage-issue", new.id, de: old?.issue, a: new.issue, signature)
    return new.id
  }

  /// Says who was at a journée, in the séance that it names, made where there is none.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func tenirJournee(
    _ passage: String, presents: [String]?, _ titre: String, de cycle: Cycle,
    ids: inout IDGenerator
  ) -> Bool {
    guard let suivi = cycles.firstIndex(where: { $0.modele == cycle.id }),
      let place = cycles[suivi].passages.firstIndex(where: { $0.id == passage }),
      let jour = cycles[suivi].passages[place].faitLe
    else { return false }
    if let held = cycles[suivi].passages[place].seance, seances.contains(where: { $0.id == held }) {
      return seances.modifier(held) { seance in
        seance.date = jour
        if let presents { seance.presents = presents }
      }
    }
    if let there = seanceLibre(jour, titre) {
      cycles[suivi].passages[place].seance = there
      seances.modifier(there) { seance in
        guard let presents else { return }
        seance.presents += presents.filter { !seance.presents.contains($0) }
      }
      return true
    }
    var seance = Seance()
    (seance.date, seance.titre, seance.genre) = (jour, titre, .accompagnement)
    seance.presents = presents ?? []
    // Two people who hold the same journée apart make the same séance.
    seance.id = IDGenerator.id(of: [id, passage, "seance"])
    if seances.contains(where: { $0.id == seance.id }) { seance.id = ids.next() }
    seances.append(seance)
    cycles[suivi].passages[place].seance = seance.id
    return true
  }

  /// The séance of a journée that no passage names any more.
  ///
  /// Noted again, it is the same one; the séance at work on that day is another.
  package func seanceLibre(_ jour: Day, _ titre: String) -> String? {
    let named = Set(cycles.lazy.flatMap(\.passages).compactMap(\.seance))
    return seances.first { seance in
      seance.date == jour && seance.titre == titre && seance.genre == .accompagnement
        && !named.contains(seance.id)
    }?.id
  }

  /// Moves the journées that a séance holds to its day, where they were on the one that it had; on a
  /// day to come they are planned, and not held.
  package mutating func suivreSeance(_ id: String, depuis before: Day?, _ signature: Signature) {
    guard let now = seances.first(where: { $0.id == id })?.date, let before, now != before else {
      return
    }
    for suivi in cycles.indices {
      for place in cycles[suivi].passages.indices where cycles[suivi].passages[place].seance == id {
        let old = cycles[suivi].passages[place]
        guard (old.faitLe ?? old.prevuLe) == before else { continue }
        let isHeld = now <= signature.jour
        cycles[suivi].passages[place].faitLe = isHeld ? now : nil
        cycles[suivi].passages[place].prevuLe = isHeld ? old.prevuLe : now
        tracer("passage", old.id, de: old.faitLe, a: isHeld ? now : nil, signature)
      }
    }
  }

  /// Takes out a passage, of a cycle that is known or not; the séance that it names stays.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  package mutating func supprimerPassage(
    _ id: String, parmi connus: [Cycle], _ signature: Signature
  ) -> Bool {
    var etape: String?
    for cycle in connus where suivi(de: cycle)?.passages.contains(where: { $0.id == id }) == true {
      modifierCycle(cycle) { suivi in
        etape = suivi.passages.first { $0.id == id }?.etape
        suivi.passages.removeAll { $0.id == id }
      }
      tracer("suppression", id, de: etape, a: nil, signature)
      return true
    }
    guard let (suivi, index) = cycles.lieu(de: id, dans: \.passages) else { return false }
    etape = cycles[suivi].passages.remove(at: index).etape
    tracer("suppression", id, de: etape, a: nil, signature)
    return true
  }
}

extension CycleSuivi {
  /// Takes what an older file holds, unless it is here already.
  fileprivate mutating func reprendre(_ passage: Passage) {
    let isThere = passages.contains {
      $0.id == passage.id || $0.issue == .delivre && $0.faitLe == passage.faitLe
    }
    if !isThere { passages.insert(passage, at: 0) }
  }
}

extension Cheminement.Ligne {
  /// The étape's title, with which time of it is meant: « Rapport annuel 2 ».
  package var intitule: String { etape.titre + (rang.map { "\u{A0}\($0)" } ?? "") }

  /// What tells it from the other lines of a démarche, also before somebody says something of it.
  package func repere(dans cycle: String) -> String {
    passage?.id ?? cle(dans: cycle)
  }

  /// Which étape of a cycle it is, and which time of it: `pas-de-calais/rapport/2`.
  package func cle(dans cycle: String) -> String {
    [cycle, etape.code, rang.map(String.init)].compactMap(\.self).joined(separator: "/")
  }
}
