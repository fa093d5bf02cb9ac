import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct GrilleTests {
  /// The grille of a démarche, on the charter's points.
  private func grille(
    _ demarche: Demarche, _ size: Size = Size(100, 30), isASCII: Bool = false
  ) throws -> State {
    var state = state(demarche, size, screen: .grille, isASCII: isASCII)
    #expect(state.wantsReferentiels)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    #expect(!state.wantsReferentiels)
    return state
  }

  private func reponses(_ state: State) -> [Reponse] {
    state.document?.demarche.grilles.first?.reponses ?? []
  }

  private var empty: Demarche {
    Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  }

  @Test func `a point is answered in two keys, in the grille of the day`() throws {
    var state = try grille(empty)
    #expect(state.press(.character("o"), .up, .character("i")).count == 2)
    let grille = try #require(state.document?.demarche.grilles.first)
    #expect(grille.date == exampleDay && grille.referentiel == "charte-apes")
    #expect(grille.version == "2")
    #expect(reponses(state).map(\.point) == ["contrats"])
    #expect(reponses(state)[0].existante == .oui && reponses(state)[0].aIntegrer == .oui)
    state.press(.down, .character("P"))
    #expect(reponses(state).map(\.point) == ["contrats", "consolidation"])
    state.press(.character("u"), .character("u"), .character("u"))
    #expect(state.document?.demarche == empty.adding(historiqueOf: state))
  }

  @Test func `to be integrated goes from oui to dans l’idéal and its years, then to nothing`()
    throws
  {
    var state = try grille(empty)
    #expect(state.press(.character(">")).isEmpty)
    state.press(.character("i"), .character("i"), .character("i"))
    #expect(reponses(state)[0].aIntegrer == .ideal && reponses(state)[0].echeanceAns == 3)
    state.press(.character(">"), .character(">"), .character("<"))
    #expect(reponses(state)[0].echeanceAns == 4)
    #expect(state.words.contains("à intégrer : dans l’idéal, d’ici 4 ans"))
    state.press(.character("i"))
    #expect(reponses(state).isEmpty)
  }

  @Test func `comment and pourquoi are said, and « non concerné » asks why`() throws {
    var state = try grille(empty)
    state.play("[p][haut][Entrée]quatre CDI sur neuf[Entrée]")
    #expect(reponses(state)[0].existanteTexte == "quatre CDI sur neuf")
    state.play("[j]en en parlant au bureau[Entrée]")
    #expect(reponses(state)[0].aIntegrerTexte == "en en parlant au bureau")
    state.play("[bas][c]")
    #expect(reponses(state).count == 1)
    state.play("pas de salariés[Entrée]")
    #expect(reponses(state)[1].existante == .nonConcerne)
    #expect(reponses(state)[1].existanteTexte == "pas de salariés")
    #expect(state.grille.selected?.point.code == "viabilite")
    state.play("[haut][haut][Suppr]")
    #expect(reponses(state).map(\.point) == ["consolidation"])
  }

  @Test func `a point becomes an observation that stays linked to it`() throws {
    var state = try grille(try example())
    state.play("[bas][bas]")
    let question = try #require(state.grille.selected?.point.intitule)
    state.play("[n]")
    // The question stands above, and is not the text.
    #expect(state.words.contains(question.prefix(40)))
    #expect((state.modes.last as? Capture)?.field.isEmpty == true)
    // Its axis is known, and not asked.
    #expect(state.words.contains("puis la couleur R O V") && !state.words.contains("l’axe"))
    #expect(state.words.contains("Entrée puis la couleur"))
    state.play("Trop de contrats courts[Entrée][o]")
    let made = try #require(state.observations.last)
    #expect(made.points == ["charte-apes:viabilite"] && made.axe == .utilite)
    #expect(made.texte == "Trop de contrats courts" && made.statut == .orange)
    // Ready for another one, and Échap comes back to the point.
    state.play("Et de soirs[Entrée][r][Échap]")
    #expect(state.screen == .grille && state.modes.isEmpty)
    #expect(state.observations.suffix(2).map(\.points) == [made.points, made.points])
    let number = try #require(made.numero)
    #expect(state.view.description.contains("→ 5 \(number)"))
    state.play("[u][u]")
    #expect(!state.observations.contains { $0.id == made.id })
  }

  @Test func `a text begun on a point waits for that point`() throws {
    var state = try grille(try example())
    let before = state.observations
    state.play("[n]Pas fini[Échap][bas][n]")
    #expect((state.modes.last as? Capture)?.field.isEmpty == true)
    state.play("[Échap][haut][n]")
    #expect((state.modes.last as? Capture)?.field.text == "Pas fini")
    state.play("[Échap][3][n]")
    #expect((state.modes.last as? Capture)?.field.isEmpty == true)
    state.play("[Échap][q]")
    #expect(state.words.contains("Un brouillon n’est pas confirmé"))
    state.play("[Entrée] encore[Entrée][v]")
    let made = try #require(state.observations.last)
    #expect(state.observations.count == before.count + 1)
    #expect(made.texte == "Pas fini encore" && made.points == ["charte-apes:contrats"])
  }

  @Test func `a text begun on a point is kept with it when the program has to end`() throws {
    var state = try grille(try example())
    state.play("[n]Juste avant la panne")
    _ = state.update(.event(.closed))
    let made = try #require(state.observations.last)
    #expect(made.texte == "Juste avant la panne" && made.points == ["charte-apes:contrats"])
    #expect(made.axe == .utilite && made.statut == nil)
  }

  @Test func `an answer goes to the next point, also where answered ones leave the list`() throws {
    var state = try grille(empty)
    let points = try shippedReferentiel().themes(sur: .utilite).flatMap(\.points).map(\.code)
    state.play("[o][x]")
    #expect(state.grille.selected?.point.code == points[2])
    state.play("[f][p]")
    #expect(state.grille.selected?.point.code == points[3])
    #expect(reponses(state).map(\.point) == Array(points.prefix(3)))
    state.play("[Fin][o]")
    #expect(reponses(state).last?.point == points.last)
  }

  @Test func `after an answer it is said which point it was, and how to come back`() throws {
    var state = try grille(empty)
    let points = try shippedReferentiel().themes(sur: .utilite).flatMap(\.points)
    state.play("[o]")
    #expect(state.words.contains("« Quels contrats… » : oui. ↑ y revient. u annule"))
    // The next keys are about the next point, and the question says which.
    state.play("[Entrée]")
    #expect(state.words.contains(points[1].intitule.replacing("\u{A0}", with: " ")))
    state.play("[Échap][haut][i]")
    #expect(reponses(state).map(\.point) == [points[0].code])
    #expect(reponses(state).first?.aIntegrer == .oui)
    state.play("[f][x]")
    #expect(state.words.contains(": non. f montre aussi les points répondus."))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(140, 40)])
  func `the question stands above the text`(size: Size) throws {
    var state = try grille(try example(), size)
    state.play("[n]Trop de contrats courts")
    try expectContent(state, named: "saisie-point-\(size.width)x\(size.height)")
  }

  @Test func `a frozen image does not take it: the image of the day is made`() throws {
    var demarche = try example()
    demarche.cercles[demarche.cercles.count - 1].figee = true
    var state = try grille(demarche)
    state.play("[n]Dit aujourd’hui[Entrée][v]")
    #expect(state.document?.demarche.cercles.count == demarche.cercles.count + 1)
    #expect(state.observations.last?.points == ["charte-apes:contrats"])
  }

  @Test func `only the points without an answer are shown, and are counted`() throws {
    var state = try grille(empty)
    #expect(state.words.contains("19 points, dont 19 sans réponse"))
    state.press(.character("o"), .character("f"))
    #expect(state.words.contains("dont 18 sans réponse (seuls montrés)"))
    #expect(!state.view.description.contains("Quels contrats proposons-nous"))
    state.press(.character("f"))
    #expect(state.view.description.contains("Quels contrats proposons-nous"))
  }

  @Test func `the arrows go over the points of every axis, never on a heading`() throws {
    var state = try grille(try example(), Size(60, 16))
    for axe in Axe.allCases {
      let points = try shippedReferentiel().themes(sur: axe).flatMap(\.points)
      for point in points {
        #expect(state.grille.selected?.point.code == point.code)
        state.press(.down)
      }
      state.press(.home, .right)
    }
    #expect(state.grille.axe == .utilite)
  }

  @Test func `an answer keeps its point when that is renamed, and is shown when it is gone`() throws
  {
    var demarche = empty
    var grille = Grille()
    grille.id = "g1"
    grille.referentiel = "charte-apes"
    for code in ["vieux", "disparu"] {
      var reponse = Reponse()
      reponse.point = code
      reponse.existante = .oui
      grille.reponses.append(reponse)
    }
    demarche.grilles = [grille]
    var referentiel = try shippedReferentiel()
    referentiel.themes[0].points[0].anciens = ["vieux"]
    var state = state(demarche, Size(100, 30), screen: .grille)
    _ = state.update(.referentiels([referentiel]))
    #expect(state.grille.selected?.reponse?.point == "vieux")
    state.press(.character("x"))
    #expect(reponses(state).map(\.point) == ["vieux", "disparu"])
    #expect(reponses(state)[0].existante == .non)
    state.press(.end)
    #expect(state.words.contains("Point « disparu », que ce référentiel n’a plus"))
  }

  @Test func `without a référentiel it says where to put one`() throws {
    var state = state(empty, Size(80, 24), screen: .grille)
    _ = state.update(.referentiels([]))
    #expect(state.words.contains("Aucun référentiel n’a été trouvé"))
    #expect(state.press(.character("o"), .character("n"), .enter).isEmpty)
  }

  @Test func `a version looked at and a read-only file refuse answers, and say why`() throws {
    var state = State(
      state(empty, Size(80, 24)).environment, size: Size(80, 24), screen: .grille,
      document: Document(empty, path: "/tmp/x", readOnlyReason: "Trop récent."))
    _ = state.update(.referentiels([try shippedReferentiel()]))
    #expect(state.press(.character("o"), .character("n"), .delete).isEmpty)
    #expect(state.notice?.text.hasPrefix("Trop récent.") == true)
  }

  /// Two points, one of which stands on no axis.
  private func other() -> Referentiel {
    var referentiel = Referentiel()
    (referentiel.id, referentiel.nom) = ("ailleurs", "Grille d’ailleurs")
    var theme = Referentiel.Theme()
    (theme.code, theme.intitule) = ("t", "Climat")
    var (loose, placed) = (Referentiel.Point(), Referentiel.Point())
    (loose.code, loose.intitule) = ("loose", "Que fait-on de l’eau ?")
    (placed.code, placed.intitule, placed.axe) = ("placed", "Avec qui ?", .territoire)
    theme.points = [loose, placed]
    referentiel.themes = [theme]
    return referentiel
  }

  @Test
  func
    `r lists the référentiels and goes to another référentiel, on the first axis that it has points on`()
    throws
  {
    var state = state(empty, Size(80, 24), screen: .grille)
    _ = state.update(.referentiels([other(), try shippedReferentiel()]))
    #expect(GrilleEcran.referentiel(state)?.id == "charte-apes")
    #expect(state.words.contains("référentiel 2 sur 2"))
    state.play("rr[Entrée]")
    #expect(GrilleEcran.referentiel(state)?.id == "ailleurs")
    #expect(state.grille.selected?.point.code == "placed")
    state.play("[o]r[haut][Entrée][x]")
    let grilles = try #require(state.document?.demarche.grilles)
    #expect(grilles.map(\.referentiel) == ["ailleurs", "charte-apes"])
    #expect(grilles.map { $0.reponses.map(\.existante) } == [[.oui], [.non]])
    // Opened again, it shows what was answered last.
    state = twoSets(try #require(state.document?.demarche))
    #expect(GrilleEcran.referentiel(state)?.id == "charte-apes")
    try expectContent(state, named: "grille-deux-80x24")
  }

  private func twoSets(_ demarche: Demarche) -> State {
    var state = state(demarche, Size(80, 24), screen: .grille)
    _ = state.update(.referentiels([other(), (try? shippedReferentiel()) ?? other()]))
    return state
  }

  @Test func `points on none of the charter's axes have a place of their own`() throws {
    var state = state(empty, Size(80, 24), screen: .grille)
    _ = state.update(.referentiels([other()]))
    #expect(state.words.contains("Sans axe"))
    state.play("[droite]")
    #expect(state.grille.selected?.point.code == "loose")
    state.play("nDit ici[Entrée][Entrée][Entrée][Échap]")
    let made = try #require(state.observations.last)
    #expect(made.axe == nil && made.points == ["ailleurs:loose"])
    try expectContent(state, named: "grille-sans-axe-80x24")
  }

  @Test func `d begins the answers of the day, and what was said before is told`() throws {
    var state = state(empty, Size(100, 30), screen: .grille)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    #expect(state.play("d").isEmpty)
    state.play("[x][haut][Entrée]personne n’y pense[Entrée]")
    #expect(state.play("d").isEmpty)
    _ = state.update(.day(exampleDay.adding(months: 12)))
    state.play("d")
    #expect(state.document?.demarche.grilles.count == 2)
    let before = try #require(state.document?.demarche.grilles.first)
    state.play("[o][haut]")
    let point = try #require(state.grille.selected)
    #expect(point.reponse?.existante == .oui && point.avant.count == 1)
    #expect(point.avant.first?.date == exampleDay)
    #expect(state.document?.demarche.grilles.first == before)
    #expect(state.words.contains("le 01/12/2026, non : personne n’y pense"))
    try expectContent(state, named: "grille-avant-100x30")
    state.play("uu")
    #expect(state.document?.demarche.grilles == [before])
  }

  @Test func `an answer keeps its point when an edition rewords it, moves it and renames it`()
    throws
  {
    var before = try grille(empty)
    before.play("[p][haut][Entrée]un peu[Entrée]")
    var referentiel = try shippedReferentiel()
    referentiel.edition = "2"
    var moved = referentiel.themes[0].points.removeFirst()
    (moved.anciens, moved.code, moved.intitule) = ([moved.code], "neuf", "Dit autrement ?")
    moved.axe = .territoire
    referentiel.themes[5].points.append(moved)
    var state = state(try #require(before.document?.demarche), Size(100, 30), screen: .grille)
    _ = state.update(.referentiels([referentiel]))
    state.press(.character("/"))
    state.play("dit autrement[Entrée]")
    let point = try #require(state.grille.selected)
    #expect(point.point.code == "neuf" && point.reponse?.existanteTexte == "un peu")
    #expect(state.grille.axe == .territoire)
  }

  @Test func `the search of the grille finds points, and goes to them`() throws {
    var state = try grille(try example())
    state.press(.character("/"))
    state.play("territoire")
    state.press(.escape)
    let target = try #require(try shippedReferentiel().themes.last?.points.last)
    state.press(.character("/"))
    state.play(target.intitule)
    state.press(.enter)
    #expect(state.screen == .grille)
    #expect(state.grille.selected?.point.code == target.code)
  }

  @Test func `answers to a référentiel that is not here are kept, and told`() throws {
    var demarche = empty
    var (grille, reponse) = (Grille(), Reponse())
    (reponse.point, reponse.existante) = ("x", .oui)
    (grille.id, grille.referentiel, grille.reponses) = ("g1", "perdu", [reponse])
    demarche.grilles = [grille]
    var state = state(demarche, Size(80, 24), screen: .grille)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    #expect(state.notice?.text.contains("1 réponse au référentiel «\u{A0}perdu\u{A0}»") == true)
    state.play("[o]")
    #expect(state.document?.demarche.grilles.first == grille)
  }

  @Test func `a référentiel that can't be read is named, and the others are there`() throws {
    var state = state(empty, Size(80, 24), screen: .grille)
    _ = state.update(
      .referentiels([try shippedReferentiel()], refusals: ["mien.json, ligne 3\u{A0}: cassé."]))
    #expect(state.notice?.text == "mien.json, ligne 3\u{A0}: cassé.")
    _ = state.update(.referentiels([try shippedReferentiel()], refusals: ["un.", "deux."]))
    #expect(
      state.notice?.text.hasPrefix("2 fichiers de référentiel sont laissés de côté") == true)
    #expect(state.grille.selected != nil)
  }

  @Test(arguments: designedSizes + [Size(40, 12), Size(140, 40)])
  func `the grille at every size`(size: Size) throws {
    var state = try grille(try example(), size)
    state.play("[bas][bas][p][Entrée]quatre métiers sur neuf[Entrée][i][bas][x]")
    state.play("[haut]")
    try expectContent(state, named: "grille-\(size.width)x\(size.height)")
  }

  @Test func `the grille in ASCII`() throws {
    var state = try grille(try example(), Size(80, 24), isASCII: true)
    state.play("[p][bas][x][haut]")
    try expectContent(state, named: "grille-80x24-ascii")
  }
}

extension Demarche {
  /// The same with the historique of another state, which only ever grows.
  fileprivate func adding(historiqueOf state: State) -> Demarche {
    var demarche = self
    demarche.historique = state.document?.demarche.historique ?? []
    return demarche
  }
}
