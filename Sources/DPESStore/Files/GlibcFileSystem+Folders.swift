import Glibc

extension GlibcFileSystem {
  package func makeFolder(_ path: String) throws(StoreError.Cause) {
    _ = try value { mkdir(path, 0o700) }
  }

  package func names(in folder: String) throws(StoreError.Cause) -> [String] {
    guard let stream = opendir(folder) else { throw StoreError.Cause(errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // The end and a failure look the same but for errno.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw StoreError.Cause(errno: errno) }
    return names
  }

  package func openFolder(_ path: String) throws(StoreError.Cause) -> Int32 {
    try value { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  package func lock(folder: Int32) throws(StoreError.Cause) {
    let end = ContinuousClock.now + Self.patience
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      // Elsewhere, as on NFS, there are no such locks: the fingerprint of the file has to do.
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      guard ContinuousClock.now < end else { throw .busy }
      usleep(1000)
    }
  }

  package func synchronize(folder: Int32) throws(StoreError.Cause) {
    do throws(StoreError.Cause) {
      try synchronize(folder)
    } catch .other(EINVAL), .other(ENOTSUP) {
      // This file system has nothing to wait for.
    }
  }
}
