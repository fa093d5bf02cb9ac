import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct WallGestureTests {
  /// Whether something under the bandeau is drawn from blocks.
  private func isInLetters(_ state: State) -> Bool {
    let body = WallLayout(state.size).body
    return state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(body.endRow).dropFirst(body.row).joined().contains { "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".contains($0) }
  }

  private func selected(_ state: State) -> Observation? { state.cercle.selected(in: state.derived) }

  @Test(arguments: [Key.character("s"), .character("S"), .function(8)], Screen.all)
  func `s and F8 show the wall, and come back to the screen`(key: Key, screen: Screen) throws {
    var state = state(try example(), Size(80, 24), screen: screen)
    let before = state.view
    #expect(state.press(key) == [.readLetters])
    // What has no page of its own shows the cercle, and says so.
    let isShown = !screen.ecran.wallPages.isEmpty
    #expect(state.isOnWall && state.words.contains(isShown ? "s sortir" : "voici le cercle"))
    #expect(state.screen == (isShown ? screen : .cercle))
    _ = state.update(.letters(Letters(try shippedLetters())))
    #expect(state.press(key) == [])
    #expect(!state.isOnWall && state.view == before)
    // The letters are read once.
    #expect(state.press(key) == [])
  }

  @Test func `F8 is heard while typing, and the text stays on both sides`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("n"))
    state.type("Un début")
    state.press(.function(8))
    #expect(state.isOnWall)
    state.type(" et la suite s")
    #expect(state.words.contains("NOUVELLE OBSERVATION"))
    state.press(.function(8))
    #expect(!state.isOnWall && state.words.contains("Nouvelle observation"))
    #expect(state.words.contains("Un début et la suite s"))
  }

  @Test func `a question is answered before the wall is shown`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.function(12), .function(8))
    #expect(!state.isOnWall && state.words.contains("attend la réponse"))
  }

  @Test func `a status, a priority, undo and redo work on the wall`() throws {
    var state = try wall(try example(), Size(80, 24))
    let before = selected(state)
    for (key, word) in [("r", "ROUGE"), ("o", "ORANGE"), ("v", "VERT")] {
      state.press(.character(Character(key)))
      #expect(state.words.contains(word))
    }
    state.press(.character("!"))
    #expect(selected(state)?.priorite != before?.priorite)
    #expect(state.words.contains("PRIORITÉ") == selected(state)?.priorite)
    for _ in 0..<4 { state.press(.character("u")) }
    #expect(state.document?.demarche.cercles == (try example()).cercles)
    #expect(state.press(.control("r")).count == 1)
    state.press(.function(9))
    #expect(state.document?.demarche.cercles == (try example()).cercles)
    #expect(state.isOnWall)
  }

  @Test func `undo of a palier stays on the wall`() throws {
    var state = state(try example(), Size(80, 24), screen: .schema)
    state.press(.character(">"), .character("s"), .character("u"))
    #expect(state.isOnWall && state.screen == .schema)
    state.press(.character("s"))
    #expect(state.screen == .schema)
  }

  @Test func `an observation is caught with two keys beside its text`() throws {
    var state = try wall(try example(), Size(60, 16))
    state.press(.character("n"))
    state.type("L’équipe du soir découvre les absences")
    state.press(.enter, .character("p"), .character("o"))
    #expect(selected(state)?.texte == "L’équipe du soir découvre les absences")
    #expect(selected(state)?.axe == .personne && selected(state)?.statut == .orange)
    // The field is ready for the next.
    state.type("Encore")
    #expect(state.words.contains("L’équipe du soir découvre"))
    state.press(.escape)
    #expect(state.words.contains("Brouillon gardé"))
    state.press(.character("n"))
    #expect((state.modes.last as? Capture)?.field.text == "Encore")
  }

  @Test func `a list is pasted, the last entries are corrected, a text is changed`() throws {
    var state = try wall(try example(), Size(60, 16))
    state.press(.character("n"))
    _ = state.update(.event(.paste("Un\nDeux\nTrois")))
    // It is read on the screen.
    state.press(.function(8), .enter, .function(8), .up, .character("t"), .character("v"))
    #expect(selected(state)?.texte == "Trois" && selected(state)?.axe == .territoire)
    state.press(.escape, .escape, .enter)
    state.type(" mots")
    state.press(.enter)
    #expect(selected(state)?.texte == "Trois mots")
  }

  @Test(arguments: wallSizes)
  func `a text is corrected in letters, as it was typed`(size: Size) throws {
    var state = try wall(try example(), size)
    let before = selected(state)
    state.press(.enter)
    #expect(state.words.contains("CORRIGER LE TEXTE"))
    for _ in before?.texte ?? "" { state.press(.backspace) }
    state.type("Un mot")
    #expect(isInLetters(state) && !state.words.contains("Un mot"))
    state.press(.enter)
    #expect(selected(state)?.texte == "Un mot" && state.modes.isEmpty)
  }

  @Test(arguments: wallSizes)
  func `what a box of the profil holds is typed in letters too`(size: Size) throws {
    var state = try wall(try example(), size, on: .etat, selecting: "profilStrategique")
    state.press(.character("n"))
    state.type("Un bail")
    #expect(isInLetters(state) && !state.words.contains("Un bail"))
    state.press(.enter)
    #expect(state.demarche?.profilStrategique[.ambition].elements.last == "Un bail")
  }

  @Test(arguments: wallSizes)
  func `hands are counted before the room, and change no colour`(size: Size) throws {
    var state = try wall(try example(), size)
    let before = selected(state)
    state.press(.character("y"))
    #expect(state.words.contains("MAINS LEVÉES"))
    state.press(.character("3"), .tab, .character("1"), .character("2"))
    // In letters wherever there is room for them: in the largest windows of eight rows.
    let isSaid = state.says("3") && state.says("12")
    #expect(size.height >= 40 ? isInLetters(state) : isSaid)
    #expect(isInLetters(state))
    #expect(state.words.contains("15 mains"))
    for word in ["ROUGE", "ORANGE", "VERT"] { #expect(state.says(word)) }
    // Entrée goes on, and keeps what was counted after the last colour.
    state.press(.enter)
    #expect(state.modes.last is ShowOfHands)
    state.press(.enter)
    #expect(selected(state)?.mainsLevees?.orange == 12 && selected(state)?.statut == before?.statut)
    #expect(state.isOnWall && state.modes.isEmpty)
  }

  @Test(arguments: wallSizes)
  func `x gives an axis and a colour to what is to be placed, as the foot says`(size: Size) throws {
    var state = try wall(try example(), size)
    state.cercle.axe = nil
    state.cercle.select(0, in: state.derived)
    let id = try #require(selected(state)?.id)
    // The least wall has no room for it in its foot.
    #expect(state.words.contains("x donner un axe") || size.width < 60)
    state.press(.character("x"))
    #expect(state.words.contains("QUEL AXE ?"))
    // An arrow has nowhere to be seen.
    state.press(.left)
    #expect(state.words.contains("Une lettre pour l’axe"))
    state.press(.character("d"))
    #expect(state.words.contains("DE QUELLE COULEUR ?"))
    state.press(.character("o"))
    let placed = state.derived.observation(id)
    #expect(placed?.axe == .democratie && placed?.statut == .orange)
    #expect(state.isOnWall && state.modes.isEmpty)
    state.press(.character("u"), .character("u"))
    #expect(state.derived.observation(id)?.axe == nil)
  }

  @Test func `what a key does on the screen only is said on the wall`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.show(.schema)
    state.press(.character("n"))
    #expect(state.words.contains("« Nouveau palier » ne s’ouvre pas au mur. F8 l’ouvre à l’écran"))
    state.press(.escape)
    #expect(state.isOnWall && state.modes.isEmpty && state.notice == nil)
    // What opens nothing holds nothing back.
    state.press(.character("<"))
    #expect(state.isOnWall && state.modes.isEmpty)
    #expect(state.words.contains("sur l’écran. F8 quitte la vue salle, puis <."))
  }

  /// Whoever types on without looking at the wall: a title holds the letters of colours, of undo, of
  /// leaving.
  @Test(arguments: [
    (Screen.schema, "n"), (.schema, "i"), (.schema, "/"), (.tableau, "/"), (.cercle, "a"),
    (.cercle, "/"), (.etat, "n"), (.aFaire, "/"), (.ca, "/"), (.grille, "c"),
  ])
  func `what follows a key that opens nothing on the wall runs as no key`(
    screen: Screen, key: String
  ) throws {
    var state = try wall(try example(), Size(80, 24), on: screen)
    state.press(.character(Character(key)))
    #expect(state.modes.last is HeldBack)
    let (before, wall) = (state.document, state.wall)
    state.type("oavr u! 4sq Un titre vraiment")
    state.press(.enter, .tab, .down)
    #expect(state.document == before && state.isOnWall && state.wall == wall)
    #expect(state.words.contains("Échap reste"))
    state.press(.escape)
    #expect(state.isOnWall && state.modes.isEmpty)
    state.press(.character(Character(key)), .function(8))
    #expect(!state.isOnWall && !state.modes.isEmpty && !(state.modes.last is HeldBack))
  }

  @Test func `Tab and r reach the arbre, and the foot says r, where there is room for it`() throws {
    var state = try wall(try example(), Size(100, 30))
    state.show(.schema)
    #expect(state.words.contains("r arbre"))
    state.press(.tab)
    #expect(state.wallPage?.name == EscalierPage.name && state.words.contains("r arbre"))
    state.press(.tab)
    #expect(state.wallPage?.name == ArbrePage.name)
    state = try wall(try example(), Size(80, 24))
    state.show(.schema)
    #expect(!state.words.contains("r arbre"))
  }

  @Test(arguments: [Key.character("s"), .function(8)])
  func `s over the result of a vote shows it to the room`(key: Key) throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("b"), .enter)
    #expect(state.modes.last is VoteResult)
    let effects = state.press(key)
    #expect(effects == [.readLetters])
    _ = state.update(.letters(Letters(try shippedLetters())))
    #expect(state.isOnWall && state.modes.isEmpty && state.wallPage?.name == VotePage.name)
    state.press(.character("s"))
    #expect(!state.isOnWall && state.modes.last is VoteResult && state.screen == .cercle)
  }

  @Test func `more hands than people present is said, and kept all the same`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("y9[Entrée]")
    #expect(state.words.contains("9 mains ; la couleur ne change pas."))
    state.play("9[Entrée]")
    #expect(state.words.contains("18 mains pour 10 présents : à recompter ?"))
    state.play("[Entrée]")
    #expect(state.notice?.text.contains("18 mains pour 10 présents") == true)
    #expect(selected(state)?.mainsLevees?.orange == 9)
  }

  @Test func `a window that follows says that somebody writes, and never what`() throws {
    var first = state(try example(), Size(80, 24))
    var second = try wall(try example(), Size(80, 24), isFollower: true)
    for keys in ["nSecret", "[Entrée] Secret"] {
      first.play(keys)
      let told = try #require(first.wall)
      #expect(told.isWriting)
      _ = second.update(.wall(told))
      #expect(second.words.contains("on écrit…") && !second.words.contains("Secret"))
      first.play("[Échap]")
      _ = second.update(.wall(try #require(first.wall)))
      #expect(!second.words.contains("on écrit…"))
    }
    // A form is not what the room says.
    first.show(.schema)
    first.play("nSecret")
    #expect(first.wall?.isWriting == false)
  }

  @Test func `! on the page of the vote marks the first ones, and u takes it back`() throws {
    var demarche = try example()
    let image = try #require(demarche.imageOuverte)
    for index in demarche.cercles[image].observations.indices {
      demarche.cercles[image].observations[index].priorite = false
    }
    var state = try wall(demarche, Size(80, 24), on: .cercle, page: VotePage.name)
    #expect(state.words.contains("! les premières en priorité"))
    let first = state.cercle.vote?.leading ?? []
    state.press(.character("!"))
    let marked = state.document?.demarche.cercles[image].observations.filter(\.priorite).map(\.id)
    #expect(Set(marked ?? []) == Set(first) && !first.isEmpty)
    #expect(state.wallPageName == VotePage.name)
    state.press(.right)
    #expect(!state.words.contains("les premières en priorité"))
    state.press(.character("u"))
    let kept = state.document?.demarche.cercles[image].observations ?? []
    #expect(!kept.isEmpty && !kept.contains(where: \.priorite))
    // Elsewhere it is about the observation.
    state.press(.character("b"), .character("!"))
    #expect(selected(state)?.priorite == true)
  }

  @Test func `a move is offered only where it leads somewhere`() throws {
    let empty = try bareDemarches()[0]
    for screen in [Screen.schema, .aFaire, .etat] {
      var state = try wall(empty, Size(100, 30), on: screen)
      if screen == .etat { _ = state.select("seances") }
      state.renewDerived()
      #expect(!state.words.contains("↑ ↓"), "\(screen.name)")
    }
    #expect(try wall(try example(), Size(100, 30), on: .schema).words.contains("↑ ↓ palier"))
  }

  /// The one selected next is not what is asked about.
  @Test func `Entrée leaves the colour of what was placed for later, and its keys stay in sight`()
    throws
  {
    var state = try wall(try example(), Size(80, 24))
    state.cercle.axe = nil
    let second = try #require(state.derived.image?[nil].observations.first?.id)
    _ = state.change { demarche, ids in
      let signature = signature(demarche, "LB")
      _ = demarche.ajouterObservations(
        ["Une autre"], axe: nil, statut: nil, auteur: nil, signature, ids: &ids)
      return demarche.modifierObservation(second, signature) { $0.statut = nil }
    }
    _ = state.select(second)
    state.press(.character("x"), .character("p"))
    #expect(state.words.contains("DE QUELLE COULEUR"))
    #expect(state.words.contains("Personne d’abord") && state.words.contains("Entrée"))
    state.press(.enter)
    #expect(state.modes.isEmpty && state.derived.observation(second)?.axe == .personne)
    state.press(.character("s"))
    #expect(!state.isOnWall)
  }

  @Test func `leaving the wall brings back the result and the read-back that it came from`() throws
  {
    var state = state(try example(), Size(100, 30))
    state.play("b[Entrée]")
    let result = try #require(state.modes.last as? VoteResult)
    state.play("ss")
    #expect((state.modes.last as? VoteResult)?.id == result.id && !state.isOnWall)
    state.play("[Échap][Échap]ir[Entrée]")
    let page = state.view
    #expect(state.modes.last is ReadBack)
    state.press(.function(8))
    #expect(state.isOnWall)
    state.press(.function(8))
    #expect(state.modes.last is ReadBack && state.view == page)
    // Another screen was gone to there.
    state.play("[Échap]b[Entrée]s4")
    state.press(.function(8))
    #expect(state.modes.isEmpty && state.screen == .schema)
  }

  @Test func `← → change the axis, ↑ ↓ the observation, the wheel too`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.press(.down)
    #expect(state.words.contains("2 / 10"))
    _ = state.update(.event(.mouse(Event.Mouse(.wheelDown, at: Position(column: 4, row: 4)))))
    #expect(state.words.contains("3 / 10"))
    state.press(.right)
    #expect(state.words.contains("Personne d’abord") && state.words.contains("1 / 11"))
    state.press(.left, .left)
    #expect(state.words.contains("À placer"))
  }

  @Test func `what may hold names does not open: other screens, search, files, versions`() throws {
    var state = try wall(try example(), Size(80, 24))
    let before = state.view
    for key: Key in [
      .character("7"), .character("8"), .character("/"), .function(3),
      .function(12), .function(4), .character("h"), .control("s"), .escape, .function(2), .delete,
    ] {
      #expect(state.press(key) == [], "\(key.label)")
      if state.modes.last is HeldBack { state.press(.escape) }
      state.notice = nil
      state.refusedText = nil
      #expect(state.view == before, "\(key.label)")
    }
  }

  @Test func `what is not saved is said calmly, and no path with it`() throws {
    var state = try wall(try example(), Size(60, 16))
    state.press(.character("r"))
    let long = String(repeating: "Le disque est plein, dans /tmp/essai.dpes.json. ", count: 9)
    _ = state.update(.notSaved(long))
    #expect(state.words.contains("non enregistré") && !state.words.contains("essai.dpes"))
    #expect(state.modes.isEmpty)
    state.press(.character("n"))
    #expect(state.words.contains("non enregistré"))
    state.press(.escape, .character("s"))
    #expect(state.words.contains("NON ENREGISTRÉ"))
  }

  @Test func `help and palette say what can be done on the wall`() throws {
    var state = try wall(try example(), Size(100, 30))
    state.press(.character("?"))
    for words in ["Vue salle", "compte à rebours", "du dernier rang", "les trois couleurs"] {
      #expect(state.words.contains(words), "\(words)")
    }
    state.press(.escape, .character(":"))
    state.type("lisible")
    state.press(.enter)
    #expect(state.words.contains("Distance du dernier rang"))
  }
}
