/// What the system knows about a file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    case folder
    /// A pipe, a device, a socket.
    case other
  }

  package let kind: Kind
  /// The twelve bits that chmod(2) sets.
  package let permissions: UInt32
  package let owner: UInt32
  package let group: UInt32
  package let fingerprint: Fingerprint
}

/// What changes when somebody writes a file or puts another in its place.
package struct Fingerprint: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  /// Bytes.
  package let size: Int
  /// When the contents last changed, in whole seconds since 1970.
  package let modifiedSeconds: Int
  /// The rest of that second.
  package let modifiedNanoseconds: Int
}
