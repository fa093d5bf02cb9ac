import Application
import DPES
import DPESStore
import JSONTree

/// A démarche and the file that it was read from or created in.
struct DemarcheFile {
  let demarche: Demarche
  var file: DataFile

  var path: String { file.path }

  /// Why nothing may be written to it: a sentence; nil when it may.
  var readOnlyReason: String? { demarche.isNewer ? Sentences.newer(demarche.version) : nil }

  var document: Document { Document(demarche, path: path, readOnlyReason: readOnlyReason) }
}

extension DemarcheFile {
  /// Reads a démarche, or says why it can't be read, by the name that the person knows it by.
  static func open(_ path: String, named name: String? = nil) throws(Failure) -> DemarcheFile {
    do throws(ReadError) {
      return try read(path)
    } catch {
      throw Failure(Sentences.sentence(error, in: name ?? path))
    }
  }

  static func read(_ path: String) throws(ReadError) -> DemarcheFile {
    try readWhole(path).file
  }

  /// Reads a démarche, with the text of its file and the tree that the text spells.
  static func readWhole(
    _ path: String
  ) throws(ReadError) -> (file: DemarcheFile, tree: JSONValue, bytes: [UInt8]) {
    let (file, bytes) = try contents(of: path)
    let tree: JSONValue
    do throws(JSONError) {
      tree = try JSONValue.parse(bytes)
    } catch {
      throw .json(error)
    }
    do throws(FormatError) {
      return (DemarcheFile(demarche: try Demarche(file: tree), file: file), tree, bytes)
    } catch {
      throw .format(error, error.pointer.position(in: bytes))
    }
  }

  private static func contents(
    of path: String
  ) throws(ReadError) -> (file: DataFile, bytes: [UInt8]) {
    do throws(StoreError) {
      return try DataFile.open(path)
    } catch {
      throw .file(error)
    }
  }

  /// Replaces what the file holds, safe on the disk when this returns.
  mutating func save(_ demarche: Demarche) throws(Failure) {
    do throws(StoreError) {
      try file.save(JSONValue.write(demarche.json))
    } catch {
      throw Failure(error)
    }
  }

  /// Creates a file that holds a démarche, safe on the disk when this returns.
  static func create(_ path: String, _ demarche: Demarche) throws(StoreError) -> DemarcheFile {
    DemarcheFile(
      demarche: demarche, file: try DataFile.create(path, JSONValue.write(demarche.json)))
  }
}

/// Why a démarche can't be read.
enum ReadError: Error {
  case file(StoreError)
  case json(JSONError)
  /// The text is JSON, and is not a démarche at a place.
  case format(FormatError, TextPosition?)

  /// Where in the text; nil when the text itself can't be had.
  var position: TextPosition? {
    switch self {
    case .file: nil
    case .json(let error): error.position
    case .format(_, let position): position
    }
  }
}
