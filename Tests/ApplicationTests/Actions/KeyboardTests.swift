import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct KeyboardTests {
  /// What the keys of 1 to 9 give without Maj, as xkeyboard-config has it.
  static let rows: [(Keyboard, String)] = [
    (.azerty, "&é\"'(-è_ç"), (.belgian, "&é\"'(§è!ç"), (.afnor, "àéèê()‘’«"), (.bepo, "\"«»()@+-/"),
  ]

  @Test(arguments: rows)
  func `each key of the digit row goes to its screen, on the keyboard that is there`(
    keyboard: Keyboard, row: String
  ) throws {
    for (place, sign) in row.enumerated() {
      var state = state(try example(), Size(80, 24), screen: place == 2 ? .schema : .cercle)
      state.environment.keyboard = keyboard
      let before = state.document?.demarche
      state.press(.character(sign))
      #expect(state.screen.number == place + 1, "\(keyboard) \(sign)")
      #expect(state.document?.demarche == before)
      #expect(state.modes.isEmpty)
    }
  }

  @Test func `with Maj a digit is the digit of any keyboard`() throws {
    for keyboard in Keyboard.allCases {
      var state = state(try example(), Size(80, 24), screen: .cercle)
      state.environment.keyboard = keyboard
      state.press(.character("5"))
      #expect(state.screen == .tableau)
    }
  }

  @Test func `the key of 8 of a Belgian keyboard marks no priority, and another does`() throws {
    var state = state(try example(), Size(80, 24), screen: .cercle)
    state.environment.keyboard = .belgian
    let before = state.document?.demarche
    state.press(.character("!"))
    #expect(state.screen.name == "capitalisation")
    #expect(state.document?.demarche == before)
    state.press(.character("3"), .character("*"))
    #expect(state.document?.demarche != before)
  }

  @Test func `a mark says how it is taken back`() throws {
    var state = state(try example(), Size(80, 24), screen: .cercle)
    state.press(.character("!"))
    #expect(state.words.contains("u annule"))
  }

  @Test func `a sign of one keyboard alone tells which one it is`() throws {
    var state = state(try example(), Size(80, 24), screen: .cercle)
    state.press(.character("§"))
    #expect(state.screen == .aFaire)
    #expect(state.environment.keyboard == .belgian)
    #expect(state.words.contains("Clavier reconnu"))
    state.press(.character("3"))
    let before = state.document?.demarche
    state.press(.character("!"))
    #expect(state.document?.demarche == before)
  }

  @Test(arguments: ["ê", "à", "«"] as [Character])
  func `a letter that begins a sentence tells no keyboard, and is refused by its name`(
    letter: Character
  ) throws {
    var state = try wall(try example(), Size(80, 24))
    let before = state.document?.demarche
    state.press(.character(letter))
    #expect(state.environment.keyboard == .azerty)
    #expect(state.notice?.text.contains("«\u{A0}\(letter)\u{A0}» ne fait rien ici") == true)
    state.press(.character("r"))
    #expect(state.document?.demarche == before)
  }

  @Test func `the keyboard is chosen by one key, and remembered`() throws {
    var state = state(try example(), Size(80, 24), screen: .cercle)
    var kept: [Keyboard] = []
    for _ in Keyboard.allCases {
      for case .rememberKeyboard(let keyboard) in state.update(.event(.key(.control("k")))) {
        kept.append(keyboard)
      }
    }
    #expect(kept == [.belgian, .afnor, .bepo, .azerty])
  }

  @Test(arguments: [
    ("fr", "", Keyboard.azerty), ("fr", "oss", .azerty), ("fr", "bepo", .bepo),
    ("fr", "bepo_afnor", .bepo), ("fr", "afnor", .afnor), ("fr", "mac", .belgian),
    ("be", "", .belgian),
    ("be", "latin1", .belgian), ("us", "", .azerty), ("", "", .azerty),
  ])
  func `a machine's own keyboard is taken`(layout: String, variant: String, is keyboard: Keyboard) {
    #expect(Keyboard(layout: layout, variant: variant) == keyboard)
  }

  @Test func `numbers of a vote are typed on the keyboard that is there`() {
    var state = votingState()
    state.environment.keyboard = .bepo
    state.play("[b][n][bas][droite][Entrée]«[bas]\"@")
    let totals = (state.modes.last as? VoteCount)?.count.urnes[0].totaux
    #expect(totals?.prefix(2) == [2, 16])
  }

  @Test(arguments: [
    ("e", "etat"), ("g", "grille"), ("c", "cercle"), ("sc", "schema"), ("t", "tableau"),
    ("a", "a-faire"), ("r", "capitalisation"), ("p", "ca"),
  ])
  func `a screen answers to its first letters in the palette`(letters: String, name: String) throws
  {
    var state = state(try example(), Size(80, 24), screen: name == "cercle" ? .schema : .cercle)
    state.press(.character(":"))
    for letter in letters { state.press(.character(letter)) }
    state.press(.enter)
    #expect(state.screen.name == name)
  }

  @Test(arguments: ["qui parle", "annuler", "chercher", "salle"])
  func `what an F key does in a field is a word of the palette there`(word: String) throws {
    var state = state(try example(), Size(80, 24), screen: .cercle)
    state.play("[n]la cour")
    state.press(.control("x"))
    state.play(word)
    #expect(
      (state.modes.last as? ActionList)?.actions.first?.keys.contains {
        if case .function = $0 { true } else { false }
      } == true)
  }
}
