/// The lines of a file, one after the other: it may be larger than what memory holds.
package struct FileLines {
  package enum Line: Hashable, Sendable {
    /// Without its end.
    case whole([UInt8])
    /// The last one, which has no end: something was cut.
    case cut([UInt8])
    /// More bytes than any line that people write.
    case tooLong
  }

  /// The most bytes of a line.
  package static let longest = 1 << 20

  /// Has each line taken with its number, from 1, until `take` says that it has enough.
  package static func read(
    _ path: String, in system: any FileSystem = GlibcFileSystem(),
    _ take: (_ number: Int, Line) -> Bool
  ) throws(StoreError) {
    do throws(StoreError.Cause) {
      let file = try system.open(path)
      // Nothing was written: there is nothing to lose in closing.
      defer { try? system.close(file) }
      try system.status(of: file).checkIsFile()
      try read(file, system, take)
    } catch {
      throw StoreError(path: path, operation: .read, cause: error)
    }
  }

  private static func read(
    _ file: Int32, _ system: any FileSystem, _ take: (Int, Line) -> Bool
  ) throws(StoreError.Cause) {
    var number = 1
    var rest: [UInt8] = []
    while true {
      let more = try system.read(file, atMost: 1 << 16)
      if more.isEmpty { break }
      var start = more.startIndex
      while let end = more[start...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest + more[start..<end]
        rest.removeAll(keepingCapacity: true)
        guard take(number, line.count > longest ? .tooLong : .whole(line)) else { return }
        number += 1
        start = end + 1
      }
      rest += more[start...]
      if rest.count > longest {
        _ = take(number, .tooLong)
        return
      }
    }
    if !rest.isEmpty { _ = take(number, .cut(rest)) }
  }
}
