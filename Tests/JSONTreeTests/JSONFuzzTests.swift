import JSONTree
import Seeded
import Testing

@Suite struct JSONFuzzTests {
  @Test(arguments: 0..<200)
  func `what is written is read as it was`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = JSONValue.random(depth: 5, using: &generator)
    let text = JSONValue.write(value)
    let read = try JSONValue.parse(text)
    #expect(read == value)
    #expect(JSONValue.write(read) == text)
  }

  @Test(arguments: 0..<200)
  func `a damaged text is read or refused`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = JSONValue.write(.random(depth: 4, using: &generator))
    for _ in 0..<50 {
      let damaged = damage(text, using: &generator)
      do {
        let value = try JSONValue.parse(damaged)
        #expect(try JSONValue.parse(JSONValue.write(value)) == value)
      } catch {
        #expect((0...damaged.count).contains(error.position.offset))
      }
    }
  }

  private func damage(_ text: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0...text.count, using: &generator)
      let end = min(text.count, place + Int.random(in: 0...3, using: &generator))
      let bytes = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : Array("[]{},:\"\\u0e-.tfn \n".utf8).randomElement(using: &generator) ?? 0
      }
      text.replaceSubrange(place..<end, with: bytes)
    }
    return text
  }
}

extension JSONValue {
  fileprivate static func random(
    depth: Int, using generator: inout SeededGenerator
  ) -> JSONValue {
    switch Int.random(in: depth > 0 ? 0...7 : 0...4, using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .number(JSONNumber(.random(in: .min ... .max, using: &generator)))
    case 3:
      let double = Double(bitPattern: generator.next())
      return JSONNumber(double).map { .number($0) } ?? .null
    case 4: return .string(.random(using: &generator))
    case 5:
      return .array(
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          random(depth: depth - 1, using: &generator)
        })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        object[.random(using: &generator)] = random(depth: depth - 2, using: &generator)
      }
      return .object(object)
    }
  }
}

extension String {
  fileprivate static func random(using generator: inout SeededGenerator) -> String {
    var scalars = UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let limit: UInt32 = [0x30, 0x80, 0x250, 0x11_0000].randomElement(using: &generator) ?? 1
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
