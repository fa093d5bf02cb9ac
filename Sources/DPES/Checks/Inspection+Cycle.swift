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
      inspectRenewals(of: suivi, at: place.appending("passages"))
    }
  }

  private mutating func inspectPassages(
    of suivi: CycleSuivi, _ cycle: Cycle?, at place: JSONPointer
  ) {
    var met: Set<[String]> = []
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
        let time = [passage.etape ?? "", rang.map(String.init) ?? ""]
        if !met.insert(time).inserted {
          note(
            .passageEnDouble, at: here,
            "\((etape?.titre ?? passage.etape ?? "").quoted) a deux passages"
              + (rang.map { " de rang \($0)." } ?? "."))
        }
      }
      if passage.issue == .ajourne || passage.issue == .retire, passage.motif == nil {
        let word = passage.issue?.mot ?? ""
        note(.decisionSansMotif, at: here, "C’est \(word), et rien ne dit pourquoi.")
      }
    }
  }

  private mutating func inspectRenewals(of suivi: CycleSuivi, at place: JSONPointer) {
    // An older file's day counts as a delivery.
    var isDelivered = demarche.identifiant.delivreLe != nil
    let dated = suivi.passages.enumerated().filter { $0.element.faitLe != nil }
    for (index, passage) in dated.ordered(by: { $0.element.faitLe?.number ?? 0 }) {
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
