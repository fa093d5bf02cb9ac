import JSONTree

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func parse(_ text: String) throws(JSONError) -> JSONValue {
  try JSONValue.parse(bytes(text))
}

func written(_ value: JSONValue) -> String {
  String(decoding: JSONValue.write(value), as: UTF8.self)
}

func number(_ spelling: String) throws -> JSONNumber {
  guard case .number(let number) = try parse(spelling) else { throw NotANumber() }
  return number
}

struct NotANumber: Error {}

/// The same numbers for the same seed, so that a failure can be seen again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
