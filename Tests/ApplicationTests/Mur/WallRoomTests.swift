import DPES
import TerminalUI
import Testing

@testable import Application

/// What the last row of the room reads: as large as there is room for, ties alike, nothing left out.
@Suite struct WallRoomTests {
  private func saying(_ texte: String, _ size: Size) throws -> State {
    var demarche = try example()
    let last = demarche.cercles.count - 1
    demarche.cercles[last].observations[0].texte = texte
    var state = try wall(demarche, size)
    state.cercle.select(demarche.cercles[last].observations[0].id, in: state.derived)
    return state
  }

  @Test func `a key of another section holds what is typed after it, and names what it opens`()
    throws
  {
    var state = state(try example(), Size(80, 24), screen: .etat)
    _ = state.select("etapes")
    state.press(.function(8))
    let before = state.document?.demarche
    state.play("n")
    #expect(state.isOnWall && state.words.contains("Échap continue"))
    state.play("promis au mur[Entrée]")
    #expect(state.document?.demarche == before && state.isOnWall && state.modes.isEmpty)
    state.play("[Échap]")
    state.press(.function(8))
    _ = state.select("seances")
    state.press(.function(8))
    state.play("n")
    #expect(state.words.contains("Nouvelle promesse » ne s’ouvre pas au mur"))
  }

  @Test func `the disc changes no observation that it does not show`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.cercle.axe = nil
    state.cercle.select(0, in: state.derived)
    state.press(.tab)
    try #require(state.wallPage?.name == DisquePage.name)
    let before = state.demarche
    state.play("r")
    #expect(state.demarche == before && state.words.contains("ne montre pas une observation"))
  }

  @Test func `at 60×16 a sentence of 45 letters stands in letters, and what is around it leaves`()
    throws
  {
    let size = Size(60, 16)
    let texte = "Les nouveaux ne savent pas à qui s’adresser"
    let state = try saying(texte, size)
    #expect(!state.words.contains("savent") && state.says(texte))
    #expect(!state.words.contains("U ■"))
    // Where it changes nothing, the counts stay.
    let long = try saying(texte + " ni à quel moment de la semaine", size)
    #expect(long.words.contains("savent") && long.words.contains("U ■"))
    let short = try saying("Trop de réunions", size)
    #expect(short.says("Trop de réunions") && short.words.contains("U ■"))
  }

  @Test func `at 60×16 the value of an indicator stands in letters`() throws {
    let state = try wall(try example(), Size(60, 16), on: .tableau, page: "indicateur")
    #expect(!state.words.contains("rien encore") && state.says("rien encore"))
    #expect(state.words.contains("cible 2 contrats"))
  }

  /// More kept than there are rows for, each at its own rank.
  @Test(arguments: wallSizes + [Size(120, 40), Size(200, 55), Size(240, 70)], [3, 8, 12, 23, 60])
  func `a vote of many observations is shown at every size`(size: Size, count: Int) throws {
    var demarche = try example()
    let last = demarche.cercles.count - 1
    var all: [Observation] = []
    for index in 0..<count {
      var one = Observation()
      (one.id, one.numero) = ("v\(index)", index + 1)
      one.texte = "Observation \(index), assez longue"
      one.axe = .utilite
      all.append(one)
    }
    demarche.cercles[last].observations = all
    var vote = Scrutin()
    (vote.id, vote.genre, vote.options) = ("vote", .gommettes, all.map(\.id))
    (vote.points, vote.votants) = (3, 60)
    vote.resultats = all.indices.map { index in
      var line = Scrutin.Resultat()
      (line.option, line.points) = (all[index].id, count - index)
      return line
    }
    demarche.cercles[last].scrutins = [vote]
    let state = try wall(demarche, size, on: .cercle, page: "vote")
    #expect(state.view.size == size)
    #expect(count > 3 || size.width > 140 || state.says("Observation 0, assez longue"))
  }

  @Test(arguments: wallSizes.dropFirst())
  func `the disc counts those without a colour too, in the corner of their axis`(size: Size) throws
  {
    var demarche = try example()
    let last = demarche.cercles.count - 1
    for index in demarche.cercles[last].observations.indices {
      if demarche.cercles[last].observations[index].axe == .territoire {
        demarche.cercles[last].observations[index].statut = nil
      }
    }
    let count = demarche.cercles[last].observations.count { $0.axe == .territoire }
    let state = try wall(demarche, size, on: .cercle, page: "disque")
    #expect(state.words.contains("○ \(count)"))
    for axe in Axe.allCases { #expect(state.words.contains(axe.motCourt)) }
  }

  /// The vote of an image, by the points of its options.
  private func vote(_ points: [Int], _ size: Size, isASCII: Bool = false) throws -> State {
    var demarche = try example()
    let last = demarche.cercles.count - 1
    var scrutin = Scrutin()
    scrutin.id = "scrutin0001"
    scrutin.options = demarche.cercles[last].observations.prefix(points.count).map(\.id)
    scrutin.resultats = zip(scrutin.options, points).map {
      var one = Scrutin.Resultat()
      (one.option, one.points) = ($0, $1)
      return one
    }
    demarche.cercles[last].scrutins = [scrutin]
    return try wall(demarche, size, on: .cercle, page: "vote", isASCII: isASCII)
  }

  /// How many times a figure stands in letters at the left edge.
  private func large(_ figure: Int, _ state: State) throws -> Int {
    let letters = try #require(state.letters)
    var drawn = Canvas(Size(letters.columns(of: String(figure)) ?? 0, Letters.rows))
    drawn.draw(String(figure), in: letters, at: 0, 0, .text)
    let view = state.view
    let column = WallLayout(state.size).body.column
    return (0..<state.size.height).count { row in
      (0..<Letters.rows).allSatisfy { line in
        (0..<drawn.size.width).allSatisfy {
          view[column + $0, row + line].glyph == drawn[$0, line].glyph
        }
      }
    }
  }

  @Test(
    arguments: [
      // One of two that are tied is never larger than the other.
      (Size(60, 16), [5, 5, 2], 5, 2), (Size(60, 16), [5, 3, 3], 5, 1),
      (Size(80, 24), [5, 4, 4], 4, 2), (Size(80, 24), [5, 4, 4, 1], 5, 1),
      (Size(100, 30), [5, 5, 5], 5, 3), (Size(40, 12), [6, 6], 6, 2),
      (Size(60, 16), [2, 2, 2, 2, 2, 2], 2, 0), (Size(80, 24), [7, 3, 3, 3, 3, 3], 3, 0),
    ] as [(Size, [Int], Int, Int)])
  func `those that are tied in a vote are told alike`(
    size: Size, points: [Int], figure: Int, count: Int
  ) throws {
    #expect(try large(figure, try vote(points, size)) == count)
  }

  @Test func `every text of a tie is there`() throws {
    for size in wallSizes.dropFirst() {
      let state = try vote([4, 4, 4], size)
      for place in state.cercle.vote?.places ?? [] {
        let text = state.cercle.vote?.texte(of: place) ?? ""
        let start = text.split(separator: " ").prefix(2).joined(separator: " ")
        #expect(state.says(start), "\(size): \(start)")
      }
    }
  }

  @Test(arguments: wallSizes)
  func `what is asked while one types says g, where something resembles it`(size: Size) throws {
    var state = try wall(try example(), size)
    state.press(.character("n"))
    state.type("Le planning est connu un mois avant")
    #expect(state.words.contains("G réunit") || state.words.contains("G ou"))
    #expect(size.width == 40 || state.words.contains("g réunit"))
    state.press(.enter)
    #expect(state.words.contains("G réunit"))
    state.press(.character("u"))
    #expect(state.words.contains("G réunit"))
    state.press(.character("g"))
    #expect(state.words.contains("Réuni"))
  }

  @Test func `what is asked stands at the left, its keys in the colour of keys`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.press(.character("n"))
    let view = state.view
    let foot = WallLayout(state.size).foot
    #expect(view[2, foot.row].glyph == Glyph("E"))
    #expect(view[2, foot.row].style == .title && view[10, foot.row].style == .text)
    let text = view.lines(foot.rows).text[0]
    #expect(text.hasPrefix("  Entrée puis") && text.contains(" Échap brouillon"))
  }
}
