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

  @Test func `what only Linux has is in one room`() {
    #expect(sources.flatMap(HouseRules.usesOfLinux) == [])
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

  @Test func `no character hides in a source`() {
    #expect((sources + tests).flatMap(HouseRules.hiddenCharacters) == [])
  }

  @Test func `signs, plurals and times of day are each written in one place`() {
    #expect(sources.flatMap(HouseRules.spelledApart) == [])
  }

  @Test func `the glossary names types that there are`() throws {
    let glossary = try SourceFile.read("docs/glossaire.md")
    #expect(HouseRules.missingTypes(in: glossary, among: sources) == [])
  }
}
