/// A number as it was spelt in the file, so that writing it again changes nothing.
///
/// Two numbers are equal when they are spelt alike: `31` and `31.0` differ.
package struct JSONNumber: Hashable, Sendable {
  /// As RFC 8259 allows, for instance `31`, `-0.50`, `1e3`.
  package let spelling: String

  /// Takes a spelling that the reader has checked.
  init(checked spelling: String) {
    self.spelling = spelling
  }

  package init(_ value: Int) {
    spelling = String(value)
  }

  /// Creates the shortest spelling that reads back as `value`: `31`, not `31.0`.
  ///
  /// `nil` for what JSON cannot spell, the infinities and NaN.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let description = value.description
    spelling = description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}

extension JSONNumber {
  /// The number when it is exactly an integer, however it is spelt: 31 for `31`, `31.0`, `3.1e1`.
  ///
  /// One spelt in more than a thousand characters is none.
  package var int: Int? {
    if let int = Int(spelling) { return int }
    guard spelling.utf8.count <= 1000 else { return nil }
    let isNegative = spelling.hasPrefix("-")
    let parts = spelling.drop { $0 == "-" }
      .split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let mantissa = parts[0].split(separator: ".")
    var digits = String(mantissa.joined())
    let decimals = mantissa.count > 1 ? mantissa[1].count : 0
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    if zeros == digits.count { return 0 }
    digits.removeLast(zeros)
    guard let exponent = parts.count > 1 ? Int(parts[1]) : 0 else { return nil }
    let (scale, overflows) = exponent.addingReportingOverflow(zeros - decimals)
    guard !overflows, (0..<String(Int.max).count).contains(scale) else { return nil }
    return Int((isNegative ? "-" : "") + digits + String(repeating: "0", count: scale))
  }

  /// The nearest `Double`; `nil` when the number is too large for one.
  package var double: Double? {
    Double(spelling).flatMap { $0.isFinite ? $0 : nil }
  }
}
