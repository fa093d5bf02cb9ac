import DPES
import JSONTree

// What templates may name (`docs/modeles.md` lists it): one vocabulary for every document.
extension Dossier {
  /// - Complexity: O(observations + indicators); lists are made when they are written.
  var scope: TemplateScope {
    let page = PageDuCA(demarche, avancement, image: image)
    // A template goes through them several times; each goes through the whole image.
    let before = axes(asOf: depuis)
    let earlier = earlierImage
    let suites = Suite.suites(demarche, avancement)
    let comparison = earlier.flatMap { from in
      image.map { ComparaisonDImages(de: from, a: $0, dans: demarche) }
    }
    let poster = poster
    let axes = zip(avancement.axes, before).map { now, before in
      var scope = axis(now, before: before, page, poster)
      scope.add(changes(on: now.axe, comparison, from: earlier))
      return scope
    }
    let withoutColour = (image?.observations ?? []).count { $0.statut == nil }
    var scope: TemplateScope = [
      "structure": .text(demarche.structure.raisonSociale),
      "structureCourte": .text(
        demarche.structure.raisonSociale.shortened(to: 70)),
      // Beside the day, in half a foot.
      "structurePied": .text(demarche.structure.raisonSociale.shortened(to: 32)),
      "jour": .text(jour.french),
      "mention": .text(sansNoms ? "Sans noms" : "Avec initiales"),
      "charteSigneeLe": .text(demarche.charte.signeeLe?.french),
      "charteQualite": .text(demarche.charte.qualite),
      "imageDate": .text(image?.date.french),
      "imageAvant": .text(earlier?.date.french),
      "anneeLignes": .each(yearLines(before: before, suites)) { ["texte": .text($0)] },
      "affiche": .text(poster.way.look), "afficheTitre": .text(poster.way.title),
      "intermediaireMois": .number(avancement.intermediaireMois),
      "dureeMois": .number(avancement.dureeMois),
      "imageTitre": .text(image?.titre),
      "imageFigee": .flag(image?.figee ?? false),
      "identite": lines(identite),
      "pilotage": lines(pilotage),
      "colleges": colleges,
      "boites": boites,
      "axes": .each(axes) { $0 },
      "aPlacer": observations(sur: nil),
      "legende": .each(Statut.allCases) { statut in
        [
          "mot": .text(statut.mot), "signe": .text(Signs.sign(statut)),
          "teinte": .text(Tint(statut).rawValue), "phrase": .text(statut.phrase),
          "nombre": .number((image?.observations ?? []).count { $0.statut == statut }),
        ]
      },
      "sansStatut": .number(withoutColour > 0 ? withoutColour : nil),
      "periodes": .each(avancement.periodes, period),
      "avecSchema": .flag(!demarche.schema.paliers.isEmpty),
      "debut": .text(avancement.debut?.french),
      "profils": .each(avancement.profils, profile),
      "aFaire": .each(
        AFaire(
          demarche, avancement, cycles: cycles, referentiels: Array(referentiels.values)
        ).lignes.filter { $0.rubrique != .cycleInconnu && !$0.estDesActeurs }, task),
    ]
    scope.add(drawings)
    scope.add(told(suites))
    scope.add(conseil(suites, page))
    scope.add(parole(suites))
    scope.add(candidacy)
    scope.add(recognition)
    scope.add(followUp(page))
    scope.add(meeting)
    scope.add(yearly)
    scope.add(pair(suites))
    return scope
  }

  /// A name and what is said of it, for each that says something.
  func lines(_ pairs: [(String, String?)]) -> TemplateScope.Value {
    let said = pairs.compactMap { name, text in
      text.flatMap { $0.isBlank ? nil : (name, $0) }
    }
    return .each(said) { ["nom": .text($0.0), "valeur": .text($0.1)] }
  }

  var identite: [(String, String?)] {
    let structure = demarche.structure
    return [
      ("Raison sociale", structure.raisonSociale), ("SIREN", structure.siren),
      ("Statut", structure.statut), ("Adresse", structure.adresse),
      ("Activités", structure.activites), ("Échelle d’intervention", structure.echelle),
      ("ETP permanents", structure.etp.permanents?.french),
      ("ETP en insertion", structure.etp.insertion?.french),
    ] + recognitionLines
  }

  private var dernierExercice: Exercice? {
    anneesFinies.first?.exercice
  }

  /// Of the last exercice: what was sold, and of which year.
  var chiffreAffaires: String? {
    guard let exercice = dernierExercice, let sold = exercice.ventes else { return nil }
    return "\(sold.euros), exercice \(exercice.intitule)"
  }

  /// Of the last exercice: the money that was not sold for, then what was given in kind.
  var autresRessources: String? {
    guard let exercice = dernierExercice else { return nil }
    func isSaid(_ number: JSONNumber?) -> JSONNumber? { number?.double == 0 ? nil : number }
    var said: [String] = []
    if let money = isSaid(exercice.nonMarchand) {
      said.append("\(money.euros) de subventions, cotisations et dons")
    }
    let worth = isSaid(exercice.nonMonetaire).map(\.euros)
    if let hours = isSaid(exercice.heuresDonnees) {
      let one = hours.double.map { abs($0) < 2 } ?? false
      said.append(
        "\(hours.french) \(one ? "heure donnée" : "heures données")"
          + (worth.map { "\(one ? ", estimée" : ", estimées") à \($0)" } ?? ""))
    } else if let worth {
      said.append("\(worth) de contributions en nature, estimées")
    }
    return said.isEmpty ? nil : said.joined(separator: "\u{A0}; ")
  }

  private var pilotage: [(String, String?)] {
    let pilotage = demarche.pilotage
    return [
      ("Conception", pilotage.conception), ("Conduite", pilotage.conduite),
      ("Validation", pilotage.validation), ("Portage", pilotage.portage),
      ("Regard extérieur", pilotage.regardExterieur), ("Pourquoi ce changement", pilotage.pourquoi),
    ]
  }

  private var colleges: TemplateScope.Value {
    .each(byCollege(demarche.participants)) { college, people in
      [
        "college": .text(college?.nom ?? "Sans collège"),
        "nombre": .number(people.count),
        "personnes": .each(people) { one in
          [
            "qui": .text(one.initiales ?? one.nom ?? "une personne"),
            "nom": .text(one.initiales == nil ? nil : one.nom),
            "organisme": .text(one.organisme),
            "implication": .text(one.implication?.nom.lowercased()),
            "parti": .text(one.departLe?.french),
          ]
        },
      ]
    }
  }

  /// The collèges that have somebody, those without one last.
  func byCollege(_ people: [Participant]) -> [(college: College?, people: [Participant])] {
    (College.allCases + [nil]).map { college in (college, people.filter { $0.college == college }) }
      .filter { !$1.isEmpty }
  }

  private var boites: TemplateScope.Value {
    // As on the slide: what carries, what the structure wants, what holds back.
    let boites = ProfilStrategique.Cle.rangees.joined().map { ($0, demarche.profilStrategique[$0]) }
      .filter { $1.etat == .neant || !$1.elements.isEmpty }
    return .each(boites) { cle, boite in
      [
        "titre": .text(cle.nom), "signe": .text(cle.signe.map(String.init)),
        "neant": .flag(boite.elements.isEmpty),
        "elements": .each(boite.elements) { ["texte": .text($0)] },
      ]
    }
  }

  private func period(_ periode: Periode) -> TemplateScope {
    [
      "mois": .number(periode.mois),
      "titre": .text(heading(of: periode).split(separator: "\n").first.map(String.init)),
      "dates": .text(periode.days),
    ]
  }

  private func profile(_ profil: Avancement.Profil) -> TemplateScope {
    let name =
      switch profil.moment {
      case .depart: "au départ"
      case .actuel: "actuel, au \(jour.french)"
      case .intermediaire: "intermédiaire, à \(avancement.intermediaireMois)\u{A0}mois"
      case .cible: "cible, à \(avancement.dureeMois)\u{A0}mois"
      }
    return [
      "nom": .text(name),
      "commeAvant": .flag(profil.estLePrecedent),
      "niveaux": .each(Array(zip(Axe.allCases, profil.niveaux))) { axe, niveau in
        ["axe": .text(axe.nomCourt), "niveau": .number(niveau)]
      },
    ]
  }

  private func task(_ ligne: AFaire.Ligne) -> TemplateScope {
    let word =
      switch ligne.rubrique {
      case .perdu: "\(Signs.lost)\u{A0}perdu"
      case .enRetard: "\(Signs.late)\u{A0}en retard"
      case .echeancePassee:
        "\(Signs.past)\u{A0}\(EcheancePassee.mot(depuis: ligne.joursDeRetard(le: jour)))"
      case .ceMois: "ce mois-ci"
      case .aPreparer: "à préparer"
      case .aClore: "à clore"
      case .aVerifier: "à vérifier"
      case .aAtteindre: "à atteindre"
      case .promesses: "promesse \(ligne.suivi?.mot ?? "")"
      case .aRelire: "à relire"
      case .identifiant, .cycleInconnu: "à venir"
      }
    let text =
      switch ligne.objet {
      case .cloture(let mois): "Période de \(mois) mois"
      case .indicateur, .palier, .promesse, .passage, .cycle, .outil, .carte: ligne.texte
      }
    return [
      "quoi": .text(text), "rubrique": .text(word), "presse": .flag(ligne.presse),
      "qui": .text(names(of: ligne.personnes)), "quand": .text(ligne.quand?.french),
      "axe": .text(ligne.axe?.nomCourt), "rang": .number(ligne.rang),
    ]
  }
}
