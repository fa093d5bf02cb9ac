import Application
import DPES
import DPESStore
import JSONTree

/// Keeps what is being typed beside the file until it is in it, and finds what windows that were
/// killed left.
///
/// It is handed what is typed once a frame is out, and writes on a thread what was handed in last,
/// after the writing before. What can't be written is no reason to disturb.
struct DraftKeeper {
  /// What a window that was killed left.
  struct Left {
    var note: DraftNote
    let drafts: [Draft]
    /// The first number that a new observation could have when they were typed.
    let numero: Int
  }

  private let desk: Desk
  private let background: Background
  private let writer = DraftWriter()
  /// The path of the file that is open.
  private var path: String?
  /// What the note is about: the démarche's id, and its file without links; nil where there is none.
  private var subject: (id: String, path: String)?
  private var told: [Draft] = []
  /// What was entered, and is not on the disk yet.
  private var held: [Draft] = []
  private var revision: Int?
  private var numero: Int?
  private var left: [Left] = []

  init(_ desk: Desk, _ background: Background) {
    self.desk = desk
    self.background = background
  }

  /// Hands in what is typed now, when it has changed.
  mutating func tell(_ state: State, of file: DataFile?) {
    guard let file, let document = state.document else { return }
    if file.path != path { begin(file, document.demarche.id) }
    let isSaved = document.isOnDisk
    let drafting = state.drafting
    // What stands open again is in this window's note before the one that it came from goes.
    let gone = isSaved ? left.map(\.note) : []
    guard let subject, !drafting.isEmpty || !told.isEmpty || !gone.isEmpty else { return }
    if isSaved { left = [] }
    if revision != document.revision {
      // What was just entered stays until the disk has it.
      if !isSaved { held += told.map(\.entered).filter { !held.contains($0) } }
      revision = document.revision
      numero = nil
    }
    held = isSaved ? [] : held.filter { one in !drafting.contains { one.isContinued(by: $0) } }
    let drafts = held + drafting
    guard drafts != told || !gone.isEmpty else { return }
    told = drafts
    if numero == nil { numero = document.demarche.numerosSuivants(1).first }
    let note =
      drafts.isEmpty
      ? nil : Self.json(of: drafts, id: subject.id, path: subject.path, numero: numero)
    if writer.takes(note, instead: gone) { background.perform { [writer] in writer.write() } }
  }

  private mutating func begin(_ file: DataFile, _ id: String) {
    close(keeping: nil)
    path = file.path
    // A home that can't be written has no drafts.
    guard let resolved = file.resolvedPath,
      let note = try? DraftNote(about: id, in: desk.places, desk.system)
    else { return }
    subject = (id, resolved)
    writer.begin(note)
  }

  /// Takes the note away, where all that it said is in the file or was given up; else what is still to
  /// be taken up is left for the next window.
  mutating func end(keeping drafts: [Draft] = []) {
    let note = subject.flatMap { subject in
      drafts.isEmpty
        ? nil : Self.json(of: drafts, id: subject.id, path: subject.path, numero: numero)
    }
    close(keeping: note)
    // What could not be noted again stays where it was.
    if drafts.isEmpty || note != nil { removeLeft() }
  }

  private mutating func close(keeping note: JSONValue?) {
    writer.end(keeping: note)
    (path, subject, revision, numero) = (nil, nil, nil, nil)
    (told, held) = ([], [])
  }

  /// What windows that were killed left about a démarche, in a file without links.
  mutating func find(about id: String, in path: String) -> [Left] {
    // Those about the file before: it was saved.
    removeLeft()
    for var note in DraftNote.left(about: id, in: desk.places, desk.system) {
      if let found = Left(note, about: path, in: desk.system) {
        left.append(found)
      } else {
        note.release()
      }
    }
    return left
  }

  /// Keeps those that a state has not for the next time.
  mutating func take(_ state: State) {
    guard let demarche = state.document?.demarche else { return }
    // What stands in a field again is in this window's own note.
    let drafting = state.drafting
    left = left.compactMap { one in
      var one = one
      let isTaken = one.drafts.allSatisfy { draft in
        draft.begun != nil || draft.isEntered(in: demarche, since: one.numero)
          || drafting.contains { $0.holds(draft) }
      }
      if isTaken { return one }
      one.note.release()
      return nil
    }
  }

  private mutating func removeLeft() {
    for index in left.indices { left[index].note.remove() }
    left = []
  }
}

extension Document {
  /// Whether the file has all of it.
  fileprivate var isOnDisk: Bool {
    switch saved {
    case .untouched, .at: true
    case .pending, .failed: false
    }
  }
}

/// Writes a note on whatever thread comes, one writing after the other, always the newest.
private final class DraftWriter: Sendable {
  private struct Work {
    var note: DraftNote?
    /// What is to be written: nil in it takes the note away.
    var next: JSONValue??
    /// The notes in whose place it comes.
    var gone: [DraftNote] = []
    var isWriting = false
  }

  private let work = Monitor(Work())

  func begin(_ note: DraftNote) { work.update { $0.note = note } }

  /// Takes what is to be written, and the notes that it stands for; whether somebody has to call
  /// ``write()``.
  func takes(_ value: JSONValue?, instead gone: [DraftNote]) -> Bool {
    work.update { work in
      work.next = .some(value)
      work.gone += gone
      defer { work.isWriting = true }
      return !work.isWriting
    }
  }

  /// Writes until there is nothing newer.
  func write() -> Message? {
    while let (value, taken) = take() {
      var note = taken
      let isWritten = Self.put(value, in: &note)
      let gone = work.update { [note] work in
        work.note = note
        defer { if isWritten { work.gone = [] } }
        return isWritten ? work.gone : []
      }
      for var one in gone { one.remove() }
    }
    return nil
  }

  /// - Returns: Whether the disk says it.
  private static func put(_ value: JSONValue?, in note: inout DraftNote) -> Bool {
    guard let value else {
      note.remove()
      return true
    }
    do throws(StoreError.Cause) {
      try note.write(value)
      return true
    } catch {
      // No room, or no home any more: the next letter tries again.
      return false
    }
  }

  private func take() -> (JSONValue?, DraftNote)? {
    work.update { work in
      guard let next = work.next, let note = work.note else {
        work.isWriting = false
        return nil
      }
      work.next = nil
      return (next, note)
    }
  }

  /// Waits for what is under way, and takes the note away, or leaves one that says something.
  func end(keeping value: JSONValue?) {
    work.wait { (work) -> Void? in
      guard !work.isWriting else { return nil }
      if var note = work.note, let value {
        _ = Self.put(value, in: &note)
        note.release()
      } else {
        work.note?.remove()
      }
      work.note = nil
      return ()
    }
  }
}
