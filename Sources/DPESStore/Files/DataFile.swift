/// A file that was read or created by us, and that we may save over.
///
/// A save replaces the file in one step, and only when nobody else wrote it since: at any instant
/// the file is the old or the new one, whole. Links stay links, permissions are kept, owner and
/// group where the user may; a hard link is parted from its other names.
package struct DataFile: Sendable {
  /// As the caller named it.
  package let path: String
  private let system: any FileSystem
  private var lastSeen: Fingerprint

  /// The most bytes that a file may have, unless the caller says otherwise.
  ///
  /// Four times what ten thousand observations take; the worst text of this size takes 0.8 GB of
  /// memory to read.
  package static let limit = 32 << 20

  /// Reads a file of at most `limit` bytes.
  ///
  /// A folder, a pipe or a device, which might never end, throws and is not waited for.
  package static func open(
    _ path: String, limit: Int = limit, in system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) -> (file: DataFile, bytes: [UInt8]) {
    do throws(StoreError.Cause) {
      let (bytes, fingerprint) = try system.contents(of: path, limit: limit)
      return (DataFile(path: path, system: system, lastSeen: fingerprint), bytes)
    } catch {
      throw StoreError(path: path, operation: .read, cause: error)
    }
  }

  /// Creates a file, safe on the disk when this returns.
  ///
  /// - Throws: `.exists` when there is anything of that name already.
  package static func create(
    _ path: String, _ bytes: [UInt8], in system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) -> DataFile {
    do throws(StoreError.Cause) {
      let new = try NewFile(bytes, beside: path, like: nil, in: system)
      try new.move(to: path, ifStill: nil)
      try system.synchronizeFolder(path.folder)
      return DataFile(path: path, system: system, lastSeen: new.fingerprint)
    } catch {
      throw StoreError(path: path, operation: .create, cause: error)
    }
  }

  /// Replaces the contents, which are safe on the disk when this returns.
  ///
  /// A file that was deleted meanwhile is made anew.
  ///
  /// - Throws: `.changedElsewhere` when somebody else wrote the file since we did.
  package mutating func save(_ bytes: [UInt8]) throws(StoreError) {
    do throws(StoreError.Cause) {
      let target = try targetPath()
      let old = try system.statusToReplace(target)
      if old != nil { try system.checkWritable(target) }
      let new = try NewFile(bytes, beside: target, like: old, in: system)
      try new.move(to: target, ifStill: lastSeen)
      // The file is ours from here on, also when the folder cannot be synchronised.
      lastSeen = new.fingerprint
      try system.synchronizeFolder(target.folder)
    } catch {
      throw StoreError(path: path, operation: .save, cause: error)
    }
  }

  /// The path that links lead to: the link itself would be replaced by a file.
  private func targetPath() throws(StoreError.Cause) -> String {
    do throws(StoreError.Cause) {
      guard try system.isLink(path) else { return path }
    } catch .notFound {
      return path
    }
    return try system.realPath(path)
  }
}
