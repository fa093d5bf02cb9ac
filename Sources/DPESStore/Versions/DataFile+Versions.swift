// What is done about a file while nobody waits; none of it is worth disturbing anybody. What fails
// here is tried again at the next opening, or the next time that a version is due; a file that can't
// be reached at all is told by the saving itself.
extension DataFile {
  /// Keeps the file as it is as a version, and removes what killed processes left beside it.
  package func prepare(_ versions: inout VersionFolder?) {
    guard let target = try? targetPath() else { return }
    // The locks that tell whose files these are say nothing about other machines.
    if let path = try? system.realPath(target), !system.isOnNetwork(path) {
      try? system.holding(target.folder) { _ throws(StoreError.Cause) in
        NewFile.removeStale(in: target.folder, of: system)
        if let versions { NewFile.removeStale(in: versions.path, of: system) }
      }
    }
    if let bytes = unchangedBytes() { keep(bytes, in: &versions) }
  }

  /// Keeps what the file holds as a version.
  func keep(_ bytes: [UInt8], in versions: inout VersionFolder?) {
    guard let target = try? targetPath() else { return }
    try? system.holding(target.folder) { folder throws(StoreError.Cause) in
      versions?.keepCopy(of: bytes, in: target)
      try system.synchronize(folder: folder)
    }
  }
}

extension DataFile {
  /// Puts other bytes in the place of what the file holds, which is kept beside under a new name.
  package mutating func replace(
    _ damaged: [UInt8], keptAs name: String, by bytes: [UInt8]
  ) throws(StoreError) {
    _ = try DataFile.create(path.folder + "/" + name, damaged, for: readers, in: system)
    try save(bytes)
  }
}
