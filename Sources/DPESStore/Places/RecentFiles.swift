import JSONTree

/// The files opened last, kept from one run to the next.
///
/// `recents.json` holds `{ "recents": [path, …] }`, absolute paths, the last one first; those that
/// are not there now are kept beside the others. A list
/// that cannot be read counts as empty, and one that cannot be written is let go: neither is a
/// reason to disturb the work on a démarche.
package struct RecentFiles: Sendable {
  package static let limit = 12

  private let path: String?
  private let system: any FileSystem

  package init(in places: Places, _ system: any FileSystem = GlibcFileSystem()) {
    path = places.state.map { $0 + "/recents.json" }
    self.system = system
  }

  /// The files of the list that are there, the last opened first.
  package var paths: [String] { Array(all.filter(isThere).prefix(Self.limit)) }

  /// Those that are not: moved, deleted, or on a disk that is not there now.
  package var lost: [String] { all.filter { !isThere($0) } }

  private func isThere(_ path: String) -> Bool { (try? system.status(at: path).kind) == .file }

  /// Puts a file first in the list; writes nothing when it is first already.
  package func note(_ file: String) {
    guard let path, let file = try? system.realPath(file) else { return }
    let before = all
    guard before.first != file else { return }
    let value = JSONValue.object([
      "recents": .array(kept([file] + before.filter { $0 != file }).map { .string($0) })
    ])
    do throws(StoreError) {
      if var old = try? DataFile.open(path, limit: Self.byteLimit, in: system).file {
        try old.save(JSONValue.write(value))
      } else {
        system.makeFolders(path.folder)
        _ = try DataFile.create(path, JSONValue.write(value), in: system)
      }
    } catch {
      // See above.
    }
  }
}

extension RecentFiles {
  /// The last of those that are there, and the last of those that are not: the ones take no place
  /// of the others.
  private func kept(_ list: [String]) -> [String] {
    let there = Set(list.filter(isThere).prefix(Self.limit))
    let lost = Set(list.filter { !isThere($0) }.prefix(Self.limit))
    return list.filter { there.contains($0) || lost.contains($0) }
  }

  private static let byteLimit = 1 << 20

  /// The whole list, also files on a disk that is not there now.
  private var all: [String] {
    guard let path, let bytes = try? DataFile.open(path, limit: Self.byteLimit, in: system).bytes,
      case .object(let object) = try? JSONValue.parse(bytes),
      case .array(let elements) = object["recents"]
    else { return [] }
    return elements.compactMap { if case .string(let path) = $0 { path } else { nil } }
  }
}
