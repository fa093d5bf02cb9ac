import Application
import DPES
import DPESStore
import Documents
import JSONTree

/// A démarche and the file that it was read from or created in.
struct DemarcheFile {
  let demarche: Demarche
  var file: DataFile

  var path: String { file.path }

  /// Why nothing may be written to it: a sentence; nil when it may.
  var readOnlyReason: String? { demarche.isNewer ? Sentences.newer(demarche.version) : nil }

  var document: Document { document(copies: try? ConflictCopies.names(beside: path)) }

  /// The same, with the copies that are known by what they hold as well.
  var documentWithCopies: Document {
    document(copies: try? ConflictCopies.names(beside: path, of: demarche.id))
  }

  /// In a folder that can't be listed, the démarche opens all the same.
  private func document(copies: [String]?) -> Document {
    Document(
      demarche, path: path, readOnlyReason: readOnlyReason, isOnNetwork: file.isOnNetwork,
      copies: copies ?? [])
  }

  /// Reads a démarche, or says why it can't be read, by the name that the person knows it by.
  static func open(
    _ path: String, named name: String? = nil, in system: any FileSystem = GlibcFileSystem()
  ) throws(Failure) -> DemarcheFile {
    try telling(try read(path, in: system)) {
      Failure(sentence($0, of: path, named: name, in: system))
    }
  }

  /// Opens one that may be written.
  static func openWritable(_ path: String) throws(Failure) -> DemarcheFile {
    let file = try open(path)
    if let reason = file.readOnlyReason { throw Failure(reason) }
    return file
  }

  static func read(
    _ path: String, in system: any FileSystem = GlibcFileSystem()
  ) throws(ReadError) -> DemarcheFile {
    let (file, bytes) = try telling(try DataFile.open(path, in: system), ReadError.file)
    return DemarcheFile(demarche: try demarche(in: bytes), file: file)
  }

  /// The démarche that the bytes of a file are.
  static func demarche(in bytes: [UInt8]) throws(ReadError) -> Demarche {
    if let demarche = Demarche(straightFrom: bytes) { return demarche }
    return try decode(bytes).demarche
  }

  /// Reads a démarche, with the text of its file and the tree that the text spells.
  static func readWhole(
    _ path: String, in system: any FileSystem = GlibcFileSystem()
  ) throws(ReadError) -> (file: DemarcheFile, tree: JSONValue, bytes: [UInt8]) {
    let (file, bytes) = try telling(try DataFile.open(path, in: system), ReadError.file)
    let (demarche, tree) = try decode(bytes)
    return (DemarcheFile(demarche: demarche, file: file), tree, bytes)
  }

  /// The démarche that the bytes of a file are, and their tree.
  private static func decode(
    _ bytes: [UInt8]
  ) throws(ReadError) -> (demarche: Demarche, tree: JSONValue) {
    let tree = try telling(try JSONValue.parse(bytes)) {
      FileKind(foreign: bytes).map(ReadError.foreign) ?? .json($0)
    }
    let demarche = try telling(try Demarche(file: tree)) {
      ReadError.format($0, $0.pointer.position(in: bytes))
    }
    return (demarche, tree)
  }

  /// Replaces what the file holds, safe on the disk when this returns; only `readers` may read it
  /// then, where they are given.
  mutating func save(_ demarche: Demarche, for readers: Readers? = nil) throws(Failure) {
    try telling(try file.save(JSONValue.write(demarche.json), for: readers), Failure.init)
  }

  /// Creates a file that holds a démarche, safe on the disk when this returns.
  ///
  /// Only `readers` may read it, when it is made from what they alone may read.
  static func create(
    _ path: String, _ demarche: Demarche, limit: Int = DataFile.limit, for readers: Readers? = nil
  ) throws(StoreError) -> DemarcheFile {
    let file = try DataFile.create(path, JSONValue.write(demarche.json), limit: limit, for: readers)
    return DemarcheFile(demarche: demarche, file: file)
  }

  /// Changes a démarche in its file: reads it, makes the change, saves; and again, on what another
  /// program wrote between the reading and the saving.
  ///
  /// The earlier state is kept as a version when one is due, or always for `keepingBefore`: a change
  /// that somebody may want to take back whole.
  ///
  /// - Returns: Whether `edit` said that it changed something; otherwise nothing is written.
  @discardableResult
  static func change(
    _ path: String, at clock: Clock, keepingBefore: Bool = false,
    _ edit: (inout Demarche) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    var tries = 0
    while true {
      var file = try openWritable(path)
      var demarche = file.demarche
      guard try edit(&demarche) else { return false }
      var versions: VersionFolder? = VersionFolder(of: path, at: clock)
      if keepingBefore { file.file.prepare(&versions) }
      do throws(StoreError) {
        try file.file.save(JSONValue.write(demarche.json), keepingOldIn: &versions)
        return true
      } catch {
        tries += 1
        guard error.cause == .changedElsewhere, tries < 100 else { throw Failure(error) }
      }
    }
  }

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

extension VersionFolder {
  init(of path: String, at clock: Clock) {
    self.init(of: path, now: { clock.now().instant })
  }
}

/// Why a démarche can't be read.
enum ReadError: Error, Hashable {
  case file(StoreError)
  /// It is a file of something else.
  case foreign(FileKind)
  case json(JSONError)
  /// The text is JSON, and is not a démarche at a place.
  case format(FormatError, TextPosition?)

  /// Whether there is a file, and it is no démarche.
  var isDamage: Bool { if case .file = self { false } else { true } }

  /// Where in the text; nil when the text itself can't be had.
  var position: TextPosition? {
    switch self {
    case .foreign(.conflict(let line)): TextPosition(offset: 0, line: line, column: 1)
    case .file, .foreign: nil
    case .json(let error): error.position
    case .format(_, let position): position
    }
  }
}
