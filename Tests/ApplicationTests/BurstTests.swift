import Application
import DPES
import TerminalUI
import Testing

/// Characters that come together: a paste on a terminal that marks none, or keys typed ahead.
@Suite struct BurstTests {
  private static let list = "Un midi trop court\nNous avons peu\nUne salle manque\n"
  private static let lines = ["Un midi trop court", "Nous avons peu", "Une salle manque"]

  private func played(_ keys: String, then burst: String) -> State {
    var state = emptyState()
    state.play(keys)
    _ = state.update(.event(.burst(burst)))
    return state
  }

  @Test(arguments: ["[n]", "[n]Court[Entrée]", "[n]Court[Entrée][u]"])
  func `lines that come together are previewed, and no letter gives an order`(keys: String) {
    var state = played(keys, then: Self.list)
    #expect(state.observations.isEmpty)
    let before = keys.contains("Court") ? ["Court"] : []
    #expect(state.words.contains("\(before.count + 3) lignes"))
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == before + Self.lines)
    #expect(state.observations.allSatisfy { $0.axe == nil && $0.statut == nil })
  }

  @Test func `what comes in pieces is one list`() {
    var state = played("[n]", then: "Un midi trop court\nNous av")
    _ = state.update(.event(.burst("ons peu\nUne salle manque\n")))
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == Self.lines)
  }

  @Test func `what was there before the list is there again without it`() {
    var state = played("[n]Court[Entrée]", then: Self.list)
    state.play("[Échap][Entrée][p][v]")
    #expect(state.observations.map(\.texte) == ["Court"])
  }

  @Test func `a field opened and a text typed before they were shown are just that`() {
    var state = played("", then: "nLa soupe du soir\nur")
    #expect(state.observations.map(\.texte) == ["La soupe du soir"])
    #expect(state.observations.map(\.statut) == [.rouge])
    _ = state.update(.event(.burst("Une autre\npv")))
    #expect(state.observations.map(\.statut) == [.rouge, .vert])
  }

  @Test func `texts typed ahead with their axes and colours are just that`() {
    let state = played("[n]", then: "Un mot\nurDeux mots\npvTrois mots\nto")
    #expect(state.observations.map(\.texte) == ["Un mot", "Deux mots", "Trois mots"])
    #expect(state.observations.map(\.axe) == [.utilite, .personne, .territoire])
    #expect(state.observations.map(\.statut) == [.rouge, .vert, .orange])
  }

  @Test(arguments: ["Un mot\ntous les jours", "Un mot\nPour eux", "Un mot\n\nUR", "Un mot\nurgent"])
  func `words that begin like an axis and a colour are words`(list: String) {
    var state = played("[n]", then: list)
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == list.split(separator: "\n").map(String.init))
  }

  @Test func `a list that follows the keys that open the capture is previewed`() {
    var state = played("", then: "n" + Self.list)
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == Self.lines)
  }

  @Test func `keys for other screens that come together are keys`() throws {
    let screens: [(String, String)] = [("3nUn mot\npv", "Un mot"), ("1nSC\ts\nnVF\tp\n", "VF")]
    for (keys, word) in screens {
      let state = played("", then: keys)
      #expect(state.words.contains(word))
    }
  }

  @Test func `a word without a line end is typed in the field`() {
    var state = played("[n]Il y a ", then: "longtemps")
    state.play("[Entrée][p][v]")
    #expect(state.observations.map(\.texte) == ["Il y a longtemps"])
    let long = String(repeating: "é", count: 3_000)
    state = played("[n]", then: long)
    state.play("[Entrée][p][v]")
    #expect(state.observations.map(\.texte) == [long])
  }

  @Test func `a key that repeats, and letters typed ahead, are keys`() {
    var state = emptyState()
    state.play("[n]Un[Entrée][p][v][n]Deux[Entrée][p][v][Échap]")
    _ = state.update(.event(.burst("uuu")))
    #expect(state.observations.isEmpty)
  }
}
