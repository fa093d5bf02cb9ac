/// The copies that a synchronised folder puts beside a file that was changed on two machines.
///
/// They are known by what they hold, the same démarche, whatever their names; and by their names,
/// also when they are damaged: the file's, with a mark before its ending. The marks are those that
/// the programs write: Nextcloud desktop and ownCloud (`makeConflictFileName` in
/// `src/common/utility.cpp`, and its older form), Syncthing (`conflictName` in
/// `lib/model/folder_sendrecv.go`), Dropbox in English and in French (no source is published; its
/// help pages, and names that people quote). A copy of a copy has two marks.
package enum ConflictCopies {
  /// The names of the copies beside a file, the oldest first by their marks: those that their names
  /// tell, and with the `id` of the démarche in the file those that hold it too.
  ///
  /// Where the path is a link, those beside the file it leads to.
  ///
  /// - Complexity: A look at each name; with an `id`, the first bytes of at most ``mostFiles`` files
  ///   beside, those whose names are like the file's first.
  package static func names(
    beside path: String, of id: String? = nil, in system: any FileSystem = GlibcFileSystem()
  ) throws(StoreError) -> [String] {
    do throws(StoreError.Cause) {
      // Of a link that leads nowhere, or a file that is gone, those beside it.
      let path = (try? system.realPath(path)) ?? path
      let folder = path.folder
      let names = try system.names(in: folder)
      let marked = names.filter { name in
        // One that is gone since the folder was listed is no copy any more.
        isCopy(name, of: path.lastName)
          && (try? system.status(at: folder + "/" + name).kind) == .file
      }
      let holding = id.map { Neighbours(path, id: $0, system).copies(among: names) } ?? []
      let timed = Set(marked + holding).map { (time: time(in: $0), name: $0) }
      return timed.sorted { ($0.time, $0.name) < ($1.time, $1.name) }.map(\.name)
    } catch {
      throw StoreError(path: path.folder, operation: .read, cause: error)
    }
  }

  /// The most files whose first bytes are looked at.
  package static let mostFiles = 2000

  /// Whether a name is that of a copy of a file, both without folders.
  package static func isCopy(_ name: String, of file: String) -> Bool {
    // Before the last ending as all three do, or before the whole of it.
    [".json", ".dpes.json"].contains { ending in
      guard file.hasSuffix(ending), name.hasSuffix(ending) else { return false }
      let stem = file.dropLast(ending.count)
      let start = name.dropLast(ending.count)
      guard !stem.isEmpty, start.hasPrefix(stem), start.count > stem.count else { return false }
      return isMarks(start.dropFirst(stem.count))
    }
  }

  /// Whether a text is one mark after the other, and nothing else.
  private static func isMarks(_ text: Substring) -> Bool {
    let marks = [
      // Nextcloud, ownCloud: the user's name when copies are sent to the server.
      /\ \(conflicted copy (?:[^()\/]+ )?[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6}\)/,
      // Those before 2018.
      /_conflict(?:_[^()\/]+)?-[0-9]{8}-[0-9]{6}/,
      // Syncthing: the first seven characters of a machine's id, since 2017.
      /\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z2-7]{7})?/,
      // Dropbox: a second copy of one day has a number.
      /\ \((?:[^()\/]+['’]s )?conflicted copy [0-9]{4}-[0-9]{2}-[0-9]{2}(?: \([0-9]+\))?\)/,
      /\ \([Cc]opie en conflit (?:[^()\/]+ )?[0-9]{4}-[0-9]{2}-[0-9]{2}(?: \([0-9]+\))?\)/,
    ]
    var rest = text
    while !rest.isEmpty {
      guard let mark = marks.lazy.compactMap({ rest.prefixMatch(of: $0) }).first else {
        return false
      }
      rest = rest[mark.range.upperBound...]
    }
    return true
  }

  /// The day and the time of the last mark, as digits.
  private static func time(in name: String) -> String {
    let times = name.matches(of: /([0-9]{4})-?([0-9]{2})-?([0-9]{2})([ -]([0-9]{6}))?/)
    guard let time = times.last?.output else { return "" }
    return String(time.1 + time.2 + time.3) + String(time.5 ?? "")
  }
}

extension String {
  var lastName: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
