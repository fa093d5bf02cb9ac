/// The parts of a ZIP, read in memory: nothing is unpacked anywhere, so that no name does harm.
///
/// Where a part is and how large it is stands in the directory at the end alone: who writes into a
/// stream leaves zeros before the parts themselves.
struct ZipArchive {
  /// Of one part, in bytes, as it was before.
  static let partLimit = 64 << 20
  private static let countLimit = 10_000

  private struct Part {
    let isLocked: Bool
    let method: Int
    let check: UInt32
    let packedSize: Int
    let size: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private let parts: [String: Part]

  /// - Complexity: O(parts), and O(65,557) to find the directory.
  init(_ bytes: [UInt8]) throws(OfficeFault) {
    guard let directory = Directory(bytes) else { throw .damaged }
    guard directory.count <= Self.countLimit else { throw .tooLarge }
    var parts: [String: Part] = [:]
    var place = directory.start
    for _ in 0..<directory.count {
      guard let (name, part, next) = Self.part(in: bytes, at: place, shift: directory.shift) else {
        throw .damaged
      }
      // Of two parts of one name nobody knows which is meant.
      guard parts.updateValue(part, forKey: name) == nil else { throw .damaged }
      place = next
    }
    self.bytes = bytes
    self.parts = parts
  }

  /// Whether a part is there; capitals and the way of the slashes make no difference.
  func has(_ name: String) -> Bool { parts[Self.folded(name)] != nil }

  /// Whether the name of a part begins so, in small letters.
  func hasFolder(_ name: String) -> Bool { parts.keys.contains { $0.hasPrefix(name) } }

  /// What a part holds, all of it.
  ///
  /// - Complexity: O(bytes of the part).
  func part(_ name: String) throws(OfficeFault) -> [UInt8] {
    var pieces = try pieces(of: name)
    return try pieces.rest()
  }

  /// What a part holds, a piece at a time.
  func pieces(of name: String) throws(OfficeFault) -> ZipPieces {
    guard let part = parts[Self.folded(name)] else { throw .damaged }
    guard !part.isLocked else { throw .password }
    guard part.size <= Self.partLimit else { throw .tooLarge }
    guard bytes.number(at: part.header, 4) == 0x0403_4B50,
      let nameLength = bytes.number(at: part.header + 26, 2),
      let extraLength = bytes.number(at: part.header + 28, 2)
    else { throw .damaged }
    let start = part.header + 30 + nameLength + extraLength
    guard start <= bytes.count, part.packedSize <= bytes.count - start else { throw .damaged }
    let packed = bytes[start..<start + part.packedSize]
    switch part.method {
    case 0:
      guard packed.count == part.size else { throw .damaged }
      return ZipPieces(stored: packed, check: part.check)
    case 8:
      // Deflate can't make more of so few bytes: a size that lies takes no memory.
      guard part.size / 1032 <= packed.count else { throw .damaged }
      return ZipPieces(Inflate(packed, size: part.size), check: part.check)
    default: throw .unusual
    }
  }

  private static func folded(_ name: String) -> String {
    let name = name.lowercased().replacing("\\", with: "/")
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  /// An entry of the directory, and where the next one is.
  private static func part(
    in bytes: [UInt8], at place: Int, shift: Int
  ) -> (name: String, part: Part, next: Int)? {
    guard bytes.number(at: place, 4) == 0x0201_4B50, let flags = bytes.number(at: place + 8, 2),
      let method = bytes.number(at: place + 10, 2), let check = bytes.number(at: place + 16, 4),
      var packedSize = bytes.number(at: place + 20, 4), var size = bytes.number(at: place + 24, 4),
      let nameLength = bytes.number(at: place + 28, 2),
      let extraLength = bytes.number(at: place + 30, 2),
      let commentLength = bytes.number(at: place + 32, 2),
      var header = bytes.number(at: place + 42, 4)
    else { return nil }
    let nameEnd = place + 46 + nameLength
    guard nameEnd + extraLength + commentLength <= bytes.count else { return nil }
    var large = LargeNumbers(bytes, nameEnd..<nameEnd + extraLength)
    guard large.replace(&size), large.replace(&packedSize), large.replace(&header),
      header <= bytes.count - shift
    else { return nil }
    let part = Part(
      isLocked: flags & 1 == 1, method: method, check: UInt32(check), packedSize: packedSize,
      size: size, header: header + shift)
    let name = String(decoding: bytes[place + 46..<nameEnd], as: UTF8.self)
    return (folded(name), part, nameEnd + extraLength + commentLength)
  }

  /// Numbers of eight bytes, which stand apart where four bytes hold all ones.
  private struct LargeNumbers {
    private let bytes: [UInt8]
    private var field: Range<Int>

    init(_ bytes: [UInt8], _ extra: Range<Int>) {
      self.bytes = bytes
      field = extra.upperBound..<extra.upperBound
      var place = extra.lowerBound
      while let id = bytes.number(at: place, 2), let length = bytes.number(at: place + 2, 2),
        place + 4 + length <= extra.upperBound
      {
        if id == 1 { field = place + 4..<place + 4 + length }
        place += 4 + length
      }
    }

    mutating func replace(_ number: inout Int) -> Bool {
      guard number == 0xFFFF_FFFF else { return true }
      guard field.count >= 8, let large = bytes.number(at: field.lowerBound, 8) else {
        return false
      }
      field = field.lowerBound + 8..<field.upperBound
      number = large
      return true
    }
  }
}

/// Where the directory of a ZIP is.
private struct Directory {
  let start: Int
  let count: Int
  /// What was put before the archive: places in it are so much further on.
  let shift: Int

  /// The last record of an end that has its directory right before it: a comment may hold something
  /// that looks like one, and bytes may follow.
  init?(_ bytes: [UInt8]) {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    for place in (max(0, last - 65_535)...last).reversed()
    where bytes[place] == 0x50 && bytes.number(at: place, 4) == 0x0605_4B50 {
      if let found = Directory(bytes, endingAt: place) ?? Directory(large: bytes, endingAt: place) {
        self = found
        return
      }
    }
    return nil
  }

  private init?(_ bytes: [UInt8], endingAt end: Int) {
    guard let count = bytes.number(at: end + 10, 2), let size = bytes.number(at: end + 12, 4),
      let start = bytes.number(at: end + 16, 4), count != 0xFFFF, start != 0xFFFF_FFFF
    else { return nil }
    self.init(bytes, count, size, start, endingAt: end)
  }

  /// The form with numbers of eight bytes, which stands before the other one.
  private init?(large bytes: [UInt8], endingAt end: Int) {
    guard end >= 20, bytes.number(at: end - 20, 4) == 0x0706_4B50,
      let announced = bytes.number(at: end - 12, 8)
    else { return nil }
    // As the place counts from where the archive begins, it may also stand right before.
    let places = [announced, end - 76].filter { $0 >= 0 && $0 <= end - 76 }
    guard let place = places.first(where: { bytes.number(at: $0, 4) == 0x0606_4B50 }),
      let count = bytes.number(at: place + 32, 8), let size = bytes.number(at: place + 40, 8),
      let start = bytes.number(at: place + 48, 8)
    else { return nil }
    self.init(bytes, count, size, start, endingAt: place)
  }

  private init?(_ bytes: [UInt8], _ count: Int, _ size: Int, _ start: Int, endingAt end: Int) {
    guard size <= end, start <= end - size, count <= size / 46 else { return nil }
    self.start = end - size
    self.count = count
    shift = self.start - start
    guard count == 0 || bytes.number(at: self.start, 4) == 0x0201_4B50 else { return nil }
  }
}

extension [UInt8] {
  /// A number of so many bytes, the lowest first; nil beyond the end, and where it is no `Int`.
  fileprivate func number(at place: Int, _ length: Int) -> Int? {
    guard place >= 0, place <= count - length else { return nil }
    var number: UInt64 = 0
    for index in (0..<length).reversed() { number = number << 8 | UInt64(self[place + index]) }
    return Int(exactly: number)
  }
}
