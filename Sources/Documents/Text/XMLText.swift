/// Texts of a file inside XML and HTML: what the format would take for its own is written otherwise,
/// and characters that XML does not allow are left out.
enum XMLText {
  /// A text between two tags, or inside an attribute between `"`.
  ///
  /// What needs no look is copied in runs.
  static func append(_ text: String, to out: inout [UInt8]) {
    let bytes = text.utf8
    var (start, index) = (bytes.startIndex, bytes.startIndex)
    while index < bytes.endIndex {
      guard isSpecial(bytes[index]) else {
        bytes.formIndex(after: &index)
        continue
      }
      let scalar = text.unicodeScalars[index]
      let next = text.unicodeScalars.index(after: index)
      let isWritten = isAllowed(scalar)
      if !isWritten || scalar.isASCII {
        out.append(contentsOf: bytes[start..<index])
        if isWritten { append(scalar, to: &out) }
        start = next
      }
      index = next
    }
    out.append(contentsOf: bytes[start...])
  }

  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// One scalar that is allowed.
  static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar {
    case "&": out.append(contentsOf: "&amp;".utf8)
    case "<": out.append(contentsOf: "&lt;".utf8)
    case ">": out.append(contentsOf: "&gt;".utf8)
    case "\"": out.append(contentsOf: "&quot;".utf8)
    default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Not a control character, nor what XML 1.0 forbids, nor what turns the direction of all that follows.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
    }
  }

  /// Of the first byte of what is not written as it is; `C2` begins the second control characters,
  /// `E2` those of direction, `EF` and above what XML forbids.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF...0xFF: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}

/// Texts inside an ODF paragraph, where spaces in a row, tabs and new lines have elements.
enum ODFText {
  /// Appends a text; a new line becomes `newLine`.
  static func append(_ text: String, newLine: String, to out: inout [UInt8]) {
    var isAfterSpace = true
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      switch scalar {
      case "\r" where index < scalars.endIndex && scalars[index] == "\n": continue
      case "\r", "\n":
        out.append(contentsOf: newLine.utf8)
        isAfterSpace = true
      case "\t":
        out.append(contentsOf: "<text:tab/>".utf8)
        isAfterSpace = true
      case " ":
        // A space that XML would fold into another, or drop at an end.
        let isLast = index == scalars.endIndex || scalars[index] == "\n" || scalars[index] == "\r"
        out.append(contentsOf: isAfterSpace || isLast ? "<text:s/>".utf8 : " ".utf8)
        isAfterSpace = true
      default:
        guard XMLText.isAllowed(scalar) else { continue }
        XMLText.append(scalar, to: &out)
        isAfterSpace = false
      }
    }
  }
}
