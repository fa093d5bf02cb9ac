import Application
import DPES
import DPESStore

// Folders, for who looks for a file; called on a thread, as a folder may be far, or crowded.
extension Desk {
  /// What is in a folder that somebody could choose: démarches and tables, the newest first, then
  /// folders; nothing hidden.
  ///
  /// nil lists where to begin: beside a file that is open, then the usual places.
  func listing(of path: String?, beside file: String? = nil) -> FolderListing {
    guard let path else { return FolderListing(nil, beginnings(beside: file)) }
    do throws(StoreError.Cause) {
      let found = try system.names(in: path).filter { !$0.hasPrefix(".") }
        .compactMap { entry(named: $0, in: path) }
      let files = found.filter { $0.entry.kind != .folder }
        .sorted { ($1.written, $0.key) < ($0.written, $1.key) }
      let folders = found.filter { $0.entry.kind == .folder }.sorted { $0.key < $1.key }
      return FolderListing(path, (files + folders).map(\.entry))
    } catch {
      return FolderListing(path, [], refusal: Sentences.closedFolder(error))
    }
  }

  /// Those of files that come in, and of those that people take for one: choosing one of these says
  /// what to do.
  private static let tableEndings = [
    ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".fods", ".xls", ".xlsb", ".numbers", ".pdf",
    ".docx", ".doc", ".odt",
  ]

  /// An entry, and what it is sorted by; nil for what can't be chosen.
  private func entry(
    named name: String, in folder: String
  ) -> (entry: FolderListing.Entry, written: Int, key: String)? {
    let path = (folder == "/" ? "" : folder) + "/" + name
    // What can't be looked at can't be opened either.
    guard let status = try? system.status(at: path) else { return nil }
    let seconds = status.fingerprint.modifiedSeconds
    let kind: FolderListing.Entry.Kind
    switch status.kind {
    case .folder: return (.init(.folder, name, path: path), seconds, name.folded)
    case .file where name.folded.hasSuffix(".json"): kind = .demarche
    case .file where Self.tableEndings.contains(where: name.folded.hasSuffix): kind = .table
    default: return nil
    }
    let offset = clock.utcOffset(Instant(seconds: seconds))
    let day = Instant(seconds: seconds + offset).day
    return (.init(kind, name, path: path, day: day), seconds, name.folded)
  }

  /// The folder of a file, the user's documents, the present folder, their own, and what is plugged in.
  private func beginnings(beside file: String?) -> [FolderListing.Entry] {
    let user = places.home.map(FileName.last(of:)) ?? ""
    let plugged = ["/media/\(user)", "/run/media/\(user)", "/media", "/mnt"].flatMap { base in
      // Most machines have only some of them.
      ((try? system.names(in: base)) ?? []).sorted().filter {
        !$0.hasPrefix(".") && !(base == "/media" && $0 == user)
      }
      .map { base + "/" + $0 }
    }
    let beside = file.flatMap { try? system.realPath(FileName.folder(of: $0)) }
    let own =
      [beside].compactMap(\.self) + newFolders.map(\.path) + [places.home].compactMap(\.self)
    var met: Set<String> = []
    return (own + plugged).filter { isFolder($0) && met.insert($0).inserted }
      .map { FolderListing.Entry(.folder, label(of: $0), path: $0) }
  }

  /// Where a new démarche can be kept: among the person's documents, or in the present folder.
  var newFolders: [StartState.Folder] {
    let documents = places.documents(in: system).filter { isFolder($0) }
    let present = try? system.realPath(folder)
    return [documents, present == documents ? nil : present].compactMap(\.self)
      .filter { (try? system.checkWritable($0)) != nil }
      .map { StartState.Folder(path: $0, label: label(of: $0)) }
  }

  /// A path as people write it, their own folder as `~`.
  func label(of path: String) -> String {
    guard let home = places.home, path == home || path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private func isFolder(_ path: String) -> Bool { (try? system.status(at: path).kind) == .folder }
}

extension Optional {
  fileprivate func filter(_ isKept: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { isKept($0) ? $0 : nil }
  }
}
