import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct BackdropTests {
  /// Keys that go everywhere and change everything.
  private static let keys: [Key] =
    [.up, .down, .left, .right, .tab, .backTab, .end, .home, .pageDown, .enter, .escape, .delete]
    + [.function(1), .function(2), .function(3), .function(9), .control("r"), .backspace]
    + "nrovupdtaxc!/:<>3457".map(Key.character)

  @Test(arguments: [Size(60, 16), Size(100, 30), Size(140, 40), Size(160, 45), Size(240, 67)])
  func `a kept backdrop shows what a new one would`(size: Size) throws {
    var state = state(try example(), size)
    var random: UInt64 = 11
    for step in 0..<400 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let effects = state.press(Self.keys[Int(random >> 33) % Self.keys.count])
      for case .save(_, _, let revision, _) in effects where step % 3 == 0 {
        _ = state.update(.saved(revision: revision, at: "14:32"))
      }
      if step % 60 == 0 { _ = state.update(.day(exampleDay.adding(days: step))) }
      var fresh = state
      fresh.backdrop = nil
      guard state.view == fresh.view else {
        Issue.record("after \(step) keys:\n\(state.view.description)\n\(fresh.view.description)")
        return
      }
    }
  }
}
