import DPES
import TerminalUI
import Testing

@testable import Application

/// The wall, at the sizes that it is designed for.
@Suite struct WallFrameTests {
  private func named(_ size: Size, _ more: String = "") -> String {
    "salle-\(size.width)x\(size.height)\(more)"
  }

  @Test(arguments: wallSizes)
  func `the observation under discussion`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.right, .down, .character("!"), .character("r"))
    // Until the next key.
    state.notice = nil
    try expectFrame(state.view, named: named(size))
  }

  @Test(arguments: wallSizes)
  func `in ASCII`(size: Size) throws {
    var state = try wall(try example(), size, isASCII: true)
    state.press(.right)
    try expectFrame(state.view, named: named(size, "-ascii"))
  }

  @Test(arguments: wallSizes)
  func `a text being typed, then its axis`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.character("n"))
    state.type("Les familles demandent un groupe")
    try expectFrame(state.view, named: named(size, "-texte"))
    state.press(.enter)
    try expectFrame(state.view, named: named(size, "-axe"))
    state.press(.character("d"))
    try expectFrame(state.view, named: named(size, "-couleur"))
  }

  @Test(arguments: wallSizes)
  func `what a text being typed resembles, in the place of one said before`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.character("n"))
    state.type("Le planning est connu un mois avant")
    try expectFrame(state.view, named: named(size, "-ressemble"))
    let isShown = state.view.description.contains("Ressemble au n°")
    #expect(isShown == (size.width > 40))
  }

  @Test(arguments: wallSizes)
  func `a text being corrected, hands being counted, a box of the profil being filled`(size: Size)
    throws
  {
    var state = try wall(try example(), size)
    state.press(.enter)
    state.type(" aujourd’hui")
    try expectFrame(state.view, named: named(size, "-correction"))
    state.press(.escape, .character("y"), .character("3"), .tab, .character("1"), .character("2"))
    try expectFrame(state.view, named: named(size, "-mains"))
    state = try wall(try example(), size, on: .etat, selecting: "profilStrategique")
    state.press(.character("n"))
    state.type("Un bail signé")
    try expectFrame(state.view, named: named(size, "-case"))
  }

  @Test(arguments: [Size(60, 16), Size(80, 24)])
  func `the same in ASCII, and the colours`(size: Size) throws {
    var state = try wall(try example(), size, isASCII: true)
    state.press(.character("y"), .character("3"))
    try expectFrame(state.view, named: named(size, "-mains-ascii"))
    state.press(.escape, .character("l"))
    try expectFrame(state.view, named: named(size, "-legende-ascii"))
    state.press(.escape, .character("n"))
    state.type("Un mot")
    state.press(.enter, .character("d"))
    try expectFrame(state.view, named: named(size, "-couleur-ascii"))
  }

  @Test(arguments: wallSizes)
  func `a word that begins a new image`(size: Size) throws {
    var demarche = try example()
    for index in demarche.cercles.indices { demarche.cercles[index].figee = true }
    var state = try wall(demarche, size)
    state.press(.character("n"))
    try expectFrame(state.view, named: named(size, "-nouvelle-image"))
  }

  @Test(arguments: wallSizes)
  func `the cercle, and the welcome`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.tab)
    try expectFrame(state.view, named: named(size, "-disque"))
    while state.wallPageName != "accueil" { state.press(.tab) }
    try expectFrame(state.view, named: named(size, "-accueil"))
  }

  @Test(arguments: wallSizes)
  func `the legend, the countdown and the legibility`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.character("l"))
    try expectFrame(state.view, named: named(size, "-legende"))
    state.press(.escape, .character("m"))
    try expectFrame(state.view, named: named(size, "-minuteur"))
    state.press(.escape, .character("d"))
    state.type("6")
    state.press(.tab)
    state.type("1,5")
    try expectFrame(state.view, named: named(size, "-distance"))
  }

  @Test func `nothing yet, on an axis and in the file`() throws {
    let empty = try demarche(
      #"{"format":"dpes","version":1,"id":"a","structure":{"raisonSociale":"Essai"}}"#)
    var state = try wall(empty, Size(60, 16))
    #expect(state.words.contains("n commencer") && state.words.contains("Essai"))
    state.press(.character("n"))
    state.type("Un mot")
    state.press(.enter, .character("d"), .character("v"), .escape, .right)
    #expect(state.words.contains("RIEN ENCORE SUR CET AXE"))
    #expect(state.words.contains("Territoire"))
  }

  @Test(arguments: wallSizes)
  func `without colours every status is told by its shape and its word`(size: Size) throws {
    let words: [Statut?: String] = [
      .rouge: "ROUGE", .orange: "ORANGE", .vert: "VERT", nil: "SANS STATUT",
    ]
    for isASCII in [false, true] {
      var state = try wall(try example(), size, isASCII: isASCII)
      for group in state.derived.image?.groups ?? [] {
        for observation in group.observations {
          #expect(state.cercle.selectedID == observation.id)
          let mark = state.marks.mark(observation.statut)
          #expect(state.words.contains(words[observation.statut] ?? ""))
          #expect(size.height > 12 || state.words.contains("\(mark.sign) "))
          state.press(.down)
        }
        state.press(.right)
      }
    }
  }

  @Test(arguments: wallSizes)
  func `the whole text is on the wall, in letters or in words`(size: Size) throws {
    var state = try wall(try example(), size)
    for group in state.derived.image?.groups ?? [] {
      for observation in group.observations {
        var area = WallLayout(size).body
        _ = area.takeBottom(1)
        var canvas = Canvas(size)
        let before = Array(group.observations.prefix(state.cercle.index).reversed())
        ObservationPage.drawBefore(
          before, under: observation.texte, state, in: &area, on: &canvas)
        let text = WallSentence(observation.texte, in: area.size, letters: state.letters)
        #expect(text.lines.joined(separator: " ") == observation.texte)
        state.press(.down)
      }
      state.press(.right)
    }
  }

  @Test(arguments: wallSizes, [false, true])
  func `the legend has the three shapes and the three sentences whole`(size: Size, isASCII: Bool)
    throws
  {
    var state = try wall(try example(), size, isASCII: isASCII)
    state.press(.character("l"))
    for statut in Statut.allCases {
      let mark = state.marks.mark(statut)
      #expect(state.says(statut.phrase) && state.says(mark.word.uppercased()))
      let isDrawn = state.view.contains(try #require(WallSign(mark.sign)))
      #expect(isDrawn || state.view.description.contains(mark.sign))
    }
    #expect(state.words.contains(Statut.distance) == (size.width >= 60))
  }

  @Test func `every size from one cell to 300 by 100 is drawn`() throws {
    var state = try wall(try example(), Size(80, 24))
    for keys: [Key] in [[], [.character("n")], [.escape, .character("l")]]
      + [[.escape, .character("m")], [.escape, .character("d")], [.escape, .character("?")]]
    {
      for key in keys { state.press(key) }
      for height in [1, 11, 12, 13, 16, 24, 67, 100] {
        for width in [1, 39, 40, 49, 50, 60, 80, 140, 300] {
          _ = state.update(.event(.resize(Size(width, height))))
          #expect(state.view.size == Size(width, height))
        }
      }
      _ = state.update(.event(.resize(Size(80, 24))))
    }
    _ = state.update(.event(.resize(Size(39, 12))))
    #expect(state.words.contains("Fenêtre trop petite"))
  }
}
