import Foundation
import Testing

/// A picture in the documentation is what the program prints today.
///
/// A comment before a block says the command: `<!-- palier ecran … -->`. Run with `RECORD_FRAMES=1`
/// to write the pictures anew; that fails the test, so that a recording run never passes for a check.
@Suite struct DocsPicturesTests {
  private static let pages = [
    "README.md", "docs/guide/animer.md", "docs/guide/suivre.md",
  ]

  @Test(arguments: pages)
  func `every picture of a page is what its command prints`(page: String) throws {
    let place = Programs.repository.appending(path: page)
    let told = try String(contentsOf: place, encoding: .utf8)
    let folder = try CommandFolder()
    try FileManager.default.copyItem(
      at: Programs.repository.appending(path: "Data"), to: folder.url.appending(path: "Data"))
    let picture = /(<!-- palier (ecran [^\n]+) -->\n```\n)(?s:.*?)```\n/
    #expect(told.matches(of: picture).count > 0)
    let made = try told.replacing(picture) { match in
      let arguments = match.2.split(separator: " ").map(String.init)
      let answer = try folder.run(palierPath, arguments)
      #expect(answer.status == 0, "\(answer.error)")
      return match.1 + Self.trimmed(answer.output) + "```\n"
    }
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil {
      try made.write(to: place, atomically: true, encoding: .utf8)
      Issue.record("pictures of \(page) recorded")
    } else {
      #expect(made == told)
    }
  }

  /// Without the spaces at the end of lines, which editors take away.
  private static func trimmed(_ text: String) -> String {
    text.replacing(/[ ]+\n/, with: "\n")
  }
}
