import DPES
import TerminalUI
import Testing

@testable import Application

/// Who types on the wall looks at the room: a letter that does nothing begins no orders.
@Suite struct WallBlindTypingTests {
  private static let places: [(screen: Screen, keys: String)] = [
    (.cercle, ""), (.cercle, "l"), (.cercle, "d"), (.cercle, "m"), (.schema, ""), (.schema, "r"),
    (.schema, "l"), (.tableau, ""), (.tableau, "r"), (.aFaire, ""), (.etat, ""), (.grille, ""),
    (.ca, ""), (.ca, "l"), (.cercle, "y"),
  ]

  @Test(arguments: places)
  func `what follows a letter that does nothing runs as no key`(screen: Screen, keys: String)
    throws
  {
    var start = try wall(try example(), Size(100, 30), on: screen)
    start.type(keys)
    let letters = (97...122).flatMap { value -> [Character] in
      let letter = Character(Unicode.Scalar(UInt8(value)))
      return [letter, Character(letter.uppercased())]
    }
    let tables = start.modes.last?.heard(start) ?? KeyLine.tables(for: start)
    var silent = 0
    for letter in letters + Array("àç!?.&0;%") {
      let key = Key.character(letter)
      let action = ActionTable.action(for: key, in: tables)
      guard action.map({ $0.impossible(start) != nil }) ?? true else { continue }
      var state = start
      state.press(key)
      // What is held back opens with F8, and a length is written.
      guard state.modes.count == start.modes.count, keys != "d" || state.refusedText != nil else {
        continue
      }
      silent += 1
      state.type("oavr u! 4sq un mot")
      state.press(.enter)
      state.type("ur")
      #expect(
        state.document == start.document && state.isOnWall && state.wallWindow == start.wallWindow
          && state.screen == screen && state.modes.count == start.modes.count, "\(letter)")
      state.press(.escape)
      #expect(state.refusedText == nil && state.isOnWall, "\(letter)")
    }
    #expect(silent > 5)
  }

  @Test func `figures typed on the wall of a vote are no keys, and F8 goes back to count`() throws {
    var state = try state(example(), Size(80, 24))
    state.play("bn[Entrée]s")
    #expect(state.isOnWall && state.words.contains("VOTE EN COURS"))
    let before = state.document
    for key in ["2", "[Entrée]", "3", "[Entrée]", "1", "2", "[Entrée]"] { state.play(key) }
    #expect(state.document == before && state.modes.count == 1)
    #expect(state.words.contains("Les voix se saisissent à l’écran : F8 y revient"))
    state.press(.function(8))
    #expect(!state.isOnWall && state.modes.last is VoteCount)
  }

  @Test func `hands go from the wall to the screen and back, and keep what was counted`() throws {
    for size in [Size(60, 16), Size(80, 24)] {
      var state = try wall(try example(), size)
      state.play("y3")
      state.press(.function(8))
      #expect(!state.isOnWall && state.words.contains("Mains levées sur la couleur"))
      state.press(.function(8))
      #expect(state.isOnWall && state.words.contains("MAINS LEVÉES"))
      state.play("[Entrée][Entrée][Entrée]")
      #expect(state.cercle.selected(in: state.derived)?.mainsLevees?.rouge == 3)
    }
  }

  @Test(arguments: wallSizes)
  func `the keys of the hands are whole`(size: Size) throws {
    var state = try wall(try example(), size)
    state.play("y")
    let row = state.view.description.split(separator: "\n").last ?? ""
    #expect(row.contains("Entrée la couleur suivante") && !row.contains("…"), "\(row)")
    #expect(size.width < 60 || row.hasSuffix("Échap laisse"), "\(row)")
  }

  /// On the screen too: the colour of a sentence begun without `n`.
  @Test func `a letter refused on a frozen image holds what follows on the screen`() throws {
    var state = try Shown("image figée", keys: "i[haut][Entrée]").state(Size(80, 24))
    let before = state
    for letter in "rovupd!g" {
      state = before
      state.play("\(letter)")
      #expect(state.words.contains("Échap continue"), "\(letter)")
      state.play("éunions trop longues 4s[Entrée]")
      #expect(state.document == before.document && state.screen == before.screen, "\(letter)")
      #expect(!state.isOnWall && state.modes.count == before.modes.count, "\(letter)")
      state.play("[Échap]4")
      #expect(state.screen == .schema, "\(letter)")
    }
  }

  /// Three of four observations of a facilitator began with it.
  @Test(arguments: ["sn", "n"])
  func `n pressed for the next entry, whose field is open, is no letter of it`(keys: String) {
    var state = emptyState(Size(80, 24))
    state.play("\(keys)Un mot[Entrée]uonOn décide à trois[Entrée]drnous aussi[Entrée]pv")
    #expect(state.observations.map(\.texte) == ["Un mot", "On décide à trois", "nous aussi"])
  }

  @Test(
    arguments: [
      ("nles réunions", "les réunions"), ("nil manque", "il manque"),
      ("non décide à trois", "on décide à trois"),
      ("non a peur", "on a peur"), ("nà midi", "à midi"), ("n’avoir pas", "n’avoir pas"),
      ("n'avoir", "n’avoir"),
      ("nune salle", "une salle"), ("nLe bail", "Le bail"), ("n3 chaises", "3 chaises"),
      ("nhoraires", "horaires"),
      ("nnous aussi", "nous aussi"), ("n l’accueil", "l’accueil"), ("nl’accueil", "l’accueil"),
      // What may be a word is one.
      ("nous aussi", "nous aussi"), ("non respect des délais", "non respect des délais"),
      ("non, trop cher", "non, trop cher"), ("né ici", "né ici"), ("ne sait pas", "ne sait pas"),
      ("niveau bas", "niveau bas"), ("non-dits", "non-dits"), ("nuit blanche", "nuit blanche"),
      ("nord", "nord"), ("n°9 à revoir", "n°9 à revoir"), ("nb de lits", "nb de lits"),
      ("ns aussi", "ns aussi"), ("nbeaucoup", "beaucoup"), ("net et clair", "net et clair"),
      ("noël", "noël"),
    ], [(Size(80, 24), true), (Size(60, 16), true), (Size(80, 24), false)])
  func `n right after a colour is the key for the next, and never a letter that was meant`(
    typed: (keys: String, text: String), place: (size: Size, isOnWall: Bool)
  ) {
    var state = emptyState(place.size)
    state.play("\(place.isOnWall ? "s" : "")nUn mot[Entrée]uo\(typed.keys)[Entrée]dr")
    #expect(state.observations.map(\.texte) == ["Un mot", typed.text])
    // The first text of a capture was begun by the key: it is what is typed.
    state = emptyState(place.size)
    state.play("\(place.isOnWall ? "s" : "")nnles")
    #expect((state.modes.last as? Capture)?.field.text == "nles")
  }

  @Test func `a read-back left on the wall says what takes it up, which changes no colour`() throws
  {
    var state = try state(example(), Size(80, 24))
    state.play("irs[Entrée][Entrée]")
    state.press(.escape)
    #expect(state.isOnWall && state.words.contains("F8 quitte la vue salle, puis i et r"))
    let before = state.document
    state.play("ir")
    #expect(state.document == before)
    state.press(.escape, .function(8))
    state.play("ir")
    #expect(state.words.contains("3 sur"))
  }
}
