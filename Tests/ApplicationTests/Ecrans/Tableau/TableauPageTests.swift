import DPES
import TerminalUI
import Testing

@testable import Application

/// The pages of the tableau de bord on the wall: an axis in a period, and an indicator.
@Suite struct TableauPageTests {
  private func tableau(
    _ demarche: Demarche, _ size: Size, isASCII: Bool = false
  ) throws -> State {
    var state = try wall(demarche, size, isASCII: isASCII)
    state.press(.character("5"))
    return state
  }

  private func named(_ page: String, _ size: Size, _ more: String = "") -> String {
    "salle-\(page)-\(size.width)x\(size.height)\(more)"
  }

  /// The axis that has a state of every kind, in the period that is over.
  private func democratie(_ size: Size, isASCII: Bool = false) throws -> State {
    var state = try tableau(try example(), size, isASCII: isASCII)
    while state.tableau.selected?.axe.axe != .democratie { state.press(.character("z")) }
    state.press(.left)
    state.notice = nil
    return state
  }

  @Test(arguments: wallSizes)
  func `an axis, then an indicator`(size: Size) throws {
    var state = try democratie(size)
    try expectFrame(state.view, named: named("tableau", size))
    state.press(.down, .enter)
    #expect(state.wallPageName == "indicateur")
    try expectFrame(state.view, named: named("indicateur", size))
    state.press(.enter)
    #expect(state.wallPageName == "tableau")
  }

  @Test(arguments: [Size(60, 16), Size(80, 24)])
  func `in ASCII`(size: Size) throws {
    var state = try democratie(size, isASCII: true)
    try expectFrame(state.view, named: named("tableau", size, "-ascii"))
    state.press(.enter)
    try expectFrame(state.view, named: named("indicateur", size, "-ascii"))
  }

  @Test(arguments: wallSizes)
  func `what nobody checked is told as that, and blames nobody`(size: Size) throws {
    var state = try democratie(size)
    state.press(.down)
    #expect(state.tableau.cell?.realise?.statut == .nonVerifie)
    #expect(state.words.contains("? NON VÉRIFIÉ"))
    #expect(state.words.contains("pas regardé"))
  }

  @Test(arguments: wallSizes)
  func `every title is whole where its indicator is selected`(size: Size) throws {
    var state = try tableau(try example(), size, isASCII: true)
    // A page that is full may cut titles on the axis; the indicator's own never does.
    state.press(.enter)
    for position in 0..<state.tableau.rows.count {
      state.tableau.select(position)
      let line = try #require(state.tableau.selected)
      let title = line.indicateur?.indicateur.intitule ?? line.palier?.palier.intitule ?? ""
      #expect(state.words.contains(spaced(title)))
    }
  }

  @Test func `the keys of the screen set what is shown`() throws {
    let statuts: [(Character, Realise.Statut)] = [
      ("a", .atteint), ("p", .partiel), ("x", .nonAtteint), ("v", .verifie), ("w", .nonVerifie),
    ]
    for page in ["tableau", "indicateur"] {
      var state = try tableau(try example(), Size(80, 24))
      state.wallWindow?.page = page
      for (key, statut) in statuts {
        state.press(.character(key))
        #expect(state.tableau.cell?.realise?.statut == statut)
        #expect(state.isOnWall && state.wallPageName == page)
      }
    }
  }

  @Test func `what is to be reached does not still hold before anything is noted of it`() throws {
    var state = try tableau(try example(), Size(80, 24))
    var refused = 0
    for position in 0..<state.tableau.rows.count {
      state.tableau.select(position)
      for _ in 0..<6 {
        state.press(.left)
        guard let cell = state.tableau.cell, cell.realise == nil else { continue }
        var after = state
        after.type("voilà un point")
        if cell.objectif == .verifier {
          #expect(after.tableau.cell?.realise?.statut == .verifie)
        } else {
          refused += 1
          #expect(after.document == state.document && after.words.contains("a, p ou x le dit"))
        }
      }
      state.press(.right, .right, .right, .right, .right, .right)
    }
    #expect(refused > 2)
  }

  @Test func `why something does not concern the structure is asked on the wall`() throws {
    var state = try tableau(try example(), Size(80, 24))
    state.press(.character("c"))
    #expect(state.modes.last is Question)
    state.type("Pas cette année")
    state.press(.enter)
    #expect(state.tableau.cell?.realise?.statut == .nonConcerne)
    #expect(state.isOnWall && state.modes.isEmpty)
  }

  @Test func `arrows choose the period and the indicator, z the next axis, and round`() throws {
    var state = try tableau(try example(), Size(80, 24))
    let mois = try #require(state.tableau.mois)
    state.press(.left)
    #expect(state.tableau.mois == mois - 6)
    #expect(state.words.contains("période de \(mois - 6) mois"))
    var axes: [Axe?] = []
    for _ in 0..<5 {
      axes.append(state.tableau.selected?.axe.axe)
      state.press(.character("z"))
    }
    #expect(Set(axes) == Set(Axe.allCases.map(Optional.some)) && axes.first == axes.last)
  }

  @Test func `the room sees all of an axis, whatever is folded or filtered on the screen`() throws {
    var state = state(try example(), Size(80, 24), screen: .tableau)
    state.press(.character("g"))
    let before = state.tableau.selectedID
    state.press(.character("s"))
    #expect(state.isOnWall && state.tableau.cell != nil)
    state.press(.character("a"))
    #expect(state.tableau.cell?.realise?.statut == .atteint)
    state.press(.character("s"))
    #expect(!state.isOnWall && state.tableau.selectedID == before)
    #expect(state.tableau.selected?.isFolded == true)
  }

  @Test(arguments: wallSizes)
  func `without indicator it says where they come from`(size: Size) throws {
    let empty = try demarche(
      #"{"format":"dpes","version":1,"id":"a","structure":{"raisonSociale":"Essai"}}"#)
    var state = try tableau(empty, size, isASCII: true)
    #expect(state.wallPageNames == ["tableau"])
    #expect(state.words.contains("Il n’y a pas encore d’indicateur à suivre."))
    for key in "apxvwcz" { state.press(.character(key)) }
    state.press(.enter, .down, .right)
    #expect(state.isOnWall && state.modes.isEmpty)
  }

  @Test(arguments: wallSizes)
  func `only what is required`(size: Size) throws {
    var state = try tableau(
      try demarche(
        #"{"format":"dpes","version":1,"id":"a","structure":{"raisonSociale":"Essai"},"schema":"#
          + #"{"paliers":[{"id":"p","axe":"utilite","intitule":"Un","indicateurs":[{"id":"i","#
          + #""intitule":"Indicateur"}]},{"id":"q","axe":"utilite","intitule":"Deux"}]}}"#), size,
      isASCII: true)
    #expect(state.words.contains("Indicateur") && state.words.contains("rien encore"))
    state.press(.down)
    #expect(state.words.contains("Deux") && state.words.contains("pas encore déclaré atteint"))
    state.press(.enter)
    #expect(state.words.contains("Pas encore déclaré atteint."))
  }

  @Test func `every size is drawn, with few periods and many`() throws {
    for months in [18, 36, 60, 600] {
      var demarche = try example()
      demarche.schema.dureeMois = months
      var state = try tableau(demarche, Size(80, 24))
      for height in [1, 12, 16, 24, 67] {
        for width in [1, 40, 41, 60, 80, 140, 240] {
          _ = state.update(.event(.resize(Size(width, height))))
          for page in ["tableau", "indicateur"] {
            state.wallWindow?.page = page
            #expect(state.view.size == Size(width, height))
          }
        }
      }
    }
  }

  @Test func `a window that follows shows the same cell`() throws {
    var first = try tableau(try example(), Size(80, 24))
    var second = try wall(try example(), Size(60, 16), isFollower: true)
    first.press(.character("z"), .down, .left, .enter)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.screen == .tableau && second.wallPageName == "indicateur")
    #expect(second.tableau.selectedID == first.tableau.selectedID)
    #expect(second.tableau.mois == first.tableau.mois)
  }

  @Test func `what is folded on the screen is followed by what stands for it`() throws {
    var first = state(try example(), Size(80, 24), screen: .tableau)
    first.press(.character("g"))
    var second = try wall(try example(), Size(60, 16), isFollower: true)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.tableau.selected?.axe.axe == first.tableau.selected?.axe.axe)
    #expect(second.tableau.cell != nil)
  }

  @Test(arguments: wallSizes)
  func `no initials, no one in charge, no proof`(size: Size) throws {
    var demarche = try example()
    for index in demarche.participants.indices { demarche.participants[index].initiales = "Zq" }
    for palier in demarche.schema.paliers.indices {
      for index in demarche.schema.paliers[palier].indicateurs.indices {
        demarche.schema.paliers[palier].indicateurs[index].preuve = "Zqpreuve"
        demarche.schema.paliers[palier].indicateurs[index].responsable =
          demarche.participants.first?.id
      }
    }
    var state = try tableau(demarche, size)
    for _ in 0..<30 {
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
