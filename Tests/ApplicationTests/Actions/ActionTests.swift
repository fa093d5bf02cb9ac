import Foundation
import TerminalUI
import Testing

@testable import Application

@Suite struct ActionTests {
  /// Tables whose keys are heard at the same time, the state's screens and sections among them.
  static let heardTogether: [[ActionTable]] =
    EtatEcran.Section.allCases.map { [EtatEcran.table(of: $0), .etat, .everywhere] }
    + [
      [.grille, .everywhere], [.cercle, .everywhere], [.schema, .everywhere],
      [.tableau, .everywhere], [.aFaire, .everywhere], [.finances, .everywhere],
      [.capitalisation, .everywhere], [.ca, .everywhere],
      [.start], [.captureTexte, .field], [.captureTextePlace, .field], [.captureAxe, .field],
      [.captureStatut, .field],
      [.captureEntries, .field], [.capturePaste, .field],
      [.capturePasteUnread, .field], [.capturePasteReopened, .field], [.captureFrozen, .field],
      [.edit, .field], [.question, .field],
      [.form, .field], [.forms, .field],
      [.choice, .turnChoice], [.folders], [.pick],
      [.importPreview, .importAnswers, .importWriting],
      [.importQuestions, .importAnswers, .importWriting], [.suggestions], [.help],
      [.dialog], [.ressources, .choiceHelp], [.move], [.moveColour],
      [.palierMove], [.palierMoveAsked], [.arbre], [.chain], [.arguments, .field],
      [.college, .field], [.collegePassedOver, .field],
      [.sujets], [.options], [.lignes], [.curseur], [.argumentListe],
      [.relations, .mode], [.cartes, .mode], [.images], [.imagesFrozen], [.votes, .field],
      [.voteSetup], [.votePick], [.voteTotals],
      [.voteBallots],
      [.voteResult, .field], [.hands], [.readBack, .field], [.readBackEnd, .field],
    ]
    + Screen.all.map { [.wall, $0.ecran.wallTable] }
  /// Those that stand for others, or alone.
  static let others: [[ActionTable]] = [
    [.version], [.comparison], [.wall], [.wallField], [.follower], [.card], [.reading],
    [.countdown], [.mode], [.choiceHelp], [.filterAFaire, .mode], [.conflict], [.versions],
    [.damaged], [.export], [.replacement], [.filter],
    [.method], [.referentiels], [.cycles], [.leaving], [.foundText],
    [.heldByWall], [.heldByNames], [.wallQuit], [.wallQuitHeld], [.wallPaste], [.refusedText],
  ]
  static let tables = Dictionary(
    (heardTogether + others).joined().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }
  )
  static var actions: [Action] {
    tables.values.sorted { $0.name < $1.name }.flatMap(\.actions)
  }

  /// A table that nobody listed here is not looked at.
  @Test func `every table of the program is looked at`() throws {
    let sources = try FileManager.default.subpathsOfDirectory(atPath: Self.sources)
    let named = try sources.filter { $0.hasSuffix(".swift") }.flatMap { path in
      let text = try String(contentsOfFile: Self.sources + "/" + path, encoding: .utf8)
      return text.matches(of: /ActionTable\(\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(Set(named) == Set(Self.tables.keys))
    #expect(named.count == Self.tables.count, "two tables of one name")
  }

  private static let sources = projectFile("Sources/Application").path

  @Test(arguments: heardTogether)
  func `no two actions of one screen and mode share a key`(tables: [ActionTable]) {
    var owner: [Key: String] = [:]
    for action in tables.flatMap(\.actions) {
      for key in action.keys {
        if let other = owner[key] { Issue.record("\(key.label): \(other) and \(action.id)") }
        owner[key] = action.id
      }
    }
    #expect(!owner.isEmpty)
  }

  @Test func `every action has its own id, a title and a sentence of help`() {
    #expect(Set(Self.actions.map(\.id)).count == Self.actions.count)
    for action in Self.actions {
      #expect(!action.title.isEmpty && action.help.hasSuffix("."), "\(action.id)")
    }
  }

  /// No key of these needs AltGr on an AZERTY keyboard, or is a digit, alone.
  @Test func `no action is reached only by a key that AZERTY hides`() {
    let hidden = Set("[]{}\\|~@#`+-0123456789".map(Key.character))
    for action in Self.actions {
      #expect(
        action.keys.contains { !hidden.contains($0) } || action.id.contains("ecran."),
        "\(action.id)")
    }
    for screen in Screen.all {
      let action = Self.actions.first { $0.id == "ecran.\(screen.name)" }
      #expect(action?.keys.count == 2)
    }
  }

  @Test func `the digit of a screen that does not exist does nothing`() throws {
    var state = state(try example(), Size(80, 24))
    let before = state.view
    for digit in "0à" { state.press(.character(digit)) }
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
