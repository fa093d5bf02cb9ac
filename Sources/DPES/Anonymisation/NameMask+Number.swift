// The number of a structure.
extension NameMask {
  /// A SIREN that begins in a word, with the other digits of the SIRET or of the VAT number that it
  /// is in, however they are grouped.
  func number(at place: Int, among words: [TextWord], in text: String) -> Found? {
    guard let number = known.number, words[place].isNumber,
      let begun = words[place].raw.beginning(of: number.siren)
    else { return nil }
    var (left, rest) = (begun.left, begun.rest)
    var end = place
    while !left.isEmpty {
      guard let more = words.digits(after: end, in: text) else { return nil }
      if left.hasPrefix(more) {
        left = left.dropFirst(more.count)
      } else if more.hasPrefix(left) {
        rest = more.dropFirst(left.count)
        left = ""
      } else {
        return nil
      }
      end += 1
    }
    if rest.isEmpty { end = words.endOfPlace(after: end, in: text) }
    return Found(
      words: (begun.isAtStart ? words.startOfTax(before: place, in: text) : place)..<(end + 1),
      kind: .structure, nom: number.nom)
  }
}

extension String {
  /// Where a SIREN, or what of it is in this word, begins, what is left of it for the next words,
  /// and what follows it in this one; nil when it does not begin here.
  fileprivate func beginning(
    of siren: String
  ) -> (isAtStart: Bool, left: Substring, rest: Substring)? {
    if let whole = firstRange(of: siren) {
      return (whole.lowerBound == startIndex, "", self[whole.upperBound...])
    }
    for length in stride(from: Swift.min(utf8.count, siren.utf8.count - 1), to: 0, by: -1)
    where hasSuffix(siren.prefix(length)) {
      return (length == utf8.count, siren.dropFirst(length), "")
    }
    return nil
  }
}

extension [TextWord] {
  /// The digits of the next word, when it may go on with a number.
  fileprivate func digits(after last: Int, in text: String) -> Substring? {
    guard last + 1 < count, self[last + 1].isNumber, areJoined(last, in: text) else { return nil }
    return self[last + 1].raw[...]
  }

  /// The last word of the five digits that tell apart the places of one structure.
  fileprivate func endOfPlace(after siren: Int, in text: String) -> Int {
    var (digits, end) = (0, siren)
    while digits < 5, let more = self.digits(after: end, in: text) {
      digits += more.utf8.count
      end += 1
    }
    return digits == 5 ? end : siren
  }

  /// The word of the two digits of a VAT number, « FR 12 ».
  fileprivate func startOfTax(before siren: Int, in text: String) -> Int {
    guard siren > 1, self[siren - 1].isNumber, self[siren - 1].raw.utf8.count == 2,
      self[siren - 2].raw == "fr", areJoined(siren - 1, in: text), areJoined(siren - 2, in: text)
    else { return siren }
    return siren - 1
  }
}
