import DPES
import Foundation
import JSONTree
import Testing

/// The real program, run without a terminal in a folder of its own, removed at the end.
final class CommandFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "palier-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and returns its path.
  @discardableResult
  func put(_ bytes: some Sequence<UInt8>, in name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return path(name)
  }

  @discardableResult
  func put(_ text: String, in name: String) throws -> String { try put(text.utf8, in: name) }

  /// Puts another file in the place of one, whole.
  func replace(_ name: String, by text: String) throws {
    let other = try put(text, in: "home-new")
    guard rename(other, path(name)) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appending(path: name)))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// What is in the folder, but for what the program keeps and these runs wrote.
  var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: url.path)
        .filter { $0 != "home" && !$0.hasPrefix("std") }.sorted()
    }
  }

  /// The shipped example, as it stands.
  @discardableResult
  func putExample(in name: String = "exemple.dpes.json") throws -> String {
    try put(try shippedExample(), in: name)
  }
}

extension CommandFolder {
  struct Answer {
    let status: Int32
    let output: String
    let error: String

    /// Nothing that a terminal would obey, lines apart.
    var isHarmless: Bool {
      (output + error).unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      }
    }
  }

  /// Runs `palier` with a home of its own, in a UTF-8 locale unless said otherwise.
  func palier(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    try run(palierPath, arguments, environment)
  }

  /// Writes settings that say whom the machine serves, and returns the environment that finds them.
  func serving(_ qui: String) throws -> [String: String] {
    try FileManager.default.createDirectory(
      atPath: path("home/config/palier"), withIntermediateDirectories: true)
    try put("{\"qui\": \"\(qui)\"}", in: "home/config/palier/config.json")
    return ["XDG_CONFIG_HOME": path("home/config")]
  }

  func run(
    _ program: String, _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment = [
      "HOME": path("home"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm",
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files and not pipes: nobody has to read while the program runs.
    let names = ["stdout", "stderr"].map { $0 + UUID().uuidString }
    for name in names { try put("", in: name) }
    process.standardOutput = try FileHandle(forWritingTo: url.appending(path: names[0]))
    process.standardError = try FileHandle(forWritingTo: url.appending(path: names[1]))
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: try text(names[0]), error: try text(names[1]))
  }
}

/// The program that was built with these tests, beside their own.
let palierPath = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  .deletingLastPathComponent().appending(path: "palier").path

func shippedExample() throws -> [UInt8] {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/exemples/residence-du-halage.dpes.json").standardized
  return [UInt8](try Data(contentsOf: file))
}

/// The charter's référentiel, as it is shipped.
func shippedReferentiel() throws -> Referentiel {
  try #require(try shippedReferentiels().first { $0.id == Referentiel.charte })
}

/// All of them, by name.
func shippedReferentiels() throws -> [Referentiel] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/referentiels").standardized
  return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .map { try Referentiel(file: JSONValue.parse([UInt8](try Data(contentsOf: $0)))) }
    .sorted { ($0.nom, $0.id) < ($1.nom, $1.id) }
}

/// A small démarche whose parts a test changes: one image, one palier with one indicator.
let smallFile = """
  {
    "format": "dpes",
    "version": 1,
    "id": "aaaaaaaaaaa",
    "structure": {
      "raisonSociale": "Essai"
    },
    "participants": [
      {
        "id": "p1",
        "initiales": "SC"
      },
      {
        "id": "p2",
        "initiales": "LB"
      },
      {
        "id": "p3",
        "initiales": "lb"
      }
    ],
    "cercles": [
      {
        "id": "c1",
        "date": "2026-01-05",
        "observations": [
          {
            "id": "o1",
            "axe": "utilite",
            "statut": "vert",
            "texte": "Premier mot"
          }
        ]
      }
    ],
    "schema": {
      "debut": "2026-01-05",
      "paliers": [
        {
          "id": "l1",
          "axe": "utilite",
          "rang": 1,
          "intitule": "Un palier",
          "echeanceMois": 9,
          "observations": [
            "o1"
          ],
          "indicateurs": [
            {
              "id": "i1",
              "intitule": "Part des repas",
              "nature": "pourcentage"
            },
            {
              "id": "i2",
              "intitule": "Charte signée",
              "nature": "oui-non"
            }
          ]
        }
      ]
    },
    "periodesCloses": [
      {
        "mois": 6
      }
    ]
  }

  """

extension String {
  /// The text with spaces that break, as tests are typed.
  var plainSpaces: String { replacing("\u{A0}", with: " ") }
}
