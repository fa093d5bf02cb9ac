import CSystem
import Glibc

/// The system itself; a call that a signal interrupts is made again.
package struct GlibcFileSystem: FileSystem {
  private let mountTable: String

  /// `mountTable` is the file that tells what is mounted where.
  package init(mountTable: String = String(cString: cs_mount_table())) {
    self.mountTable = mountTable
  }

  package func kindOfFileSystem(at path: String) -> String? {
    // Not by statfs(2), which has one number for all that is FUSE, near or far. Without the table
    // the disk counts as a near one, which is watched, and looked at before each save.
    guard let table = try? contents(of: mountTable, limit: 1 << 22).bytes else { return nil }
    return MountTable(table).kind(at: path)
  }

  package func open(_ path: String) throws(StoreError.Cause) -> Int32 {
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait.
    try value { Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
  }

  package func openNoLink(_ path: String) throws(StoreError.Cause) -> Int32 {
    try value { Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW) }
  }

  package func create(_ path: String, permissions: UInt32) throws(StoreError.Cause) -> Int32 {
    try value { Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions) }
  }

  package func read(_ file: Int32, atMost count: Int) throws(StoreError.Cause) -> [UInt8] {
    // Not filled with zeros first: a large file is read in one call.
    var failure: StoreError.Cause?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { bytes, length in
      do throws(StoreError.Cause) {
        length = try value { Glibc.read(file, bytes.baseAddress, count) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  package func write(
    _ bytes: ArraySlice<UInt8>, to file: Int32
  ) throws(StoreError.Cause) -> Int {
    try value { bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } }
  }

  package func openToLock(_ path: String) throws(StoreError.Cause) -> Int32 {
    // For writing, which NFS asks of who locks.
    try value {
      Glibc.open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW)
    }
  }

  package func tryLock(_ file: Int32) throws(StoreError.Cause) -> Bool {
    do throws(StoreError.Cause) {
      _ = try value { flock(file, LOCK_EX | LOCK_NB) }
      return true
    } catch .other(EWOULDBLOCK) {
      return false
    } catch {
      return true
    }
  }

  package func synchronize(_ file: Int32) throws(StoreError.Cause) {
    _ = try value { fsync(file) }
  }

  package func close(_ file: Int32) throws(StoreError.Cause) {
    // On Linux the file is closed also when a signal came: no second try.
    guard Glibc.close(file) == 0 || errno == EINTR else { throw StoreError.Cause(errno: errno) }
  }

  package func status(of file: Int32) throws(StoreError.Cause) -> FileStatus {
    var status = stat()
    _ = try value { fstat(file, &status) }
    return FileStatus(status)
  }

  package func status(at path: String) throws(StoreError.Cause) -> FileStatus {
    var status = stat()
    _ = try value { stat(path, &status) }
    return FileStatus(status)
  }

  package func setPermissions(
    _ permissions: UInt32, of file: Int32
  ) throws(StoreError.Cause) {
    _ = try value { fchmod(file, permissions) }
  }

  package func setOwner(
    _ owner: UInt32, group: UInt32, of file: Int32
  ) throws(StoreError.Cause) {
    _ = try value { fchown(file, owner, group) }
  }

  package func checkWritable(_ path: String) throws(StoreError.Cause) {
    _ = try value { faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) }
  }
}

extension GlibcFileSystem {
  package func isLink(_ path: String) throws(StoreError.Cause) -> Bool {
    var status = stat()
    _ = try value { lstat(path, &status) }
    return status.st_mode & S_IFMT == S_IFLNK
  }

  package func realPath(_ path: String) throws(StoreError.Cause) -> String {
    guard let resolved = realpath(path, nil) else { throw StoreError.Cause(errno: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package func move(
    _ path: String, to newPath: String, replacing: Bool
  ) throws(StoreError.Cause) {
    if replacing {
      _ = try value { rename(path, newPath) }
      return
    }
    do throws(StoreError.Cause) {
      try link(path, to: newPath)
      try remove(path)
    } catch .otherOwner, .other(ENOTSUP), .other(ENOSYS) {
      // FAT and the like have no hard links: take the name first, which nobody else then can.
      try close(create(newPath, permissions: 0o600))
      _ = try value { rename(path, newPath) }
    }
  }

  package func remove(_ path: String) throws(StoreError.Cause) {
    _ = try value { unlink(path) }
  }

  package func link(_ path: String, to newPath: String) throws(StoreError.Cause) {
    _ = try value { Glibc.link(path, newPath) }
  }

  /// What a call returns, made again for as long as a signal interrupts it.
  func value<Value: SignedInteger>(
    _ call: () -> Value
  ) throws(StoreError.Cause) -> Value {
    while true {
      let value = call()
      if value >= 0 { return value }
      if errno != EINTR { throw StoreError.Cause(errno: errno) }
    }
  }
}

extension StoreError.Cause {
  init(errno: Int32) {
    switch errno {
    case ENOENT, ENOTDIR: self = .notFound
    case EEXIST: self = .exists
    case EACCES: self = .permission
    case EPERM: self = .otherOwner
    case EROFS: self = .readOnly
    case ENOSPC, EDQUOT, EFBIG: self = .noSpace
    case EISDIR: self = .isFolder
    case ENXIO: self = .isNotAFile
    case ESTALE, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN, ENETUNREACH, ENOTCONN, ECONNABORTED,
      ECONNREFUSED, ECONNRESET, EREMOTEIO:
      self = .unreachable
    default: self = .other(errno: errno)
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    fingerprint = Fingerprint(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
      modifiedSeconds: status.st_mtim.tv_sec,
      modifiedNanoseconds: status.st_mtim.tv_nsec)
  }
}
