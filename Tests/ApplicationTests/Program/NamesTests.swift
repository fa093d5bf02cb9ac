import DPES
import TerminalUI
import Testing

@testable import Application

/// Names hidden on one mirrored laptop, and a wall that is held.
@Suite struct NamesTests {
  private static let keys: [Key] =
    (1...12).map(Key.function)
    + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter]
    + [.enter, .escape, .escape, .backspace, .delete, .insert]
    + "abcdefghijklmnoprstuvwxyz!?:/<>123456789\"'(".map(Key.character)
    + "cdegrstz".map(Key.control)

  @Test func `going back on a financeur says no name while names are hidden`() throws {
    var demarche = try example()
    var financeur = Financeur()
    (financeur.id, financeur.nom) = ("f", "Mme Durand")
    demarche.structure.exercices[0].financeurs = [financeur]
    var state = state(demarche, Size(100, 30), screen: .finances)
    _ = state.change { demarche, _ in
      demarche.structure.exercices[0].financeurs = []
      return true
    }
    state.press(.control("n"))
    state.play("u")
    #expect(state.words.contains("Annulé : un financeur") && !state.words.contains("Durand"))
    state.play("[Ctrl-R]")
    #expect(!state.words.contains("Durand"))
  }

  @Test(arguments: [Size(60, 16), Size(80, 24), Size(140, 40)])
  func `with names hidden none is on any screen, after any key`(size: Size) throws {
    let (demarche, secrets) = try WallPrivacyTests.secretive()
    let names = secrets.filter { $0 != "nom-secret" }
    var state = state(demarche, size, screen: .etat)
    state.document = Document(demarche, path: "/tmp/chemin-secret/nom-secret.dpes.json")
    state.press(.control("n"))
    #expect(state.words.contains("sans noms"))
    let before = state.document?.demarche.participants
    var random = UInt64(size.width)
    for step in 0..<2500 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = Self.keys[Int(random >> 33) % Self.keys.count]
      state.press(key)
      if step % 40 == 0 { state.modes = [] }
      if step % 97 == 0 {
        _ = state.update(.notSaved("Le disque refuse /tmp/chemin-secret/nom-secret.dpes.json."))
      }
      // The palette shows them again.
      if !state.hidesNames {
        state.modes = []
        state.press(.control("n"))
      }
      let text = state.view.description
      for name in names where text.contains(name) {
        Issue.record("\(name) after \(step) keys, the last \(key.label):\n\(text)")
        return
      }
    }
    // What is hidden is not lost.
    let after = state.document?.demarche.participants ?? []
    #expect(after.allSatisfy { $0.initiales != Demarche.nomCache })
    #expect(!(before ?? []).isEmpty)
    #expect(
      state.document?.demarche.schema.paliers.flatMap(\.engagements).allSatisfy {
        $0.organisme != Demarche.nomCache
      } == true)
  }

  @Test func `what was refused as it would name somebody opens once names are shown`() throws {
    var state = state(try example(), Size(80, 24), screen: .etat)
    let hidden = state.press(.control("n"))
    #expect(hidden == [.rememberNames(hidden: true)])
    state.etat.section = .participants
    // What is typed on without looking goes nowhere.
    let before = state.document
    state.play("[n]mb s[Entrée]")
    #expect(state.document == before && state.modes.count == 1)
    #expect(state.words.contains("Ctrl-N les montre, et ouvre cela"))
    let shown = state.press(.control("n"))
    #expect(shown.first == .rememberNames(hidden: false) && !state.hidesNames)
    #expect(state.modes.last is FormCard)
    // Échap leaves it.
    state.play("[Échap]")
    state.press(.control("n"))
    state.play("[n][Échap]")
    state.press(.control("n"))
    #expect(state.modes.isEmpty)
  }

  @Test func `names that were hidden last stay hidden, and it is said`() throws {
    let environment = State.Environment(
      today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1), hidesNames: true)
    let state = State(
      environment, size: Size(80, 24), document: Document(try example(), path: "/tmp/x.dpes.json"))
    #expect(state.hidesNames && state.words.contains("sans noms"))
    #expect(state.words.contains("cachés, comme la dernière fois"))
  }

  @Test(arguments: [Size(80, 24), Size(140, 40)])
  func `what is open when names are hidden shows none`(size: Size) throws {
    let (demarche, secrets) = try WallPrivacyTests.secretive()
    let names = secrets.filter { $0 != "nom-secret" }
    var random = UInt64(size.width)
    for screen in Screen.all {
      var state = state(demarche, size, screen: screen)
      state.document = Document(demarche, path: "/tmp/chemin-secret/nom-secret.dpes.json")
      for step in 0..<300 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        state.press(Self.keys[Int(random >> 33) % Self.keys.count])
        if step % 40 == 0 { state.modes = [] }
        var hidden = state
        hidden.press(.control("n"))
        guard hidden.hidesNames else { continue }
        let text = hidden.view.description
        for name in names where text.contains(name) {
          Issue.record("\(name) after \(step) keys on \(screen.name):\n\(text)")
          return
        }
      }
    }
  }

  @Test(arguments: [Screen.etat, .tableau, .capitalisation], [Size(80, 24), Size(140, 40)])
  func `organisations and places of proofs are two dots, and kept in the file`(
    screen: Screen, size: Size
  ) throws {
    let (demarche, _) = try WallPrivacyTests.secretive()
    var state = state(demarche, size, screen: screen)
    if screen == .etat {
      let isThere = state.select("acteurs")
      #expect(isThere)
    }
    func isShown(_ state: State) -> Bool {
      ["Acteursecret0", "Lieusecret"].contains { state.words.contains($0) }
    }
    // To a cell that has a proof, a document.
    for key: Key in [.left, .left, .down, .down, .down] where !isShown(state) { state.press(key) }
    try #require(isShown(state))
    state.press(.control("n"))
    #expect(!isShown(state) && state.words.contains(Demarche.nomCache))
    state.press(.control("n"))
    #expect(isShown(state) && state.document?.demarche == demarche)
  }

  @Test func `a file is told without its folder, and none is asked for`() throws {
    var state = state(try example(), Size(100, 30))
    state.document = Document(try example(), path: "/tmp/chemin-secret/essai.dpes.json")
    state.press(.control("n"), .control("s"))
    #expect(state.words.contains("essai.dpes.json") && !state.words.contains("chemin-secret"))
    state.press(.function(12))
    #expect(state.modes.last is HeldBack && state.words.contains("Ctrl-N"))
    // What is asked for already is answered first.
    state.press(.control("n"))
    #expect(state.modes.last is Question)
    state.press(.control("n"))
    #expect(!state.hidesNames && state.words.contains("montre un nom"))
  }

  @Test func `a form with a name waits, and one that was open keeps names shown`() throws {
    var state = state(try example(), Size(80, 24), screen: .etat)
    let isThere = state.select("participants")
    #expect(isThere)
    state.press(.enter)
    state.press(.control("n"))
    #expect(!state.hidesNames)
    state.press(.escape, .control("n"), .enter)
    #expect(state.modes.last is HeldBack && state.words.contains("Ctrl-N"))
    // What was refused opens once names are shown.
    state.press(.control("n"))
    #expect(state.modes.last is FormCard)
  }

  @Test func `a document with names is not shown while they are hidden`() throws {
    var state = state(try example(), Size(100, 40))
    state.press(.control("n"))
    var card = ExportCard()
    card.preview = ["SC, LB, YD (salariés)"]
    state.modes = [card]
    #expect(!state.words.contains("YD") && state.words.contains("n les ôte"))
    // Without names, what is shown has none.
    card.sansNoms = true
    card.preview = ["[personne], [personne]"]
    state.modes = [card]
    #expect(state.words.contains("[personne]"))
  }

  @Test func `an indicator is written without its names, which stay`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    let indicateur = try #require(
      state.document?.demarche.schema.paliers.flatMap(\.indicateurs).first { $0.responsable != nil }
    )
    state.press(.control("n"))
    _ = state.open(SchemaCard.indicateur(indicateur.id))
    let card = try #require(state.modes.last as? FormCard)
    #expect(!card.form.fields.contains { $0.id == "responsable" && $0.isAsked })
    #expect(!state.words.contains("Responsable") && state.words.contains("Intitulé"))
    state.type(" bis")
    state.press(.enter)
    let after = state.document?.demarche.indicateur(indicateur.id)
    #expect(after?.intitule == indicateur.intitule + " bis")
    #expect(after?.responsable == indicateur.responsable && after?.avec == indicateur.avec)
    state.press(.character("i"))
    #expect(state.modes.last is FormCard && !state.words.contains("Responsable"))
    state.type("Part de produits locaux")
    state.press(.enter)
    #expect(state.words.contains("Part de produits locaux") && state.hidesNames)
  }

  @Test func `who speaks is typed without being seen, and known initials alone are taken`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.control("n"), .character("n"))
    state.type("La cantine est bruyante")
    state.press(.function(6))
    #expect(state.modes.last is SpeakerList && !state.words.contains("HV"))
    state.type("zqb")
    #expect(!state.words.contains("zqb") && state.words.contains("···"))
    state.press(.enter)
    #expect(state.modes.last is SpeakerList && state.words.contains("Personne n’a ces initiales"))
    state.press(.backspace, .backspace, .backspace)
    state.type("hv")
    state.press(.enter)
    #expect(!state.words.contains("HV") && state.words.contains("La cantine est bruyante"))
    // The text, then no axis yet.
    state.press(.enter, .enter)
    let demarche = try #require(state.document?.demarche)
    let said = demarche.cercles.flatMap(\.observations).first { $0.texte.contains("bruyante") }
    let who = try #require(demarche.participants.first { $0.initiales == "HV" }?.id)
    #expect(said?.texte == "La cantine est bruyante" && said?.auteur == who)
  }

  @Test func `it is heard while typing, and the text stays`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("n"))
    state.type("Un mot")
    state.press(.control("n"))
    #expect(state.hidesNames && state.words.contains("Un mot"))
  }

  @Test func `a held wall does not say that somebody writes`() throws {
    var first = state(try example(), Size(80, 24))
    first.press(.control("p"), .character("n"))
    #expect(first.modes.last is Capture && first.wall?.isWriting == false)
  }

  @Test func `a held wall stays, and takes up what is said of it`() throws {
    var first = state(try example(), Size(80, 24))
    first.press(.down)
    let held = try #require(first.wall)
    first.press(.control("p"))
    #expect(first.words.contains("mur tenu"))
    first.press(.character("4"), .up)
    #expect(first.wall == held)
    first.press(.control("p"))
    #expect(first.wall?.screen == .schema)
    first.press(.character("s"), .control("p"))
    // From the wall too: nobody knows here whether a window follows.
    #expect(first.heldWall != nil)
    #expect(first.notice?.text.hasPrefix("Une fenêtre qui suit garde sa page") == true)
    let onWall = try #require(first.wall)
    first.press(.tab)
    #expect(first.wall == onWall && first.words.contains("mur tenu"))
    first.press(.control("p"))
    #expect(first.wall != onWall)
  }
}
