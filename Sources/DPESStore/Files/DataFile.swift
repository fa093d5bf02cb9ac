/// A file that was read or created by us, and that we may save over.
///
/// A save replaces the file in one step, and only when nobody else wrote it since: at any instant
/// the file is the old or the new one, whole. Links stay links, permissions are kept, owner and
/// group where the user may; a hard link is parted from its other names.
package struct DataFile: Sendable {
  /// As the caller named it.
  package let path: String
  let system: any FileSystem
  /// The most bytes that are read from it, and that are written to it: what could not be read again
  /// is not saved.
  private let limit: Int
  private var lastSeen: FileStatus

  /// The most bytes that a file may have, unless the caller says otherwise.
  ///
  /// Half as much again as ten thousand observations take. The worst text of this size takes less
  /// than two seconds and 0.7 GB of memory to check.
  package static let limit = 12 << 20

  /// Reads a file of at most `limit` bytes.
  ///
  /// A folder, a pipe or a device, which might never end, throws and is not waited for.
  package static func open(
    _ path: String, limit: Int = limit, in system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) -> (file: DataFile, bytes: [UInt8]) {
    do throws(StoreError.Cause) {
      let (bytes, status) = try system.contents(of: path, limit: limit)
      return (DataFile(path: path, system: system, limit: limit, lastSeen: status), bytes)
    } catch {
      throw StoreError(path: path, operation: .read, cause: error)
    }
  }

  /// A file that may be saved over whatever it holds, which is not read; nil when there is none.
  package static func existing(
    _ path: String, limit: Int = limit, in system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) -> DataFile? {
    do throws(StoreError.Cause) {
      return try system.statusToReplace(path).map {
        DataFile(path: path, system: system, limit: limit, lastSeen: $0)
      }
    } catch {
      throw StoreError(path: path, operation: .read, cause: error)
    }
  }

  /// Creates a file of at most `limit` bytes, safe on the disk when this returns.
  ///
  /// Only `readers` may read it, when it is made from what they alone may read.
  ///
  /// - Throws: `.exists` when there is anything of that name already.
  package static func create(
    _ path: String, _ bytes: [UInt8], limit: Int = limit, for readers: Readers? = nil,
    in system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) -> DataFile {
    do throws(StoreError.Cause) {
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      return try system.holding(path.folder) { (folder) throws(StoreError.Cause) in
        let new = try NewFile(bytes, beside: path, like: nil, for: readers, in: system)
        try new.move(to: path, ifStill: nil)
        try system.synchronize(folder: folder)
        return DataFile(path: path, system: system, limit: limit, lastSeen: new.status)
      }
    } catch {
      throw StoreError(path: path, operation: .create, cause: error)
    }
  }

  /// Replaces the contents, which are safe on the disk when this returns.
  ///
  /// A file that was deleted meanwhile is made anew, as it was. The old file is kept in `versions`
  /// when one is due; whether that works is nothing to the save. Only `readers` may read it then.
  ///
  /// - Throws: `.changedElsewhere` when somebody else wrote the file since we did, `.tooLarge` when
  ///   it could not be read again.
  package mutating func save(
    _ bytes: [UInt8], for readers: Readers? = nil, keepingOldIn versions: inout VersionFolder?
  ) throws(StoreError) {
    do throws(StoreError.Cause) {
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      let target = try targetPath()
      try system.holding(target.folder) { (folder) throws(StoreError.Cause) in
        let old = try system.statusToReplace(target)
        if let old {
          guard old.fingerprint == lastSeen.fingerprint else { throw .changedElsewhere }
          try system.checkWritable(target)
        }
        let new = try NewFile(
          bytes, beside: target, like: old ?? lastSeen, for: readers, in: system)
        if old != nil { versions?.keepBeforeSave(target) }
        try new.move(to: target, ifStill: lastSeen.fingerprint)
        // The file is ours from here on, also when the folder cannot be synchronised.
        lastSeen = new.status
        try system.synchronize(folder: folder)
      }
    } catch {
      throw StoreError(path: path, operation: .save, cause: error)
    }
  }

  /// Replaces the contents as ``save(_:for:keepingOldIn:)`` does, and keeps no version.
  package mutating func save(_ bytes: [UInt8], for readers: Readers? = nil) throws(StoreError) {
    var versions: VersionFolder?
    try save(bytes, for: readers, keepingOldIn: &versions)
  }

  /// Who may read the file, and could when we last saw it: something else may be there now.
  package var readers: Readers? {
    Readers.common([Readers(lastSeen)] + (Readers(of: path, in: system).map { [$0] } ?? []))
  }

  /// The file without links, as an absolute path; nil when it is not there, or can't be reached,
  /// which reading and saving it tell.
  package var resolvedPath: String? { try? system.realPath(path) }

  /// Whether the file is on another machine's disk, where nothing tells of a change.
  package var isOnNetwork: Bool { resolvedPath.map(system.isOnNetwork) ?? false }

  /// The path that links lead to: the link itself would be replaced by a file.
  func targetPath() throws(StoreError.Cause) -> String {
    do throws(StoreError.Cause) {
      guard try system.isLink(path) else { return path }
    } catch .notFound {
      return path
    }
    return try system.realPath(path)
  }
}

extension DataFile {
  /// What is in the file now that somebody else wrote it.
  package struct Change: Sendable {
    package let bytes: [UInt8]
    let status: FileStatus
  }

  /// Looks whether somebody else wrote the file since we read or wrote it.
  ///
  /// - Throws: `.notFound` when there is no file now.
  /// - Complexity: One call to the system when nothing changed, else a reading.
  package func change(evenIfUnchanged: Bool = false) throws(StoreError) -> Change? {
    do throws(StoreError.Cause) {
      let present = try system.status(at: path).fingerprint
      guard evenIfUnchanged || present != lastSeen.fingerprint else { return nil }
      let (bytes, status) = try system.contents(of: path, limit: limit)
      return Change(bytes: bytes, status: status)
    } catch {
      throw StoreError(path: path, operation: .read, cause: error)
    }
  }

  /// From now on what was found in the file may be saved over.
  package mutating func accept(_ change: Change) {
    lastSeen = change.status
  }

  /// What the file holds, when it is still what we last saw; nil also when it can't be read, which
  /// the next look at it tells.
  func unchangedBytes() -> [UInt8]? {
    guard let found = try? system.contents(of: path, limit: limit),
      found.status.fingerprint == lastSeen.fingerprint
    else { return nil }
    return found.bytes
  }
}
