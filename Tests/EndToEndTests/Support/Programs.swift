import Foundation

/// Where the things that these tests drive are.
enum Programs {
  /// The small program of `Tests/TerminalProbe`.
  static let probe = built("TerminalProbe")
  /// The small process of `Tests/StoreProbe`.
  static let storeProbe = built("StoreProbe")
  /// The program itself.
  static let palier = built("palier")

  static let hasTmux = path(of: "tmux") != nil

  /// A folder with a compiled `fr_FR.UTF-8`, for `LOCPATH`; `make test-deps` makes it.
  static let locales = repository.appending(path: ".locales").path
  static let hasFrench = FileManager.default.fileExists(atPath: locales + "/fr_FR.UTF-8")

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A program in PATH, or nil.
  static func path(of name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").lazy
      .map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// An executable of this package: built beside the tests.
  private static func built(_ name: String) -> String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: name).path
  }
}

/// A new folder of its own for a test, removed with the value that holds it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "palier-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A state that was waited for did not come.
struct Timeout: Error, CustomStringConvertible {
  /// What was there instead.
  let found: String

  var description: String { "the state did not come; there was:\n\(found)" }
}

/// Looks until `state` has a value, for a bounded time.
///
/// - Throws: ``Timeout`` with what `found` says.
func wait<State>(
  seconds: Double = 120, for state: () throws -> State?, found: () -> String
) throws -> State {
  // Not the time of day, which may leap; and a last look, when the machine stood still meanwhile.
  let end = SuspendingClock.now + .seconds(seconds)
  while true {
    let isLastLook = SuspendingClock.now >= end
    if let state = try state() { return state }
    if isLastLook { throw Timeout(found: found()) }
    usleep(2000)
  }
}
