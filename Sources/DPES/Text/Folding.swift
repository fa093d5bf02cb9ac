// The standard library's own tables: it has them for comparing strings, and offers them to
// libraries such as Foundation alone.
@_spi(_Unicode) import Swift

extension String {
  /// The text as people compare words, whatever the writing system: without case, marks and
  /// characters that nobody sees; ligatures and letters with a stroke taken apart; any white space
  /// a space, any apostrophe `'`, any hyphen or dash `-`.
  ///
  /// - Complexity: O(n); about a microsecond for an observation.
  package var folded: String { String(decoding: foldedBytes, as: UTF8.self) }

  /// The same in UTF-8.
  package var foldedBytes: [UInt8] {
    let utf8 = utf8.span
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case 65...90: result.append(byte + 32)
      case 32...126: result.append(byte)
      // The two bytes of a letter of the languages around here.
      case 0xC2..<0xC9 where index + 1 < utf8.count:
        let value = Int(byte & 0x1F) << 6 | Int(utf8[index + 1] & 0x3F)
        result.append(contentsOf: FoldedScalars.common[value - FoldedScalars.first])
        index += 1
      default: index = Self.appendFolded(utf8, at: index, to: &result)
      }
      index += 1
    }
    return result
  }

  /// What is left of one scalar that is not of the most usual.
  ///
  /// - Returns: The place of its last byte.
  private static func appendFolded(
    _ utf8: Span<UInt8>, at index: Int, to result: inout [UInt8]
  ) -> Int {
    var scalar = [utf8[index]]
    var end = index + 1
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 {
      scalar.append(utf8[end])
      end += 1
    }
    // The apostrophe of French, which the rule finds by its name.
    if scalar == [0xE2, 0x80, 0x99] {
      result.append(UInt8(ascii: "'"))
    } else {
      for scalar in String(decoding: scalar, as: UTF8.self).unicodeScalars {
        result.append(contentsOf: String(scalar.folded).utf8)
      }
    }
    return end - 1
  }

  /// Folded, without apostrophes and hyphens, which people leave out: what a search looks in.
  package var cherchable: String { String(folded.filter { $0 != "'" && $0 != "-" }) }

  /// A folded word without the mark of a plural, when it is long enough to have one.
  var singulier: String {
    guard count > 3, let last else { return self }
    return last == "s" || last == "x" ? String(dropLast()) : self
  }
}

/// The letters of the languages around here, worked out once.
private enum FoldedScalars {
  static let first = 0x80
  static let common = (UInt32(first)..<0x250).map { value in
    Array(String(Unicode.Scalar(value)?.folded ?? String.UnicodeScalarView()).utf8)
  }
}

extension Unicode.Scalar {
  /// What is left of it where words are compared; often nothing.
  fileprivate var folded: String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    if properties.isDefaultIgnorableCodePoint { return result }
    if properties.isWhitespace { return " ".unicodeScalars }
    if properties.isDash { return "-".unicodeScalars }
    if isApostrophe { return "'".unicodeScalars }
    for part in String(self)._nfd where !part.isMark {
      // « ß » is « SS » in capitals, the Greek sigma has two small forms: by way of capitals they
      // are one.
      let lower = part.properties.lowercaseMapping.uppercased().lowercased()
      for scalar in lower.unicodeScalars where !scalar.isMark {
        result.append(contentsOf: (scalar.plain ?? String(scalar)).unicodeScalars)
      }
    }
    return result
  }

  private var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private var isApostrophe: Bool {
    switch properties.generalCategory {
    case .initialPunctuation, .finalPunctuation, .otherPunctuation, .modifierLetter,
      .modifierSymbol:
      guard !isASCII || self == "'" || self == "`", let name = properties.name else { return false }
      return ["APOSTROPHE", "SINGLE", "PRIME", "COMMA", "ACCENT"].contains(where: name.contains)
        && !name.contains("DOUBLE") && !name.contains("LOW-9") && !name.contains("ANGLE")
        && (properties.generalCategory != .otherPunctuation || !name.hasSuffix("COMMA"))
    default: return false
    }
  }

  /// The plain letters and digits of « đ », « œ », « 𝐙 », « ７ »: no decomposition of the standard
  /// library has them, and their names and numeric values do; nil for what has none.
  private var plain: String? {
    if isASCII || properties.isIdeographic { return nil }
    if properties.numericType == .decimal, let value = properties.numericValue {
      return String(Int(value))
    }
    return properties.name.flatMap { Self.latinLetters(of: $0) ?? Self.styledLetter(of: $0) }
  }

  /// Of a name such as LATIN SMALL LETTER D WITH STROKE.
  private static func latinLetters(of name: String) -> String? {
    // It looks like « Đ » and is typed for it.
    if name == "LATIN SMALL LETTER ETH" { return "d" }
    for kind in ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "] {
      guard let start = name.firstRange(of: kind)?.upperBound else { continue }
      let letters = name[start...].prefix { $0 != " " }
      let isPlain =
        letters.endIndex == name.endIndex || name[letters.endIndex...].hasPrefix(" WITH ")
      if isPlain, letters.count <= 2 { return letters.lowercased() }
    }
    return nil
  }

  /// Of a name such as MATHEMATICAL BOLD CAPITAL Z, SCRIPT SMALL G, LATIN LETTER SMALL CAPITAL B.
  private static func styledLetter(of name: String) -> String? {
    let styles = ["MATHEMATICAL ", "SCRIPT ", "BLACK-LETTER ", "DOUBLE-STRUCK ", "LATIN LETTER "]
    guard styles.contains(where: name.hasPrefix) else { return nil }
    let words = name.split(separator: " ").suffix(2)
    guard let letter = words.last, letter.count == 1, ["CAPITAL", "SMALL"].contains(words.first)
    else { return nil }
    return letter.lowercased()
  }
}
