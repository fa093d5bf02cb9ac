import JSONTree
import Seeded
import Testing

@Suite struct JSONObjectTests {
  @Test func `members are set in place, appended and removed`() {
    var object: JSONObject = ["b": .null, "a": .null, "c": .null]
    object["a"] = .bool(true)
    object["d"] = .bool(false)
    object["b"] = nil
    object["absent"] = nil
    #expect(object == ["a": .bool(true), "c": .null, "d": .bool(false)])
    #expect(object["b"] == nil)
  }

  @Test func `order counts in equality`() {
    let object: JSONObject = ["a": .null, "b": .null]
    #expect(object != ["b": .null, "a": .null])
  }

  @Test func `a key repeated in a literal keeps its last value`() {
    let object: JSONObject = ["a": .null, "b": .null, "a": .bool(true)]
    #expect(object == ["a": .bool(true), "b": .null])
  }

  @Test(arguments: 0..<20)
  func `an object of any size acts as a list of unique keys`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var object = JSONObject()
    var model: [(key: String, value: Int)] = []
    for step in 0..<200 {
      let key = String(Int.random(in: 0..<40, using: &generator))
      let place = model.firstIndex { $0.key == key }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        object[key] = nil
        if let place { model.remove(at: place) }
      } else {
        object[key] = .number(JSONNumber(step))
        if let place { model[place].value = step } else { model.append((key, step)) }
      }
      #expect(Array(object.keys) == model.map(\.key))
      for (key, value) in model { #expect(object[key] == .number(JSONNumber(value))) }
      #expect(object.isEmpty == model.isEmpty)
    }
  }

  @Test func `an object of many members is read without delay`() throws {
    let members = (0..<50_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    guard case .object(let object) = try parse("{\(members)}") else { throw NotAnObject() }
    #expect(object["k49999"] == .number(JSONNumber(49_999)))
    #expect(throws: JSONError.self) { try parse("{\(members),\"k31\":0}") }
  }

  private struct NotAnObject: Error {}
}
