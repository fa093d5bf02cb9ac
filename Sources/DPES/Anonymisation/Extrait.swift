/// What a structure hands over: a smaller démarche, of what can be counted, and the texts that it chose.
///
/// What is named here stays, and nothing else: a field that the format gains is kept by the structure
/// until it is named.
extension Demarche {
  /// The text of what stays with the structure.
  package static let garde = "(gardé par la structure)"

  /// Whether it is what somebody handed over.
  package var estUnExtrait: Bool { transmissions.contains { $0.id == id } }

  /// What a receiver gets; of a consent that was withdrawn, the withdrawal alone.
  ///
  /// Its id is the transmission's, and those of its parts follow from that and from their order: two
  /// receivers can't tell by them that they have the same structure. `textes` are numbers of the
  /// observations whose words go, masked.
  ///
  /// - Throws: ``FormatError`` when the result is no démarche, which a démarche cannot make.
  package func extrait(
    _ transmission: Transmission, textes: Set<Int>, ids: inout IDGenerator
  ) throws(FormatError) -> Demarche {
    var given = transmission
    (given.a, given.others) = (nil, Others())
    var extrait = Demarche(id: transmission.id, raisonSociale: Demarche.raisonSocialeAnonyme)
    extrait.transmissions = [given]
    extrait.historique = historique.blank
    guard transmission.retireLe == nil else { return extrait }
    let masked = try anonymisee(.complet, ids: &ids)
    var decoupe = Decoupe(transmission.id, textes: transmission.quoi == .textes ? textes : [])
    decoupe.fill(&extrait, from: masked)
    return extrait
  }
}

/// The walk through a masked démarche that takes what goes.
private struct Decoupe {
  private let textes: Set<Int>
  private var ids: IDGenerator
  /// What an id becomes.
  private var renamed: [String: String] = [:]

  init(_ id: String, textes: Set<Int>) {
    self.textes = textes
    // Of the receiver alone, so that the same file is handed over each time.
    ids = IDGenerator(
      seed: id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    renamed[id] = id
  }

  private mutating func id(_ own: String) -> String {
    if let known = renamed[own] { return known }
    let new = ids.next()
    renamed[own] = new
    return new
  }

  mutating func fill(_ extrait: inout Demarche, from masked: Demarche) {
    if masked.candidature != Candidature() { extrait.candidature.motivation = Demarche.garde }
    extrait.identifiant.delivreLe = masked.identifiant.delivreLe?.debutDuMois
    extrait.cycles = masked.cycles.map { cycle($0) }
    extrait.participants = masked.participants.map { one in
      var participant = Participant()
      (participant.id, participant.college) = (id(one.id), one.college)
      return participant
    }
    extrait.seances = masked.seances.compactMap { seance($0) }
    extrait.grilles = masked.grilles.filter { $0.sujet == nil }.map { grille($0) }
    extrait.cercles = masked.imagesParDate.map { image(masked.cercles[$0]) }
    extrait.schema.debut = masked.schema.debut
    extrait.schema.dureeMois = masked.schema.dureeMois
    extrait.schema.intermediaireMois = masked.schema.intermediaireMois
    extrait.schema.paliers = masked.schema.paliers.map { palier($0) }
  }

  private mutating func cycle(_ one: CycleSuivi) -> CycleSuivi {
    var cycle = CycleSuivi()
    (cycle.id, cycle.modele, cycle.edition) = (id(one.id), one.modele, one.edition)
    cycle.passages = one.passages.map { own in
      var passage = Passage()
      (passage.id, passage.etape, passage.rang) = (id(own.id), own.etape, own.rang)
      passage.issue = own.issue
      (passage.prevuLe, passage.faitLe) = (own.prevuLe?.debutDuMois, own.faitLe?.debutDuMois)
      return passage
    }
    return cycle
  }

  /// Its promises; nil without any.
  private mutating func seance(_ one: Seance) -> Seance? {
    guard !one.promesses.isEmpty else { return nil }
    var seance = Seance()
    seance.id = id(one.id)
    seance.promesses = one.promesses.map { own in
      var promesse = Seance.Promesse()
      (promesse.id, promesse.etat, promesse.quand) = (id(own.id), own.etat, own.quand)
      return promesse
    }
    return seance
  }

  private mutating func grille(_ one: Grille) -> Grille {
    var grille = Grille()
    (grille.id, grille.date) = (id(one.id), one.date)
    (grille.referentiel, grille.version) = (one.referentiel, one.version)
    grille.reponses = one.reponses.map { own in
      var reponse = Reponse()
      (reponse.point, reponse.existante) = (own.point, own.existante)
      (reponse.aIntegrer, reponse.echeanceAns) = (own.aIntegrer, own.echeanceAns)
      (reponse.choix, reponse.priorite) = (own.choix, own.priorite)
      return reponse
    }
    return grille
  }

  private mutating func image(_ one: CercleDeQualite) -> CercleDeQualite {
    var image = CercleDeQualite()
    (image.id, image.date) = (id(one.id), one.date)
    (image.figee, image.figeeLe) = (one.figee, one.figeeLe)
    image.observations = one.observations.map { own in
      var observation = Observation()
      (observation.id, observation.numero) = (id(own.id), own.numero)
      (observation.axe, observation.statut) = (own.axe, own.statut)
      observation.priorite = own.priorite
      observation.origine = own.origine.map { id($0) }
      observation.points = own.points.filter { point in
        !Referentiel.idsReserves.contains { point.hasPrefix($0 + ":") }
      }
      let isGiven = own.numero.map(textes.contains) ?? false
      observation.texte = isGiven ? own.texte : Demarche.garde
      return observation
    }
    return image
  }

  private mutating func palier(_ one: Palier) -> Palier {
    var palier = Palier()
    (palier.id, palier.axe, palier.rang) = (id(one.id), one.axe, one.rang)
    (palier.intitule, palier.echeanceMois) = (Demarche.garde, one.echeanceMois)
    (palier.atteintLe, palier.tenuAuDepart) = (one.atteintLe, one.tenuAuDepart)
    palier.observations = one.observations.map { id($0) }
    palier.engagements = one.engagements.map { own in
      var engagement = Palier.Engagement()
      engagement.id = id(own.id)
      return engagement
    }
    palier.indicateurs = one.indicateurs.map { indicateur($0) }
    return palier
  }

  private mutating func indicateur(_ one: Indicateur) -> Indicateur {
    var indicateur = Indicateur()
    (indicateur.id, indicateur.intitule) = (id(one.id), Demarche.garde)
    (indicateur.nature, indicateur.rythmeMois) = (one.nature, one.rythmeMois)
    for entry in one.objectifs.entries { indicateur.objectifs[entry.mois] = entry.value }
    for entry in one.realises.entries {
      var realise = Realise()
      (realise.statut, realise.date) = (entry.value.statut, entry.value.date)
      indicateur.realises[entry.mois] = realise
    }
    return indicateur
  }
}

extension Day {
  fileprivate var debutDuMois: Day { adding(days: 1 - day) }
}

extension [Trace] {
  /// As many lines, and the last instant: how far the démarche is, and nothing of what it did.
  fileprivate var blank: [Trace] {
    var lines = [Trace](repeating: Trace(), count: count)
    if let last, !lines.isEmpty { lines[lines.count - 1].quand = last.quand }
    return lines
  }
}

// What it notes of a handing over.
extension Demarche {
  /// Notes that something is handed over to a receiver, who is known by the name that people give.
  ///
  /// - Returns: The line; its id is drawn once for each receiver.
  package mutating func transmettre(
    a receiver: String, _ quoi: Transmission.Quoi, jusquau: Day?, _ signature: Signature,
    ids: inout IDGenerator
  ) -> Transmission {
    let place = placeDeTransmission(a: receiver)
    var line = place.map { transmissions[$0] } ?? Transmission()
    if place == nil {
      line.id = ids.next(unlike: Set(transmissions.map(\.id)))
      line.a = receiver
    }
    (line.le, line.quoi, line.jusquau, line.retireLe) = (signature.jour, quoi, jusquau, nil)
    if let place { transmissions[place] = line } else { transmissions.append(line) }
    tracer("transmission", line.id, de: nil, a: signature.jour, signature)
    return line
  }

  /// Withdraws what was handed over to a receiver; nil where nothing was.
  package mutating func retirer(a receiver: String, _ signature: Signature) -> Transmission? {
    guard let place = placeDeTransmission(a: receiver) else { return nil }
    if transmissions[place].retireLe == nil {
      transmissions[place].retireLe = signature.jour
      tracer("retrait", transmissions[place].id, de: nil, a: signature.jour, signature)
    }
    return transmissions[place]
  }

  private func placeDeTransmission(a receiver: String) -> Int? {
    transmissions.firstIndex { $0.a?.cherchable == receiver.cherchable }
  }
}
