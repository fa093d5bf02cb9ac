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
}
