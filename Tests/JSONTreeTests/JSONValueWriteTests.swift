import JSONTree
import Testing

@Suite struct JSONValueWriteTests {
  /// The layout of our files, pinned.
  static let layout = #"""
    {
      "format": "dpes",
      "version": 1,
      "id": "k3f9a0c2m7x",
      "vide": [],
      "sans": {},
      "texte": "« L’été » \"a/b\" \\ 日",
      "liste": [
        "a",
        1.50,
        true,
        null,
        [
          []
        ],
        {
          "12": -0
        }
      ]
    }

    """#

  @Test func `a text in our layout is written as it was`() throws {
    #expect(written(try parse(Self.layout)) == Self.layout)
  }

  @Test func `another layout becomes ours`() throws {
    let compact = #"""
      {"format":"dpes","version":1,"id":"k3f9a0c2m7x","vide":[ ],"sans":{
      },"texte":"« L\u2019\u00e9t\u00e9 » \"a\/b\" \\ 日","liste":["a",1.50,true,null,[[]],{"12":-0}]}
      """#
    #expect(written(try parse(compact)) == Self.layout)
  }

  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("/", "/"), ("\u{8}", #"\b"#), ("\u{C}", #"\f"#),
    ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#), ("\0", #"\u0000"#), ("\u{B}", #"\u000b"#),
    ("\u{1B}", #"\u001b"#), ("\u{7F}", "\u{7F}"), ("é\u{2028}👩\u{200D}👧", "é\u{2028}👩\u{200D}👧"),
  ])
  func `only quotes, backslashes and control characters are escaped`(
    text: String, spelling: String
  ) {
    #expect(written(.string(text)) == "\"\(spelling)\"\n")
    #expect(written(.object([text: .null])) == "{\n  \"\(spelling)\": null\n}\n")
  }
}
