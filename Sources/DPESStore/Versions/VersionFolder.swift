package import DPES

/// The earlier states of a file, in a folder beside it: `NAME.versions` for `NAME.dpes.json`.
///
/// A version is kept when the file is opened and is not what the newest version holds, before a
/// save when the newest version is ten minutes old, and when an image is frozen. They are numbered:
/// the order does not depend on the clock, which may go backwards or stand still.
///
/// Keeping one is never a reason for a save to fail: what goes wrong here is noted as ``fault``, and
/// tried again ten minutes later.
package struct VersionFolder: Sendable {
  package let path: String
  /// What the names of files end with, `.dpes.json`.
  let ending: String
  let system: any FileSystem
  private let now: @Sendable () -> Instant
  /// When the newest version was kept, or could not be; nil as long as nobody looked.
  private var lastTime: Instant?
  /// What went wrong when a version was last due.
  package private(set) var fault: VersionFault?

  /// Seconds between two versions of a file that is being worked on.
  package static let interval = 600

  /// The folder of a file's versions, which is beside the file that links lead to.
  package init(
    of file: String, in system: any FileSystem = GlibcFileSystem(),
    now: @escaping @Sendable () -> Instant
  ) {
    let file = (try? system.realPath(file)) ?? file
    let ending = [".dpes.json", ".json"].first { file.hasSuffix($0) && !file.hasSuffix("/" + $0) }
    self.ending = ending ?? ""
    path = String(file.dropLast(self.ending.count)) + ".versions"
    self.system = system
    self.now = now
  }
}

// Reading.
extension VersionFolder {
  /// The versions, the newest first; none when there is no folder.
  package func versions() throws(StoreError) -> [KeptVersion] {
    do throws(StoreError.Cause) {
      return try names().compactMap { name in
        // One that another process has just removed is not there.
        guard let status = try? system.status(at: path + "/" + name), status.kind == .file else {
          return nil
        }
        return KeptVersion(name: name, ending: ending, bytes: status.fingerprint.size)
      }
      .sorted { KeptVersion.precedes($1, $0) }
    } catch .notFound {
      return []
    } catch {
      throw StoreError(path: path, operation: .read, cause: error)
    }
  }

  /// What a version holds.
  ///
  /// - Throws: `.notFound` also when the name is not that of a version.
  package func bytes(named name: String) throws(StoreError) -> [UInt8] {
    let file = path + "/" + name
    guard KeptVersion(name: name, ending: ending, bytes: 0) != nil else {
      throw StoreError(path: file, operation: .read, cause: .notFound)
    }
    return try DataFile.open(file, in: system).bytes
  }

  /// Who may read a version, and may read the file once it is restored.
  package func readers(of name: String) -> Readers? { Readers(of: path + "/" + name, in: system) }

  /// Moves a file from beside the one whose versions these are; it keeps its name, or gets a number
  /// before it where that is taken.
  ///
  /// Only who may read the one may read it there.
  package func take(_ name: String, besides file: String) throws(StoreError) {
    let old = file.folder + "/" + name
    do throws(StoreError.Cause) {
      try system.makeFolder(path, forThoseOf: file)
      close(old, toOthersThan: file)
      var number = 1
      while true {
        do throws(StoreError.Cause) {
          let free = number == 1 ? name : "\(number) \(name)"
          try system.move(old, to: path + "/" + free, replacing: false)
          break
        } catch .exists {
          number += 1
        }
      }
      try system.synchronizeFolder(path)
      try system.synchronizeFolder(file.folder)
    } catch {
      throw StoreError(path: old, operation: .save, cause: error)
    }
  }

  private func close(_ copy: String, toOthersThan file: String) {
    guard let readers = Readers(of: file, in: system), let opened = try? system.open(copy) else {
      return
    }
    // Nothing was written through it; a copy of somebody else's is theirs to close.
    try? readers.close(opened, in: system)
    try? system.close(opened)
  }

  /// The names of versions, in no order.
  func names() throws(StoreError.Cause) -> [String] {
    try system.names(in: path).filter(isVersion)
  }

  func isVersion(_ name: String) -> Bool {
    KeptVersion(name: name, ending: ending, bytes: 0) != nil
  }

  private func newest() throws(StoreError.Cause) -> KeptVersion? {
    do throws(StoreError.Cause) {
      return try names().compactMap { KeptVersion(name: $0, ending: ending, bytes: 0) }
        .max { KeptVersion.precedes($0, $1) }
    } catch .notFound {
      return nil
    }
  }
}

// Keeping. The caller holds the folder of the file.
extension VersionFolder {
  /// Keeps the file that a save is about to replace, when the newest version is old enough.
  mutating func keepBeforeSave(_ file: String) {
    if let lastTime, !isDue(after: lastTime) { return }
    guard isClear() else { return }
    if let newest = try? newest() {
      // Another Palier may have kept it.
      lastTime = newest.instant
      guard isDue(after: newest.instant) else { return }
      if isSame(newest, as: file) {
        lastTime = now()
        return
      }
    }
    lastTime = now()
    fault =
      keep(file) { (version) throws(StoreError.Cause) in try linkOrCopy(file, to: version) }
      ?? fault
  }

  /// Keeps bytes that the file holds, unless the newest version holds the same.
  ///
  /// A copy: a link would change with the file under programs that write in place.
  mutating func keepCopy(of bytes: [UInt8], in file: String) {
    guard isClear() else { return }
    lastTime = now()
    if let newest = try? newest(), contents(of: newest, ifOf: bytes.count) == bytes { return }
    fault =
      keep(file) { (version) throws(StoreError.Cause) in
        try copy(bytes, like: file, to: version)
      } ?? fault
  }

  /// Whether nothing is in the way of keeping a version.
  private mutating func isClear() -> Bool {
    fault = check()
    guard fault?.keepsNone == true else { return true }
    lastTime = now()
    return false
  }

  private func isSame(_ version: KeptVersion, as file: String) -> Bool {
    guard let size = try? system.status(at: file).fingerprint.size,
      let kept = contents(of: version, ifOf: size)
    else { return false }
    return kept == (try? system.contents(of: file, limit: size).bytes)
  }

  /// nil when it has another size, or can't be read.
  private func contents(of version: KeptVersion, ifOf size: Int) -> [UInt8]? {
    let file = path + "/" + version.name
    guard (try? system.status(at: file).fingerprint.size) == size else { return nil }
    return try? system.contents(of: file, limit: size).bytes
  }

  /// A clock that went backwards is as good a reason as ten minutes.
  private func isDue(after time: Instant) -> Bool {
    abs(now().seconds - time.seconds) >= Self.interval
  }

  /// Adds a version that `make` makes under a free name, and removes those that are too many.
  ///
  /// - Returns: Why there is none; the save goes on, see above.
  private func keep(
    _ file: String, _ make: (_ version: String) throws(StoreError.Cause) -> Void
  ) -> VersionFault? {
    let time = now()
    do throws(StoreError.Cause) {
      try system.makeFolder(path, forThoseOf: file)
      // Beyond the highest number nothing is newer: then the first that is free has to do.
      var number = ((try newest()?.number ?? 0) % KeptVersion.limit) + 1
      while true {
        do throws(StoreError.Cause) {
          try make(path + "/" + KeptVersion.name(number, at: time, ending: ending))
          break
        } catch .exists {
          number += 1
        }
      }
      try system.synchronizeFolder(path)
      prune()
      return nil
    } catch {
      return .system(error)
    }
  }

  private func linkOrCopy(_ file: String, to version: String) throws(StoreError.Cause) {
    do throws(StoreError.Cause) {
      try system.link(file, to: version)
    } catch .exists {
      throw .exists
    } catch {
      // FAT has no links, and some of other people's files may not be linked.
      let bytes = try system.contents(of: file, limit: DataFile.limit).bytes
      try copy(bytes, like: file, to: version)
    }
  }

  private func copy(
    _ bytes: [UInt8], like file: String, to version: String
  ) throws(StoreError.Cause) {
    let status = try system.statusToReplace(file)
    let new = try NewFile(bytes, beside: version, like: status, in: system)
    try new.move(to: version, ifStill: nil)
  }
}
