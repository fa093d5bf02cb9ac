import JSONTree

// The schéma: ranks without gap, deadlines in their order, indicators that can be followed.
extension Inspection {
  mutating func inspectRanks() {
    for axe in Axe.allCases {
      let places = demarche.schema.places(de: axe)
      inspectRanks(of: axe, places)
      for (low, high) in zip(places, places.dropFirst()) {
        let (lower, upper) = (demarche.schema.paliers[low], demarche.schema.paliers[high])
        guard let before = lower.echeanceMois, let after = upper.echeanceMois, after < before
        else { continue }
        note(
          .echeancesALEnvers, at: ["schema", "paliers", .index(high), "echeanceMois"],
          "Il est prévu au mois \(after), avant le palier d’en dessous, dont il dépend "
            + "(mois \(before)).")
      }
    }
  }

  /// What is wrong with the ranks of the paliers at these places, which are in their order.
  private mutating func inspectRanks(of axe: Axe, _ places: [Int]) {
    var last = 0
    for place in places {
      let pointer: JSONPointer = ["schema", "paliers", .index(place)]
      guard let rang = demarche.schema.paliers[place].rang else {
        note(
          .rang, at: pointer, "Ce palier n’a pas de rang sur l’axe «\u{A0}\(axe.nomCourt)\u{A0}».")
        continue
      }
      if rang == last {
        note(
          .rang, at: pointer.appending("rang"),
          "Un autre palier de l’axe «\u{A0}\(axe.nomCourt)\u{A0}» a aussi le rang \(rang).")
      } else if rang > 0, rang - 1 > last {
        let missing =
          rang - last == 2 ? "le rang \(rang - 1)" : "les rangs \(last + 1) à \(rang - 1)"
        note(
          .rang, at: pointer.appending("rang"),
          "L’axe «\u{A0}\(axe.nomCourt)\u{A0}» a un palier de rang \(rang), et il y manque \(missing)."
        )
      }
      last = max(rang, last)
    }
  }

  mutating func inspectIndicators() {
    for (place, palier) in paliers {
      let count = palier.indicateurs.count
      if count == 0, palier.atteintLe == nil, !palier.tenuAuDepart {
        note(
          .palierSansIndicateur, at: place.pointer,
          "Ce palier n’a pas d’indicateur\u{A0}: rien ne dira qu’il est atteint.")
      } else if count > 0, palier.atteintLe != nil {
        note(
          .atteintLeSansEffet, at: place.appending("atteintLe"),
          "Ce palier est dit atteint, et ce sont ses indicateurs qui en décident.")
      }
      if count > 2 {
        note(
          .tropDIndicateurs, at: place.appending("indicateurs"),
          "Ce palier a \(count) indicateurs\u{A0}; la méthode en conseille un ou deux.")
      }
    }
  }

  mutating func inspectObjectives() {
    for (place, palier) in paliers {
      guard let echeance = palier.echeanceMois else { continue }
      let column = Periode.colonne(deEcheance: echeance)
      for (index, indicateur) in palier.indicateurs.enumerated() {
        for entry in indicateur.objectifs.entries
        where entry.mois < column && entry.value != .aucun {
          note(
            .objectifAvantEcheance,
            at: place.appending([
              "indicateurs", .index(index), "objectifs", .key(String(entry.mois)),
            ]),
            "Un objectif est attendu en période \(entry.mois), avant l’échéance du palier "
              + "(mois \(echeance), période \(column)).")
        }
      }
    }
  }

  mutating func inspectValues() {
    for (place, indicateur) in indicateurs {
      guard let nature = indicateur.nature else { continue }
      inspect(indicateur.cible, nature, at: place.appending("cible"))
      for entry in indicateur.cibles.entries {
        inspect(entry.value, nature, at: place.appending(["cibles", .key(String(entry.mois))]))
      }
      for entry in indicateur.realises.entries {
        let mois = entry.mois
        inspect(
          entry.value.valeur, nature,
          at: place.appending(["realises", .key(String(mois)), "valeur"]))
        for (index, correction) in entry.value.corrections.enumerated() {
          inspect(
            correction.valeur, nature,
            at: place.appending([
              "realises", .key(String(mois)), "corrections", .index(index), "valeur",
            ]))
        }
      }
    }
  }

  private mutating func inspect(
    _ valeur: Valeur?, _ nature: Indicateur.Nature, at pointer: @autoclosure () -> JSONPointer
  ) {
    guard let valeur, !nature.allows(valeur) else { return }
    note(.typeDeValeur, at: pointer(), "La valeur n’est pas \(nature.words).")
  }
}

extension Indicateur.Nature {
  fileprivate func allows(_ valeur: Valeur) -> Bool {
    switch (self, valeur) {
    case (.nombre, .nombre), (.pourcentage, .nombre), (.ouiNon, .ouiNon), (.texte, .texte): true
    // An absent value, spelt otherwise.
    case (_, .texte("")): true
    default: false
    }
  }

  fileprivate var words: String {
    switch self {
    case .nombre: "un nombre, que veut la nature de l’indicateur"
    case .pourcentage: "un nombre, que veut un pourcentage"
    case .ouiNon: "true ou false, que veut la nature «\u{A0}oui-non\u{A0}»"
    case .texte: "un texte, que veut la nature de l’indicateur"
    }
  }
}
