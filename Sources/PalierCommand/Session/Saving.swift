import DPES
import DPESStore
import JSONTree

/// The states of an open démarche on their way to its file.
struct Saving {
  private let saver: Saver
  /// The revision that each save holds, by the saver's number.
  private var revisions: [Int: Int] = [:]

  /// `report` is called on another thread.
  init(_ file: DataFile, report: @escaping @Sendable (SaveResult) -> Void) throws(StoreError) {
    saver = try Saver(file, report: report)
  }

  /// Hands in a state, without waiting; it is encoded on the saver's thread.
  mutating func save(_ demarche: Demarche, revision: Int) {
    let number = saver.save { JSONValue.write(demarche.json) }
    revisions[number] = revision
  }

  /// The revision that is safe now that a save is; earlier ones are forgotten.
  mutating func revision(_ number: Int) -> Int? {
    defer { revisions = revisions.filter { $0.key > number } }
    return revisions[number]
  }

  /// Waits until everything is on disk, and returns why it is not.
  func finish() -> StoreError? {
    do throws(StoreError) {
      try saver.finish()
      return nil
    } catch {
      return error
    }
  }
}
