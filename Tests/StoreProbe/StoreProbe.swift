import DPES
import DPESStore
import Glibc

/// A small process that saves, for the tests that kill it, starve it, or take its rights away.
///
/// `loop FILE` saves numbered texts for ever, and says each number once it is safe. `save FILE` saves
/// once, and `grow FILE` longer and longer texts until that fails; both say `saved` or the cause.
/// Before a command, `--as-nobody` gives up the rights of the superuser. The other commands measure:
/// see ``Measures``.
@main
enum StoreProbe {
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--as-nobody" {
      arguments.removeFirst()
      guard setgroups(0, nil) == 0, setgid(65534) == 0, setuid(65534) == 0 else { exit(3) }
    }
    if Measures.perform(Array(arguments)) { return }
    guard arguments.count == 2, let command = arguments.first, let path = arguments.last else {
      exit(2)
    }
    do throws(StoreError) {
      switch command {
      case "loop": try loop(path)
      case "save": try save(path)
      case "grow": try grow(path)
      default: exit(2)
      }
    } catch {
      say("\(error.cause)")
    }
  }

  /// A text that shows whether it is whole: its number, many times.
  static func text(_ number: Int) -> [UInt8] {
    Array(String(repeating: "\(number)\n", count: 500).utf8)
  }

  private static func loop(_ path: String) throws(StoreError) {
    var (file, bytes) = try DataFile.open(path)
    // A version at each save, so that keeping one is interrupted as well.
    let time = Monitor(0)
    var versions: VersionFolder? = VersionFolder(of: path) {
      Instant(
        seconds: time.update { time in
          time += VersionFolder.interval
          return time
        })
    }
    file.prepare(&versions)
    var number = bytes.prefix { $0 != UInt8(ascii: "\n") }.reduce(0) { $0 * 10 + Int($1) - 48 }
    while true {
      number += 1
      try file.save(text(number), keepingOldIn: &versions)
      say("\(number)")
    }
  }

  private static func save(_ path: String) throws(StoreError) {
    var file = try DataFile.open(path).file
    try file.save(text(1))
    say("saved")
  }

  private static func grow(_ path: String) throws(StoreError) {
    var file = try DataFile.create(path, [])
    var versions: VersionFolder? = VersionFolder(of: path) { Instant(seconds: 0) }
    for size in 1..<100_000 {
      let bytes = [UInt8](repeating: 120, count: size << 10)
      do throws(StoreError) {
        try file.save(bytes, keepingOldIn: &versions)
      } catch {
        let found = try DataFile.open(path).bytes.count
        say("\(error.cause), \(found == (size - 1) << 10 ? "whole" : "\(found) of \(size)")")
        return
      }
    }
    say("never")
  }

  static func say(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
