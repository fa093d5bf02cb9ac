import DPES
import TerminalUI
import Testing

@testable import Application

/// Every page of the wall, of every screen, and what all of them promise.
@Suite struct WallPageTests {
  struct Shown: Sendable, CustomTestStringConvertible {
    let name: String
    let state: State

    var testDescription: String { name }
  }

  /// Each page that the wall can show of a démarche.
  static func all(_ demarche: Demarche, _ size: Size, isASCII: Bool = false) throws -> [Shown] {
    try Screen.all.filter { !$0.ecran.wallPages.isEmpty }.flatMap { screen in
      let state = try wall(demarche, size, on: screen, isASCII: isASCII)
      let sections = screen == .etat ? EtatEcran.Section.allCases : [state.etat.section]
      return sections.flatMap { section in
        var state = state
        state.etat.section = section
        state.renewDerived()
        return state.wallPageNames.map { page in
          var state = state
          state.wallWindow?.page = page
          state.renewDerived()
          return Shown(name: "\(screen.name) \(section.rawValue) \(page)", state: state)
        }
      }
    }
  }

  private static let keys: [Key] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&é\"'(-è_çà!?:;,./<> +*=%$^²"
    .map(Key.character)
    + "abcdefghijklmnopqrstuvwxyz".map(Key.control) + (1...12).map(Key.function)
    + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab]
    + [.enter, .escape, .backspace, .delete, .insert]

  /// At one size: thousands of keys.
  @Test func `no key on any page shows a name, an organisation or a path`() throws {
    let size = Size(80, 24)
    let (demarche, secrets) = try WallPrivacyTests.secretive()
    let pages = try Self.all(demarche, size)
    #expect(Set(pages.compactMap { $0.state.wallPageName }).count > 12)
    for page in pages {
      for key in Self.keys {
        var state = page.state
        for pressed in [key, .enter] where state.isOnWall {
          if case .quit = state.press(pressed).first { break }
          guard state.isOnWall else { break }
          let text = state.view.description
          for secret in secrets where text.contains(secret) {
            Issue.record("\(secret) on \(page.name) after \(key.label):\n\(text)")
            return
          }
        }
      }
    }
  }

  @Test(arguments: wallSizes)
  func `nobody of the example is on a page`(size: Size) throws {
    let demarche = try example()
    for page in try Self.all(demarche, size) { expectNobody(page.state, demarche) }
  }

  @Test(arguments: wallSizes)
  func `in ASCII a page has no sign beyond French letters`(size: Size) throws {
    for page in try Self.all(try example(), size, isASCII: true) {
      let foreign = page.state.view.description.filter {
        !$0.isASCII && !"àâæçéèêëîïôùûüœÀÂÇÉÈÊÎÔÙÛŒ’«»\u{A0}·…—".contains($0)
      }
      #expect(foreign.isEmpty, "\(page.name): \(foreign)")
    }
  }

  @Test(arguments: wallSizes)
  func `a page never draws words over its letters`(size: Size) throws {
    for demarche in [try example(), try Self.crowded()] {
      for page in try Self.all(demarche, size) where Self.whole.contains(page.state.wallPageName) {
        let body = WallLayout(size).body
        let rows = page.state.view.description.split(
          separator: "\n", omittingEmptySubsequences: false)
        for row in rows.prefix(body.endRow).dropFirst(body.row) {
          let isSet = row.contains { "▘▝▀▖▌▞▛▗▚▐▜▄▙▟".contains($0) }
          #expect(!isSet || !row.contains { $0.isLetter }, "\(page.name): \(row)")
        }
      }
    }
  }

  /// Pages whose letters have their rows to themselves.
  private static let whole: Set<String?> = ["accueil", "observation", "point", "palier"]

  /// Five hundred observations, names and titles of ninety characters.
  static func crowded() throws -> Demarche {
    var demarche = try example()
    let long =
      "Un intitulé de quatre-vingt-dix caractères, pour voir ce que deviennent les pages du mur"
    demarche.structure.raisonSociale = long
    let last = demarche.cercles.indices.last ?? 0
    let kinds = demarche.cercles[last].observations
    for index in 0..<500 {
      var one = kinds[index % kinds.count]
      one.id = "ofoule\(index)"
      one.numero = 100 + index
      one.texte = "\(long) \(index)"
      demarche.cercles[last].observations.append(one)
    }
    for index in demarche.schema.paliers.indices {
      demarche.schema.paliers[index].intitule = long
      for place in demarche.schema.paliers[index].indicateurs.indices {
        demarche.schema.paliers[index].indicateurs[place].intitule = long
      }
    }
    return demarche
  }

  @Test func `a page of any file is drawn at any size`() throws {
    for demarche in try bareDemarches() + [try Self.crowded()] {
      for size in [
        Size(40, 12), Size(59, 24), Size(60, 16), Size(79, 15), Size(140, 40), Size(300, 100),
      ] {
        for page in try Self.all(demarche, size) { #expect(page.state.view.size == size) }
      }
    }
  }

  @Test func `s shows the subject of each screen, the selection too`() throws {
    let shown: [(screen: Screen, page: String)] = [
      (.etat, "deroulement"), (.cercle, "observation"), (.schema, "palier"), (.tableau, "tableau"),
      (.aFaire, "promesses"), (.ca, "ca"),
    ]
    for (screen, page) in shown {
      var state = state(try example(), Size(100, 30), screen: screen)
      if screen == .etat { state.etat.section = .etapes }
      state.press(.down)
      let selected = state.screen.ecran.wallPlace(state)
      state.press(.character("s"))
      _ = state.update(.letters(Letters(try shippedLetters())))
      #expect(state.screen == screen && state.wallPageName == page, "\(screen.name)")
      #expect(state.screen.ecran.wallPlace(state) == selected, "\(screen.name)")
      state.press(.character("s"))
      #expect(!state.isOnWall && state.screen.ecran.wallPlace(state) == selected)
    }
  }

  @Test func `at 60x16 the letters of a sentence are there from the first, and only get smaller`()
    throws
  {
    var state = try wall(try example(), Size(60, 16))
    state.press(.character("n"))
    var rows = Int.max
    var isBold = false
    for letter in "Deux personnes de moins pour le même travail, et personne ne le dit" {
      state.type(String(letter))
      let body = WallLayout(state.size).body
      let inked = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix(body.endRow).dropFirst(body.row)
        .filter { $0.contains { "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".contains($0) } }
      if letter == "D" { #expect(inked.count >= Letters.rows) }
      isBold = isBold || inked.isEmpty
      // Once in words, it does not go back to letters.
      if isBold { #expect(state.words.contains("Deux personnes") || rows == 0 || inked.isEmpty) }
      rows = inked.count
    }
  }

  @Test(arguments: [Size(80, 24), Size(140, 40)])
  func `the observation under discussion is a chip with a blank on both sides of its sign`(
    size: Size
  ) throws {
    var state = try wall(try example(), size, on: .cercle, page: DisquePage.name)
    for _ in 0..<4 {
      let one = try #require(state.cercle.selected(in: state.derived))
      let sign = state.marks.mark(one.statut).sign
      let number = size.width < 100 ? "" : "\(one.numero ?? 0)"
      let view = state.view
      var chip = ""
      for row in 0..<size.height {
        for column in 0..<size.width where view[column, row].style.ground == .chip {
          chip.unicodeScalars.append(contentsOf: view[column, row].glyph.scalars)
        }
      }
      #expect(chip == " \(sign)\(number)\(one.priorite ? "!" : "") ")
      state.press(.down)
    }
  }

  @Test func `where no row holds the counts of all axes they take two`() throws {
    let state = try wall(try example(), Size(40, 12))
    #expect(state.words.contains("U ■2 ▲3 ●5 P ■1 ▲4 ●6 D ■1 ▲7 ●5 ○1 T ■0 ▲4 ●4 ? 1"))
  }
}
