extension FileSystem {
  /// Makes a folder, and those above it, where they are missing.
  package func makeFolders(_ path: String) {
    do throws(StoreError.Cause) {
      try makeFolder(path)
    } catch .notFound where path != path.folder {
      makeFolders(path.folder)
      // As below.
      try? makeFolder(path)
    } catch {
      // What is done with the folder fails, and tells why; or it is there.
    }
  }

  /// Makes a folder for those who may use a file; one that is there is closed to others.
  func makeFolder(_ path: String, forThoseOf file: String) throws(StoreError.Cause) {
    var isNew = true
    do throws(StoreError.Cause) {
      try makeFolder(path)
    } catch .exists {
      isNew = false
    }
    let permissions = try status(at: file).permissions & 0o666
    // Who may read the file may go through the folder.
    let wanted = 0o700 | permissions | (permissions & 0o444) >> 2
    let present = isNew ? 0 : try status(at: path).permissions
    guard isNew || present & ~(wanted | 0o7000) != 0 else { return }
    let folder = try openFolder(path)
    // Nothing was written through it.
    defer { try? close(folder) }
    do throws(StoreError.Cause) {
      try setPermissions(isNew ? wanted : present & (wanted | 0o7000), of: folder)
    } catch .otherOwner where !isNew {
      // Only who made it may close it.
    }
  }

  /// Waits until the names in a folder are on the disk.
  func synchronizeFolder(_ path: String) throws(StoreError.Cause) {
    let folder = try openFolder(path)
    // Nothing was written through it.
    defer { try? close(folder) }
    try synchronize(folder: folder)
  }

  /// Does something while no other Palier of this machine writes in a folder.
  ///
  /// The lock is the kernel's: it goes with the process that has it, and leaves nothing behind.
  func holding<Result>(
    _ path: String, _ body: (_ folder: Int32) throws(StoreError.Cause) -> Result
  ) throws(StoreError.Cause) -> Result {
    let folder = try openFolder(path)
    // Closing lets go; nothing was written through it.
    defer { try? close(folder) }
    try lock(folder: folder)
    return try body(folder)
  }
}
