import TerminalUI
import Testing

struct TestTerminalTests {
  @Test func `each wait returns one batch, then the terminal is closed for ever`() {
    let terminal = TestTerminal(Size(80, 24), batches: [[.key(.up), .paste("a")], []])
    #expect(terminal.waitForEvents() == [.key(.up), .paste("a")])
    #expect(terminal.waitForEvents() == [])
    #expect(terminal.waitForEvents() == [.closed])
    #expect(terminal.waitForEvents() == [.closed])
  }

  @Test func `a resize is the size from then on`() {
    let terminal = TestTerminal(Size(80, 24), events: [.key(.up), .resize(Size(60, 16))])
    _ = terminal.waitForEvents()
    #expect(terminal.size == Size(80, 24))
    _ = terminal.waitForEvents()
    #expect(terminal.size == Size(60, 16))
  }

  @Test func `what the program does is kept`() {
    let terminal = TestTerminal(Size(2, 1), events: [.key(.down)])
    var canvas = Canvas(terminal.size)
    terminal.show(canvas)
    canvas.draw("a", at: 0, 0)
    terminal.show(canvas)
    terminal.use(.clair)
    terminal.useMouse(true)
    terminal.suspend()
    terminal.close()
    #expect(terminal.shown == [Canvas(Size(2, 1)), canvas])
    #expect(terminal.theme == .clair)
    #expect(terminal.usesMouse)
    #expect(terminal.suspensions == 1)
    #expect(terminal.isClosed)
    #expect(terminal.waitForEvents() == [.resumed])
    #expect(terminal.waitForEvents() == [.key(.down)])
  }
}
