// The séances: opened on a day, who was there, what was promised.
extension Demarche {
  /// The séances' indices, the latest first; those without a date last.
  package var seancesParDate: [Int] {
    seances.indices.sorted { one, two in
      let (a, b) = (seances[one].date, seances[two].date)
      return a == b ? one > two : (a ?? Day(number: .min)) > (b ?? Day(number: .min))
    }
  }

  /// The last séance before a day, of a kind where one is asked for; a journée of a cycle is none, where
  /// nobody promises.
  package func seancePrecedente(avant jour: Day, comme genre: Seance.Genre? = nil) -> Int? {
    seancesParDate.first { place in
      let own = seances[place].genre ?? .travail
      return own != .accompagnement && genre ?? own == own
        && seances[place].date.map { $0 < jour } ?? false
    }
  }

  /// The next séance of a kind after a day.
  package func seanceSuivante(apres jour: Day, comme genre: Seance.Genre) -> Seance? {
    seancesParDate.last { place in
      (seances[place].genre ?? .travail) == genre && seances[place].date.map { $0 > jour } ?? false
    }.map { seances[$0] }
  }

  /// The board of a day.
  package func conseil(du jour: Day) -> Seance? {
    seances.last { $0.genre == .ca && $0.date == jour }
  }

  /// The board of the day, or the first that comes.
  package func prochainConseil(le jour: Day) -> Seance? {
    conseil(du: jour) ?? seanceSuivante(apres: jour, comme: .ca)
  }

  /// Whether a séance is of the tour de table or a journée, where nothing is asked of a board: it is
  /// said to be, or something was done there already.
  package func estUnTourDeTable(_ seance: Seance) -> Bool {
    switch seance.genre {
    case .ca, .comite, .visite: false
    case .travail, .accompagnement: true
    case nil:
      !seance.presents.isEmpty || !seance.promesses.isEmpty || seance.notes != nil
        || image(deSeance: seance.id) != nil || cercles.contains { $0.date == seance.date }
    }
  }

  /// Opens the séance of a day, the one there is if any.
  ///
  /// - Returns: Its id.
  @discardableResult
  package mutating func ouvrirSeance(_ jour: Day, ids: inout IDGenerator) -> String {
    if let open = seance(du: jour) { return seances[open].id }
    var seance = Seance()
    seance.date = jour
    return seances.ajouter(seance, ids: &ids)
  }

  /// Takes out a séance with its promises, unless an image says that it was made there.
  ///
  /// - Returns: Whether it was taken out.
  @discardableResult
  package mutating func supprimerSeance(_ id: String) -> Bool {
    guard image(deSeance: id) == nil else { return false }
    for suivi in cycles.indices {
      for place in cycles[suivi].passages.indices where cycles[suivi].passages[place].seance == id {
        cycles[suivi].passages[place].seance = nil
      }
    }
    return seances.supprimer(id)
  }

  /// The image made in a séance.
  package func image(deSeance id: String) -> CercleDeQualite? { cercles.first { $0.seance == id } }

  /// Says that somebody is at a séance, or is not.
  @discardableResult
  package mutating func basculerPresence(de participant: String, aSeance id: String) -> Bool {
    seances.modifier(id) { seance in
      if let place = seance.presents.firstIndex(of: participant) {
        seance.presents.remove(at: place)
      } else {
        seance.presents.append(participant)
      }
    }
  }

  /// Says that people are at a séance, after those who are; the others stay as they are.
  ///
  /// - Returns: How many were not said to be there before.
  @discardableResult
  package mutating func noterPresents(_ participants: [String], aSeance id: String) -> Int {
    var count = 0
    _ = seances.modifier(id) { seance in
      let known = Set(seance.presents)
      let others = participants.filter { !known.contains($0) }
      seance.presents += others
      count = others.count
    }
    return count
  }

  // Promises.

  /// Where a promise stands: its séance, and its index there.
  package func lieu(dePromesse id: String) -> (seance: Int, index: Int)? {
    seances.lieu(de: id, dans: \.promesses)
  }

  /// Adds a promise to a séance, with an id of its own, open unless it says otherwise.
  ///
  /// - Returns: The id; nil without such a séance.
  @discardableResult
  package mutating func ajouterPromesse(
    _ promesse: Seance.Promesse, aSeance id: String, ids: inout IDGenerator
  ) -> String? {
    var promesse = promesse
    promesse.id = ids.next()
    promesse.etat = promesse.etat ?? .ouverte
    return seances.modifier(id) { $0.promesses.append(promesse) } ? promesse.id : nil
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierPromesse(
    _ id: String, _ change: (inout Seance.Promesse) -> Void
  ) -> Bool {
    modifier(id, dans: \.promesses) { $0.modifier(id, change) }
  }

  @discardableResult
  package mutating func supprimerPromesse(_ id: String) -> Bool {
    modifier(id, dans: \.promesses) { $0.supprimer(id) }
  }

  // What is asked of a board.

  /// Where a request stands: its séance, and its index there.
  package func lieu(deDemande id: String) -> (seance: Int, index: Int)? {
    seances.lieu(de: id, dans: \.demandes)
  }

  /// Adds a request to a séance, which is a board's where nobody said what it is.
  ///
  /// - Returns: The id; nil without such a séance.
  @discardableResult
  package mutating func ajouterDemande(
    _ demande: Seance.Demande, aSeance id: String, ids: inout IDGenerator
  ) -> String? {
    var demande = demande
    demande.id = ids.next()
    let isThere = seances.modifier(id) { seance in
      seance.genre = seance.genre ?? .ca
      seance.demandes.append(demande)
    }
    return isThere ? demande.id : nil
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierDemande(
    _ id: String, _ change: (inout Seance.Demande) -> Void
  ) -> Bool {
    modifier(id, dans: \.demandes) { $0.modifier(id, change) }
  }

  @discardableResult
  package mutating func supprimerDemande(_ id: String) -> Bool {
    modifier(id, dans: \.demandes) { $0.supprimer(id) }
  }

  /// Changes the list of a séance that something is in.
  private mutating func modifier<Part: IdentifiedRecord>(
    _ id: String, dans list: WritableKeyPath<Seance, [Part]>, _ change: (inout [Part]) -> Bool
  ) -> Bool {
    guard let (seance, _) = seances.lieu(de: id, dans: list) else { return false }
    return change(&seances[seance][keyPath: list])
  }

  /// What a séance on a day opens on: the promises of the last one before it, and those of earlier
  /// ones that nobody settled, the oldest first.
  package func promessesARevoir(
    le jour: Day, comme genre: Seance.Genre? = nil
  ) -> [Seance.Promesse] {
    guard let last = seancePrecedente(avant: jour, comme: genre) else { return [] }
    return seancesParDate.reversed().filter { seances[$0].date.map { $0 < jour } ?? false }
      .flatMap { place in
        seances[place].promesses.filter { place == last || $0.etat ?? .ouverte == .ouverte }
      }
  }
}

extension Seance.Promesse {
  /// How a promise stands on a day.
  package enum Suivi: String, CaseIterable, Hashable, Sendable {
    case tenue
    /// Open, and its day is over.
    case enRetard = "en-retard"
    /// Open, and its day is still to come.
    case aVenir = "a-venir"
    /// Open, and no day was said for it.
    case sansNouvelle = "sans-nouvelle"
    case abandonnee

    /// What it is called of one promise.
    package var mot: String {
      switch self {
      case .tenue: "tenue"
      case .enRetard: "en retard"
      case .aVenir: "à venir"
      case .sansNouvelle: "à tenir"
      case .abandonnee: "abandonnée"
      }
    }

    /// What it is called of so many promises: « en retard », « à venir » and « à tenir » don't
    /// change.
    package func mot(pour nombre: Int) -> String {
      switch self {
      case .tenue, .abandonnee: nombre.agreeing(mot)
      case .enRetard, .aVenir, .sansNouvelle: mot
      }
    }
  }

  /// How it stands on a day: open, it is late from the day after its own.
  package func suivi(le jour: Day) -> Suivi {
    switch etat ?? .ouverte {
    case .tenue: .tenue
    case .abandonnee: .abandonnee
    case .ouverte: quand.map { $0 < jour ? .enRetard : .aVenir } ?? .sansNouvelle
    }
  }
}

extension Seance.Promesse.Etat {
  /// What one key makes of it: open, kept, given up, open again.
  package var suivant: Self {
    switch self {
    case .ouverte: .tenue
    case .tenue: .abandonnee
    case .abandonnee: .ouverte
    }
  }
}

extension Seance.Genre {
  /// As people say it: `conseil d’administration`.
  package var mot: String {
    switch self {
    case .travail: "travail"
    case .accompagnement: "accompagnement"
    case .ca: "conseil d’administration"
    case .comite: "Comité"
    case .visite: "visite"
    }
  }
}
