import Foundation
import Glibc

/// A program on a bare pseudo-terminal: the bytes that it writes, the modes that it leaves.
///
/// No emulator answers here; ``Tmux`` shows a screen. Everything that the program writes is kept in
/// ``output``, read whenever something is waited for.
final class Pty {
  let process: pid_t
  /// All that the program wrote so far.
  private(set) var output: [UInt8] = []
  /// The modes of the terminal before the program started.
  let firstModes: Modes
  private var master: Int32
  private var ending: Ending?

  /// Starts a command on a terminal of so many columns and rows.
  ///
  /// Where the terminal does not control it, the program gets no signal from it.
  init(
    _ command: [String],
    environment: [String: String] = ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"],
    width: Int = 80, height: Int = 24, isControlling: Bool = true
  ) throws {
    // Not openpty(): until it is marked, what it opens leaks into programs that other tests start.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var unlocked: Int32 = 0
    var number: Int32 = -1
    // TIOCSPTLCK and TIOCGPTN, which Swift does not import.
    guard ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0
    else { throw SpawnError(command: command, code: errno) }
    let path = "/dev/pts/\(number)"
    firstModes = Modes(of: master)
    Self.resize(master, width: width, height: height)
    let base = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    process = try spawn(
      command, environment: base.merging(environment) { $1 }, inNewSession: isControlling
    ) { files in
      // Opened by the leader of a session, it becomes the terminal that controls it.
      posix_spawn_file_actions_addopen(files, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(files, 0, 1)
      posix_spawn_file_actions_adddup2(files, 0, 2)
    }
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
  }

  /// Insert, which means nothing to the program: what stands on both sides of it did not come
  /// together, as it would in a paste.
  static let apart = "\u{1B}[2~"

  /// Sends bytes, as a keyboard does.
  func write(_ text: String) { write(bytes: Array(text.utf8)) }

  /// Sends bytes, which need not be text.
  func write(bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EIO {
        // Nobody reads there any more; waiting for the end says how it came.
        return
      } else {
        // A full terminal has to be read before it takes more.
        read(forMilliseconds: 5)
      }
    }
  }

  func resize(width: Int, height: Int) {
    Self.resize(master, width: width, height: height)
  }

  private static func resize(_ file: Int32, width: Int, height: Int) {
    var size = winsize()
    size.ws_col = UInt16(width)
    size.ws_row = UInt16(height)
    _ = ioctl(file, UInt(TIOCSWINSZ), &size)
  }

  func send(signal: Int32) { kill(process, signal) }

  /// Takes the terminal away, as closing a window does.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// The modes of the terminal now.
  var modes: Modes { Modes(of: master) }

  /// What the program wrote so far.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Reads until what the program wrote is as it should be.
  func waitFor(_ condition: (String) -> Bool) throws {
    _ = try wait(
      for: {
        read(forMilliseconds: 5)
        return condition(text) ? true : nil
      }, found: { text.debugDescription })
  }

  /// Whether the program ended; ``waitForExit()`` says how.
  var hasEnded: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0
      && information._sifields._sigchld.si_pid == process
  }

  /// Waits until the program ended, reading what it still writes.
  func waitForExit() throws -> Ending {
    let ending = try wait(
      for: {
        read(forMilliseconds: 5)
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == process ? Ending(status: status) : nil
      }, found: { text.debugDescription })
    self.ending = ending
    read(forMilliseconds: 0)
    return ending
  }

  /// Reads for so long; returns at the first bytes.
  @discardableResult
  func read(forMilliseconds limit: Int32) -> Int {
    guard master >= 0 else { return 0 }
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, limit) > 0 else { return 0 }
    var buffer = [UInt8](repeating: 0, count: 65536)
    var total = 0
    while true {
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { return total }
      output += buffer[..<count]
      total += count
    }
  }
}

/// The modes of a terminal: raw or not, echo, and the rest.
struct Modes: Equatable {
  let input, output, control, local: UInt32

  init(of file: Int32) {
    var modes = termios()
    tcgetattr(file, &modes)
    input = modes.c_iflag
    output = modes.c_oflag
    control = modes.c_cflag
    local = modes.c_lflag
  }
}
