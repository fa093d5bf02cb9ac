import DPES
import Documents
import Foundation
import TerminalUI
import Testing

@testable import Application

/// The program line by line: text in, text out.
@Suite struct LineaireTests {
  /// A conversation, each line typed after `> `, and what the state is then.
  private func conversation(
    _ typed: [String], _ state: inout State
  ) -> (text: String, effects: [Effect]) {
    var text = ""
    var asked: [Effect] = []
    func hear(_ message: Message) {
      let effects = state.update(message)
      asked += effects
      // The world answers before the next line is asked for.
      for effect in effects {
        switch effect {
        case .save(_, _, let revision, _): hear(.saved(revision: revision, at: "14:32"))
        case .export(let request): hear(.exported("Écrit dans \(request.path).", request))
        default: break
        }
      }
    }
    func listen() {
      text += (state.lineaire?.take() ?? []).map { $0 + "\n" }.joined()
    }
    hear(.tick)
    listen()
    for line in typed {
      text += "> \(line)\n"
      hear(.event(.line(line)))
      listen()
    }
    return (text, asked)
  }

  private func opened(_ demarche: Demarche, _ screen: Screen = .cercle) -> State {
    State(
      State.Environment(
        today: exampleDay, now: Instant(seconds: exampleDay.number * 86_400 + 52_320),
        ids: IDGenerator(seed: 7), documents: OutgoingDocument.all.map(\.label)),
      size: Lineaire.size, screen: screen,
      document: Document(demarche, path: "/tmp/essai.dpes.json"), isLinear: true)
  }

  /// The lines that a kept conversation types.
  private func typed(in name: String) throws -> [String] {
    let file = projectFile("Tests/ApplicationTests/Frames/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("> ") || $0 == ">" }.map { String($0.dropFirst(2)) }
  }

  /// What a terminal obeys, or draws: nothing of it is ever said.
  private func drawn(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n"
        || (0x2190...0x21FF).contains(scalar.value) || (0x2500...0x27BF).contains(scalar.value)
        || (0x2800...0x28FF).contains(scalar.value)
    }
  }

  @Test(arguments: ["lineaire-referente", "lineaire-animatrice"])
  func `a story is heard, and nothing in it is drawn`(name: String) throws {
    var state = opened(try example())
    let told = conversation(try typed(in: name), &state)
    #expect(drawn(told.text) == [])
    #expect(told.effects.last == .quit)
    try expect(told.text, named: name)
  }

  @Test func `what is heard of each screen names every row once`() throws {
    for screen in Screen.all where screen.ecran.isRead {
      let state = opened(try example(), screen)
      let page = Lineaire.page(of: state)
      let heard = Lineaire.lecture(state)
      #expect(page.count == heard.count + 1 && heard.count > 0, "\(screen.name)")
      #expect(drawn(page.joined(separator: "\n")) == [], "\(screen.name)")
    }
  }

  @Test func `a change is said in one line, and that it is saved once`() throws {
    var state = opened(try example())
    _ = conversation([], &state)
    let first = conversation(["r"], &state).text.split(separator: "\n")
    #expect(first.count == 3 && first.last == "Enregistré 14:32.")
    let second = conversation(["o"], &state).text.split(separator: "\n")
    #expect(second.count == 2 && second.last?.contains("orange") == true)
  }

  @Test(arguments: [
    "\u{1B}[2J", "99999999999999999999999", "-1", "liste 0-0", "liste 9999999999999999999-1",
    "\u{202E}abc", "\u{FFFD}\u{FFFD}", "= ", "/", ":", "ctrl-", "f99",
    String(repeating: "a", count: 70_000),
  ])
  func `whatever is typed changes nothing, and is answered in words`(line: String) throws {
    for screen in [Screen.cercle, .tableau, .aFaire] {
      var state = opened(try example(), screen)
      let before = state.document?.demarche
      let told = conversation([line, "-", "-"], &state)
      #expect(state.document?.demarche == before, "\(screen.name)")
      let answer = told.text.replacing("> \(line)\n", with: "")
      #expect(drawn(answer) == [], "\(screen.name)")
    }
  }

  @Test func `the end of the input in a field loses nothing of what was typed`() throws {
    var state = opened(try example())
    _ = conversation(["n", "Le car ne passe plus"], &state)
    let effects = state.update(.event(.closed))
    #expect(effects.contains(.quit))
    #expect(
      state.document?.demarche.cercles.last?.observations.last?.texte == "Le car ne passe plus")
  }

  @Test func `a text longer than a field is refused whole`() throws {
    var state = opened(try example())
    let told = conversation(["n", String(repeating: "é", count: 5_001)], &state)
    #expect(told.text.contains("Erreur\u{A0}: Ce texte a 5001 caractères"))
    #expect((state.modes.last as? Capture)?.field.isEmpty == true)
  }

  @Test func `in a field a number, a letter and a word are text`() throws {
    var state = opened(try example())
    _ = conversation(["n", "12", "u", "r", "q", "u", "r", "=-", "u", "r"], &state)
    let said = state.document?.demarche.cercles.last?.observations.suffix(3).map(\.texte)
    #expect(said == ["12", "q", "-"])
  }

  @Test func `what is only drawn says that it is not here`() throws {
    var state = opened(try example())
    let told = conversation(["s", "b", "F2"], &state)
    #expect(told.text.split(separator: "\n").count { $0.contains("à l’écran entier") } == 3)
    #expect(!state.isOnWall && state.modes.isEmpty)
  }
}
