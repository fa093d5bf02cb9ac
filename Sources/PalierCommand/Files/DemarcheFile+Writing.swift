import DPES
import DPESStore

extension DemarcheFile {
  /// Puts a démarche in a file that a command was told to write, for those who may read what it is
  /// made from.
  ///
  /// A file that is already there is replaced only when asked, and only when it can be read as a
  /// démarche that `mayReplace` lets go; `refusal` is said of another.
  @discardableResult
  static func put(
    _ demarche: Demarche, in path: String, replacing: Bool, for readers: Readers? = nil,
    mayReplace: (Demarche) -> Bool = { _ in true },
    refusal: (String) -> String = Sentences.wouldBeLost
  ) throws(Failure) -> DemarcheFile {
    do throws(StoreError) {
      return try .create(path, demarche, for: readers)
    } catch {
      guard error.cause == .exists else { throw Failure(error) }
      guard replacing else { throw Failure(Sentences.exists(path), status: ExitStatus.problems) }
    }
    var file = try DemarcheFile.open(path)
    guard mayReplace(file.demarche) else { throw Failure(refusal(path)) }
    try file.save(demarche, for: readers)
    return file
  }
}
