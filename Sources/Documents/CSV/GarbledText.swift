/// What is left of a letter whose bytes were read in the wrong encoding, and saved so: « Ã© », « ├® »
/// or « √© » for « é ».
enum GarbledText {
  /// The bytes that begin a character of French in UTF-8, and how many it has.
  private static let leads: [UInt8: Int] = [0xC2: 2, 0xC3: 2, 0xC5: 2, 0xE2: 3]

  /// Where in a text the first one begins; nil when there is none.
  ///
  /// - Complexity: O(scalars).
  static func first(in text: [Unicode.Scalar]) -> Int? {
    text.indices.first { index in
      !text[index].isASCII
        && SingleByteEncoding.all.contains { letter(of: text, at: index, $0) != nil }
    }
  }

  /// The text with the letters that were meant; nil where there is none of another encoding.
  ///
  /// - Complexity: O(characters).
  static func mended(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var (index, isMended) = (0, false)
    while index < scalars.count {
      let found =
        scalars[index].isASCII
        ? nil
        : SingleByteEncoding.all.lazy.compactMap { letter(of: scalars, at: index, $0) }.first
      result.append(found?.scalar ?? scalars[index])
      index += found?.count ?? 1
      isMended = isMended || found != nil
    }
    return isMended ? String(apostrophes(in: Array(result))) : nil
  }

  /// The same with the apostrophes of which two of three bytes were lost: « â » before a vowel.
  private static func apostrophes(in text: [Unicode.Scalar]) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    for index in text.indices {
      let next = index + 1 < text.count ? text[index + 1] : " "
      let isVowel = "aàâeéèêiîoôuhyœAÀÂEÉÈÊIÎOÔUHYŒ".unicodeScalars.contains(next)
      result.append(text[index] == "â" && isVowel ? "’" : text[index])
    }
    return result
  }

  /// The letter that was meant where one begins, and the scalars that it takes.
  private static func letter(
    of text: [Unicode.Scalar], at index: Int, _ encoding: SingleByteEncoding
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    guard let lead = encoding.encoded(text[index...index])?.first, let count = leads[lead],
      index + count <= text.count,
      let bytes = encoding.encoded(text[index..<index + count]),
      let letter = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first,
      FrenchLikeness.all.contains(letter)
    else { return nil }
    // Of signs, two may stand together by themselves: a square root of π, the corner of a frame.
    // In a word they don't.
    if count > 2 || text[index].properties.isAlphabetic { return (letter, count) }
    let neighbours = [index - 1, index + count].filter(text.indices.contains).map { text[$0] }
    let isWord =
      "àÀ".unicodeScalars.contains(letter)
      || neighbours.contains { $0.isASCII && $0.properties.isAlphabetic }
    return isWord ? (letter, count) : nil
  }
}
