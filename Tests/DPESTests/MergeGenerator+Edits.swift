import JSONTree

@testable import DPES

extension MergeGenerator {
  mutating func edit(_ demarche: inout Demarche) {
    switch number(21) {
    case 0...5: editImages(&demarche)
    case 6...11: editSchema(&demarche)
    case 12: editPeople(&demarche)
    case 13: editSeances(&demarche)
    case 14: editGrilles(&demarche)
    case 15: editTexts(&demarche)
    case 16: editProfil(&demarche)
    case 17: editSuivi(&demarche)
    case 18: editUnknown(&demarche)
    case 19: editTerritoire(&demarche)
    default: move(&demarche)
    }
    if chance(2) { trace(&demarche) }
  }

  private mutating func trace(_ demarche: inout Demarche) {
    let quand = (demarche.historique.last?.quand?.seconds ?? 1_800_000_000) + number(3)
    demarche.tracer(
      word(), word(), avant: nil, apres: nil,
      Signature(quand: Instant(seconds: quand), jour: day()))
  }

  private mutating func editPeople(_ demarche: inout Demarche) {
    if chance(4) {
      edit(&demarche.acteurs) {
        var acteur = Acteur()
        acteur.id = $0.ids.next()
        return acteur
      } change: {
        $1.nom = $0.maybe($0.text())
      }
      return
    }
    edit(&demarche.participants) {
      var participant = Participant()
      participant.id = $0.ids.next()
      return participant
    } change: {
      $1.initiales = $0.maybe($0.text())
      $1.college = $0.maybe($0.any(of: College.allCases) ?? .usagers)
    }
  }

  private mutating func editSeances(_ demarche: inout Demarche) {
    let people = demarche.participants.map(\.id)
    edit(&demarche.seances) {
      var seance = Seance()
      seance.id = $0.ids.next()
      return seance
    } change: { generator, seance in
      seance.notes = generator.maybe(generator.text())
      seance.presents = people.filter { _ in generator.chance(2) }
      generator.edit(&seance.promesses) {
        var promesse = Seance.Promesse()
        promesse.id = $0.ids.next()
        return promesse
      } change: {
        $1.qui = $0.any(of: people)
        $1.texte = $0.maybe($0.text())
      }
    }
  }

  private mutating func editGrilles(_ demarche: inout Demarche) {
    edit(&demarche.grilles) {
      var grille = Grille()
      grille.id = $0.ids.next()
      return grille
    } change: { generator, grille in
      let point = generator.word()
      var reponse = grille.reponses.first { $0.point == point } ?? Reponse()
      reponse.point = point
      reponse.existante = generator.any(of: Reponse.Existante.allCases)
      reponse.existanteTexte = generator.maybe(generator.text())
      grille.reponses.removeAll { $0.point == point }
      grille.reponses.append(reponse)
    }
  }

  private mutating func editTexts(_ demarche: inout Demarche) {
    demarche.candidature.motivation = maybe(word())
    demarche.structure.activites = maybe(word())
    demarche.structure.etp.permanents = maybe(JSONNumber(number(3)))
    if chance(3) { demarche.pilotage.portage = maybe(word()) }
    if chance(3) { demarche.candidature = Candidature() }
  }

  /// What was handed over, and what a territory keeps.
  private mutating func editTerritoire(_ demarche: inout Demarche) {
    edit(&demarche.transmissions) {
      var transmission = Transmission()
      transmission.id = $0.ids.next()
      return transmission
    } change: {
      $1.a = $0.maybe($0.text())
      $1.quoi = $0.any(of: Transmission.Quoi.allCases)
      $1.retireLe = $0.maybe($0.day())
    }
    var own = demarche.territoire ?? Territoire()
    edit(&own.dossiers)
    own.seuil = maybe(3 + number(3))
    edit(&own.structures) {
      var structure = Territoire.Participante()
      structure.id = $0.ids.next()
      return structure
    } change: {
      $1.ecartee = $0.chance(2)
    }
    edit(&own.sujets) {
      var sujet = Territoire.SujetCommun()
      sujet.id = $0.ids.next()
      return sujet
    } change: {
      $1.intitule = $0.maybe($0.text())
      $0.edit(&$1.points)
      $0.edit(&$1.textes)
    }
    if chance(3) {
      var restitution = Territoire.Restitution()
      (restitution.id, restitution.le) = (ids.next(), day())
      edit(&restitution.structures)
      own.restitutions.append(restitution)
    }
    demarche.territoire = maybe(own) ?? demarche.territoire
  }

  private mutating func editProfil(_ demarche: inout Demarche) {
    let path = any(of: [\ProfilStrategique.ambition, \.priorites]) ?? \.ambition
    edit(&demarche.profilStrategique[keyPath: path].elements)
    let isEmpty = demarche.profilStrategique[keyPath: path].elements.isEmpty
    demarche.profilStrategique[keyPath: path].etat =
      isEmpty ? (chance(2) ? .neant : .vide) : .renseigne
  }

  private mutating func editSuivi(_ demarche: inout Demarche) {
    let mois = mois()
    if demarche.estClose(mois) {
      demarche.periodesCloses.removeAll { $0.mois == mois }
    } else {
      var periode = PeriodeClose()
      periode.mois = mois
      periode.par = any(of: demarche.participants)?.id
      demarche.periodesCloses.append(periode)
    }
    let paliers = demarche.schema.paliers.map(\.id)
    edit(&demarche.ressources) {
      var ressource = Ressource()
      ressource.id = $0.ids.next()
      return ressource
    } change: {
      $1.palier = $0.maybe($0.any(of: paliers) ?? nil) ?? nil
      $1.titre = $0.maybe($0.text())
    }
  }

  private mutating func editUnknown(_ demarche: inout Demarche) {
    let key = word()
    let value: JSONValue =
      switch number(4) {
      case 0: .object(["x": .string(word()), "y": .string(word())])
      case 1: .array([.object(["id": .string(ids.next()), "x": .string(word())])])
      case 2: .array([.string(word())])
      default: .string(word())
      }
    func put(in unknown: inout [JSONObject.Member]) {
      unknown.removeAll { $0.key == key }
      if !chance(4) { unknown.append(.init(key: key, value: value)) }
    }
    switch any(of: Array(demarche.cercles.indices)) {
    case let index? where !demarche.cercles[index].figee:
      put(in: &demarche.cercles[index].others.unknown)
    default: put(in: &demarche.others.unknown)
    }
  }

  /// Moves an argument or an indicator to another owner.
  private mutating func move(_ demarche: inout Demarche) {
    let images = demarche.cercles.indices.filter { !demarche.cercles[$0].figee }
    if chance(2), let image = any(of: Array(images)) {
      let count = demarche.cercles[image].observations.count
      guard count > 1 else { return }
      let (from, to) = (number(count), number(count))
      guard let moved = demarche.cercles[image].observations[from].arguments.popLast() else {
        return
      }
      demarche.cercles[image].observations[to].arguments.insert(moved, at: 0)
    } else if let from = any(of: Array(demarche.schema.paliers.indices)) {
      guard let moved = demarche.schema.paliers[from].indicateurs.popLast() else { return }
      let to = number(demarche.schema.paliers.count)
      demarche.schema.paliers[to].indicateurs.insert(moved, at: 0)
    }
  }
}

extension MergeGenerator {
  private mutating func editImages(_ demarche: inout Demarche) {
    let people = demarche.participants.map(\.id)
    let seances = demarche.seances.map(\.id)
    let known = demarche.cercles.flatMap(\.observations).map(\.id)
    if demarche.cercles.isEmpty || chance(8) {
      edit(&demarche.cercles) {
        var image = CercleDeQualite()
        image.id = $0.ids.next()
        image.date = $0.day()
        return image
      } change: {
        $1.titre = $0.maybe($0.text())
        $1.seance = $0.any(of: seances)
      }
      return
    }
    let index = number(demarche.cercles.count)
    if chance(12) { demarche.cercles[index].figee.toggle() }
    guard !demarche.cercles[index].figee else { return }
    edit(&demarche.cercles[index].observations) {
      var observation = Observation()
      observation.id = $0.ids.next()
      observation.numero = 1 + $0.number(50)
      observation.texte = $0.text()
      observation.auteur = $0.any(of: people)
      observation.origine = $0.chance(2) ? $0.any(of: known) : nil
      return observation
    } change: {
      $0.change(&$1, people: people)
    }
  }

  private mutating func change(_ observation: inout Observation, people: [String]) {
    switch number(8) {
    case 0: observation.texte = text()
    case 1: observation.statut = maybe(any(of: Statut.allCases) ?? .vert)
    case 2: observation.axe = maybe(any(of: Axe.allCases) ?? .utilite)
    case 3: observation.priorite.toggle()
    case 4: edit(&observation.formulations)
    case 5:
      edit(&observation.points)
      observation.points = observation.points.map { $0.contains(":") ? $0 : "c:\($0)" }
    case 6:
      var place = Place()
      place.angle = JSONNumber(number(360))
      place.rayon = JSONNumber(number(100))
      observation.place = maybe(place)
    default:
      edit(&observation.arguments) {
        var argument = Argument()
        argument.id = $0.ids.next()
        argument.auteur = $0.any(of: people)
        return argument
      } change: {
        $1.texte = $0.maybe($0.text())
      }
    }
  }

  private mutating func editSchema(_ demarche: inout Demarche) {
    let people = demarche.participants.map(\.id)
    let observations = demarche.cercles.flatMap(\.observations).map(\.id)
    if demarche.schema.paliers.isEmpty || chance(3) {
      edit(&demarche.schema.paliers) {
        var palier = Palier()
        palier.id = $0.ids.next()
        palier.axe = $0.any(of: Axe.allCases) ?? .utilite
        palier.rang = $0.number(4)
        palier.intitule = $0.text()
        palier.observations = $0.any(of: observations).map { [$0] } ?? []
        return palier
      } change: {
        $1.rang = $0.number(5)
        if $0.chance(3) { $1.axe = $0.any(of: Axe.allCases) ?? .utilite }
      }
      return
    }
    let index = number(demarche.schema.paliers.count)
    if chance(3) {
      demarche.schema.paliers[index].echeanceMois = maybe(number(36))
      demarche.schema.paliers[index].observations = observations.filter { _ in chance(6) }
      return
    }
    edit(&demarche.schema.paliers[index].indicateurs) {
      var indicateur = Indicateur()
      indicateur.id = $0.ids.next()
      indicateur.intitule = $0.text()
      indicateur.responsable = $0.any(of: people)
      return indicateur
    } change: { generator, indicateur in
      generator.change(&indicateur, people: people)
    }
  }

  private mutating func change(_ indicateur: inout Indicateur, people: [String]) {
    let mois = mois()
    switch number(4) {
    case 0: indicateur.intitule = text()
    case 1: indicateur.objectifs[mois] = maybe(.aucun)
    case 2 where indicateur.realises[mois] != nil: indicateur.realises[mois] = nil
    default:
      var realise = indicateur.realises[mois] ?? Realise()
      if chance(2) {
        var correction = Realise.Correction()
        correction.statut = realise.statut
        correction.date = day()
        correction.auteur = any(of: people)
        realise.corrections.append(correction)
      }
      realise.statut = any(of: Realise.Statut.allCases)
      realise.valeur = maybe(.nombre(JSONNumber(number(5))))
      indicateur.realises[mois] = realise
    }
  }
}
