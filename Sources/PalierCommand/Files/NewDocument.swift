import DPESStore

/// A document written where a person said, whole or not at all.
enum NewDocument {
  /// Writes bytes beside, then gives them their name; a file of that name is replaced only when
  /// asked.
  ///
  /// - Throws: one sentence; status 1 when the name is taken.
  static func put(_ bytes: [UInt8], in path: String, replacing: Bool) throws(Failure) {
    do throws(StoreError) {
      _ = try DataFile.create(path, bytes, limit: .max)
      return
    } catch {
      guard error.cause == .exists else { throw Failure(error) }
      guard replacing else { throw Failure(Sentences.exists(path), status: ExitStatus.problems) }
    }
    do throws(StoreError) {
      var (file, _) = try DataFile.open(path, limit: 1 << 30)
      try file.save(bytes)
    } catch {
      throw Failure(error)
    }
  }

  /// Refuses a destination that is the démarche itself: it would be lost.
  static func check(_ path: String, isNot source: String) throws(Failure) {
    guard !GlibcFileSystem().isSameFile(source, path) else {
      throw Failure(Sentences.isSource(path))
    }
  }
}

extension FileSystem {
  /// Whether two paths lead to one file.
  func isSameFile(_ one: String, _ other: String) -> Bool {
    guard let one = try? status(at: one).fingerprint, let other = try? status(at: other).fingerprint
    else { return false }
    return one.device == other.device && one.inode == other.inode
  }
}
