import Application
import TerminalUI
import Testing

@Suite struct WindowTests {
  @Test func `every size from one cell to 300 by 100 is drawn without a word lost to a trap`()
    throws
  {
    var state = state(try example(), Size(80, 24))
    for screen in Screen.all {
      state.press(.character(Character(String(screen.number))))
      for height in [1, 2, 5, 11, 12, 16, 24, 45, 67, 100] {
        for width in [1, 2, 10, 39, 40, 59, 60, 80, 139, 140, 160, 240, 300] {
          _ = state.update(.event(.resize(Size(width, height))))
          #expect(state.view.size == Size(width, height))
        }
      }
    }
  }

  @Test func `a window under 40 by 12 says so politely`() throws {
    let state = state(try example(), Size(39, 11))
    #expect(state.view.description.contains("Fenêtre trop petite"))
  }
}
