import Application
import TerminalUI
import Testing

@Suite struct ActionTests {
  /// Scopes whose keys are heard at the same time.
  static let heardTogether: [[Action.Scope]] =
    Screen.allCases.map { [.screen($0), .everywhere] }
    + EtatEcran.Section.allCases.map { [.section($0), .screen(.etat), .everywhere] }
    + [
      [.start], [.captureTexte, .field], [.captureAxe, .field], [.captureStatut, .field],
      [.captureEntries, .field], [.capturePaste, .field], [.captureFrozen, .field],
      [.edit, .field], [.question, .field],
      [.form, .field],
      [.choice], [.suggestions], [.help], [.dialog], [.move], [.palierMove], [.palierMoveAsked],
      [.radar], [.chain], [.arguments, .field], [.college, .field],
      [.images], [.votes, .field], [.voteSetup], [.votePick], [.voteTotals], [.voteBallots],
      [.voteResult, .field], [.hands], [.readBack, .field], [.readBackEnd, .field],
    ]

  @Test(arguments: heardTogether)
  func `no two actions of one screen and mode share a key`(scopes: [Action.Scope]) {
    var owner: [Key: String] = [:]
    for action in scopes.flatMap(Action.actions) {
      for key in action.keys {
        if let other = owner[key] { Issue.record("\(key.label): \(other) and \(action.id)") }
        owner[key] = action.id
      }
    }
    #expect(!owner.isEmpty)
  }

  @Test func `every action has its own id, a title and a sentence of help`() {
    #expect(Set(Action.all.map(\.id)).count == Action.all.count)
    for action in Action.all {
      #expect(!action.title.isEmpty && action.help.hasSuffix("."), "\(action.id)")
    }
  }

  /// No key of these needs AltGr on an AZERTY keyboard, or is a digit, alone.
  @Test func `no action is reached only by a key that AZERTY hides`() {
    let hidden = Set("[]{}\\|~@#`+-0123456789".map(Key.character))
    for action in Action.all {
      #expect(
        action.keys.contains { !hidden.contains($0) } || action.id.hasPrefix("ecran."),
        "\(action.id)")
    }
    for screen in Screen.allCases {
      let action = Action.all.first { $0.id == "ecran.\(screen.name)" }
      #expect(action?.keys.count == (screen.number == 6 ? 1 : 2))
    }
  }

  @Test func `the digit of a screen that does not exist does nothing`() throws {
    var state = state(try example(), Size(80, 24))
    let before = state.view
    for digit in "-0à" { state.press(.character(digit)) }
    #expect(state.view == before)
  }

  @Test(arguments: [
    ("1", "&", "etat"), ("2", "é", "grille"), ("3", "\"", "cercle"), ("4", "'", "schema"),
    ("5", "(", "tableau"),
  ])
  func `a screen has its digit, on AZERTY as on QWERTY`(
    qwerty: Character, azerty: Character, name: String
  ) throws {
    for key in [qwerty, azerty] {
      var state = state(try example(), Size(80, 24), screen: name == "cercle" ? .schema : .cercle)
      state.press(.character(key))
      #expect(state.screen.name == name)
    }
  }

  @Test func `the sixth screen has its digit, and Tab`() throws {
    var state = state(try example(), Size(80, 24), screen: .tableau)
    state.press(.character("6"))
    #expect(state.screen == .aFaire)
    state.press(.tab, .backTab)
    #expect(state.screen == .aFaire)
  }

  @Test func `letters count in either case`() throws {
    var small = state(try example(), Size(80, 24))
    var capital = small
    small.press(.character("v"))
    capital.press(.character("V"))
    #expect(small.document?.demarche == capital.document?.demarche)
  }

  @Test func `an impossible action says why`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("u"))
    #expect(state.view.description.contains("Il n’y a rien à annuler."))
  }
}
