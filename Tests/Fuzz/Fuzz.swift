import Glibc

/// Looks for inputs that do harm: `FUZZ_TARGET=reading Fuzz [options of libFuzzer] [inputs]`.
///
/// The target is not an argument, as libFuzzer starts the program again with its own arguments.
@main struct Fuzz {
  static func main() {
    let arguments = CommandLine.arguments
    guard let name = getenv("FUZZ_TARGET"), let target = Target(rawValue: String(cString: name))
    else {
      let known = Target.allCases.map(\.rawValue).joined(separator: ", ")
      Violation.report("FUZZ_TARGET is one of \(known)")
    }
    chosen = target
    var count = CInt(arguments.count)
    var start = copies(of: arguments)
    exit(runDriver(&count, &start, lookAt))
  }

  /// As C has arguments, for as long as the program runs.
  private static func copies(
    of arguments: [String]
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    let copies = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: arguments.count + 1)
    for (index, argument) in arguments.enumerated() { copies[index] = strdup(argument) }
    copies[arguments.count] = nil
    return copies
  }

  /// A C function takes nothing along, so that the target stands here; it is set once.
  nonisolated(unsafe) fileprivate static var chosen = Target.reading
}

/// What is looked at; each has a folder of inputs to begin with, `Corpus/NAME`.
enum Target: String, CaseIterable {
  case reading, screens, tables, workbooks, merging, keys

  /// Whether the input is worth keeping, to make others from it.
  func look(at bytes: [UInt8]) -> Bool {
    switch self {
    case .reading: Reading.look(at: bytes)
    case .screens: Screens.look(at: bytes)
    case .tables: Tables.look(at: bytes)
    case .workbooks: Workbooks.look(at: bytes)
    case .merging: Merging.look(at: bytes)
    case .keys: Keys.look(at: bytes)
    }
  }
}

private func lookAt(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Fuzz.chosen.look(at: Array(UnsafeBufferPointer(start: bytes, count: size))) ? 0 : -1
}

private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer, which calls back with one input after the other.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: Callback
) -> CInt
