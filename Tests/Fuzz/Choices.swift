/// Decisions taken from the bytes of an input, one after the other; zeros when they are used up.
struct Choices {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func number(below count: Int) -> Int {
    count < 2 ? 0 : (count > 256 ? Int(byte()) << 8 | Int(byte()) : Int(byte())) % count
  }

  mutating func one<Value>(of values: [Value]) -> Value? {
    values.isEmpty ? nil : values[number(below: values.count)]
  }
}
