import Testing

/// The rules themselves: each is broken here, so that keeping it means something.
@Suite struct HouseRulesTests {
  @Test(arguments: [
    "import Foundation", "package import Foundation", "  @testable import Foundation",
    "@_spi(Testing) public import Foundation", "import struct Foundation.URL",
  ])
  func `an import is seen however it is written`(line: String) {
    let file = SourceFile(path: "Sources/DPES/Axe.swift", text: "import JSONTree\n\(line)\n")
    #expect(
      HouseRules.forbiddenImports(in: file) == [
        "Sources/DPES/Axe.swift: DPES may not import Foundation"
      ])
  }

  @Test func `words about imports are not imports`() {
    let file = SourceFile(
      path: "Sources/DPES/Axe.swift", text: "// import Foundation\nlet important = 1")
    #expect(file.importedModules == [])
  }

  @Test func `a room without a rule is named`() {
    let file = SourceFile(path: "Sources/Attic/Box.swift", text: "")
    #expect(
      HouseRules.forbiddenImports(in: file) == [
        "Sources/Attic/Box.swift: no rule says whom Attic may import"
      ])
  }

  @Test(arguments: [
    ("Sources/Application/View.swift", "import CNcurses", 1),
    ("Sources/PalierCommand/Shim.c", "#include <curses.h>", 1),
    ("Tests/DPESTests/Test.swift", "import CNcurses", 1),
    ("Sources/NcursesTerminal/Driver.swift", "import CNcurses", 0),
    ("Tests/TerminalUITests/Width.swift", "import CNcurses", 0),
    ("Sources/CNcurses/CNcurses.c", "#include <curses.h>", 0),
  ])
  func `ncurses is seen where it should not be`(path: String, text: String, count: Int) {
    let file = SourceFile(path: path, text: text)
    #expect(HouseRules.usesOfNcurses(in: file).count == count)
  }

  @Test(arguments: [
    ("Sources/CNcurses/frame.c", "dup3(a, b, O_CLOEXEC);", 1),
    ("Sources/DPESStore/Watch.swift", "inotify_init1(0)", 1),
    ("Sources/DPESStore/Places.swift", "system.realPath(\"/proc/self/exe\")", 1),
    ("Sources/CSystem/linux.c", "dup3(a, b, O_CLOEXEC);", 0),
    ("Sources/DPESStore/Watch.swift", "// inotify_init1", 0),
  ])
  func `a call of Linux alone is seen where it should not be`(
    path: String, text: String, count: Int
  ) {
    let file = SourceFile(path: path, text: text)
    #expect(HouseRules.usesOfLinux(in: file).count == count)
  }

  @Test(arguments: [(400, 0), (401, 1)])
  func `the last line that may be is the 400th`(lines: Int, count: Int) {
    let text = String(repeating: "let x = 1\n", count: lines)
    let file = SourceFile(path: "Sources/DPES/Long.swift", text: text)
    #expect(HouseRules.excessLength(in: file).count == count)
  }

  @Test(arguments: [
    ("let a = try! read()", 1), ("let a = b as! Int", 1), ("  fatalError(\"no\")", 1),
    ("precondition(isThere)", 1), ("preconditionFailure(\"no\")", 1), ("let precondition = 1", 0),
    ("let a = try? read() as? Int", 0), ("// never try! here", 0), ("retry!.has!", 0),
  ])
  func `a crash on purpose is seen`(line: String, count: Int) {
    let file = SourceFile(path: "Sources/DPES/Crash.swift", text: line)
    #expect(HouseRules.deliberateCrashes(in: file).count == count)
  }

  @Test(arguments: [
    ("let a = \"12\u{A0}h\"", 1), ("// 12\u{202F}h", 1), ("let e = \"\u{200D}\u{FEFF}\"", 2),
    ("let a = \"12\\u{A0}h\"", 0), ("let a = \"é 日 ✔\"", 0),
  ])
  func `a character that nobody sees is seen`(line: String, count: Int) {
    let file = SourceFile(path: "Tests/DPESTests/Space.swift", text: "let x = 1\n" + line)
    let found = HouseRules.hiddenCharacters(in: file)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.hasPrefix("Tests/DPESTests/Space.swift:2: U+") })
  }

  @Test(arguments: [
    ("let a = isASCII ? \"->\" : \"→\"", 1), ("let g = Glyph(isASCII ? \"#\" : \"█\")", 1),
    ("let a = symbols == .ascii ? \"x\" : \"×\"", 1),
    ("\"\\(n) point\\(n > 1 ? \"s\" : \"\")\"", 1), ("let s = n == 1 ? \"\" : \"s\"", 1),
    ("let time = instant.iso.dropFirst(11).prefix(5)", 1),
    ("let sizes = symbols == .ascii ? [4, 2] : [4, 2, 1]", 0), ("// isASCII ? \"a\" : \"b\"", 0),
  ])
  func `what has one place is seen elsewhere`(line: String, count: Int) {
    let file = SourceFile(path: "Sources/Application/View/View.swift", text: line)
    #expect(HouseRules.spelledApart(in: file).count == count)
  }

  @Test func `a word of the glossary without a type is named`() {
    let glossary = SourceFile(
      path: "docs/glossaire.md",
      text: "| axe (`Axe`) | … |\n| échéance (`Echeance`) | `palier verifier` dit… |")
    let source = SourceFile(path: "Sources/DPES/Axe.swift", text: "package enum Axe: String {}")
    #expect(
      HouseRules.missingTypes(in: glossary, among: [source])
        == ["docs/glossaire.md:2: Echeance is no type"])
  }
}
