import JSONTree

// What a démarche went through of cycles.
extension Inspection {
  mutating func inspectCycles() {
    for (index, suivi) in demarche.cycles.enumerated() {
      let place: JSONPointer = ["cycles", .index(index)]
      // Where nobody says which cycles there are, none is unknown.
      let cycle = cycles?.first { $0.id == suivi.modele }
      if cycles != nil, cycle == nil {
        note(
          .cycleInconnu, at: place.appending("modele"),
          "Le cycle \((suivi.modele ?? "").quoted) n’est pas sur cet ordinateur\u{A0}: ses passages "
            + "sont gardés, et se lisent par leur code.")
      }
      inspectPassages(of: suivi, cycle, at: place.appending("passages"))
      inspectDays(of: suivi, at: place.appending("passages"))
      inspectRenewals(of: suivi, cycle, at: place.appending("passages"))
    }
    // A cycle of one's own may stand in the place of the one that takes the older day up.
    if let jour = demarche.identifiant.delivreLe, let cycles,
      !cycles.contains(where: \.reprendIdentifiant)
    {
      note(
        .cycleInconnu, at: ["identifiant", "delivreLe"],
        "Aucun cycle de cet ordinateur ne reprend l’identifiant délivré le \(jour.french)\u{A0}: il est "
          + "gardé, et aucune de ses dates n’est dite.")
    }
  }

  /// A decision without its day counts for nothing.
  private mutating func inspectDays(of suivi: CycleSuivi, at place: JSONPointer) {
    for (index, passage) in suivi.passages.enumerated() {
      if let issue = passage.issue, issue != .sansObjet, passage.faitLe == nil {
        note(
          .decisionSansJour, at: place.appending(index),
          "C’est \(issue.mot), et rien ne dit quel jour\u{A0}: la décision ne compte pas.")
      }
    }
  }

  /// Answers of a day before what they answer.
  mutating func inspectAnswers() {
    for (suivi, one) in demarche.cycles.enumerated() {
      for (index, passage) in one.passages.enumerated() {
        guard let done = passage.faitLe, let answered = passage.reponduLe, answered < done else {
          continue
        }
        note(
          .tempsALEnvers,
          at: ["cycles", .index(suivi), "passages", .index(index), "reponduLe"],
          "La réponse, du \(answered.french), est d’avant ce à quoi elle répond, du \(done.french)."
        )
      }
    }
  }

  private mutating func inspectPassages(
    of suivi: CycleSuivi, _ cycle: Cycle?, at place: JSONPointer
  ) {
    var met: Set<[String]> = []
    let ends = suivi.passages.filter { $0.issue == .retire }.compactMap(\.faitLe)
    for (index, passage) in suivi.passages.enumerated() {
      let here = place.appending(index)
      let etape = cycle?.etape(passage.etape)
      if cycle != nil, etape == nil {
        note(
          .passageInconnu, at: here.appending("etape"),
          "\((passage.etape ?? "").quoted) n’est pas une étape de ce cycle.")
      }
      let rang = passage.rang ?? (etape?.chaqueMois == nil ? nil : 1)
      let isOnce = etape.map { !$0.repetable && $0.genre != .decision } ?? false
      if rang != nil || isOnce {
        // A recognition that comes after one that was taken back counts from 1 again.
        let clock = passage.faitLe.map { day in ends.count { $0 <= day } } ?? ends.count
        let time = [passage.etape ?? "", rang.map { "\($0) \(clock)" } ?? ""]
        if !met.insert(time).inserted {
          note(
            .passageEnDouble, at: here,
            "\((etape?.titre ?? passage.etape ?? "").quoted) a deux passages"
              + (rang.map { " de rang \($0)." } ?? "."))
        }
      }
      let isSecond = suivi.passages[..<index].contains { other in
        other.etape == passage.etape && other.faitLe != nil && other.faitLe == passage.faitLe
          && other.issue != nil && passage.issue != nil && other.issue != passage.issue
      }
      if isSecond, let day = passage.faitLe {
        note(
          .passageEnDouble, at: here,
          "\((etape?.titre ?? passage.etape ?? "").quoted) a deux décisions du \(day.french), qui se "
            + "contredisent.")
      }
      if passage.issue == .ajourne || passage.issue == .retire, passage.motif == nil {
        let word = passage.issue?.mot ?? ""
        note(.decisionSansMotif, at: here, "C’est \(word), et rien ne dit pourquoi.")
      }
    }
  }

  private mutating func inspectRenewals(
    of suivi: CycleSuivi, _ cycle: Cycle?, at place: JSONPointer
  ) {
    // An older file's day counts as a delivery.
    var isDelivered = demarche.identifiant.delivreLe != nil
    let dated = suivi.passages.enumerated().filter { $0.element.faitLe != nil }
    for (index, passage) in dated.ordered(by: { $0.element.faitLe?.number ?? 0 }) {
      // What is no decision gives nothing (R8).
      if let etape = cycle?.etape(passage.etape), etape.genre != .decision { continue }
      switch passage.issue {
      case .delivre: isDelivered = true
      case .retire: isDelivered = false
      case .renouvele where !isDelivered:
        note(
          .renouveleSansDelivrance, at: place.appending(index),
          "C’est renouvelé, et rien n’avait été délivré.")
      default: break
      }
    }
  }
}
