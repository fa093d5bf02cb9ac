import DPES
import TerminalUI
import Testing

@testable import Application

/// Characters that come together: in the capture, a paste on a terminal that marks none.
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

  @Test(arguments: [
    "[Entrée]", "[a][p]", "[a][c]", "[d]", "[c]", ":", "/", "[5][Entrée]", "[4][Entrée]",
  ])
  func `lines that come together into any field stay in it, and no letter gives an order`(
    keys: String
  ) throws {
    var state = try state(example(), Size(100, 30))
    state.play(keys)
    let before = state.demarche
    #expect(!state.modes.isEmpty)
    _ = state.update(.event(.burst("12\nvrai\nrouge\n")))
    #expect(state.demarche == before && state.modes.count > 0)
    #expect(state.words.contains("rouge"))
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

  @Test(arguments: [
    "Un mot\ntous les jours", "Un mot\nPour eux", "Un mot\n\nUR", "Un mot\nurgent", "Un mot\nPv",
    "Un mot\nur", "Un mot\nu", "\nUn mot\npv", "Un mot\nurDeux mots\npvTrois mots\nto",
  ])
  func `what comes with Entrée is words, though they look like an axis and a colour`(
    list: String
  ) {
    // Of a blank first line, the key that opens would be a line of the list.
    let ways = [("[n]", ""), ("", "n")].prefix(list.hasPrefix("\n") ? 1 : 2)
    for (keys, opening) in ways {
      var state = played(keys, then: opening + list)
      #expect(state.observations.isEmpty)
      state.play("[Entrée]")
      #expect(state.observations.map(\.texte) == list.split(separator: "\n").map(String.init))
      #expect(state.observations.allSatisfy { $0.axe == nil && $0.statut == nil })
    }
  }

  @Test(arguments: [
    ["Un midi trop court\nPr", "udence\nDo", "ux repas\n"],
    ["Un midi trop court\nP", "rudence\nD", "oux repas\n"],
    ["Un midi trop court\n", "Prudence\n", "Doux repas\n"],
    ["Un midi tr", "op court\nPrudence\nD", "oux repas\n"],
    ["Un mid", "i trop court\nPrudence\nDoux rep", "as"],
    ["\nUn midi", " trop court\n", "\n\nPrud", "ence\n\nDoux repas\n\n"],
  ])
  func `wherever a list is cut, no letter leaves its line`(pieces: [String]) {
    var state = played("[n]", then: pieces[0])
    for piece in pieces.dropFirst() { _ = state.update(.event(.burst(piece))) }
    #expect(state.observations.isEmpty)
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == ["Un midi trop court", "Prudence", "Doux repas"])
    #expect(state.observations.allSatisfy { $0.axe == nil && $0.statut == nil })
  }

  @Test func `a list after a text begun is that text and the rest, and Échap leaves the text`() {
    var state = played("[n]Court", then: " midi\nPeu de monde\n")
    #expect(state.words.contains("2 lignes"))
    state.play("[Échap][Entrée][p][v]")
    #expect(state.observations.map(\.texte) == ["Court midi"])
  }

  @Test func `a line and its end, and Entrée that repeats, are keys`() {
    var state = played("[n]", then: "Un mot\n")
    state.play("[u][r]")
    _ = state.update(.event(.burst("\n\n\n")))
    #expect(state.observations.map(\.texte) == ["Un mot"])
    #expect(state.observations.map(\.statut) == [.rouge])
  }

  @Test func `a list that follows the keys that open the capture is previewed`() {
    var state = played("", then: "n" + Self.list)
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == Self.lines)
  }

  @Test func `keys for other screens that come together are keys`() throws {
    let screens: [(String, String)] = [("3nUn mot\n", "Un mot"), ("1nSC\ts\nVF\tp\n", "VF")]
    for (keys, word) in screens {
      let state = played("", then: keys)
      #expect(state.words.contains(word))
    }
  }

  @Test(arguments: [
    "Repas froids\nBus\nUne salle manque\n", "bus\nurgent", "le Bus passe\nrouge\n",
    "12 repas\nqvx\n", "R\nO\nV\n",
    "x\nx\n", "A\nP\nX",
  ])
  func `lines that come together on a screen give no order, and the cercle previews them`(
    list: String
  ) throws {
    let lines = list.split(separator: "\n").map(String.init)
    for screen in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "[i]", "[3][s]"] {
      var state = try state(example(), Size(100, 30))
      state.play(screen)
      let before = (state.demarche, state.screen, state.modes.count)
      _ = state.update(.event(.burst(list)))
      #expect(state.demarche == before.0 && state.screen == before.1)
      if screen == "3" {
        #expect(state.words.contains("\(lines.count) lignes"))
      } else if !screen.contains("s") {
        #expect(state.modes.count == before.2)
        #expect(state.words.contains("colle"))
      }
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

  @Test func `a key that repeats is keys`() {
    var state = emptyState()
    state.play("[n]Un[Entrée][p][v][n]Deux[Entrée][p][v][Échap]")
    _ = state.update(.event(.burst("uuu")))
    #expect(state.observations.isEmpty)
  }
}
