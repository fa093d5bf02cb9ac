import Foundation

/// One source file of the package, read as text.
struct SourceFile {
  /// The path from the root of the package: `Sources/DPES/Demarche.swift`.
  let path: String

  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The target it belongs to: the folder below `Sources` or `Tests`.
  var target: String {
    let folders = path.split(separator: "/")
    return folders.count > 2 ? String(folders[1]) : ""
  }

  /// The modules it imports, whatever stands before and after the word.
  var importedModules: [String] {
    let declaration =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|enum|class|func|var|let|protocol|typealias)\s+)?(\w+)/
    return lines.compactMap { $0.firstMatch(of: declaration).map { String($0.1) } }
  }

  /// Its lines with their numbers from 1, without those that are only a comment.
  var code: [(number: Int, text: Substring)] {
    zip(1..., lines).filter { !$0.1.drop(while: \.isWhitespace).hasPrefix("//") }
      .map { (number: $0.0, text: $0.1) }
  }
}

extension SourceFile {
  /// The root of the package, found from where this file was compiled.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift and C file below a folder of the package, in the order of their paths.
  static func all(below folder: String) throws -> [SourceFile] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path)
    return try paths.sorted()
      .filter { [".swift", ".c", ".h"].contains(where: $0.hasSuffix) }
      .map { try read("\(folder)/\($0)") }
  }

  /// A file of the package by its path from the root.
  static func read(_ path: String) throws -> SourceFile {
    SourceFile(
      path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }
}
