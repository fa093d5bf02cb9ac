/// Saves the newest state of a document, on a thread of its own.
///
/// States are saved in the order in which they are handed in; those that a newer one overtakes
/// are skipped. A state whose save fails is kept until a newer one comes, or ``finish()`` tries
/// again.
package final class Saver: Sendable {
  /// Makes the bytes of a state, on the saver's thread.
  package typealias Encode = @Sendable () -> [UInt8]

  private let queue: Monitor<Queue>

  /// Starts the thread.
  ///
  /// `report` is called on that thread after each save; it must not wait for the saver.
  package init(
    _ file: DataFile, report: @escaping @Sendable (SaveResult) -> Void
  ) throws(StoreError) {
    let queue = Monitor(Queue())
    self.queue = queue
    do throws(StoreError.Cause) {
      try startThread { Self.work(on: queue, file, report) }
    } catch {
      throw StoreError(path: file.path, operation: .save, cause: error)
    }
  }

  /// The thread saves what was handed in, and ends.
  deinit {
    queue.update { $0.isClosed = true }
  }

  /// Hands in a state to save, without waiting.
  ///
  /// - Returns: the number by which its result is told, rising from 1.
  @discardableResult
  package func save(_ encode: @escaping Encode) -> Int {
    queue.update { queue in
      queue.lastNumber += 1
      queue.waiting = Job(number: queue.lastNumber, encode: encode)
      queue.failed = nil
      return queue.lastNumber
    }
  }

  /// Waits until everything handed in is on the disk; a save that failed is tried once more.
  ///
  /// - Throws: why it is not on the disk.
  package func finish() throws(StoreError) {
    if waitUntilIdle() == nil { return }
    queue.update { $0.retry() }
    if let failure = waitUntilIdle() { throw failure }
  }

  /// Waits until nothing is left to do, and returns why the last save failed, if it did.
  private func waitUntilIdle() -> StoreError? {
    queue.wait { $0.isIdle ? .some($0.failed?.error) : nil }
  }

  private static func work(
    on queue: Monitor<Queue>, _ file: DataFile, _ report: (SaveResult) -> Void
  ) {
    var file = file
    while let job = queue.wait(for: { $0.takeNext() }) {
      let clock = ContinuousClock()
      var bytes: [UInt8] = []
      let encoding = clock.measure { bytes = job.encode() }
      let start = clock.now
      do throws(StoreError) {
        try file.save(bytes)
        report(.saved(number: job.number, encoding: encoding, writing: clock.now - start))
        queue.update { $0.isSaving = false }
      } catch {
        report(.failed(number: job.number, error))
        queue.update { $0.fail(job, error) }
      }
    }
  }
}

/// How the save of a state went.
package enum SaveResult: Hashable, Sendable {
  /// The state is safe on the disk; how long it took to encode and to write it.
  case saved(number: Int, encoding: Duration, writing: Duration)
  case failed(number: Int, StoreError)
}

private struct Job: Sendable {
  let number: Int
  let encode: Saver.Encode
}

private struct Queue: Sendable {
  var lastNumber = 0
  var waiting: Job?
  var isSaving = false
  var failed: (job: Job, error: StoreError)?
  var isClosed = false

  var isIdle: Bool { waiting == nil && !isSaving }

  /// The next job; the inner `nil` says that there will be no more.
  mutating func takeNext() -> Job?? {
    guard let job = waiting else { return isClosed ? .some(nil) : nil }
    waiting = nil
    isSaving = true
    return job
  }

  mutating func fail(_ job: Job, _ error: StoreError) {
    isSaving = false
    if waiting == nil { failed = (job, error) }
  }

  mutating func retry() {
    guard let job = failed?.job else { return }
    failed = nil
    waiting = job
  }
}
