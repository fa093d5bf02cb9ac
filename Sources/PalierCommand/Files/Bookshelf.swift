import DPES
import DPESStore
import JSONTree

/// A kind of reference data that a network can write: référentiels, cycles, correspondances.
protocol Book {
  /// The name of its folder, beside the shipped data and among the user's own.
  static var folder: String { get }
  /// Of two with one id the user's own holds.
  var id: String { get }
  var nom: String { get }

  /// Reads a file's tree.
  init(file tree: JSONValue) throws(FormatError)

  /// One sentence for the first thing that is wrong with it in its file; nil where nothing is.
  func refusal(in path: String, _ bytes: [UInt8]) -> String?
}

extension Referentiel: Book {
  static var folder: String { "referentiels" }

  func refusal(in path: String, _ bytes: [UInt8]) -> String? {
    fautes.first.map {
      Sentences.sentence($0.faute, in: path, at: $0.pointer.position(in: bytes))
    }
  }
}

extension Cycle: Book {
  static var folder: String { "cycles" }

  func refusal(in path: String, _ bytes: [UInt8]) -> String? {
    fautes.first.map {
      Sentences.sentence($0.faute, in: path, at: $0.pointer.position(in: bytes))
    }
  }
}

extension Correspondances: Book {
  static var folder: String { "correspondances" }

  func refusal(in path: String, _ bytes: [UInt8]) -> String? {
    fautes.first.map {
      Sentences.sentence($0.faute, in: path, at: $0.pointer.position(in: bytes))
    }
  }
}

/// The books of one kind on this machine: those that came with the program, and the user's own.
struct Bookshelf<B: Book> {
  struct Volume {
    let book: B
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
    refusals = DataShelf.takeAll(B.folder, in: places, system) {
      (path, isOwn) throws(Failure) in
      let book = try Self.read(path, in: system)
      volumes[book.id] = Volume(book: book, path: path, isOwn: isOwn)
    }
    self.volumes = volumes.values.sorted {
      ($0.book.nom, $0.book.id) < ($1.book.nom, $1.book.id)
    }
  }

  /// Reads one file, which has to be without faults.
  ///
  /// - Throws: one sentence: the file, the line, what is wrong and what to do.
  static func read(
    _ path: String, in system: any FileSystem = GlibcFileSystem()
  ) throws(Failure) -> B {
    let (book, bytes) = try DataShelf.read(path, in: system, B.init(file:))
    if let refusal = book.refusal(in: path, bytes) { throw Failure(refusal) }
    return book
  }
}
