import Glibc

// What is for nobody but the user.
extension FileSystem {
  /// Makes a folder of the user's own, and returns its path without links.
  ///
  /// - Throws: `.otherOwner` when it is somebody else's, is open to others, or is a link.
  func makeOwnFolder(_ path: String) throws(StoreError.Cause) -> String {
    makeFolders(path)
    let status = try status(at: path)
    guard try !isLink(path), status.kind == .folder, status.owner == geteuid(),
      status.permissions & 0o077 == 0
    else { throw .otherOwner }
    return try realPath(path)
  }

  /// Writes all the bytes, without waiting until they are on the disk.
  func writeAll(_ bytes: [UInt8], to file: Int32) throws(StoreError.Cause) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try write(rest, to: file)
      guard count > 0 else { throw .noSpace }
      rest = rest.dropFirst(count)
    }
  }
}

extension String {
  /// A name for a text: the same in every process, and no other text's but by an odd chance.
  var shortHash: String {
    // FNV-1a.
    let hash = utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
