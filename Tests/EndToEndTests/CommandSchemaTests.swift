import Foundation
import Testing

/// What the real program writes, read by somebody else's validator of the published schema.
@Suite struct CommandSchemaTests {
  private static let python = Programs.path(of: "python3")
  private static let tool = Programs.repository.appending(path: "Tests/Tools/validate.py").path

  @Test func `every file that a command writes satisfies the schema, and verifies`() throws {
    let folder = try CommandFolder()
    guard let python = Self.python,
      try folder.run(python, ["-c", "import jsonschema"]).status == 0
    else { return }
    try folder.put(smallFile, in: "renseigne.dpes.json")
    try folder.put(smallFile.replacing("Un palier", with: "Mon palier"), in: "autre.dpes.json")
    try folder.put(smallFile, in: "base.dpes.json")
    for line in [
      ["nouveau", "neuf.dpes.json", "--structure", "Les « Jardins »"],
      ["exemple", "--vers", "exemple.dpes.json"],
      [
        "renseigner", "renseigne.dpes.json", "--indicateur", "i1", "--periode", "6", "--realise",
        "atteint", "--valeur", "31,5 %", "--motif", "Oubli", "--piece", "Le cahier", "--qui", "SC",
      ],
      ["fusionner", "base.dpes.json", "renseigne.dpes.json", "autre.dpes.json", "--vers", "uni"],
      ["anonymiser", "exemple.dpes.json", "--vers", "sans.dpes.json"],
    ] {
      let answer = try folder.run(palierPath, line, ["PALIER_DATA": dataFolder])
      #expect(answer.status == 0, "\(line): \(answer.error)")
    }
    let written = try folder.names.filter { $0.hasSuffix(".json") }
    #expect(written.count >= 7)
    for name in written {
      let answer = try folder.run(python, [Self.tool, name])
      #expect(answer.output == "" && answer.status == 0, "\(name)")
      #expect(try folder.palier("verifier", name, "--strict").status == 0, "\(name)")
    }
  }

  private let dataFolder = Programs.repository.appending(path: "Data").path
}

/// Hostile files given to the real program.
@Suite struct CommandHostileTests {
  private static let start =
    "{\"format\": \"dpes\", \"version\": 1, \"id\": \"d\", \"structure\": {\"raisonSociale\": \"X\"}"

  @Test(arguments: [
    ("deep", String(repeating: "[", count: 20_000_000), 2),
    ("long", "{\"a\": \"" + String(repeating: "x", count: 2_000_000), 2),
    // A number beyond its limit is told, kept, and stops nothing.
    (
      "digits",
      start + ", \"schema\": {\"dureeMois\": " + String(repeating: "9", count: 2_000_000) + "}}", 0
    ),
    ("marks", start + ", \"z\": \"e" + String(repeating: "\u{301}", count: 500_000) + "\" !}", 2),
    ("zeros", start + ", \"z\": [" + String(repeating: "0,", count: 200_000) + "0]}", 0),
    (
      "keys",
      start + ", " + (0..<50_000).map { "\"k\($0)\": 0" }.joined(separator: ",") + "}", 0
    ),
    (
      "faults",
      start + ", \"participants\": ["
        + repeatElement("{\"id\":\"\",\"nom\":null}", count: 50_000).joined(separator: ",") + "]}",
      1
    ),
    (
      "chain",
      start + ", \"cercles\": [{\"id\": \"c\", \"date\": \"2026-01-01\", \"observations\": ["
        + (0..<20_000).map { "{\"id\":\"\($0)\",\"texte\":\"a\",\"origine\":\"\($0 + 1)\"}" }
        .joined(separator: ",") + "]}]}", 1
    ),
    (
      "names",
      start + ", \"participants\": ["
        + (10..<1_000).map {
          "{\"id\":\"p\($0)\",\"organisme\":\"abcd\(String(repeating: " a", count: $0))\"}"
        }.joined(separator: ",")
        + "], \"cercles\": [{\"id\": \"c\", \"date\": \"2026-01-01\", \"observations\": ["
        + "{\"id\": \"o\", \"texte\": \"" + String(repeating: "abcd a a ", count: 50_000)
        + "\"}]}]}", 0
    ),
  ])
  func `a hostile file is told of at once, and left alone`(name: String, text: String, status: Int)
    throws
  {
    let folder = try CommandFolder()
    try folder.put(text, in: "x.dpes.json")
    // The system ends it after so many seconds of processor: built without optimisation, ten times
    // what is allowed of the program, however busy the machine.
    let limited = "ulimit -t 30; exec \"$0\" \"$@\" x.dpes.json"
    let check = try folder.run("/bin/sh", ["-c", limited, palierPath, "verifier"])
    let screen = try folder.run("/bin/sh", ["-c", limited, palierPath, "ecran"])
    #expect(check.status == Int32(status))
    #expect(screen.status == (status == 2 ? 2 : 0))
    #expect(check.isHarmless && screen.isHarmless)
    #expect(try folder.bytes("x.dpes.json") == Array(text.utf8))
  }
}
