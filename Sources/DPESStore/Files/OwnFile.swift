/// A file that is for the user alone, and may be larger than what memory holds: a partial.
package enum OwnFile {
  /// Writes a file in one step, for nobody else to read, safe on the disk when this returns; `write`
  /// hands over the bytes, some at a time.
  ///
  /// - Throws: `.exists` when something is there that may not be replaced.
  package static func write(
    _ path: String, replacing: Bool, in system: any FileSystem = GlibcFileSystem(),
    _ write: (_ put: ([UInt8]) throws(StoreError.Cause) -> Void) throws(StoreError.Cause) -> Void
  ) throws(StoreError) {
    do throws(StoreError.Cause) {
      try system.holding(path.folder) { (folder) throws(StoreError.Cause) in
        let old = try system.statusToReplace(path)
        guard old == nil || replacing else { throw .exists }
        let new = try NewFile(beside: path, like: nil, for: .own, in: system) {
          (file) throws(StoreError.Cause) in
          try write { (bytes) throws(StoreError.Cause) in try system.writeAll(bytes, to: file) }
        }
        try new.move(to: path, ifStill: old?.fingerprint)
        try system.synchronize(folder: folder)
      }
    } catch {
      throw StoreError(path: path, operation: .create, cause: error)
    }
  }

  /// Whether others than the user may put files into a folder, or take them away.
  package static func isOpenToOthers(
    _ folder: String, in system: any FileSystem = GlibcFileSystem()
  ) -> Bool {
    // What can't be looked at is told by the writing.
    ((try? system.status(at: folder))?.permissions ?? 0) & 0o022 != 0
  }
}
