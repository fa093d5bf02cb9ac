import DPES
import DPESStore
import Documents
import JSONTree

/// What the targets begin with: files of the repository, read once.
enum Sample {
  /// Small, and without any fault.
  static let demarche = demarche(of: tree(at: "Tests/Fuzz/sample.dpes.json"))
  /// A file that has everything that the format names.
  private static let full = tree(at: "Tests/DPESTests/Formats/1/complet.dpes.json")
  /// The shipped example.
  static let example = demarche(of: tree(at: "Data/exemples/residence-du-halage.dpes.json"))
  /// The day on which the example is 14 months old.
  static let day = Day(iso: "2026-12-01") ?? Day(number: 0)
  /// The shipped words for the columns of tables.
  static let words: ImportWords = {
    do throws(FormatError) { return try ImportWords(file: tree(at: "Data/import/mots.json")) } catch
    {
      Violation.report("the shipped words: \(error)")
    }
  }()
  static let instant = Instant(seconds: day.number * 86_400 + 52_320)

  /// Values that a place of a file may get: those at the edges of what can be, and what stands
  /// elsewhere in the file.
  static let values: [JSONValue] = {
    let numbers = [
      "0", "-1", "1", "6", "12", "31.5", "1000000", "-2147483648", "2147483647",
      "4611686018427387904", "-4611686018427387904", "9223372036854775807",
      "-9223372036854775808", "9223372036854775808", "1e30", "-0.0", "1e999",
    ].compactMap { text in value(of: text) }
    let texts: [JSONValue] = [
      "", "x", "\u{1B}[2J", "e\u{301}\u{202E}\u{200B}", "0001-01-01", "9999-12-31", "2026-03-12",
      "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", String(repeating: "Texte long ", count: 40),
    ].map { .string($0) }
    return numbers + texts + [.null, .bool(true), .array([]), .object(JSONObject())]
      + full.leaves + demarche.json.leaves
  }()

  private static func value(of text: String) -> JSONValue? {
    do throws(JSONError) { return try JSONValue.parse(Array(text.utf8)) } catch { return nil }
  }

  private static func tree(at path: String) -> JSONValue {
    let root = #filePath.folder.folder.folder
    do {
      return try JSONValue.parse(try DataFile.open("\(root)/\(path)", limit: 1 << 20).bytes)
    } catch {
      Violation.report("\(path): \(error)")
    }
  }

  private static func demarche(of tree: JSONValue) -> Demarche {
    do throws(FormatError) { return try Demarche(file: tree) } catch {
      Violation.report("a sample is no démarche: \(error)")
    }
  }
}

extension JSONValue {
  /// The values without parts in it.
  fileprivate var leaves: [JSONValue] {
    switch self {
    case .array(let elements): elements.flatMap(\.leaves)
    case .object(let object): object.members.flatMap { $0.value.leaves }
    default: [self]
    }
  }
}
