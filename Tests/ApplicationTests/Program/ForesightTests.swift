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
    #expect(walk(Self.keys, steps: 800, &state).answered > 50)
  }

  @Test func `a foreseen réalisé is the réalisé, at the time of its key`() throws {
    var state = state(try example(), Size(100, 30), screen: .tableau)
    let keys: [Key] = [.up, .down, .left, .right] + "apxvwcu".map(Key.character)
    #expect(walk(keys, steps: 200, &state).changes > 5)
  }

  /// Presses keys at random, and holds each answer that was foreseen against what the key does.
  private func walk(_ keys: [Key], steps: Int, _ state: inout State) -> (
    answered: Int, changes: Int
  ) {
    var random: UInt64 = 7
    var (answered, changes) = (0, 0)
    for step in 0..<steps {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let message = Message.event(.key(keys[Int(random >> 33) % keys.count]))
      var foreseen = state
      // The key comes later than it was foreseen.
      let now = Instant(seconds: state.environment.now.seconds + 77)
      let answer = answer(to: message, from: &foreseen, at: now)
      state.environment.now = now
      let effects = state.update(message)
      guard let canvas = answer?.canvas else { continue }
      answered += 1
      if !effects.isEmpty { changes += 1 }
      guard canvas == state.view, foreseen.view == state.view, foreseen.document == state.document,
        answer?.effects == effects
      else {
        Issue.record("after \(step) keys:\n\(canvas.description)\n\(state.view.description)")
        break
      }
    }
    return (answered, changes)
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
    let canvas = try #require(answer(to: key, from: &state)?.canvas)
    #expect(canvas == state.view)
    guard let capture = state.modes.last as? Capture else {
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

  @Test func `a réalisé is foreseen on the tableau, and a colour never`() throws {
    var state = state(try example(), Size(100, 30))
    #expect(answer(to: .event(.key(.character("r"))), from: &state) == nil)
    state.press(.character("5"))
    let answer = answer(to: .event(.key(.character("p"))), from: &state)
    #expect(answer?.effects.count == 1 && state.document?.revision == 1)
  }

  /// What is foreseen of a message, once all is worked out.
  private func answer(
    to message: Message, from state: inout State, at now: Instant? = nil
  ) -> (canvas: Canvas, effects: [Effect])? {
    var foresight = Foresight(from: state, showing: state.view)
    while foresight.next() != nil {}
    return foresight.answer(to: message, from: &state, at: now ?? state.environment.now)
  }
}
