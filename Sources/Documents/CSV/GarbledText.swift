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
      !text[index].isASCII && SingleByteEncoding.all.contains { isGarbled(text, at: index, $0) }
    }
  }

  private static func isGarbled(
    _ text: [Unicode.Scalar], at index: Int, _ encoding: SingleByteEncoding
  ) -> Bool {
    guard let lead = encoding.encoded(text[index...index])?.first, let count = leads[lead],
      index + count <= text.count,
      let bytes = encoding.encoded(text[index..<index + count]),
      let letter = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first,
      FrenchLikeness.all.contains(letter)
    else { return false }
    // Of signs, two may stand together by themselves: a square root of π, the corner of a frame.
    // In a word they don't.
    if count > 2 || text[index].properties.isAlphabetic { return true }
    let neighbours = [index - 1, index + count].filter(text.indices.contains).map { text[$0] }
    return "àÀ".unicodeScalars.contains(letter)
      || neighbours.contains { $0.isASCII && $0.properties.isAlphabetic }
  }
}
