import DPESStore
import Glibc
import Testing

@Suite struct DocumentsFolderTests {
  @Test(arguments: [
    ("XDG_DOCUMENTS_DIR=\"$HOME/Mes textes\"\n", "/Mes textes"), ("", "/Documents"),
    ("XDG_DOCUMENTS_DIR=\"$HOME/\"\n", nil), ("XDG_DOCUMENTS_DIR=\"relatif\"\n", nil),
    ("# XDG_DOCUMENTS_DIR=\"$HOME/x\"\nXDG_DOCUMENTS_DIR=\"$HOME/D/\"\n", "/D"),
    ("XDG_DOCUMENTS_DIR=\"", "/Documents"), ("\u{FF}\u{0}", "/Documents"),
  ])
  func `the documents are where the desktop says`(text: String, found: String?) throws {
    let folder = try TemporaryFolder()
    mkdir(folder / ".config", 0o700)
    try folder.put(text, in: ".config/user-dirs.dirs")
    let places = Places(environment: ["HOME": folder.path], executable: nil) { _ in false }
    #expect(places.documents() == found.map { folder.path + $0 })
  }
}
