import DPESStore
import Foundation
import Testing

/// A folder of its own for a test, removed with everything in it at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = "/tmp/palier-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  static func / (folder: TemporaryFolder, name: String) -> String {
    folder.path + "/" + name
  }

  func removeAll(in name: String) throws {
    try FileManager.default.removeItem(atPath: self / name)
  }

  /// What is in the folder, hidden files too.
  func names() -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
  }

  /// The files in the folder and in those in it, by their paths from here.
  func allNames() -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { (try? GlibcFileSystem().status(at: self / $0).kind) == .file }
  }

  /// Writes a file in place, as any other program might.
  @discardableResult
  func put(_ text: String, in name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: self / name))
    return self / name
  }

  func text(of name: String) throws -> String {
    String(decoding: try DataFile.open(self / name).bytes, as: UTF8.self)
  }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
