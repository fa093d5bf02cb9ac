import DPES
import DPESStore

/// Where the full screen takes its files from: those named, the example, new ones.
struct Desk {
  let places: Places
  let clock: Clock

  /// The files opened before, the last first.
  var recents: [String] { RecentFiles(in: places).paths }

  func noteRecent(_ path: String) { RecentFiles(in: places).note(path) }

  func open(_ path: String) throws(Failure) -> DemarcheFile { try DemarcheFile.open(path) }

  /// The person's own copy of the shipped example, made the first time.
  func openExample() throws(Failure) -> DemarcheFile {
    throw Failure("…")
  }

  /// A new démarche in the current folder, in a file named after the structure.
  func create(_ raisonSociale: String) throws(Failure) -> DemarcheFile {
    throw Failure("…")
  }

  /// Puts what can't be saved in another file, and returns its path; nil when that fails as well.
  func rescue(_ demarche: Demarche, of path: String) -> String? { nil }
}
