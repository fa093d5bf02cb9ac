package import DPES

/// An earlier state of a file, kept beside it.
package struct KeptVersion: Hashable, Sendable {
  /// The name of its file in the folder of versions.
  package let name: String
  /// Its place in the order in which versions were kept, whatever the clock said.
  package let number: Int
  /// The file was so until then, or later.
  package let instant: Instant
  package let bytes: Int

  package init(name: String, number: Int, instant: Instant, bytes: Int) {
    self.name = name
    self.number = number
    self.instant = instant
    self.bytes = bytes
  }
}

extension KeptVersion {
  /// `0007-2026-03-12T14-32-05Z.dpes.json`: a number, then the time without colons, which some file
  /// systems refuse.
  static func name(_ number: Int, at instant: Instant, ending: String) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return zeros + digits + "-" + instant.iso.replacing(":", with: "-") + ending
  }

  /// The highest number: one kept each second for thirty years.
  static let limit = 999_999_999

  /// Reads a name; nil when it is not exactly what we write.
  init?(name: String, ending: String, bytes: Int) {
    guard let (number, instant) = Self.parts(of: name, ending: ending), let number = Int(number),
      (1...Self.limit).contains(number),
      name == KeptVersion.name(number, at: instant, ending: ending)
    else { return nil }
    self.init(name: name, number: number, instant: instant, bytes: bytes)
  }

  /// Whether a name is much like that of a version, and is none.
  static func isOdd(_ name: String, ending: String) -> Bool {
    parts(of: name, ending: ending) != nil && Self(name: name, ending: ending, bytes: 0) == nil
  }

  /// What stands before the time of a name, and the time; nil when there is no time.
  private static func parts(of name: String, ending: String) -> (Substring, Instant)? {
    guard name.hasSuffix(ending), let dash = name.firstIndex(of: "-") else { return nil }
    let time = Array(name[dash...].dropFirst().dropLast(ending.count).utf8)
    let colons = [13, 16]
    let text = time.indices.map { colons.contains($0) ? UInt8(ascii: ":") : time[$0] }
    return Instant(iso: String(decoding: text, as: UTF8.self)).map { (name[..<dash], $0) }
  }

  /// In the order in which they were kept; of two machines' versions of one number, by the clock.
  static func precedes(_ left: KeptVersion, _ right: KeptVersion) -> Bool {
    (left.number, left.instant, left.name) < (right.number, right.instant, right.name)
  }
}
