/// Why a file could not be read or written.
package struct StoreError: Error, Hashable, Sendable {
  /// What was wanted.
  package enum Operation: Hashable, Sendable {
    case read
    case save
    case create
  }

  package enum Cause: Error, Hashable, Sendable {
    case notFound
    case exists
    case permission
    /// The user may not add files to the folder.
    case folderPermission
    /// The file belongs to somebody else, in a folder where that counts, or is protected.
    case otherOwner
    /// The file system is read-only.
    case readOnly
    /// The disk is full, or the user's share of it.
    case noSpace
    case isFolder
    /// A pipe, a device, a socket.
    case isNotAFile
    /// The file has more bytes than the limit.
    case tooLarge(limit: Int)
    /// Somebody else wrote the file since we read or wrote it.
    case changedElsewhere
    /// Another Palier keeps the folder locked, and does not answer.
    case busy
    /// The machine that the file is on does not answer.
    case unreachable
    /// Any other number that errno(3) has.
    case other(errno: Int32)
  }

  /// As the caller named the file.
  package let path: String
  package let operation: Operation
  package let cause: Cause

  package init(path: String, operation: Operation, cause: Cause) {
    self.path = path
    self.operation = operation
    self.cause = cause
  }
}
