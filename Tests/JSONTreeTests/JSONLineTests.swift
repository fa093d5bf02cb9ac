import JSONTree
import Testing

@Suite struct JSONLineTests {
  @Test func `a line has no blank between its parts, and reads back as it was`() throws {
    let text = "{\"a\": [1, \"b c\\n\", {}], \"d\": {\"e\": null}, \"f\": []}"
    let value = try JSONValue.parse(Array(text.utf8))
    let line = JSONValue.writeLine(value)
    #expect(
      String(decoding: line, as: UTF8.self)
        == "{\"a\":[1,\"b c\\n\",{}],\"d\":{\"e\":null},\"f\":[]}\n")
    #expect(try JSONValue.parse(line) == value)
  }
}
