/// Puts parts together as a ZIP; they all have the same day, so that the same parts always make the
/// same bytes.
struct ZipWriter {
  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a part, made smaller where that makes it so; no document comes near what four bytes count.
  ///
  /// - Complexity: O(bytes).
  mutating func add(_ name: String, _ held: [UInt8], isStored: Bool = false) {
    let packed = isStored ? held : Deflate.bytes(held)
    let isPacked = packed.count < held.count
    var common: [UInt8] = []
    // The version that reads it; names are UTF-8; the first day that a ZIP can say.
    common.append(20, 2)
    common.append(name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11, 2)
    common.append(isPacked ? 8 : 0, 2)
    common.append(0x0021_0000, 4)
    common.append(Int(CRC32.of(held)), 4)
    common.append(isPacked ? packed.count : held.count, 4)
    common.append(held.count, 4)
    common.append(name.utf8.count, 2)
    common.append(0, 2)
    directory.append(0x0201_4B50, 4)
    directory.append(20, 2)
    directory += common
    // No comment, first disk, no attributes.
    directory.append(0, 10)
    directory.append(file.count, 4)
    directory += name.utf8
    file.append(0x0403_4B50, 4)
    file += common
    file += name.utf8
    file += isPacked ? packed : held
    count += 1
  }

  /// All of it, with the directory at its end.
  consuming func finished() -> [UInt8] {
    let start = file.count
    file += directory
    file.append(0x0605_4B50, 4)
    file.append(0, 4)
    file.append(count, 2)
    file.append(count, 2)
    file.append(directory.count, 4)
    file.append(start, 4)
    file.append(0, 2)
    return file
  }
}

extension [UInt8] {
  /// A number in so many bytes, the lowest first.
  fileprivate mutating func append(_ number: Int, _ length: Int) {
    for place in 0..<length {
      append(UInt8(truncatingIfNeeded: place < 8 ? number >> (place * 8) : 0))
    }
  }
}
