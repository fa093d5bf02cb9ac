import Glibc

/// A file that is for the user alone, and may be larger than what memory holds: a partial.
package enum OwnFile {
  /// Writes a file in one step, for nobody else to read, safe on the disk when this returns; `write`
  /// hands over the bytes, some at a time.
  ///
  /// - Throws: `.exists` when something is there that may not be replaced.
  package static func write(
    _ path: String, replacing: Bool, in system: any FileSystem = GlibcFileSystem(),
    _ write: (_ put: ([UInt8]) throws(StoreError.Cause) -> Void) throws(StoreError.Cause) -> Void
  ) throws(StoreError) {
    let interruption = HeldInterruption()
    // Whoever interrupted is obeyed here, once nothing is left behind.
    defer { interruption.release() }
    do throws(StoreError.Cause) {
      try system.holding(path.folder) { (folder) throws(StoreError.Cause) in
        let old = try system.statusToReplace(path)
        guard old == nil || replacing else { throw .exists }
        let new = try NewFile(beside: path, like: nil, for: .own, in: system) {
          (file) throws(StoreError.Cause) in
          try write { (bytes) throws(StoreError.Cause) in
            if interruption.isAsked { throw .other(errno: EINTR) }
            try system.writeAll(bytes, to: file)
          }
        }
        try new.move(to: path, ifStill: old?.fingerprint)
        try system.synchronize(folder: folder)
      }
    } catch {
      throw StoreError(path: path, operation: .create, cause: error)
    }
  }

  /// Whether others than the user may put files into a folder, or take them away.
  package static func isOpenToOthers(
    _ folder: String, in system: any FileSystem = GlibcFileSystem()
  ) -> Bool {
    // What can't be looked at is told by the writing.
    ((try? system.status(at: folder))?.permissions ?? 0) & 0o022 != 0
  }
}

/// Keeps Ctrl-C and its like from ending the program halfway through a file; they wait for
/// ``release()``.
private struct HeldInterruption {
  private let before: sigset_t
  private let held: [Int32]

  /// Those that the thread does not hear, or the program was started to ignore, do not count.
  init() {
    var (set, before) = (sigset_t(), sigset_t())
    pthread_sigmask(SIG_BLOCK, nil, &before)
    held = [SIGINT, SIGTERM, SIGHUP].filter { signal in
      if sigismember(&before, signal) == 1 { return false }
      var action = sigaction()
      return sigaction(signal, nil, &action) != 0
        || unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
          != unsafeBitCast(SIG_IGN, to: Int.self)
    }
    sigemptyset(&set)
    for signal in held { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    self.before = before
  }

  /// Whether somebody wants the program to end.
  var isAsked: Bool {
    var pending = sigset_t()
    return sigpending(&pending) == 0 && held.contains { sigismember(&pending, $0) == 1 }
  }

  func release() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
