import Testing

@testable import Documents

/// Templates, read and filled.
@Suite struct TemplateTests {
  private func filled(_ text: String, _ others: [String: String] = [:]) throws -> String {
    let template = try Template(text, file: "essai.md") { others[$0] }
    let scope: TemplateScope = [
      "nom": .text("Ici & là"), "vide": .text("  "), "oui": .flag(true),
      "dessin": .markup { [60, 62] },
      "rien": .each([Int]()) { _ in [:] },
      "liste": .each([1, 2]) { number in
        ["n": .number(number), "dedans": .each(["a"]) { ["lettre": .text($0)] }]
      },
    ]
    return String(
      decoding: try template.filled(with: scope, TextFormat.html.append), as: UTF8.self)
  }

  @Test(arguments: [
    ("{{nom}}!", "Ici &amp; là!"),
    ("{{dessin}}", "<>"),
    (
      "{{chaque liste}}{{n}}{{chaque dedans}}{{lettre}}{{n}}{{nom}},{{fin}}{{fin}}",
      "1a1Ici &amp; là,2a2Ici &amp; là,"
    ),
    (
      "{{si vide}}a{{sinon}}b{{fin}}{{si rien}}c{{fin}}{{si oui}}d{{fin}}{{si liste}}e{{fin}}",
      "bde"
    ),
    ("un\n{{si oui}}\ndeux\n{{fin}}\ntrois\n", "un\ndeux\ntrois\n"),
    ("un\n  {{chaque liste}}  \n- {{n}}\n{{fin}}\n", "un\n- 1\n- 2\n"),
    ("{{inclure autre}}\nfin", "[Ici &amp; là]\nfin"),
    ("", ""), ("sans rien", "sans rien"), ("une { accolade }", "une { accolade }"),
  ])
  func `a template says what it says, its holes filled`(text: String, expected: String) throws {
    #expect(try filled(text, ["autre": "[{{nom}}]\n"]) == expected)
  }

  @Test(arguments: [
    ("a\nb {{nom", 2, Template.Fault.Cause.unclosedTag),
    ("a\n{{si oui}}\nb\n", 2, .unclosedBlock("oui")),
    ("a\n\n{{fin}}", 3, .strayTag("fin")),
    ("{{chaque liste}}{{sinon}}{{fin}}", 1, .strayTag("sinon")),
    ("a\n{{inconnu}}", 2, .unknownName("inconnu")),
    ("{{si inconnu}}{{fin}}", 1, .unknownName("inconnu")),
    ("{{chaque nom}}{{fin}}", 1, .notAList("nom")),
    ("\n{{liste}}", 2, .notAValue("liste")),
    ("{{inclure ailleurs}}", 1, .missingFile("ailleurs")),
  ])
  func `a wrong template says where`(text: String, line: Int, cause: Template.Fault.Cause) {
    #expect(throws: Template.Fault(file: "essai.md", line: line, cause: cause)) {
      try filled(text)
    }
  }

  @Test func `templates that include each other end`() {
    #expect(throws: Template.Fault(file: "a", line: 1, cause: .missingFile("a"))) {
      try filled("{{inclure a}}", ["a": "{{inclure a}}"])
    }
  }

  @Test(arguments: [
    ("- un", "\\- un"), ("12. mois", "12\\. mois"), ("en 12. mois", "en 12. mois"),
    ("a*b_c|d", "a\\*b\\_c\\|d"), ("un\ndeux", "un<br>deux"), ("\u{1B}[31m<b>", "\\[31m\\<b\\>"),
  ])
  func `Markdown takes nothing of a text for its own`(text: String, expected: String) {
    var out: [UInt8] = []
    TextFormat.md.append(text, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("a  b", "a <text:s/>b"), (" a ", "<text:s/>a<text:s/>"), ("a\tb", "a<text:tab/>b"),
    ("a\r\nb\nc", "a<text:line-break/>b<text:line-break/>c"), ("a & <b>\u{0}", "a &amp; &lt;b&gt;"),
  ])
  func `spaces and lines of a text stand in Writer as they were`(text: String, expected: String) {
    var out: [UInt8] = []
    TextFormat.fodt.append(text, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }
}
