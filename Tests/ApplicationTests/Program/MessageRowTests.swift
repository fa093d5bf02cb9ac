import DPES
import TerminalUI
import Testing

@testable import Application

/// The row of messages: its own, and what stands in it until the next change.
@Suite struct MessageRowTests {
  private static let legend = "■ insuffisant ▲ à améliorer ● répond"

  private func opened(_ size: Size = Size(80, 24), screen: Screen = .cercle) throws -> State {
    state(try example(), size, screen: screen)
  }

  private func row(_ state: State) -> String {
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    let area = MessageRow(state).area
    return lines[area.rows].joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test(arguments: [Size(40, 17), Size(80, 17), Size(80, 24), Size(160, 45)])
  func `from 17 rows on it has its own row, and no other moves`(size: Size) throws {
    var state = try opened(size)
    state.press(.down)
    let before = state.view
    state.say("Dit.")
    let after = state.view
    for row in 0..<size.height where row != size.height - 2 {
      #expect(after.changes(in: row, since: before) == nil)
    }
    #expect(row(state) == "Dit.")
  }

  @Test(arguments: [Size(40, 12), Size(60, 16)])
  func `in a low window it covers the last row of the screen for one key`(size: Size) throws {
    var state = try opened(size)
    let before = state.view
    state.say("Dit.")
    #expect(row(state) == "Dit." && MessageRow(state).area.endRow == size.height - 1)
    state.press(.left, .right)
    #expect(state.view == before)
  }

  @Test func `it stays while one looks around, and goes with the next change`() throws {
    var state = try opened()
    state.press(.character("!"))
    state.say("Dit.")
    Said.keep(&state, since: Said.Before(state, .tick))
    state.play("[Suppr]")
    let said = row(state)
    #expect(said.hasSuffix("u annule"))
    state.play("[bas][haut]4[Tab]3?[Échap]")
    #expect(row(state) == said)
    state.play("r")
    #expect(row(state) != said)
  }

  @Test func `what can be taken back names the key that is heard where one is`() throws {
    var state = try opened()
    state.play("[Suppr]")
    #expect(row(state).hasSuffix("u annule"))
    state.play("n")
    #expect(row(state).hasSuffix("F9 annule"))
    state.play("[Échap]u")
    #expect(row(state).hasSuffix("Ctrl-R rétablit"))
    state.play("[Ctrl-R]")
    #expect(row(state).hasSuffix("u annule"))
  }

  @Test func `a refusal goes when one goes elsewhere`() throws {
    var state = try opened()
    state.play("u")
    #expect(row(state) == "Il n’y a rien à annuler.")
    state.play("[bas]")
    #expect(row(state) == Self.legend)
    state.play("u4")
    #expect(row(state).isEmpty)
  }

  @Test func `with nothing to say it holds the legend of the cercle`() throws {
    var state = try opened()
    #expect(row(state) == Self.legend)
    state.play("n")
    #expect(row(state) == Self.legend)
    state.play("[Échap]4")
    #expect(row(state).isEmpty)
  }

  @Test func `a long one covers the screen for one key, then says what has room`() throws {
    var state = try opened()
    state.play("[Suppr]")
    let long = String(repeating: "Une phrase. ", count: 12) + "Fin."
    state.notice = State.Notice(kind: .done, text: long)
    #expect(row(state).contains("Fin.") && MessageRow(state).area.height > 1)
    state.said = state.said.map { _ in nil } ?? nil
    Said.keep(&state, since: Said.Before(try opened(), .tick))
    state.press(.left)
    #expect(MessageRow(state).area.height == 1 && row(state).hasPrefix("Une phrase."))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24)])
  func `it never covers the field in which one types`(size: Size) throws {
    var state = try opened(size)
    state.play("nUn mot")
    let field = try #require(state.view.cursor)
    state.say(String(repeating: "Une phrase. ", count: 12))
    #expect(!MessageRow(state).area.rows.contains(field.row))
  }
}
