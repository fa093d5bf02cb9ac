import DPES
import Testing

/// Observations typed and pasted in the capture, as they reach the file.
@Suite(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
struct PalierTypingTests {
  @Test(arguments: TerminalLocaleTests.locales)
  func `French typed in the capture is in the file`(in locale: TerminalLocaleTests.Locale) throws {
    try typeFrench(environment: locale.environment, isUTF8: locale.isUTF8)
  }

  @Test func `French typed where there is no UTF-8 locale at all is in the file`() throws {
    try typeFrench(environment: ["LOCPATH": "/nowhere"], isUTF8: false)
  }

  @Test(.enabled(if: Programs.hasFrench, "no fr_FR.UTF-8: make test-deps"))
  func `French typed in fr_FR.UTF-8 is in the file`() throws {
    let environment = ["LOCPATH": Programs.locales, "LC_ALL": "fr_FR.UTF-8"]
    try typeFrench(environment: environment, isUTF8: true)
  }

  private func typeFrench(environment: [String: String], isUTF8: Bool) throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    let terminal = try palier.tmux(environment: environment)
    let first = try terminal.capture()
    #expect(
      try rows(first) == rows(palier.printed(environment: ["LC_ALL": ""].merged(environment))))
    // Marks, and the lines of the circle.
    let drawn = first.unicodeScalars.filter { ("\u{2500}"..."\u{28FF}").contains($0) }
    #expect(drawn.isEmpty == !isUTF8, "\(String(String.UnicodeScalarView(drawn)))")

    let text = "« é œ ’ € » e\u{301}t"
    try terminal.send("n")
    try terminal.waitFor { $0.contains("Nouvelle observation") }
    try terminal.type(text)
    try terminal.waitFor { $0.contains(text) }
    try terminal.send("Enter", Tmux.apart, "p", "o")
    let after = try terminal.waitFor(saysSaved)
    let mark = isUTF8 ? "▲" : "O"
    #expect(rows(after).contains { $0.contains("\(mark) P  \(text)") }, "\(after)")
    #expect(try palier.texts == before + [text.scalars])
    let last = try #require(try palier.observations.last)
    #expect(last.axe == .personne && last.statut == .orange)
    try terminal.close("Nouvelle observation", by: "Escape")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `pasted lines are observations, and undo takes them all back`() throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    let terminal = try palier.tmux()
    try terminal.send("n")
    try terminal.waitFor { $0.contains("Nouvelle observation") }
    let lines = ["Une « première »", "La deuxième ; l’œuvre", "e\u{301}t la dernière"]
    try terminal.paste(lines.joined(separator: "\n"))
    try terminal.waitFor { screen in
      screen.contains("3 lignes") && lines.allSatisfy { screen.contains("+ \($0)") }
    }
    #expect(try palier.texts == before)
    try terminal.send("Enter")
    try terminal.waitFor {
      saysSaved($0) && $0.contains("3 observations ajoutées")
    }
    #expect(try palier.texts == before + lines.map(\.scalars))
    #expect(try palier.observations.suffix(3).allSatisfy { $0.axe == nil && $0.statut == nil })
    try terminal.send("F9")
    try terminal.waitFor {
      saysSaved($0) && $0.contains("(ajout, 3 observations)")
    }
    #expect(try palier.texts == before)
    try terminal.close("Nouvelle observation", by: "Escape")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(try palier.texts == before)
  }

  @Test func `what was typed before leaving is in the file, as Palier writes it`() throws {
    let palier = try PalierFolder()
    let before = try palier.texts
    let terminal = try palier.tmux()
    try terminal.send("n")
    try terminal.waitFor { $0.contains("Nouvelle observation") }
    try terminal.type("Premier mot")
    try terminal.send("Enter", Tmux.apart, "u", "r")
    try terminal.waitFor {
      saysSaved($0) && $0.contains("U  Premier mot")
    }
    // No wait for the second: leaving waits for the disk.
    try terminal.type("Second mot")
    try terminal.send("Enter", Tmux.apart, "t", "v", "C-c", "q")
    #expect(try terminal.waitForExit() == 0)
    #expect(try palier.texts == before + ["Premier mot".scalars, "Second mot".scalars])
    let added = try palier.observations.suffix(2)
    #expect(added.map(\.axe) == [.utilite, .territoire])
    #expect(added.map(\.statut) == [.rouge, .vert])
    #expect(try palier.isAsWritten)
  }
}

extension [String: String] {
  fileprivate func merged(_ more: [String: String]) -> [String: String] { merging(more) { $1 } }
}
