import DPESStore
import Synchronization

/// The system, watched: it lists the calls, and makes those fail that a test chooses.
///
/// Closing and removing are part of cleaning up, so `.failing` lets them through afterwards; after
/// `.killed` nothing happens any more, as when the process is gone.
final class TestFileSystem: FileSystem {
  enum Fault {
    case none
    /// The n-th call fails, from 1.
    case failing(call: Int, StoreError.Cause)
    /// The process ends in the n-th call: half of a write is done, nothing of another call.
    case killed(inCall: Int)
  }

  private let system = GlibcFileSystem()
  private let armed: Mutex<Fault>
  private let log = Mutex<[String]>([])
  /// Whether a file may have several names here.
  private let hasLinks: Bool
  /// Told of each call before it is made.
  private let before: @Sendable (String) -> Void

  init(
    _ fault: Fault = .none, hasLinks: Bool = true,
    before: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    armed = Mutex(fault)
    self.hasLinks = hasLinks
    self.before = before
  }

  /// Has something go wrong from now on; the calls so far are forgotten.
  func arm(_ fault: Fault) {
    armed.withLock { $0 = fault }
    log.withLock { $0 = [] }
  }

  private var fault: Fault { armed.withLock { $0 } }

  var calls: [String] { log.withLock { $0 } }

  var faultHappened: Bool {
    switch fault {
    case .none: false
    case .failing(let call, _), .killed(let call): calls.count >= call
    }
  }

  private func perform<Result>(
    _ name: String, _ body: () throws(StoreError.Cause) -> Result
  ) throws(StoreError.Cause) -> Result {
    let count = log.withLock {
      $0.append(name)
      return $0.count
    }
    before(name)
    switch fault {
    case .failing(count, let cause): throw cause
    case .killed(let last) where count >= last: throw .other(errno: 0)
    default: return try body()
    }
  }
}

extension TestFileSystem {
  func open(_ path: String) throws(StoreError.Cause) -> Int32 {
    try perform("open") { () throws(StoreError.Cause) in try system.open(path) }
  }

  func openNoLink(_ path: String) throws(StoreError.Cause) -> Int32 {
    try perform("open no link") { () throws(StoreError.Cause) in try system.openNoLink(path) }
  }

  func create(_ path: String, permissions: UInt32) throws(StoreError.Cause) -> Int32 {
    try perform("create") { () throws(StoreError.Cause) in
      try system.create(path, permissions: permissions)
    }
  }

  func read(_ file: Int32, atMost count: Int) throws(StoreError.Cause) -> [UInt8] {
    try perform("read") { () throws(StoreError.Cause) in try system.read(file, atMost: count) }
  }

  /// Writes three bytes at a time, as the system may.
  func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(StoreError.Cause) -> Int {
    if case .killed(calls.count + 1) = fault { _ = try system.write(bytes.prefix(1), to: file) }
    return try perform("write") { () throws(StoreError.Cause) in
      try system.write(bytes.prefix(3), to: file)
    }
  }

  func synchronize(_ file: Int32) throws(StoreError.Cause) {
    try perform("synchronize") { () throws(StoreError.Cause) in try system.synchronize(file) }
  }

  /// Closes the file also when the call fails, as the system does.
  func close(_ file: Int32) throws(StoreError.Cause) {
    defer { try? system.close(file) }
    try perform("close") {}
  }

  func status(of file: Int32) throws(StoreError.Cause) -> FileStatus {
    try perform("status") { () throws(StoreError.Cause) in try system.status(of: file) }
  }

  func status(at path: String) throws(StoreError.Cause) -> FileStatus {
    try perform("status at") { () throws(StoreError.Cause) in try system.status(at: path) }
  }

  func setPermissions(_ permissions: UInt32, of file: Int32) throws(StoreError.Cause) {
    try perform("set permissions") { () throws(StoreError.Cause) in
      try system.setPermissions(permissions, of: file)
    }
  }

  func setOwner(_ owner: UInt32, group: UInt32, of file: Int32) throws(StoreError.Cause) {
    try perform("set owner") { () throws(StoreError.Cause) in
      try system.setOwner(owner, group: group, of: file)
    }
  }

  func checkWritable(_ path: String) throws(StoreError.Cause) {
    try perform("check writable") { () throws(StoreError.Cause) in
      try system.checkWritable(path)
    }
  }

  func isLink(_ path: String) throws(StoreError.Cause) -> Bool {
    try perform("is link") { () throws(StoreError.Cause) in try system.isLink(path) }
  }

  func realPath(_ path: String) throws(StoreError.Cause) -> String {
    try perform("real path") { () throws(StoreError.Cause) in try system.realPath(path) }
  }

  func move(
    _ path: String, to newPath: String, replacing: Bool
  ) throws(StoreError.Cause) {
    try perform("move") { () throws(StoreError.Cause) in
      try system.move(path, to: newPath, replacing: replacing)
    }
  }

  func remove(_ path: String) throws(StoreError.Cause) {
    try perform("remove") { () throws(StoreError.Cause) in try system.remove(path) }
  }

  func link(_ path: String, to newPath: String) throws(StoreError.Cause) {
    try perform("link") { () throws(StoreError.Cause) in
      guard hasLinks else { throw .otherOwner }
      try system.link(path, to: newPath)
    }
  }

  func makeFolder(_ path: String) throws(StoreError.Cause) {
    try perform("make folder") { () throws(StoreError.Cause) in try system.makeFolder(path) }
  }

  func names(in folder: String) throws(StoreError.Cause) -> [String] {
    try perform("names") { () throws(StoreError.Cause) in try system.names(in: folder) }
  }

  func openFolder(_ path: String) throws(StoreError.Cause) -> Int32 {
    try perform("open folder") { () throws(StoreError.Cause) in try system.openFolder(path) }
  }

  func openToLock(_ path: String) throws(StoreError.Cause) -> Int32 {
    try perform("open to lock") { () throws(StoreError.Cause) in try system.openToLock(path) }
  }

  func tryLock(_ file: Int32) throws(StoreError.Cause) -> Bool {
    try perform("lock") { () throws(StoreError.Cause) in try system.tryLock(file) }
  }

  func lock(folder: Int32) throws(StoreError.Cause) {
    try perform("lock folder") { () throws(StoreError.Cause) in try system.lock(folder: folder) }
  }

  func synchronize(folder: Int32) throws(StoreError.Cause) {
    try perform("synchronize folder") { () throws(StoreError.Cause) in
      try system.synchronize(folder: folder)
    }
  }

  /// Not a call that can fail.
  func kindOfFileSystem(at path: String) -> String? { system.kindOfFileSystem(at: path) }
}
