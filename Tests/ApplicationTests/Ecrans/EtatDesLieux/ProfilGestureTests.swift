import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct ProfilGestureTests {
  private func opened(_ demarche: Demarche, _ size: Size = Size(100, 30)) throws -> State {
    var state = state(demarche, size, screen: .etat)
    try #require(state.select("profilStrategique") == true)
    return state
  }

  private var blank: Demarche {
    Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  }

  private func boite(_ cle: ProfilStrategique.Cle, in state: State) -> ProfilStrategique.Boite? {
    state.document?.demarche.profilStrategique[cle]
  }

  @Test func `n fills a box, one thing after the other, until Échap`() throws {
    var state = try opened(blank)
    // From ambition, in the middle of the first row, to the box on its left.
    state.play("[gauche]nUn jardin[Entrée]Une équipe[Entrée][Échap]")
    let box = try #require(boite(.ressourcesInternes, in: state))
    #expect(box.elements == ["Un jardin", "Une équipe"] && box.etat == .renseigne)
    #expect(state.modes.isEmpty)
    #expect(state.etat.profilRow?.texte == "Une équipe")
    state.play("[Entrée][Ctrl-U]Une bonne équipe[Entrée]<")
    #expect(boite(.ressourcesInternes, in: state)?.elements == ["Une bonne équipe", "Un jardin"])
    state.play("[Suppr][Suppr]")
    #expect(boite(.ressourcesInternes, in: state)?.etat == .vide)
    state.play("u")
    #expect(boite(.ressourcesInternes, in: state)?.elements.count == 1)
    #expect(state.notice?.text.contains("Ressources internes") == true)
  }

  @Test func `x says that there is nothing, and never of a box that holds something`() throws {
    var state = try opened(blank)
    state.play("[droite]x")
    #expect(boite(.contraintesInternes, in: state)?.etat == .neant)
    state.play("x")
    #expect(boite(.contraintesInternes, in: state)?.etat == .vide)
    state.play("nUne dette[Entrée][Échap]")
    #expect(state.play("x").isEmpty)
    #expect(state.notice?.text.contains("contient quelque chose") == true)
  }

  @Test func `the nine boxes read again as they were filled in`() throws {
    var state = try opened(blank, Size(40, 12))
    // Where there is no room for boxes they are a list, in the method's order.
    for cle in ProfilStrategique.Cle.allCases {
      try #require(state.select(cle.rawValue) == true)
      state.play("nDit de \(cle.rawValue)[Entrée][Échap]")
    }
    let demarche = try #require(state.document?.demarche)
    #expect(try Demarche(file: demarche.json) == demarche)
    for cle in ProfilStrategique.Cle.allCases {
      #expect(demarche.profilStrategique[cle].elements == ["Dit de \(cle.rawValue)"])
    }
  }

  @Test func `the arrows go through the boxes as they stand, and on to the next section`() throws {
    var state = try opened(blank)
    func here() -> ProfilStrategique.Cle? { state.etat.profilRow?.cle }
    #expect(here() == .ambition)
    state.play("[bas][bas][bas]")
    #expect(here() == .priorites)
    state.play("[droite]")
    #expect(here() == .externalitesNegatives)
    state.play("[haut][gauche][gauche]")
    #expect(here() == .ressourcesEnvironnement)
    state.play("[gauche]")
    #expect(state.etat.section == .acteurs)
  }

  @Test func `a strength becomes an observation to place, once, and knows its box`() throws {
    var state = try opened(try example())
    state.play("[gauche][bas]")
    let row = try #require(state.etat.profilRow)
    #expect(row.cle == .ressourcesInternes && row.index == 0)
    #expect(state.play("c").count == 1)
    let observation = try #require(state.observations.last)
    #expect(observation.texte == row.texte && observation.axe == nil && observation.statut == nil)
    #expect(observation.points == ["profilStrategique:ressourcesInternes"])
    #expect(state.etat.profilRow?.numero == observation.numero)
    #expect(state.play("c").isEmpty)
    #expect(state.notice?.text.contains("déjà l’observation") == true)
    #expect(state.document?.demarche.constats([.pointDeGrille]).isEmpty == true)
  }

  @Test func `an ambition is neither a strength nor a weakness`() throws {
    var state = try opened(try example())
    #expect(state.play("[bas]c").isEmpty)
    #expect(state.notice?.text.contains("cases + et −") == true)
  }

  @Test func `a question is asked of each box, and can be dismissed`() throws {
    var state = try opened(blank)
    #expect(state.wantsSuggestions)
    _ = state.update(.suggestions(try shipped("suggestions/profil-strategique.json")))
    let first = try #require(EtatEcran.profilQuestion(state, for: .ambition))
    #expect(
      state.words.contains(first.texte.split(separator: " ").joined(separator: " ").prefix(20)))
    state.play("p")
    let second = try #require(EtatEcran.profilQuestion(state, for: .ambition))
    #expect(second != first)
    let count = try #require(state.suggestions?.profilStrategique[.ambition].count)
    for _ in 1..<count { state.play("p") }
    #expect(EtatEcran.profilQuestion(state, for: .ambition) == nil)
    #expect(EtatEcran.profilQuestion(state, for: .mobilisation) != nil)
    state.play("p")
    #expect(EtatEcran.profilQuestion(state, for: .ambition) == first)
  }

  @Test func `what is typed for a box is kept when the terminal goes away`() throws {
    var state = try opened(blank)
    state.play("nServir le quartier")
    _ = state.update(.event(.closed))
    #expect(boite(.ambition, in: state)?.elements == ["Servir le quartier"])
  }

  @Test func `what another person put in the box meanwhile stays`() throws {
    var state = try opened(try example())
    let base = try #require(state.document?.demarche)
    state.play("n")
    _ = state.update(arrival(base) { $0.ajouterElement("D’ailleurs", a: .ambition) })
    state.play("D’ici[Entrée][Échap]")
    let elements = try #require(boite(.ambition, in: state)?.elements)
    #expect(elements.contains("D’ailleurs") && elements.contains("D’ici"))
  }
}

@Suite struct ActeurGestureTests {
  private func opened(_ demarche: Demarche) throws -> State {
    var state = state(demarche, Size(100, 30), screen: .etat)
    try #require(state.select("acteurs") == true)
    return state
  }

  @Test func `an actor has a name, the nature of the relation, and its object`() throws {
    var state = try opened(Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay))
    state.play("n[Entrée]")
    #expect(state.words.contains("Il faut dire de qui il s’agit"))
    state.play("La Ville[Tab]i[Tab]Le local[Entrée][Échap]")
    let acteur = try #require(state.document?.demarche.acteurs.first)
    #expect(acteur.nom == "La Ville" && acteur.nature == .interdependance)
    #expect(acteur.objet == "Le local")
    state.play("[Entrée][Tab][Suppr][Entrée]")
    #expect(state.document?.demarche.acteurs.first?.nature == nil)
    state.play("[Suppr]")
    #expect(state.document?.demarche.acteurs.isEmpty == true)
  }

  @Test func `a thirteenth actor is refused, and says why`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    var ids = IDGenerator(seed: 1)
    for _ in 0..<Acteur.maximum { demarche.acteurs.ajouter(Acteur(), ids: &ids) }
    var state = try opened(demarche)
    state.play("n")
    #expect(state.modes.isEmpty)
    #expect(state.notice?.text.contains("jusqu’à 12 acteurs") == true)
  }
}

@Suite struct EtapesGestureTests {
  @Test func `Ctrl-E shows the étapes from any screen, and Entrée goes where something lacks`()
    throws
  {
    var state = emptyState()
    state.press(.control("e"))
    #expect(state.screen == .etat && state.etat.section == .etapes)
    #expect(state.words.contains("Tour de table : personne encore"))
    let rows = state.etat.rows.etapes
    let place = try #require(rows.firstIndex { $0.manque?.but == .profilStrategique })
    for _ in 0..<place { state.press(.down) }
    state.play("[Entrée]")
    #expect(state.etat.section == .profilStrategique)
  }

  @Test func `what an observation lacks is one key away`() throws {
    var demarche = try example()
    var ids = IDGenerator(seed: 5)
    let signature = signature(demarche, "SC")
    demarche.ajouterObservation("À placer", axe: nil, statut: nil, signature, ids: &ids)
    var state = state(demarche, Size(80, 24))
    state.press(.control("e"))
    let rows = state.etat.rows.etapes
    let place = try #require(rows.firstIndex { $0.manque?.phrase.contains("à placer") == true })
    for _ in 0..<place { state.press(.down) }
    state.play("[Entrée]")
    #expect(state.screen == .cercle)
    let selected = try #require(state.cercle.selected(in: state.derived))
    #expect(selected.axe == nil)
  }

  @Test func `what was said and has no answer is answered from the étapes`() throws {
    var state = state(try example(), Size(80, 24))
    func unanswered() -> (String, Int)? {
      let rows = state.etat.rows.etapes
      return rows.firstIndex { $0.manque?.phrase.contains("sans réponse") == true }.flatMap {
        place in rows[place].manque.map { ($0.phrase, place) }
      }
    }
    state.press(.control("e"))
    let (phrase, place) = try #require(unanswered())
    let count = try #require(Int(phrase.prefix(while: \.isNumber)))
    for _ in 0..<place { state.press(.down) }
    state.play("[Entrée]")
    #expect(state.screen == .cercle && state.words.contains("Réponse à l’observation"))
    state.play("Vu avec la ville[Entrée]")
    #expect(state.document?.demarche.retours.map(\.texte) == ["Vu avec la ville"])
    state.press(.control("e"))
    #expect(unanswered()?.0.hasPrefix("\(count - 1)") == true)
  }

  @Test func `no étape tells a share or a score`() throws {
    for demarche in [try example(), Demarche(id: "d", raisonSociale: "X", debut: exampleDay)] {
      var state = state(demarche, Size(140, 40))
      state.press(.control("e"))
      #expect(!state.words.contains("%"))
    }
  }
}
