import Testing

@Suite struct HouseTests {
  private let sources: [SourceFile]
  private let tests: [SourceFile]

  init() throws {
    sources = try SourceFile.all(below: "Sources")
    tests = try SourceFile.all(below: "Tests")
  }

  @Test func `every room is read`() {
    #expect(Set(sources.map(\.target)) == Set(HouseRules.allowedImports.keys))
    #expect(tests.contains { $0.path == "Tests/HouseTests/HouseTests.swift" })
  }

  @Test func `nobody imports whom it may not`() {
    #expect(sources.flatMap(HouseRules.forbiddenImports) == [])
  }

  @Test func `ncurses is known to its driver alone`() {
    #expect((sources + tests).flatMap(HouseRules.usesOfNcurses) == [])
  }

  @Test func `no file is longer than a reader can hold`() {
    #expect((sources + tests).flatMap(HouseRules.excessLength) == [])
  }

  @Test(arguments: RoomRules.apart)
  func `no screen knows another, nor a mode another`(folder: String) {
    #expect(sources.contains { $0.path.hasPrefix(folder + "/") })
    #expect(RoomRules.crossings(in: sources, below: folder) == [])
  }

  @Test func `the state is not everybody's`() {
    let members = RoomRules.stateMembers(in: sources)
    #expect(members.count < RoomRules.mostStateMembers, "\(members.joined(separator: "\n"))")
  }

  @Test func `nothing in the program ends it on purpose`() {
    #expect(sources.flatMap(HouseRules.deliberateCrashes) == [])
  }
}

/// The rules of the rooms: each is broken here, so that keeping it means something.
@Suite struct RoomRulesTests {
  private static let folder = "Sources/Application/Modes"

  @Test(arguments: [
    ("let one = Vote()", 1), ("state.modes.append(Vote())", 1), ("let held = state.held", 1),
    ("// a Vote", 0), ("let text = \"Vote\"", 0), ("let one = Voter()", 0), ("let held = 1", 0),
  ])
  func `a mode that names another is told`(line: String, count: Int) {
    let vote = SourceFile(
      path: "\(Self.folder)/Votes/Vote.swift",
      text: "struct Vote {}\nextension State {\n  var held: Vote? { nil }\n}\n")
    let form = SourceFile(path: "\(Self.folder)/Form/Form.swift", text: line + "\n")
    #expect(RoomRules.crossings(in: [vote, form], below: Self.folder).count == count)
  }

  @Test(arguments: [
    ("  var held: Int { 1 }", 1), ("  mutating func hold() {}", 1), ("  package func wall() {}", 1),
    ("  private func mine() {}", 0), ("  fileprivate var mine: Int { 1 }", 0),
    ("    let inside = 1", 0),
  ])
  func `a member added to the state is counted, a private one is not`(line: String, count: Int) {
    let file = SourceFile(
      path: "\(Self.folder)/Votes/Vote.swift", text: "extension State {\n\(line)\n}\n")
    #expect(RoomRules.stateMembers(in: [file]).count == count)
  }
}

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

  @Test(arguments: [(400, 0), (401, 1)])
  func `the last line that may be is the 400th`(lines: Int, count: Int) {
    let text = String(repeating: "let x = 1\n", count: lines)
    let file = SourceFile(path: "Sources/DPES/Long.swift", text: text)
    #expect(HouseRules.excessLength(in: file).count == count)
  }

  @Test(arguments: [
    ("let a = try! read()", 1), ("let a = b as! Int", 1), ("  fatalError(\"no\")", 1),
    ("let a = try? read() as? Int", 0), ("// never try! here", 0), ("retry!.has!", 0),
  ])
  func `a crash on purpose is seen`(line: String, count: Int) {
    let file = SourceFile(path: "Sources/DPES/Crash.swift", text: line)
    #expect(HouseRules.deliberateCrashes(in: file).count == count)
  }
}
