/// What a part of a ZIP holds, a piece at a time, so that it never stands in memory whole.
///
/// Whether it is as it was saved is known at its end only: see ``isWhole()``.
struct ZipPieces {
  private static let piece = 1 << 15

  private var inflate: Inflate?
  /// What is left of one that stands as it is.
  private var stored: ArraySlice<UInt8>
  private let expected: UInt32
  private var check = CRC32()

  init(_ inflate: Inflate, check: UInt32) {
    (self.inflate, stored, expected) = (inflate, [], check)
  }

  init(stored: ArraySlice<UInt8>, check: UInt32) { (self.stored, expected) = (stored, check) }

  /// Appends the next piece; false where there is none.
  ///
  /// - Throws: Also at the end, where it is not what was saved.
  mutating func appendNext(to output: inout [UInt8]) throws(OfficeFault) -> Bool {
    let start = output.count
    if try inflate?.appendNext(to: &output) != true {
      output.append(contentsOf: stored.prefix(Self.piece))
      stored = stored.dropFirst(Self.piece)
    }
    guard output.count > start else {
      guard check.value == expected else { throw .damaged }
      return false
    }
    check.add(output[start...])
    return true
  }

  /// All that is left.
  mutating func rest() throws(OfficeFault) -> [UInt8] {
    var all: [UInt8] = []
    while try appendNext(to: &all) {}
    return all
  }

  /// Whether all of it is as it was saved; what is left is passed over.
  ///
  /// - Complexity: O(bytes that are left).
  mutating func isWhole() -> Bool {
    do throws(OfficeFault) {
      var piece: [UInt8] = []
      while try appendNext(to: &piece) { piece.removeAll(keepingCapacity: true) }
      return true
    } catch {
      return false
    }
  }
}
