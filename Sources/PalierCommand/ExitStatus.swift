import DPESStore

/// What the status of the process says (`docs/guide.md`).
enum ExitStatus {
  static let done: Int32 = 0
  /// The content has problems, or the destination exists.
  static let problems: Int32 = 1
  /// Wrong usage, or a file that can't be read or written.
  static let unusable: Int32 = 2
}

/// Why a command stops: a sentence for the person, and the status of the process.
struct Failure: Error, Hashable {
  let sentence: String
  let status: Int32

  init(_ sentence: String, status: Int32 = ExitStatus.unusable) {
    self.sentence = sentence
    self.status = status
  }

  init(_ error: StoreError) {
    self.init(
      Sentences.sentence(error),
      status: error.cause == .exists ? ExitStatus.problems : ExitStatus.unusable)
  }
}

/// What `work` returns; what it throws becomes what `failure` makes of it.
func telling<Value, Cause: Error, Told: Error>(
  _ work: @autoclosure () throws(Cause) -> Value, _ failure: (Cause) -> Told
) throws(Told) -> Value {
  do throws(Cause) { return try work() } catch { throw failure(error) }
}
