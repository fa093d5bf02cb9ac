import Foundation
import JSONTree
import Testing

@testable import DPES

/// Somebody else's reading of `docs/dpes-1.schema.json`, by `Tests/Tools/validate.py`.
private enum Validator {
  static let isThere = (try? run(["-c", "import jsonschema"]))?.status == 0

  /// `ok`, or the first fault, for each document.
  static func verdicts(on documents: [JSONValue]) throws -> [Substring] {
    let lines = documents.map { document in
      // Line feeds only lay a written value out: those of texts are escaped.
      JSONValue.write(document).filter { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
    }
    let answer = try run([tool, "--lines"], with: Data(lines.joined()))
    #expect(answer.status == 0)
    return answer.output.split(separator: "\n")
  }

  /// The faults of one file, the order of its keys included.
  static func faults(of bytes: [UInt8]) throws -> String {
    try run([tool], with: Data(bytes)).output
  }

  private static let tool = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Tools/validate.py").standardized.path

  private static func run(
    _ arguments: [String], with data: Data? = nil
  ) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "palier-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out"].map { folder.appending(path: $0) }
    try (data ?? Data()).write(to: files[0])
    try Data().write(to: files[1])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments + (data == nil ? [] : [files[0].path])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: files[1], encoding: .utf8))
  }
}

/// The published schema and the program's own reader say the same of a file.
@Suite(.enabled(if: Validator.isThere, "python3-jsonschema is missing: make test-deps"))
struct SchemaTests {
  @Test func `whatever the program writes satisfies the schema`() throws {
    var files = [try exampleDemarche().json]
    var ids = IDGenerator(seed: 9)
    for seed in 0..<300 {
      var maker = SampleMaker(seed: UInt64(seed), isFull: seed == 0)
      let demarche = try Demarche(file: maker.file())
      files.append(demarche.json)
      if seed < 100 { files.append(try demarche.anonymisee(.complet, ids: &ids).json) }
    }
    for seed in 0..<60 {
      var generator = MergeGenerator(seed: UInt64(seed))
      let base = try generator.demarche()
      let (ours, theirs) = (try generator.edited(base), try generator.edited(base))
      files.append(base.json)
      files.append(try base.anonymisee(.complet, ids: &ids).json)
      files.append(try Demarche.merge(base: base, ours: ours, theirs: theirs).merged.json)
    }
    let verdicts = try Validator.verdicts(on: files)
    #expect(verdicts.count == files.count)
    #expect(Set(verdicts) == ["ok"])
  }

  @Test func `the schema names every key, in the order of the file`() throws {
    var maker = SampleMaker(seed: 0, isFull: true)
    let bytes = JSONValue.write(try Demarche(file: maker.file()).json)
    #expect(try Validator.faults(of: bytes) == "")
    // It would say so: a key of the middle stands last.
    var tree = try JSONValue.parse(bytes)
    guard case .object(var object) = tree else { return }
    let moved = object["seances"]
    object["seances"] = nil
    object["seances"] = moved
    tree = .object(object)
    #expect(try Validator.faults(of: JSONValue.write(tree)).contains("order of the format"))
  }

  @Test func `what one refuses, the other refuses, but for the differences that are meant`() throws
  {
    #expect(Mutant(JSONPointer(), Mutant.sample, in: .null).refusal == nil)
    let mutants = Mutant.all
    #expect(mutants.count > 4000)
    let verdicts = try Validator.verdicts(on: mutants.map(\.file))
    #expect(verdicts.count == mutants.count)
    var count = 0
    for (mutant, verdict) in zip(mutants, verdicts) {
      let isRefused = verdict != "ok"
      count += isRefused ? 1 : 0
      if mutant.refusal != nil {
        #expect(isRefused || mutant.isBeyondSchema, "\(mutant.name): the schema takes it")
      } else if isRefused {
        #expect(mutant.isTold, "\(mutant.name): the program says nothing; \(verdict)")
      }
    }
    #expect(count > 2000)
  }
}
