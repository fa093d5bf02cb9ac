import JSONTree

// The follow-up: what is written where it shows, and closed periods left as they were closed.
extension Inspection {
  mutating func inspectPeriods() {
    guard let last = demarche.schema.periodes.last?.mois else { return }
    for (place, indicateur) in indicateurs {
      let months: [(String, [Int])] = [
        ("cibles", indicateur.cibles.entries.map(\.mois)),
        ("objectifs", indicateur.objectifs.entries.map(\.mois)),
        ("realises", indicateur.realises.entries.map(\.mois)),
      ]
      for (key, months) in months {
        for mois in months where mois > last {
          inspect(mois, last, at: place.appending([.key(key), .key(String(mois))]))
        }
      }
    }
    for (index, close) in demarche.periodesCloses.enumerated() {
      guard let mois = close.mois else { continue }
      inspect(mois, last, at: ["periodesCloses", .index(index), "mois"])
    }
    for (index, noted) in demarche.notes.enumerated() {
      guard let mois = noted.periode else { continue }
      inspect(mois, last, at: ["notes", .index(index), "periode"])
    }
  }

  private mutating func inspect(
    _ mois: Int, _ last: Int, at pointer: @autoclosure () -> JSONPointer
  ) {
    // What is beyond any limit is said by the limits.
    guard (1...Periode.dernierMois).contains(mois) else { return }
    if mois > last {
      note(
        .periodeHorsTableau, at: pointer(),
        "La période \(mois) ne se voit pas\u{A0}: le tableau de bord s’arrête à la période \(last)."
      )
    } else if mois % Periode.duree != 0 {
      note(
        .periodeHorsTableau, at: pointer(),
        "Le mois \(mois) n’est la fin d’aucune période (6, 12, 18…).")
    }
  }

  mutating func inspectRealises() {
    var closed: [Int: Day] = [:]
    for close in demarche.periodesCloses {
      if let mois = close.mois, let day = close.le { closed[mois] = day }
    }
    for (place, indicateur) in indicateurs {
      for entry in indicateur.realises.entries {
        let key = JSONPointer.Step.key(String(entry.mois))
        let realise = entry.value
        if let closing = closed[entry.mois], let date = realise.date, date > closing,
          !realise.corrections.contains(where: { $0.date.map { $0 >= closing } ?? true })
        {
          note(
            .saisieApresCloture, at: place.appending(["realises", key]),
            "Il est noté le \(date.french), après la clôture de la période, le "
              + "\(closing.french), et n’est pas une correction.")
        }
        if realise.statut == .nonConcerne, realise.motif?.isEmpty ?? true {
          note(
            .nonConcerneSansMotif, at: place.appending(["realises", key]),
            "«\u{A0}Non concerné\u{A0}» est dit sans motif.")
        }
      }
    }
    for (index, grille) in demarche.grilles.enumerated() {
      for (place, reponse) in grille.reponses.enumerated()
      where reponse.existante == .nonConcerne && (reponse.existanteTexte?.isEmpty ?? true) {
        note(
          .nonConcerneSansMotif, at: ["grilles", .index(index), "reponses", .index(place)],
          "«\u{A0}Non concerné\u{A0}» est dit sans motif.")
      }
    }
  }
}
