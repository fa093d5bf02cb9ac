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
    var refusals: [String] = []
    for (folder, isOwn) in [(places.data, false), (places.userData, true)] {
      guard let folder = folder.map({ $0 + "/referentiels" }) else { continue }
      for path in Self.files(in: folder, system, &refusals) {
        do throws(Failure) {
          let referentiel = try Self.read(path, in: system)
          volumes[referentiel.id] = Volume(referentiel: referentiel, path: path, isOwn: isOwn)
        } catch {
          refusals.append(error.sentence)
        }
      }
    }
    self.volumes = volumes.values.sorted {
      ($0.referentiel.nom, $0.referentiel.id) < ($1.referentiel.nom, $1.referentiel.id)
    }
    self.refusals = refusals
  }

  private static func files(
    in folder: String, _ system: any FileSystem, _ refusals: inout [String]
  ) -> [String] {
    do throws(StoreError.Cause) {
      return try system.names(in: folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
        .sorted().map { folder + "/" + $0 }
    } catch .notFound {
      return []
    } catch {
      refusals.append(
        Sentences.sentence(StoreError(path: folder, operation: .read, cause: error), of: folder))
      return []
    }
  }

  /// Reads one file, which has to be without faults.
  ///
  /// - Throws: one sentence: the file, the line, what is wrong and what to do.
  static func read(
    _ path: String, in system: any FileSystem = GlibcFileSystem()
  ) throws(Failure) -> Referentiel {
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try DataFile.open(path, limit: 4 << 20, in: system).bytes
    } catch {
      throw Failure(Sentences.sentence(ReadError.file(error), in: path))
    }
    let tree: JSONValue
    do throws(JSONError) {
      tree = try JSONValue.parse(bytes)
    } catch {
      throw Failure(Sentences.sentence(ReadError.json(error), in: path))
    }
    let referentiel: Referentiel
    do throws(FormatError) {
      referentiel = try Referentiel(file: tree)
    } catch {
      throw Failure(
        Sentences.sentence(
          ReadError.format(error, error.pointer.position(in: bytes)), in: path))
    }
    guard let first = referentiel.fautes.first else { return referentiel }
    throw Failure(
      Sentences.sentence(first.faute, in: path, at: first.pointer.position(in: bytes)))
  }
}
