import DPESStore

/// A document written where a person said, whole or not at all.
enum NewDocument {
  /// Writes bytes beside, then gives them their name; a file of that name is replaced only when
  /// asked.
  ///
  /// A démarche never is: it would be lost. Only `readers`, who may read the démarche that it is made
  /// from, may read it.
  ///
  /// - Throws: one sentence; status 1 when the name is taken.
  static func put(
    _ bytes: [UInt8], in path: String, replacing: Bool, for readers: Readers?
  ) throws(Failure) {
    try check(path, replacing: replacing)
    do throws(StoreError) {
      if replacing, var file = try DataFile.existing(path, limit: .max) {
        try file.save(bytes, for: readers)
      } else {
        _ = try DataFile.create(path, bytes, limit: .max, for: readers)
      }
    } catch {
      guard error.cause == .exists, !replacing else {
        // What stands there is looked at, and nobody meant to read it.
        let operation: StoreError.Operation = error.operation == .read ? .create : error.operation
        throw Failure(StoreError(path: error.path, operation: operation, cause: error.cause))
      }
      throw Failure(Sentences.exists(path), status: ExitStatus.problems)
    }
  }

  /// The bytes of a document that is replaced; nil for none.
  ///
  /// What can't be read is nothing to go on from; whether it may be replaced, writing says.
  static func contents(_ path: String) -> [UInt8]? {
    do throws(StoreError) {
      return try DataFile.open(path).bytes
    } catch {
      return nil
    }
  }

  /// Refuses a destination that holds a démarche, or has the name of one.
  static func check(_ path: String, replacing: Bool) throws(Failure) {
    let isNamedSo = path.hasSuffix(FileName.ending)
    guard DemarcheHead.isThere(path) || isNamedSo else { return }
    guard isThere(path) else { throw Failure(Sentences.hasNameOfDemarche(path)) }
    throw Failure(
      Sentences.isDemarche(path), status: replacing ? ExitStatus.unusable : ExitStatus.problems)
  }

  private static func isThere(_ path: String) -> Bool {
    (try? GlibcFileSystem().status(at: path).kind) == .file
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
