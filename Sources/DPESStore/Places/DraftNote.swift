package import JSONTree

/// What is being typed about a démarche, kept beside until its file has it.
///
/// In `brouillons`, a folder of the user's own beside what the program remembers, a note for each
/// window. Who writes one holds its kernel lock, which goes with the process: a note that nobody holds
/// was left by a window that was killed. It is written whole and put in its place in one step, and not
/// waited for to be on the disk.
package struct DraftNote: Sendable {
  /// Absolute, and without links.
  package let path: String
  private let system: any FileSystem
  /// The open note whose lock says that its window is there; nil while there is none.
  private var held: Int32?

  private static let limit = 1 << 24

  private init(_ path: String, held: Int32?, _ system: any FileSystem) {
    self.path = path
    self.held = held
    self.system = system
  }

  /// A note of this window about the démarche of an id; nothing is written yet.
  ///
  /// - Throws: `.notFound` when the user has no folder for it, `.otherOwner` when the folder is
  ///   somebody else's, is open to others, or is a link.
  package init(
    about id: String, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError.Cause) {
    guard let folder = Self.folder(in: places) else { throw .notFound }
    let window = String(UInt64.random(in: .min ... .max), radix: 36)
    let name = Self.start(about: id) + window + ".json"
    self.init(try system.makeOwnFolder(folder) + "/" + name, held: nil, system)
  }

  private static func folder(in places: Places) -> String? {
    places.state.map { $0 + "/brouillons" }
  }

  /// An id is whatever a file says: not a name yet.
  private static func start(about id: String) -> String { "brouillon-\(id.shortHash)-" }

  /// Puts a value in the place of the note, and holds it from then on.
  package mutating func write(_ value: JSONValue) throws(StoreError.Cause) {
    let new = path + "~"
    let file = try system.create(new, permissions: 0o600)
    do throws(StoreError.Cause) {
      // Before it has its place, so that nobody ever finds it free.
      _ = try system.tryLock(file)
      try system.writeAll(JSONValue.write(value), to: file)
      try system.move(new, to: path, replacing: true)
    } catch {
      // The first error is the one to tell.
      try? system.close(file)
      try? system.remove(new)
      throw error
    }
    release()
    held = file
  }

  /// Takes the note away.
  package mutating func remove() {
    guard held != nil else { return }
    // One that stays is found again, and what it says with it.
    try? system.remove(path)
    release()
  }

  /// Lets go of the note, which stays for whoever looks for it next.
  package mutating func release() {
    // Nothing is lost in closing: who reads it takes what is there.
    if let held { try? system.close(held) }
    held = nil
  }

  /// What the note says; nil when that can't be read.
  package func read() -> JSONValue? {
    // There is nothing to bring back of what can't be read.
    guard let bytes = try? system.contents(of: path, limit: Self.limit).bytes else { return nil }
    return try? JSONValue.parse(bytes)
  }

  /// The notes about a démarche that no window holds any more; this one does from now on.
  package static func left(
    about id: String, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) -> [DraftNote] {
    // No folder, no notes.
    guard let folder = folder(in: places), let names = try? system.names(in: folder) else {
      return []
    }
    let ours = names.filter { $0.hasPrefix(start(about: id)) }.map { folder + "/" + $0 }.sorted()
    for path in ours where path.hasSuffix("~") { clear(path, system) }
    return ours.compactMap { $0.hasSuffix("~") ? nil : found($0, system) }
  }

  /// Takes away half a note, left by a window that was killed while it wrote.
  private static func clear(_ path: String, _ system: any FileSystem) {
    guard var half = found(path, system) else { return }
    let whole = String(path.dropLast())
    // A window that is there holds the whole one, and is about to hold this.
    if (try? system.status(at: whole)) != nil {
      guard var window = found(whole, system) else { return half.release() }
      window.release()
    }
    half.remove()
  }

  /// The note at a path, held; nil while another window holds it.
  private static func found(_ path: String, _ system: any FileSystem) -> DraftNote? {
    // What can't be opened is nobody's loss.
    guard let file = try? system.openToLock(path) else { return nil }
    var note = DraftNote(path, held: file, system)
    // The window that writes it may have put a newer one in its place meanwhile.
    guard (try? system.tryLock(file)) == true,
      let locked = try? system.status(of: file).fingerprint,
      let present = try? system.status(at: path).fingerprint,
      locked.inode == present.inode, locked.device == present.device
    else {
      note.release()
      return nil
    }
    return note
  }
}
