import CSystem
import Glibc
import TerminalUI

/// The standard input and output, read and written line by line: nothing is drawn, moved or written
/// over.
///
/// There is one for the process.
final class LineTerminal: Terminal {
  let size: Size
  let wake: @Sendable () -> Void

  /// Whether a save is under way: what comes of it is said before the next line is asked for.
  var awaitsSave = false
  private let waker: Int32
  private var bytes: [UInt8] = []
  private var isEnded = false
  /// What comes from no keyboard is written after its prompt, so that a conversation can be read.
  private let echoes = isatty(STDIN_FILENO) == 0
  private var isAsking = false

  /// The most that a line holds, in bytes; what is longer is two.
  private static let longest = 1 << 16
  /// How long a prompt waits for a save, in milliseconds.
  private static let patience: Int32 = 3_000
  static let prompt = "> "

  init(_ size: Size) throws(Failure) {
    self.size = size
    var ends: [Int32] = [-1, -1]
    guard cs_pipe(&ends) == 0 else { throw Failure(Sentences.outputFailure(errno: errno)) }
    waker = ends[0]
    let write = ends[1]
    wake = {
      var byte: UInt8 = 0
      _ = Glibc.write(write, &byte, 1)
    }
    lineSignalPipe = write
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in
        var byte: UInt8 = 1
        _ = Glibc.write(lineSignalPipe, &byte, 1)
      }
    }
  }

  /// Writes lines below what there is.
  func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    let start = isAsking ? "\n" : ""
    isAsking = false
    write(start + lines.map { $0 + "\n" }.joined())
  }

  private func write(_ text: String) {
    do throws(Failure) {
      try Output.write(text)
    } catch {
      isEnded = true
    }
  }

  func waitForEvents(atMost milliseconds: Int?) -> [Event] {
    if awaitsSave {
      awaitsSave = false
      return wait(for: [waker], Self.patience).contains(waker) ? drain() : []
    }
    if let line = takeLine() { return [.line(line)] }
    if isEnded { return [.closed] }
    if !isAsking {
      write(Self.prompt)
      isAsking = true
    }
    let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let ready = wait(for: [waker, STDIN_FILENO], limit)
    if ready.contains(waker) {
      let events = drain()
      if !events.isEmpty { return events }
    }
    guard ready.contains(STDIN_FILENO) else { return [] }
    read()
    return takeLine().map { [.line($0)] } ?? (isEnded ? [.closed] : [])
  }

  /// The next whole line, and at the end what is left of it.
  private func takeLine() -> String? {
    let end = bytes.firstIndex(of: 0x0A) ?? (isEnded && !bytes.isEmpty ? bytes.count : nil)
    guard let end = end ?? (bytes.count > Self.longest ? Self.longest : nil) else { return nil }
    let line = String(decoding: bytes[..<end], as: UTF8.self)
    bytes.removeFirst(min(bytes.count, end + (bytes.count > end && bytes[end] == 0x0A ? 1 : 0)))
    // Another may come at once, whose answer begins below its own prompt.
    if echoes {
      write((isAsking ? "" : Self.prompt) + LineTerminal.printable(line) + "\n")
    }
    isAsking = false
    return line
  }

  /// A line without what a terminal obeys.
  private static func printable(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private func read() {
    var batch = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &batch, batch.count)
    if count > 0 {
      bytes += batch[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isEnded = true
    }
  }

  private func wait(for files: [Int32], _ limit: Int32) -> Set<Int32> {
    var polled = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), limit) > 0 else { return [] }
    return Set(polled.filter { $0.revents != 0 }.map(\.fd))
  }

  /// What woke the wait: a worker, or the end.
  private func drain() -> [Event] {
    var batch = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(waker, &batch, batch.count)
    guard count > 0, batch[..<count].contains(1) else { return [] }
    isEnded = true
    return [.closed]
  }

  func show(_ canvas: Canvas) {}
  func rests() -> Bool { true }
  func use(_ theme: Theme) {}
  func useMouse(_ isOn: Bool) {}
  func ring() {}
  func suspend() {}
  func close() {}
}

/// Where a signal writes that the process has to end; set once, before any comes.
nonisolated(unsafe) private var lineSignalPipe: Int32 = -1
