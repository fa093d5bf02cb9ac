// What the démarche knows of a palier, told for others: the fiche d’expérience.
extension Demarche {
  /// The tool whose fiches tell an experience.
  package static let experience = "experience"

  /// The fiche that tells of a palier; nil before it is begun.
  package func experience(dePalier id: String) -> FicheOutil? {
    fiches(de: Self.experience).first { $0.palier == id }
  }

  /// Begins the fiche of a palier with what its chain says, or finds it as it is: what somebody wrote
  /// there stays.
  ///
  /// Nobody is named: the words are those of the observations, promises, réalisés and notes.
  ///
  /// `edition` is that of the tool, where it is known.
  ///
  /// - Returns: The fiche’s id; nil where the palier is not there.
  package mutating func raconter(
    palier id: String, edition: String?, _ signature: Signature, ids: inout IDGenerator
  ) -> String? {
    guard let palier = schema.paliers.first(where: { $0.id == id }) else { return nil }
    if let known = experience(dePalier: id) { return known.id }
    let fiche = commencerExperience(palier.intitule, palier.axe, palier.id, ids: &ids)
    let own = notes.filter { $0.palier == id }
    let lines = [
      ("contexte", contexte(de: palier)), ("experience", pas(de: palier)),
    ]
    noter(
      lines + Self.dit(own), axe: palier.axe, sur: fiche, edition: edition, signature, ids: &ids)
    return fiche
  }

  /// Puts what a note says on the fiche of its palier, begun where there is none; a note of no palier
  /// gets a fiche of its own.
  ///
  /// - Returns: The fiche’s id; nil where the note is not there.
  package mutating func raconter(
    note id: String, edition: String?, _ signature: Signature, ids: inout IDGenerator
  ) -> String? {
    guard let note = notes.first(where: { $0.id == id }) else { return nil }
    if let palier = note.palier,
      let fiche = raconter(palier: palier, edition: edition, signature, ids: &ids)
    {
      noter(Self.dit([note]), axe: nil, sur: fiche, edition: edition, signature, ids: &ids)
      return fiche
    }
    let titre = note.faitMarquant ?? note.lecon ?? note.decision ?? "Une expérience"
    let known = fiches(de: Self.experience).first { $0.palier == nil && $0.titre == titre }?.id
    let fiche = known ?? commencerExperience(titre, note.axe, nil, ids: &ids)
    noter(Self.dit([note]), axe: note.axe, sur: fiche, edition: edition, signature, ids: &ids)
    return fiche
  }

  private mutating func commencerExperience(
    _ titre: String, _ axe: Axe?, _ palier: String?, ids: inout IDGenerator
  ) -> String {
    let id = ajouterFiche(titre, de: Self.experience, ids: &ids)
    fiches.modifier(id) { ($0.axe, $0.palier) = (axe, palier) }
    return id
  }

  /// Adds lines to the points of a fiche, those that it does not say already.
  private mutating func noter(
    _ lignes: [(point: String, textes: [String])], axe: Axe?, sur fiche: String,
    edition: String?, _ signature: Signature, ids: inout IDGenerator
  ) {
    let place: Int
    if let known = grille(de: Self.experience, sujet: fiche) {
      place = known
    } else {
      var grille = Grille()
      grille.id = ids.next()
      (grille.date, grille.sujet) = (signature.jour, fiche)
      (grille.referentiel, grille.version) = (Self.experience, edition)
      grilles.append(grille)
      place = grilles.count - 1
    }
    for (point, textes) in lignes where !textes.isEmpty {
      grilles[place].modifier(point) { reponse in
        reponse.elements += textes.filter { !reponse.elements.contains($0) }
      }
    }
    guard let axe else { return }
    grilles[place].modifier("dimensions") { reponse in
      if reponse.choix.isEmpty { reponse.choix = [axe.rawValue] }
    }
  }

  /// What notes say, by the points of the fiche.
  private static func dit(
    _ notes: [NoteDeCapitalisation]
  ) -> [(point: String, textes: [String])] {
    [
      ("experience", notes.compactMap(\.decision).map { "Décidé\u{A0}: \($0)" }),
      ("points-marquants", notes.compactMap(\.faitMarquant)),
      ("tensions", notes.compactMap(\.tension)), ("cles", notes.compactMap(\.lecon)),
      ("vigilance", notes.compactMap(\.vigilance)),
    ]
  }
}

// The lines that the chain of a palier gives.
extension Demarche {
  /// What kind of structure it is, without its name, and what was said that the palier answers.
  private func contexte(de palier: Palier) -> [String] {
    let structure = self.structure
    let own = [structure.activites, structure.statut, structure.echelle].compactMap(\.self)
    let lignees = Lignees(cercles)
    let first = imagesParDate.flatMap { cercles[$0].observations }
    var roots: Set<String> = []
    let said = palier.observations.compactMap { id -> String? in
      let root = lignees.racine(de: id)
      guard roots.insert(root).inserted,
        let one = first.first(where: { lignees.racine(de: $0.id) == root })
      else { return nil }
      return "Au tour de table\u{A0}: «\u{A0}\(one.texte)\u{A0}»"
        + (one.statut.map { " (\($0.mot))" } ?? "")
    }
    return own + said
  }

  /// What was done, in the order of its days; what has none last.
  private func pas(de palier: Palier) -> [String] {
    var all: [(day: Day?, text: String)] = []
    for seance in seances {
      for promesse in seance.promesses where promesse.palier == palier.id {
        guard let texte = promesse.texte, promesse.etat != .abandonnee else { continue }
        all.append((seance.date, "une promesse en séance, \(texte)"))
      }
    }
    for engagement in palier.engagements {
      guard let texte = engagement.texte else { continue }
      all.append((engagement.quand, "un engagement, \(texte)"))
    }
    for indicateur in palier.indicateurs {
      for entry in indicateur.realises.entries {
        guard let line = ligne(indicateur, entry.value) else { continue }
        let day = entry.value.piece?.dateDuFait ?? entry.value.date
        all.append((day ?? schema.jour(entry.mois), line))
      }
    }
    if let reached = palier.atteintLe { all.append((reached, "le palier est atteint")) }
    all += passages(de: palier)
    let dated = all.filter { $0.day != nil }
      .sorted { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }
    return (dated + all.filter { $0.day == nil }).map { one in
      guard let day = one.day else { return one.text.firstUppercased }
      return "\(day.frenchMonthAndYear.firstUppercased)\u{A0}: \(one.text)"
    }
  }

  private func ligne(_ indicateur: Indicateur, _ realise: Realise) -> String? {
    guard let statut = realise.statut, statut != .nonConcerne else { return nil }
    let valeur = realise.valeur.map { ", \(indicateur.french($0))" } ?? ""
    let mots = realise.commentaire.map { ", \($0)" } ?? ""
    let preuve = realise.piece?.titre.map { " (preuve\u{A0}: \($0))" } ?? ""
    return "\(indicateur.intitule), \(statut.mot)\(valeur)\(mots)\(preuve)"
  }

  /// The observations that it answers, where a later image gives them another colour.
  private func passages(de palier: Palier) -> [(day: Day?, text: String)] {
    let lignees = Lignees(cercles)
    let roots = Set(palier.observations.map { lignees.racine(de: $0) })
    var last: [String: Statut] = [:]
    var all: [(day: Day?, text: String)] = []
    for place in imagesParDate {
      for one in cercles[place].observations {
        let root = lignees.racine(de: one.id)
        guard roots.contains(root), let statut = one.statut else { continue }
        if let before = last[root], before != statut {
          all.append(
            (
              cercles[place].date,
              "le groupe passe de \(before.mot) à \(statut.mot)\u{A0}: «\u{A0}\(one.texte)\u{A0}»"
            ))
        }
        last[root] = statut
      }
    }
    return all
  }
}

extension Grille {
  /// Changes the answer to a point, made where there is none.
  fileprivate mutating func modifier(_ point: String, _ change: (inout Reponse) -> Void) {
    if let index = reponses.firstIndex(where: { $0.point == point }) {
      change(&reponses[index])
    } else {
      var reponse = Reponse()
      reponse.point = point
      change(&reponse)
      if !reponse.estVide { reponses.append(reponse) }
    }
  }
}
