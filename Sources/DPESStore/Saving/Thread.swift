import Glibc

/// Runs `body` on a thread of its own, which ends with it.
///
/// Signals are left to the other threads, but those of a crash, which belong to who crashes.
package func startThread(_ body: @escaping @Sendable () -> Void) throws(StoreError.Cause) {
  var signals = sigset_t()
  var before = sigset_t()
  sigfillset(&signals)
  for crash in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP] {
    sigdelset(&signals, crash)
  }
  // A thread begins with the mask of the one that makes it.
  pthread_sigmask(SIG_SETMASK, &signals, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

  let work = Unmanaged.passRetained(Work(body))
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, nil,
    { argument in
      argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
      return nil
    }, work.toOpaque())
  guard failure == 0 else {
    work.release()
    throw .other(errno: failure)
  }
  pthread_detach(thread)
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
