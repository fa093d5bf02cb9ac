import Glibc

/// Finds the démarches in folders and reads them, one after the other, in the same order each time.
///
/// Only regular files are opened, without waiting; what is left out is told. Nothing is kept but
/// which files and folders were met.
package struct Walk {
  package enum Found: Hashable, Sendable {
    case demarche([UInt8])
    /// A file of lines that was named: it is for ``FileLines``.
    case partiel
    case refus(Refus)
  }

  /// Why something is left out.
  package enum Refus: Hashable, Sendable {
    /// A link met on the way; one that is named is followed.
    case lien
    /// A folder below more folders than people make.
    case profond
    /// What a program that synchronises puts in the place of a file that is elsewhere.
    case horsLigne
    /// Somebody wrote it while it was read, twice.
    case enCours
    case illisible(StoreError.Cause)
  }

  /// The most folders below each other.
  package static let deepest = 32
  /// How the file of a démarche ends, and one of lines.
  package static let ending = ".dpes.json"
  package static let endingOfLines = ".faits.jsonl"

  private struct Place: Hashable {
    let device: UInt64
    let inode: UInt64

    init(_ status: FileStatus) {
      (device, inode) = (status.fingerprint.device, status.fingerprint.inode)
    }
  }

  private let system: any FileSystem
  private let limit: Int
  /// Waits a moment, for somebody to be done writing.
  private let wait: () -> Void
  private var met: Set<Place> = []

  /// `wait` is what is done before a file is read again that somebody wrote meanwhile.
  package init(
    limit: Int = DataFile.limit, in system: any FileSystem = GlibcFileSystem(),
    wait: @escaping () -> Void = Walk.waitAMoment
  ) {
    (self.limit, self.system, self.wait) = (limit, system, wait)
  }

  /// Has each file taken that a path leads to: itself, or the démarches below a folder.
  package mutating func read(_ path: String, _ take: (_ path: String, Found) -> Void) {
    do throws(StoreError.Cause) {
      let status = try system.status(at: path)
      if status.kind == .folder {
        readFolder(path, status, depth: 0, take)
      } else if path.hasSuffix(Self.endingOfLines) {
        if met.insert(Place(status)).inserted { take(path, .partiel) }
      } else {
        readFile(path, followsLinks: true, take)
      }
    } catch {
      take(path, .refus(.illisible(error)))
    }
  }

  private mutating func readFolder(
    _ path: String, _ status: FileStatus, depth: Int, _ take: (String, Found) -> Void
  ) {
    guard met.insert(Place(status)).inserted else { return }
    guard depth < Self.deepest else { return take(path, .refus(.profond)) }
    let names: [String]
    do throws(StoreError.Cause) {
      names = try system.names(in: path)
    } catch {
      return take(path, .refus(.illisible(error)))
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      readEntry(folder + name, depth: depth, take)
    }
  }

  private mutating func readEntry(
    _ path: String, depth: Int, _ take: (String, Found) -> Void
  ) {
    let isDemarche = path.hasSuffix(Self.ending)
    do throws(StoreError.Cause) {
      if try system.isLink(path) {
        // Where it leads is looked at to tell no more links than people have to know of.
        let isFolder = (try? system.status(at: path))?.kind == .folder
        if isDemarche || isFolder { take(path, .refus(.lien)) }
        return
      }
      if Self.placeholders.contains(where: { path.hasSuffix(Self.ending + $0) }) {
        return take(path, .refus(.horsLigne))
      }
      let status = try system.status(at: path)
      switch status.kind {
      case .folder where path.hasSuffix(".versions"): break
      case .folder: readFolder(path, status, depth: depth + 1, take)
      case .file, .other: if isDemarche { readFile(path, followsLinks: false, take) }
      }
    } catch .notFound where !isDemarche {
      // It went meanwhile, and was nothing to read.
    } catch {
      take(path, .refus(.illisible(error)))
    }
  }

  /// Of Nextcloud and ownCloud, which keep such files beside those that are here.
  private static let placeholders = [".nextcloud", ".owncloud"]

  private mutating func readFile(
    _ path: String, followsLinks: Bool, _ take: (String, Found) -> Void
  ) {
    do throws(StoreError.Cause) {
      for isLast in [false, true] {
        let file = followsLinks ? try system.open(path) : try system.openNoLink(path)
        // Nothing was written: there is nothing to lose in closing.
        defer { try? system.close(file) }
        let before = try system.status(of: file)
        if met.contains(Place(before)) { return }
        let bytes = try system.contents(of: file, before, limit: limit)
        let after = try system.status(of: file)
        if bytes.count == before.fingerprint.size, before.fingerprint == after.fingerprint {
          met.insert(Place(before))
          return take(path, .demarche(bytes))
        }
        if !isLast { wait() }
      }
      take(path, .refus(.enCours))
    } catch .other(ELOOP) {
      take(path, .refus(.lien))
    } catch {
      take(path, .refus(.illisible(error)))
    }
  }

  /// For as long as a save takes.
  package static func waitAMoment() { usleep(200_000) }
}
