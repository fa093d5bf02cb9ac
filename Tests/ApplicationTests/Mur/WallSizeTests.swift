import DPES
import TerminalUI
import Testing

@testable import Application

/// What large windows have room for, and what small ones may not lose.
@Suite struct WallSizeTests {
  @Test func `at 160×45 the words of the colours stand in letters`() throws {
    var state = try wall(try example(), Size(160, 45))
    state.play("[n]Un mot[Entrée][u]")
    // Of eight rows, which the frame shows.
    for word in ["ROUGE", "ORANGE", "VERT"] { #expect(!state.words.contains(word)) }
    state = try wall(try example(), Size(160, 45))
    state.play("[y]")
    for word in ["ROUGE", "ORANGE", "VERT"] {
      #expect(!state.words.contains(word) && state.says(word))
    }
  }

  @Test func `at 160×45 what an axis holds stands in letters, where all of it has room`() throws {
    let size = Size(160, 45)
    var few = try example()
    few.schema.paliers = few.schema.paliers.filter { $0.axe == .utilite && $0.rang ?? 9 < 3 }
    let tableau = try wall(few, size, on: .tableau)
    #expect(!tableau.words.contains("Dossiers déposés") && tableau.says("Dossiers déposés"))
    let axe = try wall(try example(), size, on: .schema, page: "axe")
    #expect(!axe.words.contains("Deux contrats") && axe.says("Deux contrats"))
    #expect(axe.words.contains("atteint · à 6 mois"))
    let box = try wall(try example(), size, on: .etat, selecting: "profilStrategique")
    #expect(!box.words.contains("Vieillir chez soi") && box.says("Vieillir chez soi"))
  }

  @Test func `a tie is told however long the texts are`() throws {
    var demarche = try example()
    let last = demarche.cercles.count - 1
    for index in 0..<6 {
      demarche.cercles[last].observations[index].texte = String(
        repeating: "des mots qui n’en finissent pas ", count: 20)
    }
    var scrutin = Scrutin()
    scrutin.id = "scrutin0001"
    scrutin.options = demarche.cercles[last].observations.prefix(6).map(\.id)
    scrutin.resultats = zip(scrutin.options, [5, 5, 2, 2, 2, 1]).map {
      var one = Scrutin.Resultat()
      (one.option, one.points) = ($0, $1)
      return one
    }
    demarche.cercles[last].scrutins = [scrutin]
    for (size, count) in [(Size(40, 12), 2), (Size(60, 16), 2), (Size(80, 24), 3)] {
      let state = try wall(demarche, size, on: .cercle, page: "vote")
      let told = state.words.matches(of: /ex.æquo/).count
      #expect(told >= count, "\(size): \(told)")
    }
  }

  @Test(arguments: wallSizes.dropFirst())
  func `nothing said of a point of the grille loses its place to a blank row`(size: Size) throws {
    let state = try wall(try example(), size, on: .grille)
    #expect(state.words.contains("Permanents en CDI") && state.words.contains("▲ Deux CDD"))
    #expect(!state.words.contains("dès …") && state.words.contains("dès la première année"))
  }

  @Test(arguments: [Size(100, 30), Size(160, 45)])
  func `the arbre of an axis alone takes the rows of the sides that have nothing`(size: Size) throws
  {
    let paliers = paliers(.utilite, [6, 12, 18])
    var state = state(try demarche(paliers: paliers), size, screen: .schema)
    state.play("[r]")
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    let root = try #require(lines.lastIndex { $0.contains("0D") })
    #expect(root > size.height * 2 / 3, "\(root)")
    let top = try #require(lines.firstIndex { $0.contains("·3") || $0.contains("–3") })
    #expect(root - top > size.height / 2)
  }
}
