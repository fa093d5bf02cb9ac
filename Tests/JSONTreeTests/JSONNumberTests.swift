import JSONTree
import Testing

@Suite struct JSONNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("31", 31), ("-31", -31), ("31.0", 31), ("3.1e1", 31), ("310E-1", 31),
      ("0.031e+3", 31), ("-3.10e1", -31), ("0e999999999999999999999", 0), ("0.000", 0),
      ("1e18", 1_000_000_000_000_000_000),
      ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("-922337203685477580.8e1", .min), ("9223372036854775807.000", .max),
      ("9223372036854775808", nil), ("9223372036854775808.0", nil), ("1e19", nil), ("31.5", nil),
      ("1e-1", nil), ("5e-400", nil), ("1e99999999999999999999", nil),
      ("1e9223372036854775807", nil), ("10e9223372036854775807", nil),
      ("1.5e-9223372036854775808", nil),
    ] as [(String, Int?)])
  func `an integer is known however it is spelt`(spelling: String, int: Int?) throws {
    #expect(try number(spelling).int == int)
  }

  @Test(
    arguments: [
      ("31", 31), ("-0", 0), ("12.50", 12.5), ("1e3", 1000), ("1e-400", 0), ("1e308", 1e308),
      ("1e309", nil), ("-1e99999", nil), ("123456789012345678901234567890", 1.2345678901234568e29),
    ] as [(String, Double?)])
  func `a double is the nearest one`(spelling: String, double: Double?) throws {
    #expect(try number(spelling).double == double)
  }

  @Test(
    arguments: [
      (31, "31"), (12.5, "12.5"), (-0.25, "-0.25"), (0, "0"), (1e16, "1e+16"),
      (.leastNonzeroMagnitude, "5e-324"),
      (0.1, "0.1"), (.infinity, nil), (-.infinity, nil), (.nan, nil),
    ] as [(Double, String?)])
  func `a double gets its shortest spelling`(double: Double, spelling: String?) throws {
    #expect(JSONNumber(double)?.spelling == spelling)
    if let spelling { #expect(try number(spelling).double == double) }
  }

  @Test func `an integer is spelt in digits`() {
    #expect(JSONNumber(.min).spelling == "-9223372036854775808")
  }
}
