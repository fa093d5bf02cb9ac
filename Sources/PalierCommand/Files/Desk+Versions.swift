import Application
import DPES
import DPESStore
import JSONTree

/// What comes of opening a file.
enum Opening {
  case file(DemarcheFile)
  /// It can't be read, and one of its versions can: what the state is told.
  case damaged(Message)
}

// Earlier versions.
extension Desk {
  /// The versions of a file, the newest first.
  func versions(of path: String) throws(Failure) -> [Version] {
    let kept = try telling(try folder(of: path).versions(), Failure.init)
    return zip(kept, clock.words(for: kept.map(\.instant))).map { version, quand in
      Version(name: version.name, quand: quand, bytes: version.bytes)
    }
  }

  /// The démarche that a version holds.
  func read(_ version: Version, of path: String) throws(Failure) -> Demarche {
    try telling(try DemarcheFile.demarche(in: try bytes(of: version, of: path))) {
      (error: ReadError) in Failure(Sentences.sentence(error, in: version.name))
    }
  }

  func folder(of path: String) -> VersionFolder {
    let clock = clock
    return VersionFolder(of: path, in: system) { clock.now().instant }
  }

  private func bytes(of version: Version, of path: String) throws(ReadError) -> [UInt8] {
    try telling(try folder(of: path).bytes(named: version.name), ReadError.file)
  }

  // Damaged files.

  /// Opens a file, or says which version can take the place of one that is damaged.
  ///
  /// `name` is how the person knows it, if not by the path.
  func open(_ path: String, named name: String? = nil) throws(Failure) -> Opening {
    do throws(ReadError) {
      return .file(try .read(path, in: system))
    } catch {
      let name = name ?? path
      guard error.isDamage, let version = newestReadable(of: path) else {
        throw Failure(Sentences.sentence(error, in: name))
      }
      return .damaged(
        .damaged(
          sentence: Sentences.sentence(error, in: name, advises: false), path: path,
          version: version, name: freeName(beside: path)))
    }
  }

  private func newestReadable(of path: String) -> Version? {
    let versions = (try? versions(of: path)) ?? []
    return versions.first { (try? read($0, of: path)) != nil }
  }

  /// Puts a version in the place of a damaged file, which is kept beside under another name: that
  /// name, or nil when the file had become readable meanwhile, and is opened instead.
  func recover(
    _ path: String, from version: Version
  ) throws(Failure) -> (file: DemarcheFile, keptAs: String?) {
    do throws(ReadError) {
      let bytes = try bytes(of: version, of: path)
      let demarche = try DemarcheFile.demarche(in: bytes)
      do throws(StoreError) {
        var (file, damaged) = try DataFile.open(path, in: system)
        // What became readable meanwhile is opened, and nothing is put in its place.
        if let repaired = try? DemarcheFile.demarche(in: damaged) {
          return (DemarcheFile(demarche: repaired, file: file), nil)
        }
        let name = freeName(beside: path)
        try file.replace(damaged, keptAs: name, by: bytes)
        return (DemarcheFile(demarche: demarche, file: file), name)
      } catch {
        throw .file(error)
      }
    } catch {
      throw Failure(Sentences.sentence(error, in: FileName.last(of: path)))
    }
  }

  /// A name beside the file that nothing has.
  func freeName(beside path: String) -> String {
    var number = 1
    while (try? system.status(at: path.folder + "/" + FileName.damaged(path, number))) != nil {
      number += 1
    }
    return FileName.damaged(path, number)
  }

  // Other files.

  /// Creates a file for a démarche, at a path as a person types it: `~` is their own folder, and
  /// what has no ending gets the usual one.
  func create(
    _ demarche: Demarche, typed path: String, for readers: Readers? = nil
  ) throws(Failure) -> DemarcheFile {
    try create(demarche, in: FileName.completed(typed(path)), for: readers)
  }

  /// A path as a person types it: `~` is their own folder.
  func typed(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = places.home else { return path }
    return home + path.dropFirst()
  }
}
