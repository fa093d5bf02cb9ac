import DPES
import TerminalUI
import Testing

@testable import Application

private func opened(_ size: Size = Size(80, 24)) throws -> State {
  state(try example(), size, screen: .aFaire)
}

private func toDo(_ demarche: Demarche) throws -> [AFaire.Ligne] {
  AFaire(demarche, Avancement(demarche.schema, le: exampleDay), cycles: []).lignes
}

@Suite struct AFaireGestureTests {
  @Test func `→ goes to the cell of each line, and to its promise`() throws {
    let lignes = try toDo(example())
    #expect(lignes.count > 10)
    for (index, ligne) in lignes.enumerated() {
      var state = try opened()
      for _ in 0..<index { state.press(.down) }
      let start = ligne.texte.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(
        30)
      #expect(state.words.contains(start), "\(index)")
      state.press(.right)
      switch ligne.objet {
      case .indicateur(_, let mois):
        #expect(state.screen == .tableau)
        #expect(state.words.contains(" \(mois) mois, "), "\(index)")
      case .palier: #expect(state.screen == .schema)
      case .promesse, .passage, .cycle, .carte: #expect(state.screen == .etat)
      case .cloture: #expect(state.screen == .tableau)
      case .outil: #expect(state.screen == .grille)
      }
      #expect(state.words.contains(start), "\(index)")
    }
  }

  @Test func `Entrée opens the card of each line, and Échap comes back to the line`() throws {
    for (index, ligne) in try toDo(example()).enumerated() {
      var state = try opened()
      for _ in 0..<index { state.press(.down) }
      let before = state.view
      state.press(.enter)
      switch ligne.objet {
      case .indicateur, .palier, .promesse, .passage: #expect(state.view != before, "\(index)")
      case .outil:
        #expect(state.screen == .grille)
        continue
      case .cloture, .cycle, .carte:
        #expect(state.screen == .tableau)
        continue
      }
      state.press(.escape)
      #expect(state.screen == .aFaire && state.view == before, "\(index)")
    }
  }

  @Test func `a statut acts on the line and goes to the next; u brings it back`() throws {
    var state = try opened()
    let lines = try toDo(example())
    let late = lines.count { $0.rubrique == .enRetard }
    let first = try #require(lines.firstIndex { $0.rubrique == .enRetard })
    for _ in 0..<first { state.press(.down) }
    state.press(.character("a"))
    #expect(state.screen == .aFaire)
    #expect(
      try toDo(#require(state.document?.demarche)).count { $0.rubrique == .enRetard } == late - 1)
    #expect(state.words.contains(lines[first + 1].texte.prefix(30)))
    // What stays late stays listed, and the hand goes on.
    state.press(.character("x"))
    #expect(state.words.contains(lines[first + 2].texte.prefix(30)))
    state.press(.character("u"), .character("u"))
    #expect(try toDo(#require(state.document?.demarche)) == lines)
    #expect(state.screen == .aFaire && state.words.contains(lines[first].texte.prefix(30)))
  }

  @Test func `« non concerné » asks why, where one is, then goes to the next`() throws {
    var state = try opened()
    let lines = try toDo(example())
    state.play("c")
    #expect(state.words.contains("Pourquoi"))
    state.play("Le service a fermé[Entrée]")
    #expect(state.screen == .aFaire && state.words.contains(lines[1].texte.prefix(30)))
  }

  @Test func `a promise is kept with a, given up with x, and says what else it takes`() throws {
    let lines = try toDo(example())
    let index = try #require(
      lines.firstIndex { $0.suivi == .enRetard || $0.suivi == .sansNouvelle })
    guard case .promesse(let id) = lines[index].objet else { return }
    for (key, etat) in [("a", Seance.Promesse.Etat.tenue), ("x", .abandonnee)] {
      var state = try opened()
      for _ in 0..<index { state.press(.down) }
      #expect(state.play("p").isEmpty && state.words.contains("Une promesse est tenue"))
      state.play(key)
      let demarche = try #require(state.document?.demarche)
      let place = try #require(demarche.lieu(dePromesse: id))
      #expect(demarche.seances[place.seance].promesses[place.index].etat == etat)
      #expect(state.screen == .aFaire)
    }
  }

  @Test func `a palier without indicator is declared reached on its line`() throws {
    var demarche = Demarche(
      id: "d1", raisonSociale: "Essai", debut: try #require(Day(iso: "2026-01-01")))
    var palier = Palier()
    palier.id = "p1"
    palier.intitule = "Un lieu ouvert à tous"
    palier.echeanceMois = 6
    demarche.schema.paliers = [palier]
    var state = state(demarche, Size(80, 24), screen: .aFaire)
    state.play("a")
    #expect(state.document?.demarche.schema.paliers[0].atteintLe == exampleDay)
    state.play("u[Entrée]")
    #expect(state.words.contains("Atteint le"))
  }

  @Test func `f shows one person, one axis, and Échap everything`() throws {
    var state = try opened(Size(120, 36))
    let whole = state.view
    let lines = try toDo(example())
    let qui = try #require(lines.compactMap(\.qui).first)
    let initiales = try #require(example().participants.first { $0.id == qui }?.initiales)
    state.play("fi\(initiales)[Entrée]")
    #expect(state.words.contains("\(initiales) : \(lines.count { $0.qui == qui }) ligne"))
    state.play("fu")
    let both = lines.count { $0.qui == qui && $0.axe == .utilite }
    #expect(state.words.contains("\(initiales), Utilité et emplois"))
    #expect(both > 0 || state.words.contains("Rien à faire"))
    state.press(.escape)
    #expect(state.words.contains("Tout ce qui est à faire"))
    state.press(.escape)
    #expect(
      state.view.description.split(separator: "\n")[3]
        == whole.description.split(separator: "\n")[3])
    state.play("fi")
    state.play("ZZ[Entrée]")
    #expect(state.words.contains("personne n’a ces initiales"))
  }

  @Test func `f finds a line by whoever follows it, and the line names them all`() throws {
    var demarche = try example()
    let ligne = try #require(toDo(demarche).first { $0.qui != nil && $0.avec.isEmpty })
    guard case .indicateur(let id, _) = ligne.objet else {
      Issue.record("no indicator: \(ligne)")
      return
    }
    var other = Participant()
    (other.id, other.initiales) = ("pautreautre", "QQ")
    demarche.participants.append(other)
    let place = try #require(demarche.lieu(deIndicateur: id))
    demarche.schema.paliers[place.palier].indicateurs[place.index].avec = [other.id]
    var state = state(demarche, Size(120, 36), screen: .aFaire)
    state.play("fiQQ[Entrée]")
    #expect(state.words.contains("QQ : 1 ligne"))
    #expect(state.words.contains(", QQ"))
  }

  @Test func `a late line says for how many days, on its row and below`() throws {
    let lines = try toDo(example())
    let index = try #require(lines.firstIndex { $0.rubrique == .enRetard })
    let days = try #require(lines[index].joursDeRetard(le: exampleDay))
    var state = try opened()
    for _ in 0..<index { state.press(.down) }
    #expect(state.words.contains("en retard de \(days.counting("jour"))"))
    var narrow = try opened(Size(40, 12))
    for _ in 0..<index { narrow.press(.down) }
    #expect(narrow.words.contains("\(days)\u{A0}j") || narrow.words.contains("\(days) j"))
  }

  @Test func `k goes to the period that is to be closed, leads through its cells, then closes it`()
    throws
  {
    let lines = try toDo(example())
    let index = try #require(lines.firstIndex { $0.rubrique == .aClore && $0.sansReponse > 0 })
    guard case .cloture(let mois) = lines[index].objet else { return }
    var state = try opened()
    for _ in 0..<index { state.press(.down) }
    for step in 1...lines[index].sansReponse {
      #expect(state.play("k").isEmpty)
      #expect(state.screen == .tableau && state.tableau.mois == mois)
      #expect(state.tableau.cell?.realise == nil && state.tableau.cell?.objectif != nil, "\(step)")
    }
    #expect(state.play("k").isEmpty && state.words.contains("Clore la période"))
    state.play("k")
    #expect(state.document?.demarche.estClose(mois) == true)
  }

  @Test func `by person, a line stands under all who follow it, and each is another place`() throws
  {
    var demarche = try example()
    let lines = try toDo(demarche)
    let line = try #require(lines.first { $0.qui != nil && $0.rubrique == .enRetard })
    guard case .indicateur(let id, let mois) = line.objet else { return }
    let other = try #require(
      demarche.participants.first { one in one.id != line.qui && lines.contains { $0.qui == one.id }
      })
    let place = try #require(demarche.lieu(deIndicateur: id))
    demarche.schema.paliers[place.palier].indicateurs[place.index].avec = [other.id]
    var state = state(demarche, Size(80, 60), screen: .aFaire)
    state.press(.character("g"))
    let places = state.aFaire.rows.selectable.indices.filter {
      state.aFaire.rows.ligne(at: $0)?.objet == .indicateur(id, mois: mois)
    }
    #expect(places.count == 2)
    #expect(Set(places.map { state.aFaire.rows.repere(at: $0)?.qui }) == [line.qui, other.id])
    // The second one is selected as itself: nothing jumps to the first.
    let last = try #require(places.last)
    for _ in 0..<last { state.press(.down) }
    #expect(state.aFaire.index == last)
    state.press(.character("g"), .character("g"))
    #expect(places.contains(state.aFaire.index))
    // Under what presses it stands once.
    state.press(.character("g"))
    let once = state.aFaire.rows.selectable.indices.count {
      state.aFaire.rows.ligne(at: $0)?.objet == .indicateur(id, mois: mois)
    }
    #expect(once == 1)
  }

  @Test(arguments: [Screen.aFaire, .tableau])
  func `a filter asks for nobody while names are hidden, and says so`(screen: Screen) throws {
    var state = state(try example(), Size(80, 24), screen: screen)
    state.press(.control("n"), .character("f"))
    try #require(state.hidesNames && state.modes.last is FilterQuestion)
    state.play("i")
    #expect(state.modes.last is FilterQuestion && state.modes.count == 1)
    #expect(state.words.contains("Les noms sont cachés : Ctrl-N les montre"))
    // The others answer all the same.
    state.play("[Échap]z")
    let axe = screen == .aFaire ? state.aFaire.filtre.axe : state.tableau.filtre.axe
    #expect(state.modes.isEmpty && axe != nil)
    state.press(.control("n"), .character("f"), .character("i"))
    #expect(state.modes.last is Question)
  }

  @Test(arguments: [Screen.aFaire, .tableau])
  func `a filter adds nobody: it says that nothing is to be shown, and who there is`(
    screen: Screen
  ) throws {
    var state = state(try example(), Size(80, 24), screen: screen)
    let before = state.document?.demarche
    state.play("fi")
    #expect(state.words.contains("Du tour de table : "))
    for _ in 0..<2 {
      state.play("[Ctrl-U]ZQ[Entrée]")
      #expect(
        state.words.contains(
          "ZQ : personne n’a ces initiales au tour de table. Rien n’est donc à montrer"))
    }
    #expect(state.document?.demarche == before)
    state.play("[Échap]")
    #expect(state.modes.isEmpty && state.aFaire.filtre.isEmpty && state.tableau.filtre.isEmpty)
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(120, 36)])
  func `pages reach the last line, and come back to the first`(size: Size) throws {
    var state = try opened(size)
    expectPagesReachBothEnds(&state)
  }

  @Test func `a click selects the line under it, and the wheel moves`() throws {
    var state = try opened(Size(120, 36))
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.lastIndex { $0.contains("4 jours") })
    _ = state.update(.event(.mouse(Event.Mouse(.press, at: Position(column: 30, row: row)))))
    #expect(state.words.contains("attendu pour le 27 novembre 2026"))
    _ = state.update(.event(.mouse(Event.Mouse(.wheelUp, at: Position(column: 30, row: row)))))
    #expect(!state.words.contains("attendu pour le 27 novembre 2026"))
  }

  /// Under the name of whom this machine serves comes what is theirs, before the others'.
  @Test func `by person, the one that the machine serves comes first`() throws {
    var state = try opened()
    state.environment.person = "LB"
    state.press(.character("g"))
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3].hasPrefix(" LB  "))
  }

  @Test func `somebody who left is said to have left`() throws {
    var demarche = try example()
    let place = try #require(demarche.lieu(deIndicateur: "c5osg36e7yc"))
    demarche.schema.paliers[place.palier].indicateurs[place.index].responsable = "g7qnf5ybjvs"
    demarche.schema.paliers[place.palier].indicateurs[place.index].realises[18] = nil
    var state = state(demarche, Size(100, 30), screen: .aFaire)
    state.press(.character("g"))
    #expect(state.view.description.contains(" MA, parti"))
  }
}

@Suite struct LandingTests {
  private func landed(
    _ demarche: Demarche, person: String?, screen: Screen? = nil, today: Day = exampleDay
  ) -> Screen {
    State(
      State.Environment(
        today: today, now: Instant(seconds: 0), ids: IDGenerator(seed: 7), person: person),
      size: Size(80, 24), screen: screen, document: Document(demarche, path: "/tmp/x.dpes.json")
    ).screen
  }

  @Test func `who is known lands on what is to be done, unless a screen was named`() throws {
    let demarche = try example()
    #expect(landed(demarche, person: "SC") == .aFaire)
    #expect(landed(demarche, person: nil) == .cercle)
    // Nobody of this démarche.
    #expect(landed(demarche, person: "ZZ") == .cercle)
    #expect(landed(demarche, person: "SC", screen: .cercle) == .cercle)
    #expect(landed(demarche, person: "SC", screen: .schema) == .schema)
  }

  @Test func `where nothing is due, the cercle`() throws {
    var demarche = try example()
    demarche.schema.paliers = []
    demarche.seances = []
    #expect(landed(demarche, person: "SC") == .cercle)
  }
}
