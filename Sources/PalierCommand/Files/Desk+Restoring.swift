import Application
import DPES
import DPESStore

/// What restoring a version made of what was there.
enum Restoration: Hashable {
  /// It is a version now, of this number.
  case kept(Int)
  /// It could not be read, and is beside under this name.
  case damaged(String)
  /// There was no file.
  case created
  /// It was what the version holds.
  case unchanged
}

extension Desk {
  /// The versions of a file, the newest first, also of one that is gone.
  func keptVersions(of path: String) throws(Failure) -> [KeptVersion] {
    let versions = try telling(try folder(of: path).versions(), Failure.init)
    // With nothing kept, a file that is not there is a name mistyped.
    if versions.isEmpty { _ = try telling(try DataFile.open(path, in: system), Failure.init) }
    return versions
  }

  /// Puts a version in the place of what a file holds, which is kept.
  func restore(_ version: KeptVersion, in path: String) throws(Failure) -> Restoration {
    let earlier = try demarche(of: version, in: path)
    if earlier.isNewer { throw Failure(Sentences.newer(earlier.version)) }
    let present: DemarcheFile
    do throws(ReadError) {
      present = try DemarcheFile.read(path, in: system)
    } catch .file(let error) {
      guard error.cause == .notFound else { throw Failure(error) }
      _ = try create(earlier, in: path, for: folder(of: path).readers(of: version.name))
      return .created
    } catch {
      let recovery = try recover(
        path, from: Version(name: version.name, quand: "", bytes: version.bytes))
      try trace(version, in: path)
      return recovery.keptAs.map(Restoration.damaged) ?? .unchanged
    }
    guard present.demarche.id == earlier.id else {
      throw Failure(Sentences.otherDemarche(version.name, than: path))
    }
    return try restore(earlier, version.name, over: present)
  }

  private func restore(
    _ earlier: Demarche, _ name: String, over present: DemarcheFile
  ) throws(Failure) -> Restoration {
    guard let kept = keep(present) else { throw Failure(Sentences.presentNotKept) }
    let isChanged = try DemarcheFile.change(present.path, at: clock) { demarche in
      demarche.restaurer(earlier, nommee: name, signature(in: demarche))
    }
    return isChanged ? .kept(kept.number) : .unchanged
  }

  /// A line of the historique for what took the place of a damaged file.
  private func trace(_ version: KeptVersion, in path: String) throws(Failure) {
    try DemarcheFile.change(path, at: clock) { demarche in
      demarche.tracer(
        "restauration", demarche.id, avant: nil, apres: .texte(version.name),
        signature(in: demarche))
      return true
    }
  }

  private func demarche(
    of version: KeptVersion, in path: String
  ) throws(Failure) -> Demarche {
    try read(Version(name: version.name, quand: "", bytes: version.bytes), of: path)
  }

  /// Keeps a file as it is as a version; nil when that can't be done.
  @discardableResult
  func keep(_ file: DemarcheFile) -> KeptVersion? {
    var folder: VersionFolder? = folder(of: file.path)
    file.file.prepare(&folder)
    guard let newest = try? folder?.versions().first,
      let bytes = try? folder?.bytes(named: newest.name),
      let present = try? DataFile.open(file.path, in: system).bytes, present == bytes
    else { return nil }
    return newest
  }
}

extension DemarcheFile {
  /// Why a démarche can't be read, and which of its versions can, with how to restore it.
  static func sentence(
    _ error: ReadError, of path: String, named name: String? = nil,
    in system: any FileSystem = GlibcFileSystem()
  ) -> String {
    let sentence = Sentences.sentence(error, in: name ?? path)
    guard error.isDamage else { return sentence }
    let clock = Clock.system()
    let folder = VersionFolder(of: path, in: system) { clock.now().instant }
    let readable = (try? folder.versions())?.first { version in
      (try? folder.bytes(named: version.name)).flatMap { try? demarche(in: $0) } != nil
    }
    guard let readable else { return sentence }
    return Sentences.sentence(error, in: name ?? path, advises: false)
      + Sentences.canBeRestored(path, clock.words(for: readable.instant), number: readable.number)
  }
}
