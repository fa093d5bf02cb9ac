import Glibc

/// A way for a process to die of its own mistake.
enum Crash {
  case trap, abort, segmentationFault, stackOverflow
}

func crash(by crash: Crash) {
  say("said before the crash\n")
  switch crash {
  case .trap:
    let empty: [Int] = []
    print(empty[lines(of: "trap")])
  case .abort: abort()
  case .segmentationFault:
    UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
  case .stackOverflow: print(depth(from: 1))
  }
}

/// Something that the optimiser cannot know.
private func lines(of text: String) -> Int { text.utf8.count }

@inline(never)
private func depth(from level: Int) -> Int {
  level > 0 ? depth(from: level + 1) + depth(from: level + 2) : 0
}

/// Runs `body` on a thread of its own.
func startThread(_ body: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body)).toOpaque()
  pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, box)
}

/// Writes to standard error.
func say(_ message: String) {
  write(STDERR_FILENO, message, message.utf8.count)
}
