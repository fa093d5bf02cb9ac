import DPES
import Foundation
import TerminalUI
import Testing

@testable import Application

@Suite struct SmallTruthTests {
  private func said(_ script: String...) -> State {
    var state = emptyState()
    for line in script { state.play(line) }
    return state
  }

  private func keys(_ state: State) -> String {
    state.view.description.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func `freezing says how many have no colour`() {
    var state = said("[n]Le tri[Entrée][u][Entrée]Le bus[Entrée][t][v]Le pain[Entrée][u][Entrée]")
    state.press(.escape, .character("i"), .character("f"))
    #expect(state.notice?.text.contains("2 sans couleur") == true, "\(state.notice?.text ?? "")")
  }

  @Test func `the keys of a frozen image are those that work, beginning with the images`() {
    var state = said("[n]Le tri[Entrée][u][v]")
    state.press(.escape, .character("i"), .character("f"), .enter, .left)
    state.notice = nil
    #expect(
      keys(state).hasPrefix(" i images") || keys(state).hasPrefix("i images"), "\(keys(state))")
    #expect(!keys(state).contains("statut") && !keys(state).contains("déplacer"))
  }

  @Test func `where there is no vote, the keys are those that do something`() {
    var state = said("[n]Le tri[Entrée][u][v]Le bus[Entrée][t][v]")
    state.press(.escape, .character("b"))
    #expect(keys(state).contains("nouveau") && !keys(state).contains("revoir"), "\(keys(state))")
    #expect(!keys(state).contains("supprimer"))
  }

  @Test func `what is said has typographic apostrophes, and a path has none`() {
    let state = said("[n]L'accueil[Entrée][u][v]")
    #expect(state.observations.first?.texte == "L’accueil")
    var other = said("[n]Le tri[Entrée][u][v]")
    other.press(.escape, .function(12))
    other.type("l'an")
    #expect((other.modes.last as? Question)?.field.text.hasSuffix("l'an") == true)
  }

  @Test func `the priorities of a vote are where one is when its results close`() throws {
    var state = said("[n]Le tri[Entrée][u][v]Le bus[Entrée][t][v]Le pain[Entrée][p][r]")
    state.press(.escape)
    let bus = try #require(state.observations.first { $0.texte == "Le bus" })
    let pain = try #require(state.observations.first { $0.texte == "Le pain" })
    var scrutin = Scrutin()
    for (id, points) in [(pain.id, 1), (bus.id, 4)] {
      var resultat = Scrutin.Resultat()
      resultat.option = id
      resultat.points = points
      scrutin.resultats.append(resultat)
    }
    _ = state.change { demarche, _ in
      demarche.cercles[0].scrutins = [scrutin]
      return true
    }
    state.press(.character("b"), .enter, .character("!"), .escape, .escape)
    #expect(state.cercle.selectedID == bus.id)
  }

  @Test func `the wall shows what was said before the last observation, whatever its axis`() {
    var state = said("[n]Le tri[Entrée][u][v]Le bus[Entrée][t][v]Le pain[Entrée][p][r]")
    state.press(.escape, .character("s"))
    for text in ["Le tri", "Le bus", "Le pain"] { #expect(state.words.contains(text)) }
  }

  @Test func `the room's distance comes with the window where the sentence is largest`() throws {
    let letters = Letters(
      try String(contentsOf: projectFile("Data/lettres/lettres.txt"), encoding: .utf8))
    let short = BestWindow(for: "Le tri", in: Size(160, 45), letters: letters)
    #expect(!short.isPresent && short.size.height < 45)
    #expect(short.advice(in: Size(160, 45)).contains("Ctrl et plus"))
    let same = BestWindow(for: "Le tri", in: short.size, letters: letters)
    #expect(same.isPresent)
    for size in [Size(40, 12), Size(60, 16), Size(240, 67)] {
      _ = BestWindow(for: String(repeating: "mot ", count: 1200), in: size, letters: letters)
      _ = BestWindow(for: "", in: size, letters: nil)
    }
  }
}
