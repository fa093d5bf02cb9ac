import CNcurses
import TerminalUI
import Testing

@testable import NcursesTerminal

struct StyleLookTests {
  @Test func `every role has a look of its own, in the table`() {
    #expect(Set(Style.all).count == Style.all.count)
    #expect(Set(Style.all.map(\.bits)).count == Style.all.count)
    #expect(Style.all.allSatisfy { $0.bits < CN_LOOKS })
  }
}
