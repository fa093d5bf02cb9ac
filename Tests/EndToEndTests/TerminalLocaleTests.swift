import Testing

/// French typed at the keyboard, whatever the user's locale.
@Suite(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
struct TerminalLocaleTests {
  struct Locale: CustomTestStringConvertible {
    let testDescription: String
    let environment: [String: String]
    let isUTF8: Bool

    init(_ name: String, _ environment: [String: String], isUTF8: Bool) {
      testDescription = name
      self.environment = environment
      self.isUTF8 = isUTF8
    }
  }

  static let locales = [
    Locale("C.UTF-8", ["LC_ALL": "C.UTF-8"], isUTF8: true),
    Locale("C", ["LC_ALL": "C"], isUTF8: false),
    Locale("none", [:], isUTF8: false),
    Locale("one that is not installed", ["LANG": "xx_XX.UTF-8"], isUTF8: true),
    Locale("a French one that is not installed", ["LANG": "fr_FR@euro"], isUTF8: false),
  ]

  @Test(arguments: locales)
  func `French can be typed and is shown`(in locale: Locale) throws {
    try typeFrench(environment: locale.environment, isUTF8: locale.isUTF8)
  }

  @Test(.enabled(if: Programs.hasFrench, "no fr_FR.UTF-8: make test-deps"))
  func `French can be typed in fr_FR.UTF-8`() throws {
    let environment = ["LOCPATH": Programs.locales, "LANG": "fr_FR.UTF-8"]
    try typeFrench(environment: environment, isUTF8: true)
  }

  @Test(.enabled(if: Programs.hasFrench, "no fr_FR.UTF-8: make test-deps"))
  func `another UTF-8 locale stands in where C.UTF-8 is missing`() throws {
    try typeFrench(environment: ["LOCPATH": Programs.locales], isUTF8: false)
  }

  @Test func `keys still arrive where there is no UTF-8 locale at all`() throws {
    let terminal = try Tmux([Programs.probe], environment: ["LOCPATH": "/nowhere"])
    try terminal.waitFor { $0.contains("bottom") }
    try terminal.type("é")
    try terminal.send("Up")
    try terminal.waitFor { $0.contains("e9") && $0.contains("key up") }
  }

  private func typeFrench(environment: [String: String], isUTF8: Bool) throws {
    let terminal = try Tmux([Programs.probe], environment: environment)
    let first = try terminal.waitFor { $0.contains("bottom") }
    #expect(first.contains(isUTF8 ? "utf-8" : "ascii"))
    try terminal.type("éœ’€")
    try terminal.type("e\u{301}x")
    let screen = try terminal.waitFor { $0.contains("character x") }
    let events = screen.split(separator: "\n").filter { $0.hasPrefix("character") }
    #expect(
      events == [
        "character é e9", "character œ 153", "character ’ 2019", "character € 20ac",
        "character e\u{301} 65 301", "character x 78",
      ])
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }
}
