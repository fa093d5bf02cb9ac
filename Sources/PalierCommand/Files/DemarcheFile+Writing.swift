import DPES
import DPESStore

extension DemarcheFile {
  /// Puts a démarche in a file that a command was told to write.
  ///
  /// A file that is already there is replaced only when asked, and only when it can be read as a
  /// démarche.
  @discardableResult
  static func put(
    _ demarche: Demarche, in path: String, replacing: Bool
  ) throws(Failure) -> DemarcheFile {
    do throws(StoreError) {
      return try .create(path, demarche)
    } catch {
      guard error.cause == .exists else { throw Failure(error) }
      guard replacing else { throw Failure(Sentences.exists(path), status: ExitStatus.problems) }
    }
    var file = try DemarcheFile.open(path)
    try file.save(demarche)
    return file
  }
}
