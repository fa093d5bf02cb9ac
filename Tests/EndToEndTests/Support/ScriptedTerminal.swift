import DPESStore
import TerminalUI
import Testing

/// A terminal that plays a script, then goes away.
final class ScriptedTerminal: Terminal {
  enum Step {
    case events([Event])
    /// Waits until a worker wakes the terminal.
    case woken
    /// Waits, waking as often as it takes, until the first line shown is as it should be.
    case wokenUntil((String) -> Bool)
    /// Something that happens elsewhere; the events after it come in the same wait.
    case doing(() -> Void)

    static func keys(_ keys: Key...) -> Step { .events(keys.map(Event.key)) }
  }

  private(set) var size = Size(100, 30)
  private(set) var shown: [Canvas] = []
  private(set) var themes: [Theme] = []
  private(set) var mouse: [Bool] = []
  private(set) var suspensions = 0
  private(set) var rings = 0
  /// How long each wait was to last at most, in milliseconds.
  private(set) var limits: [Int?] = []
  var onShow: (Canvas) -> Void = { _ in }
  var onSuspend: () -> Void = {}

  private var steps: [Step]
  private let wakes = Monitor(0)

  init(_ steps: [Step]) { self.steps = steps }

  /// The first line of each frame.
  var headers: [String] {
    shown.map { $0.description.split(separator: "\n").first.map(String.init) ?? "" }
  }

  func show(_ canvas: Canvas) {
    shown.append(canvas)
    onShow(canvas)
  }

  func rests() -> Bool { true }

  func use(_ theme: Theme) { themes.append(theme) }

  func useMouse(_ isOn: Bool) { mouse.append(isOn) }

  func waitForEvents(atMost milliseconds: Int?) -> [Event] {
    limits.append(milliseconds)
    return play()
  }

  private func play() -> [Event] {
    guard !steps.isEmpty else { return [.closed] }
    switch steps.removeFirst() {
    case .events(let events):
      for case .resize(let size) in events { self.size = size }
      return events
    case .woken:
      waitForWake()
      return []
    case .wokenUntil(let isReached):
      if isReached(headers.last ?? "") { return play() }
      steps.insert(.wokenUntil(isReached), at: 0)
      waitForWake()
      return []
    case .doing(let work):
      work()
      return play()
    }
  }

  /// What never wakes the terminal is a failure, and the end of the script.
  private func waitForWake() {
    do {
      try wait(
        for: {
          wakes.update { count in
            guard count > 0 else { return nil as Void? }
            count -= 1
            return ()
          }
        }, found: { headers.last ?? "" })
    } catch {
      Issue.record(error)
      steps = [.events([.closed])]
    }
  }

  var wake: @Sendable () -> Void {
    { [wakes] in wakes.update { $0 += 1 } }
  }

  func ring() { rings += 1 }

  func suspend() {
    suspensions += 1
    onSuspend()
  }

  func close() {}
}
