import Glibc

/// Something that may never be: libFuzzer keeps the input that made it.
enum Violation {
  static func report(_ what: String) -> Never {
    let line = Array("Fuzz: \(what)\n".utf8)
    _ = write(2, line, line.count)
    abort()
  }

  static func unless(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { report(what()) }
  }
}
