/// A number of a spreadsheet, which is binary, as a person sees it: 15 digits, no exponent.
enum DecimalText {
  /// Digits that a spreadsheet is sure of.
  private static let sure = 15
  /// Of what is written out; longer ones keep the spelling of the file.
  private static let longest = 40

  /// A number written out, its point moved by so many digits; nil for what is no number.
  ///
  /// `0.30000000000000004` is `0.3`, `1E-7` is `0.0000001`, and `0.31` moved by 2 is `31`.
  static func plain(_ text: String, shift: Int = 0) -> String? {
    guard var number = Number(text) else { return nil }
    number.exponent += shift
    number.round(to: sure)
    return number.spelled(longest: longest) ?? text
  }

  /// Digits before a power of ten.
  private struct Number {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init?(_ text: String) {
      var rest = Array(text.utf8.drop { $0 == 0x20 })[...]
      while rest.last == 0x20 { rest.removeLast() }
      isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      var (hasPoint, hasDigit) = (false, false)
      while let byte = rest.first, byte != UInt8(ascii: "E"), byte != UInt8(ascii: "e") {
        rest.removeFirst()
        if byte == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
          continue
        }
        guard (0x30...0x39).contains(byte) else { return nil }
        hasDigit = true
        if hasPoint { exponent -= 1 }
        if !digits.isEmpty || byte != 0x30 { digits.append(byte - 0x30) }
      }
      guard hasDigit else { return nil }
      if !rest.isEmpty {
        guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
          (-999...999).contains(power)
        else { return nil }
        exponent += power
      }
    }

    mutating func round(to count: Int) {
      if digits.count > count {
        let isUp = digits[count] >= 5
        exponent += digits.count - count
        digits.removeLast(digits.count - count)
        if isUp { increase() }
      }
      while digits.last == 0 {
        digits.removeLast()
        exponent += 1
      }
    }

    private mutating func increase() {
      var place = digits.count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
    }

    /// Nil when it is longer than that.
    func spelled(longest: Int) -> String? {
      guard !digits.isEmpty else { return "0" }
      guard abs(exponent) <= longest, digits.count <= longest else { return nil }
      let spelled = digits.map { Character(Unicode.Scalar($0 + 0x30)) }
      let whole = spelled.count + exponent
      let sign = isNegative ? "-" : ""
      if exponent >= 0 { return sign + String(spelled) + String(repeating: "0", count: exponent) }
      if whole > 0 { return sign + String(spelled[..<whole]) + "." + String(spelled[whole...]) }
      return sign + "0." + String(repeating: "0", count: -whole) + String(spelled)
    }
  }
}
