import DPES
import DPESStore
import JSONTree

/// The référentiels of this machine: those that came with the program, and the user's own.
struct ReferentielShelf {
  struct Volume {
    let referentiel: Referentiel
    let path: String
    let isOwn: Bool
  }

  /// By name; the user's own stand in the place of shipped ones with their id.
  let volumes: [Volume]
  /// A sentence for each file that is left out.
  let refusals: [String]

  /// Reads both folders; a folder that is not there holds nothing.
  ///
  /// - Complexity: reads every file: only for when somebody asks.
  init(_ places: Places = .current(), in system: any FileSystem = GlibcFileSystem()) {
    var volumes: [String: Volume] = [:]
    refusals = DataShelf.takeAll("referentiels", in: places, system) {
      (path, isOwn) throws(Failure) in
      let referentiel = try Self.read(path, in: system)
      volumes[referentiel.id] = Volume(referentiel: referentiel, path: path, isOwn: isOwn)
    }
    self.volumes = volumes.values.sorted {
      ($0.referentiel.nom, $0.referentiel.id) < ($1.referentiel.nom, $1.referentiel.id)
    }
  }

  /// Reads one file, which has to be without faults.
  ///
  /// - Throws: one sentence: the file, the line, what is wrong and what to do.
  static func read(
    _ path: String, in system: any FileSystem = GlibcFileSystem()
  ) throws(Failure) -> Referentiel {
    let (referentiel, bytes) = try DataShelf.read(path, in: system, Referentiel.init(file:))
    guard let first = referentiel.fautes.first else { return referentiel }
    throw Failure(
      Sentences.sentence(first.faute, in: path, at: first.pointer.position(in: bytes)))
  }
}
