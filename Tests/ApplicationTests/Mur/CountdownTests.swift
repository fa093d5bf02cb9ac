import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct CountdownTests {
  private func opened() throws -> State {
    var state = try wall(try example(), Size(80, 24))
    state.press(.character("m"))
    return state
  }

  @Test func `arrows choose the minutes`() throws {
    var state = try opened()
    #expect(state.countdown.minutes == 5)
    state.press(.up, .up, .right)
    #expect(state.countdown.minutes == 10)
    state.press(.left, .left, .left, .left, .left, .left, .down)
    #expect(state.countdown.minutes == 1)
    state.countdown = Countdown(minutes: 99)
    state.press(.up, .right)
    #expect(state.countdown.minutes == 99)
  }

  @Test func `it runs by the clock of the machine, stops and goes on`() throws {
    var state = try opened()
    #expect(!state.isTimed && state.nextTick(after: 0) == nil)
    state.environment.uptime = 10_000
    state.press(.enter)
    #expect(state.isTimed)
    #expect(state.countdown.text(at: 10_000) == "5:00")
    #expect(state.countdown.text(at: 10_001) == "5:00")
    #expect(state.countdown.text(at: 11_000) == "4:59")
    state.environment.uptime = 71_500
    state.press(.character(" "))
    #expect(!state.isTimed && state.countdown.text(at: 999_999) == "3:59")
    state.environment.uptime = 100_000
    state.press(.enter)
    #expect(state.countdown.text(at: 100_000) == "3:59")
    state.press(.up)
    #expect(state.words.contains("tourne"))
    state.press(.character("r"))
    #expect(!state.isTimed && state.countdown == Countdown(minutes: 5))
  }

  @Test func `it asks to be woken once a second where it is seen, at its end where not`() throws {
    var state = try opened()
    state.press(.enter)
    var now = 0
    var wakes = 0
    while let next = state.nextTick(after: now), next < 10_000 {
      #expect(next - now == 1000)
      now = next
      wakes += 1
    }
    #expect(wakes == 9)
    #expect(state.nextTick(after: 500) == 1000)
    state.press(.character("s"))
    #expect(!state.isOnWall && state.nextTick(after: 500) == 300_000)
  }

  @Test func `its end is shown and rung once, and a key takes notice`() throws {
    var state = try opened()
    state.press(.enter)
    state.environment.uptime = 299_999
    #expect(state.update(.tick) == [])
    state.environment.uptime = 300_000
    #expect(state.update(.tick) == [.ring])
    #expect(state.update(.tick) == [] && !state.isTimed)
    #expect(state.words.contains("Le temps est écoulé"))
    state.press(.escape)
    #expect(!state.words.contains("écoulé") && state.countdown == Countdown(minutes: 5))
  }

  @Test func `closed, it goes on at the end of the rule; typing does not hide its end`() throws {
    var state = try opened()
    state.press(.enter, .escape)
    state.environment.uptime = 61_000
    _ = state.update(.tick)
    #expect(state.words.contains("3:59"))
    state.press(.character("n"))
    state.environment.uptime = 400_000
    #expect(state.update(.tick) == [.ring])
    state.type("Un mot")
    #expect(state.words.contains("Le temps est écoulé"))
  }

  @Test func `away from the wall, its end is one sentence`() throws {
    var state = try opened()
    state.press(.enter, .function(8))
    state.environment.uptime = 300_000
    #expect(state.update(.tick) == [.ring])
    #expect(state.words.contains("Le temps du minuteur est écoulé."))
  }

  @Test(arguments: wallSizes, [false, true])
  func `the time is the largest thing on the card`(size: Size, isASCII: Bool) throws {
    var state = try wall(try example(), size, isASCII: isASCII)
    state.press(.character("m"))
    let filled = state.view.description.filter { isASCII ? $0 == "#" : "█▀▄▙▟▛▜".contains($0) }
    #expect(filled.count > 20)
  }
}
