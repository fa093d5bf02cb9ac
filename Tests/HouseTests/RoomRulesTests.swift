import Testing

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
