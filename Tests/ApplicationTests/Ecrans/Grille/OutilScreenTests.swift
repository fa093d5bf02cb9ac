import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// The tools of the manual on the screen of the grille: curseur, choix, liste, fiches.
@Suite struct OutilScreenTests {
  private static let tools = [
    "charte-apes", "developpement-durable", "diagnostic-territoire", "scenarios",
    "logiques-acteurs",
  ]

  private var empty: Demarche {
    Demarche(id: "d1", raisonSociale: "Résidence du Halage", debut: exampleDay)
  }

  /// A tool, shown on its first point.
  private func outil(
    _ id: String, _ demarche: Demarche, _ size: Size = Size(100, 30), isASCII: Bool = false
  ) throws -> State {
    var state = state(demarche, size, screen: .grille, isASCII: isASCII)
    let all: [Referentiel] = try Self.tools.map { try shipped("referentiels/\($0).json") }
    _ = state.update(.referentiels(all))
    GrilleEcran.showReferentiel(&state, id)
    return state
  }

  private func reponse(_ state: State) -> Reponse? { state.grille.selected?.reponse }

  /// Two fiches with lines, and a curseur with three arguments and a full ball.
  private func said() throws -> Demarche {
    var demarche = empty
    var ids = IDGenerator(seed: 3)
    let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
    let scenarios: Referentiel = try shipped("referentiels/scenarios.json")
    for (titre, lines) in [
      ("Financements publics", ["prix accessibles", "une fonction reconnue"]),
      ("Vendre des prestations", ["recettes propres"]),
    ] {
      let id = demarche.ajouterFiche(titre, de: scenarios.id, ids: &ids)
      demarche.repondre("avantages", de: scenarios, sujet: id, signature, ids: &ids) {
        $0.elements = lines
      }
    }
    let durable: Referentiel = try shipped("referentiels/developpement-durable.json")
    for (texte, pas) in [
      ("Deux postes créés ici, au service des résidents", 4),
      ("La cuisine est revenue en régie", 1),
      ("Deux remplacements restent en contrats courts", -1),
    ] {
      var argument = Argument()
      argument.id = ids.next()
      argument.texte = texte
      argument.deplacer(de: pas)
      demarche.repondre("ep1", de: durable, signature, ids: &ids) {
        $0.arguments.append(argument)
        $0.priorite = true
      }
    }
    demarche.repondre("ep2", de: durable, signature, ids: &ids) { $0.existante = .partielle }
    return demarche
  }

  @Test func `an argument moves the curseur, and undo takes both`() throws {
    var state = try outil("developpement-durable", empty)
    state.play("[Entrée]deux postes[Entrée][droite][droite][Entrée]")
    let argument = try #require(reponse(state)?.arguments.first)
    #expect(argument.texte == "deux postes" && argument.deplacement == 2 && argument.sens == .pour)
    // The field is ready again.
    #expect((state.modes.last as? Question)?.subject is ArgumentQuestion)
    state.play("tout loin[Entrée][gauche][Entrée][Échap]")
    #expect(reponse(state)?.arguments.map(\.deplacement) == [2, -1])
    #expect(reponse(state)?.arguments.map(\.sens) == [.pour, .contre])
    state.play("u")
    #expect(reponse(state)?.arguments.map(\.texte) == ["deux postes"])
    state.play("u")
    #expect(state.document?.demarche.grilles.isEmpty == true)
  }

  @Test func `at the end of the line a further step stops and says so`() throws {
    var state = try outil("developpement-durable", empty)
    state.play("[Entrée]très fort[Entrée][5 droite]")
    #expect(state.notice?.kind != .refused)
    state.play("[droite]")
    #expect(state.notice?.text.contains("au bout de la ligne") == true)
    state.play("[Entrée]")
    #expect(reponse(state)?.arguments.first?.deplacement == 5)
    state.play("encore[Entrée][droite]")
    #expect(state.notice?.text.contains("au bout de la ligne") == true)
    state.play("[Entrée][Échap]")
    #expect(reponse(state)?.arguments.last?.deplacement == nil)
    #expect(reponse(state)?.arguments.last?.sens == nil)
  }

  @Test func `the text comes back by Retour arrière, and nothing is kept by Échap`() throws {
    var state = try outil("developpement-durable", empty)
    state.play("[Entrée]deux postes[Entrée][droite][Retour]")
    #expect((state.modes.last as? Question)?.field.text == "deux postes")
    state.play("[Entrée][Échap]")
    #expect(state.modes.isEmpty && reponse(state) == nil)
  }

  @Test(arguments: [
    ("developpement-durable", "o", "un argument déplace le curseur"),
    ("developpement-durable", "i", "ne se dit pas ici"),
    ("developpement-durable", "j", "Entrée"),
    ("diagnostic-territoire", "x", "on écrit des lignes"),
    ("diagnostic-territoire", "!", "ceux d’un curseur"),
    ("diagnostic-territoire", "g", "n’a ni fiches ni acteurs"),
    ("charte-apes", "a", "ceux d’un curseur"),
    ("scenarios", "o", "g, puis n"), ("logiques-acteurs", "p", "carte des"),
  ])
  func `what a form does not know is refused in words`(id: String, key: String, words: String)
    throws
  {
    var state = try outil(id, empty)
    state.play(key)
    #expect(state.notice?.kind == .refused && state.notice?.text.contains(words) == true)
    #expect(state.document?.demarche == empty)
  }

  @Test func `« non concerné » is said of a curseur too, and the full ball is toggled`() throws {
    var state = try outil("developpement-durable", empty)
    state.play("!")
    #expect(reponse(state)?.priorite == true && state.words.contains("oule pleine"))
    state.play("!")
    #expect(reponse(state) == nil)
    state.play("crien à vendre[Entrée]")
    state.grille.select(0)
    #expect(reponse(state)?.existante == .nonConcerne)
  }

  @Test func `arguments are discussed again, made an observation, and taken back`() throws {
    var state = try outil("developpement-durable", try said())
    state.play("a")
    #expect(state.words.contains("Deux postes créés ici"))
    state.play("<<")
    #expect(reponse(state)?.arguments.map(\.deplacement) == [2, 1, -1])
    state.play("[bas][Suppr]")
    #expect(reponse(state)?.arguments.count == 2 && Curseur(reponse(state)).place == 1)
    state.play("u[Début]n")
    #expect((state.modes.last as? Capture)?.field.text.hasPrefix("Deux postes") == true)
    #expect((state.modes.last as? Capture)?.subject?.point == "developpement-durable:ep1")
  }

  @Test func `options are ticked, then what makes one say so is asked`() throws {
    var state = try outil("diagnostic-territoire", empty)
    state.play("[droite]")
    let options = try #require(state.grille.selected?.point.options)
    state.play("[Entrée][bas] [bas] [Entrée]on se voit peu[Entrée]")
    #expect(reponse(state)?.choix == [options[1].code, options[2].code])
    #expect(reponse(state)?.existanteTexte == "on se voit peu")
    state.play("jun appel commun[Entrée]")
    #expect(reponse(state)?.aIntegrerTexte == "un appel commun")
    #expect(state.words.contains("[x] spécialisé") && state.words.contains("[ ] segmenté"))
    // Left, nothing changes.
    state.play("[Entrée] [Échap]")
    #expect(reponse(state)?.choix.count == 2)
  }

  @Test func `lines are added one after the other, moved, corrected and taken away`() throws {
    var state = try outil("diagnostic-territoire", empty)
    state.play("[Entrée]le bourg[Entrée]la gare[Entrée][Échap]")
    #expect(reponse(state)?.elements == ["le bourg", "la gare"])
    state.press(.shiftUp)
    #expect(reponse(state)?.elements == ["la gare", "le bourg"])
    state.play("[Entrée] du canal[Entrée]")
    #expect(reponse(state)?.elements == ["la gare du canal", "le bourg"])
    state.play("[Suppr]")
    #expect(reponse(state)?.elements == ["le bourg"])
    state.play("[Échap]")
    #expect(state.modes.isEmpty)
  }

  @Test func `a fiche is opened, filled in, renamed and deleted with what is said on it`() throws {
    var state = try outil("scenarios", empty)
    state.play("gnFinancements publics[Entrée]")
    #expect(state.modes.isEmpty && state.words.contains("Financements publics"))
    state.play("[bas][Entrée]prix accessibles[Entrée][Échap][Échap]")
    let fiche = try #require(state.document?.demarche.fiches.first)
    #expect(state.document?.demarche.grilles.first?.sujet == fiche.id)
    state.play("gnVendre[Entrée]")
    #expect(reponse(state)?.elements ?? [] == [])
    state.play("g[Début][Entrée]")
    #expect(state.grille.sujet == fiche.id)
    state.play("g[Début]t[Fin] et privés[Entrée]")
    #expect(state.document?.demarche.fiches[0].titre == "Financements publics et privés")
    state.play("[Suppr]")
    #expect(state.document?.demarche.fiches.map(\.titre) == ["Vendre"])
    #expect(state.document?.demarche.grilles.isEmpty == true)
    state.play("u")
    #expect(state.document?.demarche.fiches.count == 2)
    #expect(state.document?.demarche.grilles.count == 1)
  }

  @Test func `v sets two fiches side by side, which are read and not changed`() throws {
    var state = try outil("scenarios", try said())
    state.play("v")
    #expect(state.words.contains("prix accessibles") && state.words.contains("recettes propres"))
    #expect(state.words.contains("fiches 1 et 2 sur 2"))
    let before = state.document?.demarche
    state.play("[Entrée]")
    #expect(state.modes.isEmpty && state.document?.demarche == before)
    #expect(state.notice?.text.contains("côte à côte") == true)
    state.play("v")
    #expect(state.grille.besides == nil && state.words.contains("fiche 1 sur 2"))
  }

  @Test func `a fiche whose tool is not here is shown by its codes, and kept`() throws {
    var demarche = try said()
    for index in demarche.fiches.indices { demarche.fiches[index].referentiel = "du-reseau" }
    for index in demarche.grilles.indices where demarche.grilles[index].sujet != nil {
      demarche.grilles[index].referentiel = "du-reseau"
    }
    var state = try outil("charte-apes", demarche)
    state.play("r[Fin][Entrée]")
    #expect(state.grille.referentielID == "du-reseau")
    #expect(state.words.contains("avantages") && state.words.contains("prix accessibles"))
    state.play("[Entrée]")
    #expect(state.notice?.text.contains("n’est pas sur cet ordinateur") == true)
    #expect(state.document?.demarche == demarche)
  }

  @Test func `an answer of before the form stays, is shown as such, and is no argument`() throws {
    var state = try outil("developpement-durable", try said())
    #expect(state.grille.rows.untouched == state.grille.rows.count - 1)
    state.play("[bas]")
    #expect(state.words.contains("réponse d’avant : partielle"))
  }

  @Test func `what is observed on a fiche cites it, and the chain names and reaches it`() throws {
    var state = try outil("scenarios", try said())
    let fiche = try #require(state.grille.sujet)
    state.play("n")
    #expect((state.modes.last as? Capture)?.subject?.point == "fiches:\(fiche)")
    state.play("[Échap]")
    var demarche = try said()
    var ids = IDGenerator(seed: 9)
    let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
    let id = demarche.observer(
      "Un prix trop haut", point: "fiches:\(fiche)", sur: .utilite, signature, ids: &ids)
    state = try outil("scenarios", demarche)
    #expect(state.words.contains("Un prix trop haut"))
    #expect(ChaineText(.point("fiches:\(fiche)"), in: state).words == "Financements publics")
    _ = state.go(to: .observation(id))
    #expect(state.screen == .cercle)
    state.play("l[Début][Entrée]")
    #expect(state.screen == .grille && state.grille.sujet == fiche)
  }

  @Test func `f adds the points that a network calls so`() throws {
    var tool: Referentiel = try shipped("referentiels/scenarios.json")
    tool.sujet = nil
    tool.themes[0].points[1].incontournable = true
    var state = state(empty, Size(100, 30), screen: .grille)
    _ = state.update(.referentiels([tool]))
    GrilleEcran.showReferentiel(&state, tool.id)
    #expect(state.words.contains("(incontournable)"))
    state.play("ff")
    #expect(state.grille.rows.rows.filter(\.isPoint).count == 1)
    state.play("f")
    #expect(state.grille.rows.rows.filter(\.isPoint).count == 6)
  }

  @Test func `the bottom line names what the keys do for the form`() throws {
    let curseur = try outil("developpement-durable", empty).view.description
    #expect(curseur.contains("argument") && !curseur.contains("o p x c"))
    let fiches = try outil("scenarios", try said()).view.description
    #expect(fiches.contains("fiches") && fiches.contains("lignes"))
    #expect(try outil("charte-apes", empty).view.description.contains("o p x c"))
  }

  static let sizes = [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40)]

  @Test(arguments: sizes)
  func `the forms at every size`(size: Size) throws {
    for (id, keys) in [
      ("developpement-durable", ""), ("diagnostic-territoire", "[droite]"), ("scenarios", "[bas]"),
      ("scenarios", "v"), ("developpement-durable", "[Entrée]un mot[Entrée][droite]"),
      ("developpement-durable", "a"), ("diagnostic-territoire", "[droite][Entrée] "),
      ("scenarios", "[bas][Entrée]"), ("scenarios", "g"),
    ] {
      var state = try outil(id, try said(), size)
      state.play(keys)
      let name = keys.replacing("[", with: "").replacing("]", with: "").replacing(" ", with: "")
        .folded
      try expectContent(state, named: "outil-\(id)-\(name)-\(size.width)x\(size.height)")
    }
  }

  @Test func `the curseur in ASCII`() throws {
    let state = try outil("developpement-durable", try said(), Size(80, 24), isASCII: true)
    #expect(state.words.contains("|-----+---#-|"))
    try expectContent(state, named: "outil-curseur-80x24-ascii")
  }

  @Test(arguments: sizes)
  func `on the wall the question, its line, what was said last, and nobody`(size: Size) throws {
    var state = try outil("developpement-durable", try said(), size)
    state.play("s")
    try #require(state.isOnWall)
    #expect(state.words.contains("▮") && state.words.contains("contrats courts"))
    try expectFrame(state.view, named: "salle-curseur-\(size.width)x\(size.height)")
    state.play("l")
    #expect(!state.words.contains("contrats courts"))
    state.play("[Échap][Entrée]une annonce[Entrée][gauche]")
    #expect(state.isOnWall && state.modes.last is CurseurMove)
    state.play("[Entrée][Échap]")
    #expect(reponse(state)?.arguments.last?.deplacement == -1)
  }

  @Test func `what is perceived of partners does not come to the wall`() throws {
    var demarche = empty
    var acteur = Acteur()
    (acteur.id, acteur.nom) = ("e1", "Zorglub")
    demarche.acteurs = [acteur]
    var state = try outil("logiques-acteurs", demarche, Size(80, 24))
    state.play("s")
    #expect(state.isOnWall && state.words.contains("partenaires"))
    #expect(!state.words.contains("Zorglub"))
  }
}
