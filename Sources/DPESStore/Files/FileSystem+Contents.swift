extension FileSystem {
  /// Reads a whole file.
  ///
  /// The status is from before the reading, so that a change during it counts as one.
  func contents(
    of path: String, limit: Int
  ) throws(StoreError.Cause) -> (bytes: [UInt8], status: FileStatus) {
    let file = try open(path)
    // Nothing was written: there is nothing to lose in closing.
    defer { try? close(file) }
    let status = try status(of: file)
    return (try contents(of: file, status, limit: limit), status)
  }

  /// Reads the whole of an open file, which was so before.
  func contents(
    of file: Int32, _ status: FileStatus, limit: Int
  ) throws(StoreError.Cause) -> [UInt8] {
    try status.checkIsFile()
    guard status.fingerprint.size <= limit else { throw .tooLarge(limit: limit) }
    var bytes = try read(file, atMost: status.fingerprint.size)
    while bytes.count <= limit {
      let more = try read(file, atMost: 1 << 16)
      if more.isEmpty { return bytes }
      bytes += more
    }
    throw .tooLarge(limit: limit)
  }

  /// Looks at the file that a save would replace; `nil` when there is none.
  func statusToReplace(_ path: String) throws(StoreError.Cause) -> FileStatus? {
    do throws(StoreError.Cause) {
      let status = try status(at: path)
      try status.checkIsFile()
      return status
    } catch .notFound {
      return nil
    }
  }
}

extension FileSystem {
  /// The first bytes of a file, however large it is.
  func head(of path: String, limit: Int) throws(StoreError.Cause) -> [UInt8] {
    let file = try open(path)
    // As above.
    defer { try? close(file) }
    try status(of: file).checkIsFile()
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let more = try read(file, atMost: limit - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }
}

extension FileStatus {
  func checkIsFile() throws(StoreError.Cause) {
    switch kind {
    case .file: return
    case .folder: throw .isFolder
    case .other: throw .isNotAFile
    }
  }
}

extension String {
  /// The folder of a path.
  package var folder: String {
    // By bytes: a combining mark after a slash would hide it among characters.
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
