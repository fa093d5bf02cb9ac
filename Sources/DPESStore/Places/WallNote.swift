import Glibc
package import JSONTree

/// A small note from the window that opened a file to those that follow it on this machine.
///
/// It is in a folder of the user's own, which nobody else may enter: `$XDG_RUNTIME_DIR/palier`, else
/// `salle` beside what the program remembers. It is written whole and put in its place in one step,
/// so that a reader finds the old or the new one; what it says lasts no longer than the session, and
/// is not waited for to be on the disk.
package struct WallNote: Sendable {
  /// Absolute, and without links.
  package let path: String
  private let system: any FileSystem
  /// What was written last.
  private var written: [UInt8] = []

  private static let limit = 1 << 16

  /// Finds the note of a file, absolute and without links, and makes its folder.
  ///
  /// - Throws: `.notFound` when the user has no folder for it, `.otherOwner` when the folder is
  ///   somebody else's, is open to others, or is a link.
  package init(
    about file: String, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) {
    guard let folder = places.runtime ?? places.state.map({ $0 + "/salle" }) else {
      throw StoreError(path: file, operation: .create, cause: .notFound)
    }
    do throws(StoreError.Cause) {
      path = try system.makeOwnFolder(folder) + "/salle-\(file.shortHash).json"
      self.system = system
    } catch {
      throw StoreError(path: folder, operation: .create, cause: error)
    }
  }

  /// Puts a value in the place of the note.
  package mutating func write(_ value: JSONValue) throws(StoreError) {
    let bytes = JSONValue.write(value)
    let new = "\(path).\(getpid())~"
    do throws(StoreError.Cause) {
      // Left by a process of this number that was killed.
      try? system.remove(new)
      let file = try system.create(new, permissions: 0o600)
      do throws(StoreError.Cause) {
        try system.writeAll(bytes, to: file)
        try system.close(file)
        try system.move(new, to: path, replacing: true)
      } catch {
        // The first error is the one to tell.
        try? system.remove(new)
        throw error
      }
      written = bytes
    } catch {
      throw StoreError(path: path, operation: .save, cause: error)
    }
  }

  /// The note as it is now; nil when there is none, or none that can be read.
  package func read() -> JSONValue? {
    // Whatever is wrong with it, there is nothing to show of it.
    guard let bytes = try? system.contents(of: path, limit: Self.limit).bytes else { return nil }
    return try? JSONValue.parse(bytes)
  }

  /// Takes the note away, unless another window wrote it since.
  package func remove() {
    // One that stays says no more than one of a process that was killed.
    guard !written.isEmpty,
      (try? system.contents(of: path, limit: Self.limit).bytes) == written
    else { return }
    try? system.remove(path)
  }
}
