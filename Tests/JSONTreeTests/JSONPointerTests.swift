import Testing

@testable import JSONTree

@Suite struct JSONPointerTests {
  @Test func `a pointer is spelt as RFC 6901 says`() {
    #expect(JSONPointer().description == "")
    #expect(JSONPointer().appending("cercles").appending(0).description == "/cercles/0")
    #expect(JSONPointer([.key("a/b"), .key("m~n"), .key("")]).description == "/a~1b/m~0n/")
  }

  @Test(arguments: [
    (JSONPointer(), 1, 3),
    (JSONPointer().appending("é"), 2, 12),
    (JSONPointer().appending("é").appending(0), 3, 9),
    (JSONPointer().appending("é").appending(2).appending("b"), 5, 24),
    (JSONPointer().appending("fin"), 6, 14),
  ])
  func `a value is found in the text`(pointer: JSONPointer, line: Int, column: Int) {
    let position = pointer.position(in: Self.text)
    #expect(position.map { [$0.line, $0.column] } == [line, column])
  }

  @Test(arguments: [
    JSONPointer().appending("absent"), JSONPointer().appending(0),
    JSONPointer().appending("é").appending("0"), JSONPointer().appending("é").appending(3),
    JSONPointer().appending("é").appending(-1), JSONPointer().appending("fin").appending(0),
    JSONPointer().appending("vide").appending(0),
  ])
  func `a value that is not there has no place`(pointer: JSONPointer) {
    #expect(pointer.position(in: Self.text) == nil)
  }

  @Test func `the offset leads to the value`() throws {
    let pointer = JSONPointer().appending("é").appending(1)
    let offset = try #require(pointer.position(in: Self.text)?.offset)
    #expect(Self.text[offset...].starts(with: bytes("[2]")))
  }

  @Test func `a damaged text gives the places before the damage`() {
    let text = bytes(#"{"a": [1, 2, x], "b": 1}"#)
    #expect(JSONPointer().appending("a").appending(1).position(in: text)?.column == 11)
    #expect(JSONPointer().appending("b").position(in: text) == nil)
    #expect(JSONPointer().position(in: []) == nil)
  }

  @Test func `many places are found in one reading, and are what each one is alone`() throws {
    let line = (0..<3000).map { #"{"é👩\#u{200D}👧": [\#($0), {"b": "e\#u{301}"}]}"# }.joined(
      separator: ",")
    for text in [
      bytes("[" + line + "]"), bytes("\u{FEFF}[" + line.replacing(",", with: ",\r\n") + "]"),
    ] {
      let pointers: [JSONPointer] = (0..<3000).reversed().flatMap { index -> [JSONPointer] in
        [
          [.index(index)], [.index(index), "é👩\u{200D}👧", .index(1), "b"],
          [.index(index), "absent"],
        ]
      }
      let positions = JSONPointer.positions(of: pointers + pointers, in: text)
      #expect(positions.count == 6000)
      for index in stride(from: 0, to: 3000, by: 499) {
        let pointer: JSONPointer = [.index(index), "é👩\u{200D}👧", .index(1), "b"]
        #expect(positions[pointer] == pointer.position(in: text))
        let offset = try #require(positions[pointer]?.offset)
        #expect(positions[pointer] == TextPosition(offset: offset, in: text))
      }
    }
  }

  private static let text = bytes(
    """
      {
          "é": [
            "zéro",
            [2],
            { "a": 1, "b": {} } ],
          "fin": false, "vide": []
      }
    """)
}
