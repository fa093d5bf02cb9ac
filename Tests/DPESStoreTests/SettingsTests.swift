import DPESStore
import Glibc
import Testing

@Suite struct SettingsTests {
  @Test(arguments: [
    (#"{"qui": "SC", "autre": 1}"#, "SC"), (#"{"qui": ""}"#, nil), (#"{"qui": 3}"#, nil),
    ("{}", nil), ("pas du JSON", nil), (nil, nil),
  ])
  func `whom the machine serves is read, and nothing else matters`(
    text: String?, qui: String?
  ) throws {
    let folder = try TemporaryFolder()
    mkdir(folder / "palier", 0o700)
    if let text { try folder.put(text, in: "palier/config.json") }
    let places = Places(
      environment: ["XDG_CONFIG_HOME": folder.path], executable: nil
    ) { _ in false }
    #expect(Settings(in: places).qui == qui)
  }

  @Test(arguments: [
    (nil, "{\n  \"qui\": \"SC\"\n}\n"),
    (#"{"autre": 1, "qui": "LB"}"#, "{\n  \"autre\": 1,\n  \"qui\": \"SC\"\n}\n"),
  ])
  func `whom it serves is noted, and what else is set stays`(before: String?, after: String) throws
  {
    let (folder, places) = try configured(before)
    try Settings.remember("SC", in: places)
    #expect(try folder.text(of: "palier/config.json") == after)
    #expect(Settings(in: places).qui == "SC")
  }

  @Test func `hidden names are noted, and stay beside whom the machine serves`() throws {
    let (folder, places) = try configured(#"{"qui": "SC"}"#)
    #expect(!Settings(in: places).nomsCaches)
    try Settings.remember(nomsCaches: true, in: places)
    #expect(Settings(in: places).nomsCaches && Settings(in: places).qui == "SC")
    try Settings.remember(nomsCaches: false, in: places)
    #expect(!Settings(in: places).nomsCaches)
    #expect(try folder.text(of: "palier/config.json").contains("\"qui\": \"SC\""))
  }

  @Test func `the keyboard is noted, and stays beside whom the machine serves`() throws {
    let (folder, places) = try configured(#"{"qui": "SC"}"#)
    #expect(Settings(in: places).clavier == nil)
    try Settings.remember(clavier: "bepo", in: places)
    #expect(Settings(in: places).clavier == "bepo")
    #expect(try folder.text(of: "palier/config.json").contains("\"qui\": \"SC\""))
  }

  @Test(arguments: ["pas du JSON", "[]"])
  func `what is not settings is never written over`(text: String) throws {
    let (folder, places) = try configured(text)
    #expect(throws: Settings.Refusal.notSettings(path: folder / "palier/config.json")) {
      try Settings.remember("SC", in: places)
    }
    #expect(try folder.text(of: "palier/config.json") == text)
  }

  /// A folder of settings that holds this text, or nothing.
  private func configured(_ text: String?) throws -> (TemporaryFolder, Places) {
    let folder = try TemporaryFolder()
    if let text {
      mkdir(folder / "palier", 0o700)
      try folder.put(text, in: "palier/config.json")
    }
    let places = Places(environment: ["XDG_CONFIG_HOME": folder.path], executable: nil) { _ in
      false
    }
    return (folder, places)
  }
}
