import JSONTree
import Testing

@testable import DPES

@Suite struct RecordReaderTests {
  /// What both ways read; nil where the short one leaves it to the long one.
  private func read(_ text: String) throws -> Demarche? {
    let bytes = Array(text.utf8)
    guard let straight = Demarche(straightFrom: bytes) else { return nil }
    #expect(try straight == Demarche(file: JSONValue.parse(bytes)))
    return straight
  }

  @Test func `what Palier writes is read without a tree`() throws {
    let written = JSONValue.write(Mutant.sample)
    #expect(try read(String(decoding: written, as: UTF8.self)) != nil)
    for seed in UInt64(0)..<60 {
      var maker = SampleMaker(seed: seed)
      let text = String(decoding: JSONValue.write(maker.file()), as: UTF8.self)
      #expect(try read(text) != nil, "\(text)")
    }
  }

  @Test(arguments: [
    "", "\"id\": null,", "\"inconnu\": {\"a\": [1, {}]},", "\"participants\": [],",
    "\"candidature\": {},",
    "\"n\\u006ftes\": [{\"id\": \"n\", \"date\": \"2026-01-02\", \"inconnu\": 1}],",
    "\"schema\"  :\n{\"dureeMois\": 36.0},", "\"schema\": {\"dureeMois\": 9e9},",
    "\"cercles\": null,",
  ])
  func `other spellings are kept as the long way keeps them`(member: String) throws {
    let text =
      "\u{FEFF} {\(member) \"version\": 1, \"format\": \"dpes\","
      + " \"structure\": {\"raisonSociale\": \"A \\u00e9\"}\(member.hasPrefix("\"id") ? "" : ", \"id\": \"d\"") }\n"
    let demarche = try read(text)
    #expect((demarche == nil) == member.hasPrefix("\"id"))
  }

  @Test(arguments: [
    "\"id\": \"e\"", "\"x\": 1, \"x\": 2", "\"i\\u0064\": \"e\"", "\"notes\": {\"a\": 1}",
    "\"version\": 2",
    "\"schema\": {\"paliers\": [{\"id\": \"p\"}]}", "\"notes\": [{\"id\": \"n\",}]",
    "\"format\": \"autre\"",
    "\"x\": \(String(repeating: "[", count: 600))\(String(repeating: "]", count: 600))",
  ])
  func `what is wrong, or of another version, is for the long way`(member: String) throws {
    let isOther = member.hasPrefix("\"version") || member.hasPrefix("\"format")
    let usual = isOther ? "" : "\"format\": \"dpes\", \"version\": 1, "
    let rest = member.hasPrefix("\"version") ? "\"format\": \"dpes\", " : ""
    let text =
      "{\(usual)\(rest)\"id\": \"d\", \"structure\": {\"raisonSociale\": \"A\"}, \(member)"
      + (member.hasPrefix("\"format") ? ", \"version\": 1}" : "}")
    #expect(Demarche(straightFrom: Array(text.utf8)) == nil)
  }

  @Test func `what follows the end, and a text cut short, is for the long way`() {
    let text = Array(checkedFile.utf8)
    #expect(Demarche(straightFrom: text) != nil)
    #expect(Demarche(straightFrom: text + Array("x".utf8)) == nil)
    #expect(Demarche(straightFrom: Array(text.dropLast(3))) == nil)
  }
}
