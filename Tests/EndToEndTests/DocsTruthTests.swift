import Foundation
import Testing

/// What the documentation names exists: commands, options, files, fields.
@Suite struct DocsTruthTests {
  /// What `palier --experimental-dump-help` says of a command.
  private struct Dump: Decodable {
    struct Name: Decodable {
      let name: String
    }
    struct Argument: Decodable {
      let names: [Name]?
    }
    struct Command: Decodable {
      let commandName: String
      let arguments: [Argument]?
      let subcommands: [Command]?
    }
    let command: Command
  }

  private func command() throws -> Dump.Command {
    let answer = try CommandFolder().palier("--experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(answer.output.utf8)).command
  }

  private static let pages = [
    "README.md", "CONTRIBUTING.md", "docs/guide.md", "docs/guide/animer.md",
    "docs/guide/suivre.md", "docs/guide/transmettre.md", "docs/guide/depanner.md",
    "docs/guide/lineaire.md", "docs/accessibilite.md",
    "docs/format.md", "docs/fusion.md", "docs/territoire.md", "docs/modeles.md",
    "docs/glossaire.md",
    "docs/architecture.md",
  ]

  private func text(_ page: String) throws -> String {
    try String(contentsOf: Programs.repository.appending(path: page), encoding: .utf8)
  }

  @Test(arguments: pages)
  func `every command that a page names is one`(page: String) throws {
    let known = Set(try command().subcommands?.map(\.commandName) ?? [])
    for match in try text(page).matches(of: /`palier ([a-z][a-z-]+)\b(?![.\/])/) {
      let word = String(match.1)
      #expect(known.contains(word) || word == "help", "palier \(word)")
    }
  }

  @Test(arguments: pages)
  func `every option that a page names is one`(page: String) throws {
    let commands = try command()
    var known = Set(
      ((commands.subcommands ?? []) + [commands]).flatMap { $0.arguments ?? [] }
        .flatMap { $0.names ?? [] }.map { "--" + $0.name })
    // Of other programs, in what is said of them.
    known.formUnion(["--copies", "--allow-unrelated-histories"])
    for match in try text(page).matches(of: /(?:^|[^\w-])(--[a-z][a-z-]+)/) {
      #expect(known.contains(String(match.1)), "\(match.1)")
    }
  }

  @Test func `every field of the format is told`() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(text("docs/dpes-1.schema.json").utf8))
    var fields: Set<String> = []
    func visit(_ value: Any) {
      if let object = value as? [String: Any] {
        if let properties = object["properties"] as? [String: Any] {
          fields.formUnion(properties.keys)
        }
        object.values.forEach(visit)
      }
      (value as? [Any])?.forEach(visit)
    }
    visit(schema)
    #expect(fields.count > 100)
    let told = Set(
      try text("docs/format.md").matches(of: /[A-Za-z][A-Za-z0-9]*/).map { String($0.0) })
    #expect(fields.subtracting(told).sorted() == [])
  }

  @Test(arguments: pages)
  func `every file that a page leads to is there`(page: String) throws {
    let folder = Programs.repository.appending(path: page).deletingLastPathComponent()
    for match in try text(page).matches(of: /\]\((?!https?:|#|mailto:)([^)#]+)/) {
      let file = folder.appending(path: String(match.1)).standardized.path
      #expect(FileManager.default.fileExists(atPath: file), "\(match.1)")
    }
  }

  @Test(arguments: ["CONTRIBUTING.md", "docs/architecture.md"])
  func `every source that a page names is there`(page: String) throws {
    let roots = ["", "Sources/", "Sources/Application/"]
    for match in try text(page).matches(of: /`([A-Za-z+.\/]+\.(?:swift|py|fodt|json))`/) {
      let name = String(match.1)
      // In place of a name of one's own.
      guard name.contains("/"), !name.contains(/\/(?:X|NAME)[.\/]/) else { continue }
      #expect(
        roots.contains { root in
          FileManager.default.fileExists(
            atPath: Programs.repository.appending(path: root + name).path)
        }, "\(name)")
    }
  }

  @Test func `one page of manual names every command and option, and is well formed`() throws {
    guard Programs.path(of: "python3") != nil else { return }
    let folder = try CommandFolder()
    let script = Programs.repository.appending(path: "Packaging/manual.py").path
    let page = try folder.run(
      "/usr/bin/env", ["python3", script, palierPath, "1.0", "2026-12-01"])
    #expect(page.status == 0 && page.error == "")
    let plain = page.output.replacing("\\-", with: "-")
    for one in try command().subcommands ?? [] where one.commandName != "help" {
      #expect(plain.contains(".SS \\fBpalier \(one.commandName)\\fR"))
      for name in (one.arguments ?? []).flatMap({ $0.names ?? [] })
      where !["version", "help", "h"].contains(name.name) {
        #expect(plain.contains("\\fB--\(name.name)\\fR"), "\(name.name)")
      }
    }
    guard Programs.path(of: "groff") != nil else { return }
    try folder.put(page.output, in: "palier.1")
    let said = try folder.run(
      "/usr/bin/env", ["groff", "-ww", "-man", "-K", "utf8", "-Tutf8", folder.path("palier.1")])
    #expect(said.status == 0 && said.error == "", "\(said.error)")
  }
}
