/// A terminal for tests: events are told in advance, and what is shown is kept.
package final class TestTerminal: Terminal {
  package private(set) var size: Size
  /// Every canvas shown, in order.
  package private(set) var shown: [Canvas] = []
  package private(set) var theme = Theme.sombre
  package private(set) var usesMouse = false
  /// How many times the program was suspended.
  package private(set) var suspensions = 0
  package private(set) var isClosed = false
  /// How many times the bell rang.
  package private(set) var rings = 0

  /// What each wait returns, the next one first.
  private var batches: [[Event]]

  /// Each wait returns one of `batches`, then ``Event/closed`` for ever.
  package init(_ size: Size, batches: [[Event]] = []) {
    self.size = size
    self.batches = batches
  }

  /// Each wait returns one of `events`, then ``Event/closed`` for ever.
  package convenience init(_ size: Size, events: [Event]) {
    self.init(size, batches: events.map { [$0] })
  }

  package func show(_ canvas: Canvas) { shown.append(canvas) }

  package func rests() -> Bool { true }

  package func use(_ theme: Theme) { self.theme = theme }

  package func useMouse(_ isOn: Bool) { usesMouse = isOn }

  /// An empty batch also stands for a wait that took as long as it might.
  package func waitForEvents(atMost milliseconds: Int?) -> [Event] {
    guard !batches.isEmpty else { return [.closed] }
    let events = batches.removeFirst()
    for case .resize(let size) in events { self.size = size }
    return events
  }

  /// Does nothing: an empty batch stands for a wait that a worker ended.
  package var wake: @Sendable () -> Void { {} }

  package func ring() { rings += 1 }

  /// Comes back at once, with ``Event/resumed`` before what was to come.
  package func suspend() {
    suspensions += 1
    batches.insert([.resumed], at: 0)
  }

  package func close() { isClosed = true }
}
