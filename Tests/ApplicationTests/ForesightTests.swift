import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct ForesightTests {
  /// Moves, and what opens every mode that a list or a field is in.
  private static let keys: [Key] =
    [.up, .down, .up, .down, .left, .right, .tab, .end, .home, .escape, .enter, .backspace]
    + "rovn!u<mibaes z1234567/".map(Key.character)

  @Test(arguments: [Size(60, 16), Size(100, 30), Size(160, 45)])
  func `a foreseen answer is the answer`(size: Size) throws {
    var state = state(try example(), size)
    var random: UInt64 = 7
    var answered = 0
    for step in 0..<800 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let message = Message.event(.key(Self.keys[Int(random >> 33) % Self.keys.count]))
      var foreseen = state
      let canvas = answer(to: message, from: &foreseen)
      _ = state.update(message)
      guard let canvas else { continue }
      answered += 1
      guard canvas == state.view, foreseen.view == state.view, foreseen.document == state.document
      else {
        Issue.record("after \(step) keys:\n\(canvas.description)\n\(state.view.description)")
        return
      }
    }
    #expect(answered > 50)
  }

  @Test func `nothing is foreseen without a démarche`() throws {
    var closed = State(state(try example(), Size(100, 30)).environment, size: Size(100, 30))
    #expect(answer(to: .event(.key(.down)), from: &closed) == nil)
  }

  @Test(arguments: [" ", "e", "s", "\u{E9}"] as [Character])
  func `a common letter is foreseen where a text is typed, and nowhere else`(letter: Character)
    throws
  {
    var state = state(try example(), Size(100, 30))
    let key = Message.event(.key(.character(letter)))
    #expect(answer(to: key, from: &state) == nil)
    state.press(.character("n"))
    let canvas = try #require(answer(to: key, from: &state))
    #expect(canvas == state.view)
    guard case .capture(let capture) = state.modes.last else {
      Issue.record("no capture")
      return
    }
    #expect(capture.field.text == String(letter))
  }

  @Test(arguments: ["m", "i", "b"] as [Character])
  func `the moves of a list on top of the screen are foreseen`(opening: Character) throws {
    var state = state(try example(), Size(100, 30))
    state.press(.character(opening))
    #expect(answer(to: .event(.key(.down)), from: &state) != nil)
  }

  @Test func `a change of the démarche is never foreseen`() throws {
    var state = state(try example(), Size(100, 30))
    #expect(answer(to: .event(.key(.character("r"))), from: &state) == nil)
    #expect(state.document?.revision == 0)
  }

  /// What is foreseen of a message, once all is worked out.
  private func answer(to message: Message, from state: inout State) -> Canvas? {
    var foresight = Foresight(from: state, showing: state.view)
    while foresight.next() != nil {}
    return foresight.answer(to: message, from: &state)
  }
}
