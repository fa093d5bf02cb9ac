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
  /// Reads a démarche, or says why it can't be read.
  static func open(_ path: String) throws(Failure) -> DemarcheFile {
    do throws(ReadError) {
      return try read(path)
    } catch {
      throw Failure(Sentences.sentence(error, in: path))
    }
  }

  static func read(_ path: String) throws(ReadError) -> DemarcheFile {
    let (file, bytes): (DataFile, [UInt8])
    do throws(StoreError) {
      (file, bytes) = try DataFile.open(path)
    } catch {
      throw .file(error)
    }
    return DemarcheFile(demarche: try demarche(bytes), file: file)
  }

  private static func demarche(_ bytes: [UInt8]) throws(ReadError) -> Demarche {
    let tree: JSONValue
    do throws(JSONError) {
      tree = try JSONValue.parse(bytes)
    } catch {
      throw .json(error)
    }
    do throws(FormatError) {
      return try Demarche(file: tree)
    } catch {
      throw .format(error, error.pointer.position(in: bytes))
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
}
