import TerminalUI
import Testing

@testable import Application

/// Screens side by side: only where F2 asked for them.
@Suite struct PanesTests {
  @Test(arguments: [Size(80, 24), Size(140, 40), Size(160, 45), Size(200, 50), Size(240, 67)])
  func `a window begins with one screen`(size: Size) throws {
    #expect(state(try example(), size).panes.map(\.screen) == [.cercle])
  }

  @Test func `F2 puts one beside, then the other, then none; the three where there is room`() throws
  {
    func names(_ size: Size, _ screen: Screen) throws -> [[String]] {
      var state = state(try example(), size, screen: screen)
      return (0..<4).map { _ in
        state.press(.function(2))
        return state.panes.map(\.screen.name)
      }
    }
    #expect(
      try names(Size(160, 45), .cercle) == [
        ["cercle", "schema"], ["cercle", "tableau"], ["cercle"], ["cercle", "schema"],
      ])
    #expect(
      try names(Size(200, 50), .tableau) == [
        ["cercle", "tableau"], ["schema", "tableau"], ["cercle", "schema", "tableau"], ["tableau"],
      ])
  }

  @Test func `what was asked for is remembered for each size of window`() throws {
    var state = state(try example(), Size(160, 45))
    state.press(.function(2))
    _ = state.update(.event(.resize(Size(240, 67))))
    #expect(state.panes.count == 1)
    state.press(.function(2), .function(2), .function(2))
    #expect(state.panes.count == 3)
    _ = state.update(.event(.resize(Size(160, 45))))
    #expect(state.panes.map(\.screen) == [.cercle, .schema])
    _ = state.update(.event(.resize(Size(80, 24))))
    #expect(state.panes.count == 1)
    _ = state.update(.event(.resize(Size(240, 67))))
    #expect(state.panes.count == 3)
  }

  @Test(arguments: [Size(139, 40), Size(140, 39), Size(80, 24), Size(40, 12)])
  func `without room for 76 columns beside another, F2 refuses and says why`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.function(2))
    #expect(state.panes.count == 1 && state.notice?.kind == .refused)
    #expect(state.notice?.text.contains("76") == true)
  }

  @Test(arguments: Array(140...199))
  func `the screen in hand keeps 76 columns`(width: Int) throws {
    var state = state(try example(), Size(width, 40), screen: .schema)
    state.press(.function(2))
    let main = try #require(state.panes.first { $0.screen == .schema })
    #expect(main.area.width >= 76 && state.panes.count == 2)
  }
}
