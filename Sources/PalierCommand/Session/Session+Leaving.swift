import Application
import DPES
import DPESStore
import TerminalUI

// Everything on disk, before what may be the end.
extension Session {
  /// Why what was done is not on disk.
  struct Unsaved: Hashable {
    /// For the line on the screen, the reason first.
    let reason: String
    /// For a terminal without the screen.
    let sentence: String
  }

  /// Waits until everything is on disk, put together with what others write meanwhile; nil when it
  /// is.
  mutating func finish() throws(Failure) -> Unsaved? {
    background.finish()
    var hasTriedAgain = false
    for _ in 0..<100 {
      let error = saving?.finish()
      if try tellNews() { continue }
      if let error {
        return Unsaved(reason: Sentences.notSaved(error), sentence: Sentences.sentence(error))
      }
      // What is not even tried any more, as when the file has become something else.
      guard case .failed(let sentence) = state.document?.saved else { return nil }
      // A file that was deleted is written anew, although nothing was handed in since.
      if !hasTriedAgain, !state.save.isEmpty {
        hasTriedAgain = true
        for effect in state.save { try perform(effect, because: .event(.closed)) }
        continue
      }
      return Unsaved(reason: sentence, sentence: sentence)
    }
    return Unsaved(reason: Sentences.neverStill, sentence: Sentences.neverStill)
  }

  /// Leaves once everything is on disk; what can't be saved in its file is put in another.
  mutating func leave(mustLeave: Bool) throws(Failure) {
    isOver = true
    guard let unsaved = try finish(), let document = state.document else { return }
    let readers = saving?.file.readers
    if let copy = desk.rescue(document.demarche, of: document.path, for: readers) {
      throw Failure(Sentences.rescued(unsaved.sentence, in: copy))
    }
    // Nobody is kept in: asked again, it leaves without what could not be written anywhere.
    if mustLeave || hasRefusedToLeave { throw Failure(unsaved.sentence) }
    isOver = false
    hasRefusedToLeave = true
    try tell(.notSaved(unsaved.reason + Sentences.leavesAnyway))
  }
}
