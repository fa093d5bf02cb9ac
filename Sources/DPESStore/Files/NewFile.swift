/// A file written whole beside another, to be moved to its place.
struct NewFile {
  let path: String
  let status: FileStatus
  private let system: any FileSystem

  /// Writes bytes to a hidden file in the folder of `target`, safe on the disk when this returns.
  ///
  /// Its permissions and owner are those of `old`, or as a new document has them; only `readers` may
  /// read it, where they are known.
  init(
    _ bytes: [UInt8], beside target: String, like old: FileStatus?, for readers: Readers? = nil,
    in system: any FileSystem
  ) throws(StoreError.Cause) {
    try self.init(beside: target, like: old, for: readers, in: system) {
      (file) throws(StoreError.Cause) in
      try system.writeAll(bytes, to: file)
    }
  }

  /// The same of what `write` writes, which may be more than memory holds.
  init(
    beside target: String, like old: FileStatus?, for readers: Readers?, in system: any FileSystem,
    _ write: (_ file: Int32) throws(StoreError.Cause) -> Void
  ) throws(StoreError.Cause) {
    path = target.folder + "/" + Self.newName()
    self.system = system
    let file: Int32
    do throws(StoreError.Cause) {
      // Until it has the permissions of the old one, nobody else reads it.
      let new = readers?.newPermissions ?? 0o644
      file = try system.create(path, permissions: old == nil ? new : 0o600)
    } catch .permission {
      throw .folderPermission
    }
    do throws(StoreError.Cause) {
      if let old { try system.makeAlike(file, old) }
      try readers?.close(file, in: system)
      try write(file)
      try system.synchronize(file)
      status = try system.status(of: file)
    } catch {
      // The first error is the one to tell; what stays is removed at the next opening.
      try? system.close(file)
      try? system.remove(path)
      throw error
    }
    do throws(StoreError.Cause) {
      try system.close(file)
    } catch {
      // As above.
      try? system.remove(path)
      throw error
    }
  }

  /// Moves the file to its place, or removes it.
  ///
  /// A file there must still be as `expected`; with `nil` there must be none.
  func move(to target: String, ifStill expected: Fingerprint?) throws(StoreError.Cause) {
    do throws(StoreError.Cause) {
      if let expected {
        let present = try system.statusToReplace(target)?.fingerprint
        guard present == nil || present == expected else { throw .changedElsewhere }
      }
      try system.move(path, to: target, replacing: expected != nil)
    } catch {
      // The first error is the one to tell.
      try? system.remove(path)
      throw error
    }
  }
}

extension NewFile {
  // Programs that synchronise folders leave alone what ends in a tilde.
  private static let nameStart = ".palier-"
  private static let nameEnd = "~"

  private static func newName() -> String {
    nameStart + String(UInt64.random(in: .min ... .max), radix: 36) + nameEnd
  }

  private static func isName(_ name: String) -> Bool {
    guard name.hasPrefix(nameStart), name.hasSuffix(nameEnd) else { return false }
    let middle = name.dropFirst(nameStart.count).dropLast(nameEnd.count)
    return UInt64(middle, radix: 36).map { String($0, radix: 36) == middle } ?? false
  }

  /// Removes what killed processes left in a folder that the caller holds: whoever writes such a
  /// file holds the folder, so that those found belong to nobody.
  static func removeStale(in folder: String, of system: any FileSystem) {
    // A folder that can't be listed keeps them until it can.
    for name in (try? system.names(in: folder)) ?? [] where isName(name) {
      // Somebody else's stay, where only they may remove them.
      try? system.remove(folder + "/" + name)
    }
  }
}

extension FileSystem {
  fileprivate func makeAlike(_ file: Int32, _ old: FileStatus) throws(StoreError.Cause) {
    let new = try status(of: file)
    var permissions = old.permissions
    if (new.owner, new.group) != (old.owner, old.group) {
      // Only what the user may give away; in a folder that people share, often the group alone.
      let isGiven =
        (try? setOwner(old.owner, group: old.group, of: file)) != nil || new.group == old.group
        || (try? setOwner(new.owner, group: old.group, of: file)) != nil
      // Another group reads no more than everybody does.
      if !isGiven, permissions & 0o004 == 0 { permissions &= ~0o070 }
    }
    if new.permissions != permissions { try setPermissions(permissions, of: file) }
  }
}
