import Application
import DPESStore

/// Work that nobody waits for: each piece on a thread of its own, its answer taken when the loop
/// comes by.
final class Background: Sendable {
  private let answers = Monitor([Message]())
  private let underWay = Monitor(0)
  private let wake: @Sendable () -> Void

  /// `wake` is called when there is an answer.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Does something, and wakes the loop with what became of it, if there is anything to tell.
  func perform(_ work: @escaping @Sendable () -> Message?) {
    underWay.update { $0 += 1 }
    let body: @Sendable () -> Void = { [self] in
      let answer = work()
      if let answer { answers.update { $0.append(answer) } }
      underWay.update { $0 -= 1 }
      if answer != nil { wake() }
    }
    do throws(StoreError.Cause) {
      try startThread(body)
    } catch {
      // A machine without room for a thread still has this one.
      body()
    }
  }

  /// What became of the work since the last time.
  func take() -> [Message] {
    answers.update { answers in
      defer { answers = [] }
      return answers
    }
  }

  /// Waits for what is under way: a document that was asked for is written before the program ends.
  func finish() { underWay.wait(for: { $0 == 0 ? () : nil }) }
}
