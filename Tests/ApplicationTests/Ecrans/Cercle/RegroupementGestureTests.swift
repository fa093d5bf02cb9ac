import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct RegroupementGestureTests {
  @Test(arguments: ["7", "n° 7", "n\u{A0}7", "N°7"])
  func `the list finds an observation by the number that its row shows`(text: String) throws {
    var state = try state(example(), Size(80, 24))
    state.press(.character("g"))
    state.type(text)
    let search = try #require(state.modes.last as? Search)
    let first = search.index[try #require(search.results.first)]
    #expect(first.shortWhereabouts.hasPrefix("n° 7,"))
    state.press(.escape, .character("/"))
    state.type(text)
    let everywhere = try #require(state.modes.last as? Search)
    #expect(everywhere.results.first.map { everywhere.index[$0].numero } == 7)
  }

  private func said(_ texts: [String], _ size: Size = Size(100, 30)) -> State {
    var state = emptyState(size)
    state.play("[n]")
    for text in texts { state.play("\(text)[Entrée][p][o]") }
    state.play("[Échap]")
    return state
  }

  @Test func `g proposes the most alike first, and Entrée keeps both wordings`() {
    var state = said([
      "Le planning change la veille", "Le tri dépend de qui est là",
      "La veille, les plannings changent",
    ])
    state.play("[g][Entrée]")
    #expect(
      state.observations.map(\.texte) == [
        "Le planning change la veille", "Le tri dépend de qui est là",
      ])
    #expect(state.observations[0].formulations == ["La veille, les plannings changent"])
    #expect(state.words.contains("Le n° 3 rejoint le n° 1 : les deux formulations restent."))
    #expect(state.words.contains("▲ 1 orange"))
    state.play("[u]")
    #expect(state.observations.count == 3 && state.observations[0].formulations.isEmpty)
    #expect(state.words.contains("Annulé : le n° 3 et le n° 1 sont de nouveau deux."))
    state.play("[Ctrl-R]")
    #expect(state.observations.count == 2)
    #expect(state.words.contains("Rétabli : le n° 3 rejoint de nouveau le n° 1."))
  }

  @Test func `typing filters, and two colours are both told`() {
    var state = said(["Un accueil ouvert", "Le tri", "Le bus du soir"])
    state.play("[v][g]accueil[Entrée]")
    #expect(state.observations.map(\.formulations) == [["Le bus du soir"], []])
    #expect(state.observations[0].statut == .orange)
    #expect(state.words.contains("Le n° 3 (vert) rejoint le n° 1 (orange)"))
  }

  @Test func `alone in its image an observation joins nothing`() {
    var state = said(["Seule"])
    state.play("[g]")
    #expect(state.words.contains("Il n’y a pas d’autre observation"))
  }

  @Test func `a vote on both keeps what both got, says so, and u takes it back`() throws {
    var demarche = try example()
    var vote = Scrutin()
    vote.id = "v1"
    vote.options = demarche.cercles[1].observations.map(\.id)
    vote.resultats = vote.options.map { option in
      var result = Scrutin.Resultat()
      result.option = option
      result.points = 2
      return result
    }
    demarche.cercles[1].scrutins = [vote]
    var state = state(demarche, Size(80, 24))
    let effects = state.play("[g][Entrée]")
    #expect(effects.count == 1)
    #expect(state.words.contains("leurs points s’ajoutent dans le vote"))
    let now = try #require(state.document?.demarche.cercles[1].scrutins.first)
    #expect(now.resultats.map(\.points).filter { $0 == 4 }.count == 1)
    #expect(now.options.count == vote.options.count - 1)
    state.play("[u]")
    #expect(state.document?.demarche.cercles == demarche.cercles)
  }

  @Test func `c cuts where the cursor is, and shows both halves`() {
    var state = said(["Le bus passe tôt et le tri dépend de qui est là"])
    state.play("[c][Début][16 droite]")
    #expect(state.words.contains("1 « Le bus passe tôt » 2 « et le tri dépend"))
    state.play("[Entrée]")
    #expect(
      state.observations.map(\.texte) == ["Le bus passe tôt", "et le tri dépend de qui est là"])
    #expect(state.observations.map(\.numero) == [1, 2])
    #expect(state.observations.map(\.axe) == [.personne, .personne])
    #expect(state.words.contains("Coupée en deux : n° 1 et n° 2."))
    state.play("[u]")
    #expect(state.observations.map(\.texte) == ["Le bus passe tôt et le tri dépend de qui est là"])
  }

  @Test func `a cut needs something on both sides`() {
    var state = said(["Le bus passe tôt"])
    state.play("[c][Entrée]")
    #expect(state.words.contains("il en faut une de chaque côté"))
    state.play("[Échap]")
    #expect(state.observations.count == 1)
  }

  @Test func `what another person wrote meanwhile stays beside the two halves`() throws {
    var state = said(["Le bus passe tôt et le tri dépend"])
    let base = try #require(state.document?.demarche)
    state.play("[c][Début][16 droite]")
    _ = state.update(arrival(base) { $0.cercles[0].observations[0].texte = "Le car passe tôt" })
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == ["Le bus passe tôt", "et le tri dépend"])
    #expect(state.observations[0].formulations == ["Le car passe tôt"])
  }

  @Test(arguments: [(Size(40, 12), false), (Size(80, 24), false), (Size(80, 24), true)])
  func `grouping and cutting`(size: Size, isASCII: Bool) throws {
    var state = state(try example(), size, isASCII: isASCII)
    let name = "\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    state.play("[droite][g]")
    try expectContent(state, named: "regrouper-\(name)")
    state.play("[Échap][c][Début][12 droite]")
    try expectContent(state, named: "couper-\(name)")
  }
}
