/// Bytes as a spreadsheet writes a text, made a text; refused where that would garble it.
///
/// UTF-8 with or without a byte order mark, UTF-16 of either order, else an encoding of one byte a
/// letter in which the text is French: mostly Windows-1252, which is what a French Excel writes when
/// it is not asked.
package struct TextDecoding: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// One place is not what the rest is encoded as, or was garbled before, or is no text; where, and
    /// what stands around it.
    case damaged(line: Int, column: Int, around: String)
    /// UTF-32, which no spreadsheet needs.
    case utf32
    /// No encoding known makes French of it; what the likeliest would make.
    case unknownEncoding(sample: String)
  }

  /// What a person may want to know of it.
  package enum Remark: Hashable, Sendable {
    /// Another encoding than UTF and Windows-1252.
    case encoding(String)
    /// It was encoded twice, and was brought back.
    case twice
    /// Letters were lost before; the first line that lacks one.
    case lostLetters(line: Int)
  }

  package private(set) var text: String
  package private(set) var remarks: [Remark] = []

  package init(_ bytes: [UInt8]) throws(Fault) {
    if Self.isUTF32(bytes) { throw .utf32 }
    if let units = Self.utf16(bytes) {
      text = try Self.whole(String(validating: units, as: UTF16.self)) {
        String(decoding: units, as: UTF16.self)
      }
    } else {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let hasMark = bytes.starts(with: mark)
      let content = bytes.dropFirst(hasMark ? mark.count : 0)
      text = ""
      if let valid = String(validating: content, as: UTF8.self) {
        take(valid, from: content)
      } else if hasMark || Self.isMostlyUTF8(content) {
        text = try Self.whole(nil) { String(decoding: content, as: UTF8.self) }
      } else {
        take(try Self.surest(for: content), of: content)
      }
    }
    let scalars = Array(text.unicodeScalars)
    if let index = scalars.firstIndex(of: "\0") ?? GarbledText.first(in: scalars) {
      let place = text.unicodeScalars.index(text.startIndex, offsetBy: index)
      throw Self.damage(at: Place(at: place, in: text), in: text)
    }
    if let place = Place(of: "\u{FFFD}", in: text) {
      remarks.append(.lostLetters(line: place.line))
    }
  }

  private mutating func take(_ encoding: SingleByteEncoding, of bytes: ArraySlice<UInt8>) {
    text = String(encoding.scalars(bytes))
    if encoding != .windows1252 { remarks.append(.encoding(encoding.name)) }
  }

  /// Takes what is UTF-8, unless it is so by chance.
  private mutating func take(_ valid: String, from bytes: ArraySlice<UInt8>) {
    text = valid
    guard !valid.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    // Arrows, frames and apostrophes are no letters of another encoding.
    let isSigns = valid.unicodeScalars.allSatisfy { $0.isASCII || 0x2010...0x27BF ~= $0.value }
    if !isSigns, FrenchLikeness(Array(valid.unicodeScalars)).share < 0.5,
      let other = Self.likeliest(for: bytes), other.likeness.share >= Self.enough,
      other.likeness.isEvidence
    {
      return take(other.encoding, of: bytes)
    }
    undoSecondEncoding()
  }

  /// Undoes Windows-1252 read for what was UTF-8, as often as makes it more French: some signs of a
  /// good text are another letter's bytes by chance.
  private mutating func undoSecondEncoding() {
    var (once, best) = (text, FrenchLikeness(Array(text.unicodeScalars)).share)
    while let bytes = SingleByteEncoding.windows1252.encoded(once.unicodeScalars),
      let before = String(validating: bytes, as: UTF8.self),
      before.unicodeScalars.count < bytes.count
    {
      once = before
      let share = FrenchLikeness(Array(once.unicodeScalars)).share
      guard share >= best else { continue }
      (text, best, remarks) = (once, share, [.twice])
    }
  }

  /// The text, or where it is damaged: at the first place that could not be decoded.
  private static func whole(_ text: String?, mended: () -> String) throws(Fault) -> String {
    if let text { return text }
    let mended = mended()
    throw damage(at: Place(of: "\u{FFFD}", in: mended), in: mended)
  }

  private static func damage(at place: Place?, in text: String) -> Fault {
    .damaged(
      line: place?.line ?? 1, column: place?.column ?? 1, around: place?.around(in: text) ?? "")
  }

  /// By its mark, or by the first character of a header.
  private static func isUTF32(_ bytes: [UInt8]) -> Bool {
    let start = Array(bytes.prefix(4))
    return start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF]
      || start.count == 4 && (start[1...] == [0, 0, 0] || start[..<3] == [0, 0, 0])
  }

  /// The units of UTF-16, by its mark, or by every second byte of a header being zero.
  ///
  /// A last byte alone is half a unit, which no text has.
  private static func utf16(_ bytes: [UInt8]) -> [UInt16]? {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isBare = bytes.count >= 4 && (bytes[1], bytes[3]) == (0, 0)
    let isBareBig = bytes.count >= 4 && (bytes[0], bytes[2]) == (0, 0)
    guard hasMark || isBare || isBareBig else { return nil }
    let isLittle = hasMark ? bytes[0] == 0xFF : isBare
    let (low, high) = isLittle ? (0, 1) : (1, 0)
    let start = hasMark ? 2 : 0
    var units = stride(from: start, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
    }
    if bytes.count % 2 == 1 { units.append(0xD800) }
    return units
  }

  /// More characters of several bytes are whole than bytes are of none.
  private static func isMostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    let mended = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let bad = mended.lazy.filter { $0 == "\u{FFFD}" }.count
    return mended.lazy.filter { !$0.isASCII }.count - bad > bad
  }

  /// Of what is not ASCII, what has to be French for an encoding to be the right one.
  private static let enough = 0.9

  /// The encoding of one byte a letter in which the bytes are French.
  private static func surest(for bytes: ArraySlice<UInt8>) throws(Fault) -> SingleByteEncoding {
    let best = likeliest(for: bytes)
    guard let best, best.likeness.share >= enough,
      best.likeness.isEvidence || !isAmbiguous(bytes, in: best.encoding)
    else {
      let text = String((best?.encoding ?? .windows1252).scalars(bytes))
      let place = Place(where: { !$0.isASCII }, in: text)
      throw .unknownEncoding(sample: place?.around(in: text) ?? "")
    }
    return best.encoding
  }

  /// Whether the bytes are another French text in another encoding: « OÙ » is « Oô » in one of them.
  private static func isAmbiguous(
    _ bytes: ArraySlice<UInt8>, in encoding: SingleByteEncoding
  ) -> Bool {
    let text = encoding.scalars(bytes)
    return SingleByteEncoding.all.contains { other in
      let otherText = other.scalars(bytes)
      return otherText != text && FrenchLikeness(otherText).share >= enough
    }
  }

  /// The one in which the bytes are most French; of equals Windows-1252, or the one with fewer
  /// capitals, which are other encodings' small letters.
  private static func likeliest(
    for bytes: ArraySlice<UInt8>
  ) -> (encoding: SingleByteEncoding, likeness: FrenchLikeness)? {
    var best: (encoding: SingleByteEncoding, likeness: FrenchLikeness)?
    for encoding in SingleByteEncoding.all {
      let likeness = FrenchLikeness(encoding.scalars(bytes))
      guard encoding == .windows1252 || likeness.isEvidence else { continue }
      let (share, known) = (likeness.share, best?.likeness.share ?? 0)
      let isSurer =
        share == known && best?.encoding != .windows1252
        && likeness.smallLetters > best?.likeness.smallLetters ?? 0
      if share > known || isSurer { best = (encoding, likeness) }
    }
    return best
  }
}

/// Where in a text something stands, as an editor counts lines and columns, from 1.
private struct Place {
  private(set) var line = 1
  private(set) var column = 1
  private let index: String.Index

  init?(of scalar: Unicode.Scalar, in text: String) {
    self.init(where: { $0 == scalar }, in: text)
  }

  init?(where isIt: (Unicode.Scalar) -> Bool, in text: String) {
    guard let found = text.unicodeScalars.firstIndex(where: isIt) else { return nil }
    self.init(at: found, in: text)
  }

  init(at found: String.Index, in text: String) {
    index = found
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars[..<found] {
      let endsLine = scalar == "\n" && before != "\r" || scalar == "\r"
      if endsLine { line += 1 }
      column = endsLine || scalar == "\n" ? 1 : column + 1
      before = scalar
    }
  }

  /// What stands around it on its line.
  func around(in text: String) -> String {
    let scalars = text.unicodeScalars
    let isEnd: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == "\r" }
    let start = scalars[..<index].reversed().prefix(20).prefix { !isEnd($0) }.reversed()
    let end = scalars[index...].prefix(20).prefix { !isEnd($0) }
    return String(String.UnicodeScalarView(start) + String.UnicodeScalarView(end))
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
