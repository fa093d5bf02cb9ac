import DPES
import TerminalUI
import Testing

@testable import Application

/// The pages of the schéma on the wall: a palier, the staircase of an axis, the tree.
@Suite struct PalierPageTests {
  private func schema(
    _ demarche: Demarche, _ size: Size, isASCII: Bool = false
  ) throws -> State {
    var state = try wall(demarche, size, isASCII: isASCII)
    state.press(.character("4"))
    return state
  }

  private func named(_ page: String, _ size: Size, _ more: String = "") -> String {
    "salle-\(page)-\(size.width)x\(size.height)\(more)"
  }

  private func paliers(_ count: Int, _ title: String) throws -> Demarche {
    let all = (1...count).map {
      #"{"id":"p\#($0)","axe":"personne","rang":\#($0),"intitule":"\#(title) \#($0)"}"#
    }
    return try demarche(
      #"{"format":"dpes","version":1,"id":"a","structure":{"raisonSociale":"Essai"},"#
        + #""schema":{"paliers":[\#(all.joined(separator: ","))]}}"#)
  }

  private static let long =
    "Accueillir, écouter et accompagner chaque personne jusqu’au terme de son parcours d’emploi"

  @Test(arguments: wallSizes)
  func `a palier, then one that was lost`(size: Size) throws {
    var state = try schema(try example(), size)
    state.press(.up, .up)
    try expectFrame(state.view, named: named("palier", size))
    state.press(.right, .right, .home, .up)
    #expect(state.schema.selected(in: state.derived)?.etat == .perdu)
    try expectFrame(state.view, named: named("palier", size, "-perdu"))
  }

  @Test(arguments: wallSizes)
  func `the staircase of an axis`(size: Size) throws {
    var state = try schema(try example(), size)
    state.press(.character("z"))
    #expect(state.wallPageName == "axe")
    try expectFrame(state.view, named: named("axe", size))
    state.press(.character("z"))
    #expect(state.wallPageName == "palier")
  }

  @Test(arguments: [Size(80, 24), Size(60, 16)])
  func `in ASCII`(size: Size) throws {
    var state = try schema(try example(), size, isASCII: true)
    try expectFrame(state.view, named: named("palier", size, "-ascii"))
    state.press(.character("z"))
    try expectFrame(state.view, named: named("axe", size, "-ascii"))
  }

  @Test(arguments: wallSizes)
  func `the state and the whole title are on the wall`(size: Size) throws {
    for demarche in [try example(), try paliers(5, Self.long)] {
      var state = try schema(demarche, size, isASCII: true)
      for axe in Axe.allCases {
        let count = state.derived.avancement?[axe].paliers.count ?? 0
        for position in 0..<count {
          state.schema.axe = axe
          state.schema.select(position, in: state.derived)
          let palier = try #require(state.schema.selected(in: state.derived))
          #expect(state.words.contains(spaced(palier.palier.intitule)))
          #expect(state.words.contains(state.marks.mark(palier.etat).word.uppercased()))
        }
      }
    }
  }

  @Test(arguments: wallSizes)
  func `a schéma, or an axis, without palier says how it begins`(size: Size) throws {
    var state = try schema(
      try demarche(
        #"{"format":"dpes","version":1,"id":"a","structure":{"raisonSociale":"Essai"}}"#), size,
      isASCII: true)
    #expect(state.wallPageNames == ["palier"])
    #expect(state.words.contains("Le schéma n’a pas encore de palier."))
    #expect(state.words.contains("n ajoute un palier"))
    state = try schema(try paliers(1, "Un"), size, isASCII: true)
    state.press(.left)
    #expect(state.words.contains("Cet axe n’a pas encore de palier."))
  }

  @Test(arguments: wallSizes, [1, 3, 60])
  func `every number of paliers is drawn, with where the axis is`(size: Size, count: Int) throws {
    var state = try schema(try paliers(count, "Palier"), size)
    for key in [Key.home, .end, .up] {
      state.press(key)
      for page in state.wallPageNames {
        state.wallWindow?.page = page
        #expect(state.view.size == size)
      }
    }
    state.schema.axe = .personne
    state.schema.select(0, in: state.derived)
    state.wallWindow?.page = "axe"
    // Nothing is reached: the floor.
    #expect(state.words.contains("départ") && state.words.contains("cible"))
  }

  @Test func `every size is drawn`() throws {
    for demarche in [try example(), try paliers(60, Self.long)] {
      var state = try schema(demarche, Size(80, 24))
      for height in [1, 12, 13, 16, 24, 30, 67] {
        for width in [1, 40, 41, 60, 79, 100, 240] {
          _ = state.update(.event(.resize(Size(width, height))))
          for page in ["palier", "axe", "arbre"] {
            state.wallWindow?.page = page
            #expect(state.view.size == Size(width, height))
          }
        }
      }
    }
  }

  @Test(arguments: [Size(100, 30), Size(120, 36), Size(160, 45)])
  func `the tree`(size: Size) throws {
    var state = try schema(try example(), size)
    state.press(.character("r"))
    #expect(state.wallPageName == "arbre")
    try expectFrame(state.view, named: named("arbre", size))
    #expect(state.words.contains("sans total"))
    state.press(.character("r"))
    #expect(state.wallPageName == "palier")
  }

  @Test func `the tree in ASCII`() throws {
    var state = try schema(try example(), Size(120, 36), isASCII: true)
    state.press(.character("r"))
    try expectFrame(state.view, named: named("arbre", Size(120, 36), "-ascii"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24)])
  func `without room for the tree, r says what there is instead`(size: Size) throws {
    var state = try schema(try example(), size)
    state.press(.character("r"))
    #expect(state.wallPageName == "palier")
    #expect(state.notice?.text.contains("z montre l’escalier") == true)
    #expect(!state.wallPageNames.contains("arbre"))
  }

  @Test func `where the zoom was left, arrows go from palier to palier`() throws {
    var state = state(try example(), Size(80, 24), screen: .schema)
    state.press(.character("z"), .character("s"))
    let first = state.schema.selectedID
    state.press(.up)
    #expect(state.isOnWall && state.schema.index == 1 && state.schema.selectedID != first)
    #expect(state.schema.part == .palier)
  }

  @Test func `a window that follows shows the same palier on the same page`() throws {
    var first = try schema(try example(), Size(80, 24))
    var second = try wall(try example(), Size(60, 16), isFollower: true)
    first.press(.right, .up, .character("z"))
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.screen == .schema && second.wallPageName == "axe")
    #expect(second.schema.selectedID == first.schema.selectedID)
  }

  @Test(arguments: wallSizes)
  func `no initials, and nobody's organisation`(size: Size) throws {
    var demarche = try example()
    for index in demarche.participants.indices { demarche.participants[index].initiales = "Zq" }
    for index in demarche.schema.paliers.indices {
      var engagement = Palier.Engagement()
      engagement.id = "e\(index)"
      engagement.organisme = "Zqorganisme"
      engagement.texte = "Zqtexte"
      demarche.schema.paliers[index].engagements = [engagement]
    }
    var state = try schema(demarche, size)
    for _ in 0..<20 {
      for page in state.wallPageNames {
        state.wallWindow?.page = page
        #expect(!state.view.description.contains("Zq"))
      }
      state.press(.down)
    }
  }
}

/// A text as ``State/words`` has it, whatever blanks it has.
private func spaced(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
