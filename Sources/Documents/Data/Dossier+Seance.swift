import DPES

// What minutes tell: who was there, what comes first, what was promised, what changed.
extension Dossier {
  /// The séance that minutes are of: the one that was chosen, that of the image, else the last one
  /// until the day.
  var seance: Seance? {
    if let id = choix.seance, let chosen = demarche.seances.first(where: { $0.id == id }) {
      return chosen
    }
    if let id = image?.seance, let seance = demarche.seances.first(where: { $0.id == id }) {
      return seance
    }
    return demarche.seancesParDate.map { demarche.seances[$0] }
      .first { $0.date.map { $0 <= jour } ?? false && (image == nil || $0.date == image?.date) }
      ?? (image == nil ? demarche.seancesParDate.first.map { demarche.seances[$0] } : nil)
  }

  var meeting: TemplateScope {
    let seance = seance
    let date = seance?.date ?? image?.date
    let genre = seance?.genre ?? .travail
    let earlier = date.map { demarche.promessesARevoir(le: $0, comme: genre) } ?? []
    var scope: TemplateScope = [
      "seanceDate": .text(date?.french),
      "seanceTitre": .text(seance?.titre),
      "seanceMot": .text((seance?.genre ?? .travail).mot),
      "seanceSeule": .flag(seance.map(isAlone) ?? false),
      "seanceDemandes": .each(seance?.demandes ?? []) { one in
        [
          "texte": .text(one.texte), "pourquoi": .text(one.pourquoi),
          "reponse": .text(one.reponse), "repere": .text(repere(of: one.palier)),
        ]
      },
      "seanceNotes": .text(seance?.notes),
      "prochaineSeance": .text(
        date.flatMap { demarche.seanceSuivante(apres: $0, comme: genre) }?.date?.french),
      "promesses": .each(seance?.promesses ?? [], promise),
      "promessesAvant": .each(earlier, promise),
      "seances": .each(demarche.seancesParDate.map { demarche.seances[$0] }) { one in
        [
          "date": .text(one.date?.french ?? "sans date"), "titre": .text(one.titre),
          "presentsAlors": .text(presence(of: one)), "notesAlors": .text(one.notes),
          "promessesAlors": .each(one.promesses, promise),
        ]
      },
      "finDePeriode": .text(nextPeriod?.fin?.french),
    ]
    scope.add(attendance(seance, on: date))
    scope.add(priorities)
    scope.add(movements)
    scope.add(places(seance, earlier))
    return scope
  }

  /// Whether a séance is none of the tour de table: its minutes are its own, not those of an image.
  private func isAlone(_ seance: Seance) -> Bool {
    guard let genre = seance.genre, genre != .travail else { return false }
    return !demarche.cercles.contains {
      $0.regard == nil && ($0.seance == seance.id || $0.date == seance.date)
    }
  }

  private func promise(_ one: Seance.Promesse) -> TemplateScope {
    let suivi = one.suivi(le: jour)
    return [
      "texte": .text(one.texte), "qui": .text(name(of: one.qui)),
      "quand": .text(one.quand?.french), "suivi": .text(suivi.mot),
      "suiviSigne": .text(suivi.signe), "close": .flag((one.etat ?? .ouverte) != .ouverte),
      "repere": .text(repere(of: one.palier)),
    ]
  }

  /// « D2 »; nil for no palier.
  func repere(of palier: String?) -> String? {
    guard let palier else { return nil }
    for axe in avancement.axes {
      if let one = axe.paliers.first(where: { $0.palier.id == palier }) {
        return "\(axe.axe.lettre)\(one.rang)"
      }
    }
    return nil
  }

  // Who was there.

  private func attendance(_ seance: Seance?, on date: Day?) -> TemplateScope {
    let present = (seance?.presents ?? []).compactMap(participant)
    let ids = Set(present.map(\.id))
    let enrolled = demarche.participants.filter { one in
      ids.contains(one.id) || date.map { !one.estParti(le: $0) } ?? true
    }
    let isAlone = seance.map(isAlone) ?? false
    let absent = present.isEmpty || isAlone ? [] : enrolled.filter { !ids.contains($0.id) }
    let names = absent.compactMap { $0.initiales ?? $0.nom }
    let groups = byCollege(present)
    return [
      "presents": .text(presence(of: seance)),
      "presentsNombre": .number(present.isEmpty ? nil : present.count),
      "presentsMot": .text(present.count.agreeing("présent")),
      "inscritsNombre": .number(isAlone ? nil : enrolled.count),
      "presentsParCollege": .each(groups) { college, here in
        [
          "suite": .flag(college != groups.last?.college),
          "college": .text(college?.nom ?? "Sans collège"),
          "qui": .text(here.count == told(here).count ? list(told(here)) : String(here.count)),
        ]
      },
      "absents": .text(
        absent.isEmpty
          ? nil
          : names.count == absent.count ? list(names) : absent.count.counting("personne")),
    ]
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// Partners by whom they come from: it is why they are there.
  private func told(_ people: [Participant]) -> [String] {
    people.compactMap { one in
      guard let name = one.initiales ?? one.nom else { return nil }
      guard one.college == .partenaires, let from = one.organisme else { return name }
      return "\(name) (\(from))"
    }
  }

  /// `SC, LB (salariés) ; HV (bénévoles)`, and how many are unnamed.
  func presence(of seance: Seance?) -> String? {
    let people = (seance?.presents ?? []).compactMap(participant)
    guard !people.isEmpty else { return nil }
    let groups = byCollege(people).map { college, here in
      let names = here.compactMap { $0.initiales ?? $0.nom }
      let word = college?.motCourt ?? "sans collège"
      return names.count == here.count
        ? "\(list(names)) (\(word))"
        : "\(here.count)\u{A0}\(college?.mot(pour: here.count) ?? word)"
    }
    return groups.joined(separator: "\u{A0}; ")
  }

  // What comes first, and what changed.

  /// The last vote that said something of a priority.
  var priorityVote: Scrutin? {
    let ids = Set((image?.observations ?? []).lazy.filter(\.priorite).map(\.id))
    return image?.scrutins.last { vote in
      vote.resultats.contains { ids.contains($0.option ?? "") }
    }
  }

  /// The priorities with the points of that vote, those with most first.
  var priorityOrder: [(Observation, Int?)] {
    let points = Dictionary(
      (priorityVote?.resultats ?? []).compactMap { one in one.option.map { ($0, one.points ?? 0) }
      },
      uniquingKeysWith: { first, _ in first })
    return (image?.observations ?? []).filter(\.priorite).ordered { -(points[$0.id] ?? -1) }
      .map { ($0, points[$0.id]) }
  }

  /// Whether the image was made on another day than the séance: what it says was not said there.
  private var isOfAnEarlierDay: Bool {
    guard let image, let seance, let day = seance.date else { return false }
    return image.seance != seance.id && image.date != day
  }

  /// The priorities in their order, each with the paliers that answer it.
  private var priorities: TemplateScope {
    let chosen = priorityOrder
    let vote = priorityVote
    let answers = answers(to: chosen.map(\.0))
    return [
      "votants": .text(vote?.votants.map { $0.counting("votant") }),
      "prioritesDu": .text(isOfAnEarlierDay ? image?.date.french : nil),
      "pointsChacun": .text(
        vote?.genre == .mains ? nil : vote?.points.map { $0.counting("point") }),
      "priorites": .each(chosen) { one, points in
        var scope = people.observation(one)
        scope.add([
          "lettre": .text(one.axe.map { String($0.lettre) }),
          "points": .number(points),
          "repond": .text(answers[one.id]?.joined(separator: ", ")),
        ])
        return scope
      },
    ]
  }

  /// « D2, perdu »: the paliers that answer the lineage of each, in their order.
  func answers(to observations: [Observation]) -> [String: [String]] {
    let lineages = Lignees(demarche.cercles)
    let roots = Dictionary(
      observations.map { (lineages.racine(de: $0.id), $0.id) },
      uniquingKeysWith: { first, _ in first })
    var found: [String: [String]] = [:]
    for axe in avancement.axes {
      for palier in axe.paliers {
        let word = palier.etat == .aVenir ? "" : ", \(palier.etat.mot)"
        for root in Set(palier.palier.observations.map(lineages.racine)) {
          guard let id = roots[root] else { continue }
          found[id, default: []].append("\(axe.axe.lettre)\(palier.rang)\(word)")
        }
      }
    }
    return found
  }

  /// What changed in the circle since the image before, axis by axis, never summed.
  private var movements: TemplateScope {
    let images = demarche.imagesParDate.map { demarche.cercles[$0] }
    guard let image, let place = images.firstIndex(where: { $0.id == image.id }), place > 0 else {
      return ["mouvements": .list(0) { _ in [:] }]
    }
    let changes = ComparaisonDImages(de: images[place - 1], a: image, dans: demarche)
    return [
      "imagesComparees": .text(
        isOfAnEarlierDay
          ? "du \(images[place - 1].date.french) au \(image.date.french)"
          : "depuis le \(images[place - 1].date.french)"),
      "mouvements": .each(Axe.allCases) { axe in
        let counts = changes.comptes(sur: axe)
        return [
          "axe": .text(axe.nomCourt), "ameliorees": .number(counts[.amelioree] ?? 0),
          "degradees": .number(counts[.degradee] ?? 0), "apparues": .number(counts[.apparue] ?? 0),
          "closes": .number(counts[.close] ?? 0),
          "mouvementDit": .text(
            "\(counts[.amelioree] ?? 0)\u{A0}mieux, \(counts[.degradee] ?? 0)\u{A0}moins bien, "
              + "\((counts[.apparue] ?? 0).counting("neuve")), \((counts[.close] ?? 0).counting("close"))"
          ),
        ]
      },
    ]
  }
}

extension Seance.Promesse.Suivi {
  /// Beside its word, as on the screen.
  fileprivate var signe: String {
    switch self {
    case .tenue: "✔"
    case .enRetard: Signs.late
    case .aVenir, .sansNouvelle: "·"
    case .abandonnee: "–"
    }
  }
}

extension Seance.Genre {
  /// What it is called before its day.
  fileprivate var mot: String {
    switch self {
    case .travail: "tour de table"
    case .accompagnement: "journée d’accompagnement"
    case .ca: "conseil d’administration"
    case .comite: "comité"
    case .visite: "visite"
    }
  }
}
