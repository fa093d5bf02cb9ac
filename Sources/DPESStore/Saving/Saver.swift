/// Saves the newest state of a document, on a thread of its own, and finds what others write.
///
/// States are saved in the order in which they are handed in; those that a newer one overtakes
/// are skipped. A state whose save fails is kept until a newer one comes, or ``finish()`` tries
/// again.
///
/// Each state stands on a basis: how many times it took up what others wrote. When somebody else
/// wrote the file, it is read, the basis grows, and states of an older basis are not saved any
/// more: they do not hold what the other wrote. What can't be read is never overwritten.
package final class Saver<Content: Sendable, Refusal: Error>: Sendable {
  /// Makes the bytes of a state, on the saver's thread.
  package typealias Encode = @Sendable () -> [UInt8]
  /// Makes the content of a file, on the saver's thread, or says why there is none.
  package typealias Decode = @Sendable ([UInt8]) throws(Refusal) -> Content
  package typealias Report = @Sendable (SaverReport<Content, Refusal>) -> Void

  private let queue: Monitor<SaverQueue>

  /// Starts the thread, which does nothing until it is asked.
  ///
  /// `report` is called on that thread; it must not wait for the saver.
  package init(
    _ file: DataFile, keeping versions: VersionFolder? = nil, basis: Int = 0,
    decode: @escaping Decode, report: @escaping Report
  ) throws(StoreError) {
    let queue = Monitor(SaverQueue(basis: basis))
    self.queue = queue
    let work = SaverWork(
      queue: queue, decode: decode, report: report, file: file, versions: versions)
    do throws(StoreError.Cause) {
      try startThread {
        var work = work
        work.run()
      }
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
  /// `isMilestone` keeps the state as a version, too.
  ///
  /// - Returns: the number by which its result is told, rising from 1.
  @discardableResult
  package func save(
    basis: Int = 0, isMilestone: Bool = false, _ encode: @escaping Encode
  ) -> Int {
    queue.update { $0.add(encode, basis: basis, isMilestone: isMilestone) }
  }

  /// Has the file looked at, without waiting.
  package func look() {
    queue.update { $0.mustLook = true }
  }

  /// Has the file as it was opened kept as a version, and what killed processes left removed,
  /// without waiting.
  package func prepare() {
    queue.update { $0.mustPrepare = true }
  }

  /// Has something worked out on the thread, before what is saved next, without waiting.
  package func perform(_ errand: @escaping @Sendable () -> Void) {
    queue.update { $0.errands.append(errand) }
  }

  /// Waits until everything handed in is on the disk; a save that failed is tried once more.
  ///
  /// A state that stands on too old a basis is not, and what was found is reported before this
  /// returns.
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
}

/// What became of a save, or what was found.
package enum SaverReport<Content: Sendable, Refusal: Error>: Sendable {
  /// The state is safe on the disk; how long it took to encode and to write it.
  case saved(number: Int, encoding: Duration, writing: Duration)
  /// The number is nil when it was not a save that failed.
  case failed(number: Int?, StoreError)
  /// Somebody else wrote the file; states to save have to stand on this basis from now on.
  case found(Content, basis: Int)
  /// Somebody else wrote what can't be read: nothing is saved over it.
  case unreadable(Refusal)
  /// What is in the way of keeping versions has changed; nil when nothing is any more.
  case versions(VersionFault?)
}

extension SaverReport: Equatable where Content: Equatable, Refusal: Equatable {}
