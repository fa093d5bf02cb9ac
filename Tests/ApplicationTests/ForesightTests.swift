import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct ForesightTests {
  private static let keys: [Key] =
    [.up, .down, .up, .down, .left, .right, .tab, .end, .home, .escape]
    + "rovn!u<".map(Key.character)

  @Test(arguments: [Size(60, 16), Size(100, 30), Size(160, 45)])
  func `a foreseen answer is the answer`(size: Size) throws {
    var state = state(try example(), size)
    var random: UInt64 = 7
    var answered = 0
    for step in 0..<800 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let message = Message.event(.key(Self.keys[Int(random >> 33) % Self.keys.count]))
      var foresight = Foresight(from: state)
      var foreseen = state
      let canvas = foresight.answer(to: message, from: &foreseen)
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

  @Test func `nothing is foreseen while a text is typed, nor without a démarche`() throws {
    var typing = state(try example(), Size(100, 30))
    typing.press(.character("n"))
    let down = Message.event(.key(.down))
    var foresight = Foresight(from: typing)
    #expect(foresight.answer(to: down, from: &typing) == nil)
    var closed = State(typing.environment, size: Size(100, 30))
    foresight = Foresight(from: closed)
    #expect(foresight.answer(to: down, from: &closed) == nil)
  }

  @Test func `only moves are foreseen`() throws {
    var state = state(try example(), Size(100, 30))
    var foresight = Foresight(from: state)
    #expect(foresight.answer(to: .event(.key(.character("r"))), from: &state) == nil)
    #expect(state.document?.revision == 0)
  }
}
