// What stands between the words of a text.
extension [TextWord] {
  /// Whether a word and the next one may be parts of one name: nothing ends between them.
  func areJoined(_ index: Int, in text: String) -> Bool {
    let between = text[self[index].range.upperBound..<self[index + 1].range.lowerBound]
    let signs = between.filter { !$0.isWhitespace && !$0.isInvisible }
    return !between.contains(where: \.isNewline) && signs.count <= 2
      && signs.allSatisfy { $0.isJoint || "._&".contains($0) }
  }

  /// Whether a word and the next one may be two words of one name: of an organisation's also across
  /// the end of a line, or a comma.
  func areParts(_ index: Int, of kind: MaskedName.Kind, in text: String) -> Bool {
    if areJoined(index, in: text) { return true }
    if kind == .personne { return areSyllables(index, in: text) }
    let between = text[self[index].range.upperBound..<self[index + 1].range.lowerBound]
    let signs = between.filter { !$0.isWhitespace && !$0.isInvisible }
    return signs.count <= 2 && signs.allSatisfy { $0.isJoint || ".,_&".contains($0) }
  }

  /// Whether a word and the next one may be one word of a name, which people write with a hyphen or
  /// an apostrophe or without: « O’Brien », « OBrien », a line that ends in « Du- », or in a hyphen
  /// that nobody sees.
  ///
  /// An article before an apostrophe is none: « l’ange » is not Lange.
  func areSyllables(_ index: Int, in text: String) -> Bool {
    let (first, second) = (self[index], self[index + 1])
    let between = text[first.range.upperBound..<second.range.lowerBound]
    if between == " " { return false }
    let seen = between.filter { !$0.isInvisible }
    let isBroken = seen.count < between.count || text.hasInvisible(before: first.range.upperBound)
    guard let sign = seen.first, sign.isJoint || isBroken && sign.isWhitespace else {
      return false
    }
    let rest = sign.isJoint ? seen.dropFirst() : seen[...]
    guard rest.allSatisfy(\.isWhitespace), rest.isEmpty || rest.contains(where: \.isNewline) else {
      return false
    }
    if String(sign).folded == "'" { return second.isCapitalised || !first.isElision }
    // « y a-t-il » is not Atil.
    return !rest.isEmpty || second.isCapitalised || first.raw.count > 2 || second.raw.count > 2
  }

  /// Whether a word is what a name was replaced by.
  func isMask(_ index: Int, in text: String) -> Bool {
    let range = self[index].range
    guard range.lowerBound > text.startIndex, range.upperBound < text.endIndex else { return false }
    let bytes = text.utf8
    return bytes[bytes.index(before: range.lowerBound)] == UInt8(ascii: "[")
      && bytes[range.upperBound] == UInt8(ascii: "]")
      && MaskedName.Kind(rawValue: String(text[range])) != nil
  }

  /// The words before each `@`, up to what can't be in an address.
  func localParts(in text: String) -> [Range<Int>] {
    indices.compactMap { last in
      guard text[self[last].range.upperBound...].first(where: { !$0.isInvisible }) == "@" else {
        return nil
      }
      var first = last
      while first > 0 {
        let between = text[self[first - 1].range.upperBound..<self[first].range.lowerBound]
        guard between.allSatisfy({ $0.isInvisible || ".-_+'’".contains($0) }) else { break }
        first -= 1
      }
      return first..<(last + 1)
    }
  }

  /// Whether nothing but particles stands between two words.
  func areOne(from first: Int, to last: Int, in text: String) -> Bool {
    guard last - first <= 4 else { return false }
    return (first..<last).allSatisfy { areJoined($0, in: text) }
      && self[(first + 1)..<last].allSatisfy { $0.isParticle && $0.folded != "et" }
  }
}

extension Character {
  var isInvisible: Bool {
    !isASCII && unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint }
  }

  /// A hyphen or an apostrophe.
  var isJoint: Bool {
    let folded = String(self).folded
    return folded == "-" || folded == "'"
  }
}

extension String {
  /// Whether what stands before a position ends with a scalar that nobody sees: some belong to the
  /// character before them.
  fileprivate func hasInvisible(before index: Index) -> Bool {
    index > startIndex
      && unicodeScalars[unicodeScalars.index(before: index)].properties.isDefaultIgnorableCodePoint
  }
}
