/// The calls that the store makes to the system.
///
/// The seam by which a test counts them, makes the n-th one fail, or stops after it as a kill
/// would. Everything throws the cause as the system gives it; who calls knows the file and the
/// operation. Paths are as given to the process: relative ones start at the current folder.
package protocol FileSystem: FolderSystem {
  /// Opens a file for reading, never waiting, whatever it is.
  func open(_ path: String) throws(StoreError.Cause) -> Int32
  /// The same, but of a link.
  func openNoLink(_ path: String) throws(StoreError.Cause) -> Int32
  /// Creates a file, which must not exist, for writing.
  ///
  /// `permissions` are what the user's mask makes of them.
  func create(_ path: String, permissions: UInt32) throws(StoreError.Cause) -> Int32
  /// Reads the next bytes, at most `count`; none at the end.
  func read(_ file: Int32, atMost count: Int) throws(StoreError.Cause) -> [UInt8]
  /// Writes some of the bytes, and tells how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(StoreError.Cause) -> Int
  /// Opens a file to lock it; never a link.
  func openToLock(_ path: String) throws(StoreError.Cause) -> Int32
  /// Locks an open file until it is closed, or the process ends; false while another has it locked.
  ///
  /// Nothing is locked where the file system can't.
  func tryLock(_ file: Int32) throws(StoreError.Cause) -> Bool
  /// Waits until what was written is on the disk.
  func synchronize(_ file: Int32) throws(StoreError.Cause)
  func close(_ file: Int32) throws(StoreError.Cause)

  func status(of file: Int32) throws(StoreError.Cause) -> FileStatus
  /// Looks at what a path leads to, through links.
  func status(at path: String) throws(StoreError.Cause) -> FileStatus
  func setPermissions(_ permissions: UInt32, of file: Int32) throws(StoreError.Cause)
  func setOwner(_ owner: UInt32, group: UInt32, of file: Int32) throws(StoreError.Cause)
  /// Throws when the user may not write to the file.
  func checkWritable(_ path: String) throws(StoreError.Cause)

  func isLink(_ path: String) throws(StoreError.Cause) -> Bool
  /// The absolute path, without any link.
  func realPath(_ path: String) throws(StoreError.Cause) -> String
  /// Moves a file inside its file system, in one step.
  ///
  /// Throws `.exists` when something is there that may not be replaced.
  func move(_ path: String, to newPath: String, replacing: Bool) throws(StoreError.Cause)
  /// Gives a file another name, in the same file system; both are the same file from then on.
  func link(_ path: String, to newPath: String) throws(StoreError.Cause)
  func remove(_ path: String) throws(StoreError.Cause)
}

/// The calls about folders.
package protocol FolderSystem: Sendable {
  /// Creates a folder for the user alone.
  func makeFolder(_ path: String) throws(StoreError.Cause)
  /// The names in a folder, hidden ones too, in no order.
  func names(in folder: String) throws(StoreError.Cause) -> [String]
  func openFolder(_ path: String) throws(StoreError.Cause) -> Int32
  /// Waits until no other process has locked the folder, and locks it until it is closed, or the
  /// process ends.
  ///
  /// Nothing is locked where the file system can't; throws `.busy` after ``patience``.
  func lock(folder: Int32) throws(StoreError.Cause)
  /// Waits until the names in an open folder are on the disk.
  func synchronize(folder: Int32) throws(StoreError.Cause)
  /// The kind of file system that an absolute path without links is on, as the kernel names it:
  /// `ext4`, `nfs4`; nil when it does not tell.
  func kindOfFileSystem(at path: String) -> String?
}
