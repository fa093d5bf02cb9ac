import Application
import TerminalUI
import Testing

/// Goes to the last page with PgDn and back to the first with PgUp: where End and Home go at once.
func expectPagesReachBothEnds(
  _ state: inout State, sourceLocation: SourceLocation = #_sourceLocation
) {
  let first = state.view
  state.press(.end)
  let last = state.view
  state.press(.home)
  #expect(state.view == first, sourceLocation: sourceLocation)
  var pages = 0
  while state.view != last, pages < 24 {
    state.press(.pageDown)
    pages += 1
  }
  #expect(pages < 24, sourceLocation: sourceLocation)
  while state.view != first, pages < 48 {
    state.press(.pageUp)
    pages += 1
  }
  #expect(pages < 48, sourceLocation: sourceLocation)
}
