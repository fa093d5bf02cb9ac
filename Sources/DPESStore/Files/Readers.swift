/// Who may read some files: what is written beside them, or from them, is for nobody else.
///
/// The one place that decides it: a démarche names people.
package struct Readers: Hashable, Sendable {
  /// The bits of chmod(2) that all the files have.
  private let permissions: UInt32
  /// nil where they have several.
  private let group: UInt32?

  /// Those who may read a file; nil when it can't be looked at.
  package init?(of path: String, in system: any FileSystem = GlibcFileSystem()) {
    // Nothing is known of a file that is not there.
    guard let status = try? system.status(at: path) else { return nil }
    self.init(status)
  }

  /// The user alone.
  package static let own = Readers(permissions: 0o600, group: nil)

  init(_ status: FileStatus) { self.init(permissions: status.permissions, group: status.group) }

  private init(permissions: UInt32, group: UInt32?) {
    self.permissions = permissions
    self.group = group
  }

  /// Those who may read all of several files; nil for none.
  package static func common(_ all: [Readers]) -> Readers? {
    guard let first = all.first else { return nil }
    return all.dropFirst().reduce(first) { common, next in
      Readers(
        permissions: common.permissions & next.permissions,
        group: common.group == next.group ? common.group : nil)
    }
  }

  /// The most that a new file is created with; the user's mask takes from it what it takes.
  var newPermissions: UInt32 { 0o600 | permissions & 0o044 }

  /// What is left of a file's permissions.
  func limiting(_ other: UInt32) -> UInt32 { other & (0o7700 | permissions & 0o077) }

  /// Closes a file, nothing of which is written yet, to who may not read those of this.
  func close(_ file: Int32, in system: any FileSystem) throws(StoreError.Cause) {
    let status = try system.status(of: file)
    var allowed = limiting(status.permissions)
    if allowed & 0o070 != 0, permissions & 0o004 == 0, status.group != group {
      // Not to another group, not even for a moment.
      try system.setPermissions(allowed & ~0o070, of: file)
      let isGiven = group.map { group in
        // Only what the user may give away.
        (try? system.setOwner(status.owner, group: group, of: file)) != nil
      }
      if isGiven != true { allowed &= ~0o070 }
      return try system.setPermissions(allowed, of: file)
    }
    if allowed != status.permissions { try system.setPermissions(allowed, of: file) }
  }
}
