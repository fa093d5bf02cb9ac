import Glibc
import JSONTree

/// What the program says outside the full screen.
enum Output {
  /// Writes what was asked for to standard output.
  ///
  /// A pipe that nobody reads any more is no failure: who closed it has read enough.
  static func write(_ text: String) throws(Failure) {
    do throws(WriteError) {
      try write(text, to: STDOUT_FILENO)
    } catch {
      if error.number != EPIPE { throw Failure(Sentences.outputFailure(errno: error.number)) }
    }
  }

  static func write(_ value: JSONValue) throws(Failure) {
    try write(String(decoding: JSONValue.write(value), as: UTF8.self))
  }

  /// Writes a sentence to standard error.
  static func tell(_ sentence: String) {
    // There is nobody left to tell that it can't be written.
    try? write(sentence + "\n", to: STDERR_FILENO)
  }

  private struct WriteError: Error {
    let number: Int32
  }

  private static func write(_ text: String, to file: Int32) throws(WriteError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw WriteError(number: errno)
      }
    }
  }
}
