import DPES
import DPESStore
import Documents
import JSONTree

/// Files of reference data: those that came with the program, and the user's own.
enum DataShelf {
  /// The JSON files of a folder, by name; a folder that is not there holds nothing.
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

  /// Has each file of a kind taken, those that came with the program before the user's own.
  ///
  /// - Returns: A sentence for each file that is left out.
  static func takeAll(
    _ kind: String, in places: Places, _ system: any FileSystem,
    _ take: (_ path: String, _ isOwn: Bool) throws(Failure) -> Void
  ) -> [String] {
    var refusals: [String] = []
    for (data, isOwn) in [(places.data, false), (places.userData, true)] {
      guard let data else { continue }
      for path in files(in: "\(data)/\(kind)", system, &refusals) {
        do throws(Failure) { try take(path, isOwn) } catch { refusals.append(error.sentence) }
      }
    }
    return refusals
  }

  /// What a file holds, and its bytes, to name places in it.
  ///
  /// - Throws: one sentence: the file, the line, what is wrong and what to do.
  static func read<Value>(
    _ path: String, in system: any FileSystem,
    _ make: (JSONValue) throws(FormatError) -> Value
  ) throws(Failure) -> (value: Value, bytes: [UInt8]) {
    let bytes = try telling(try DataFile.open(path, limit: 4 << 20, in: system).bytes) {
      Failure(Sentences.dataCannotBeRead($0, in: path))
    }
    let tree = try telling(try JSONValue.parse(bytes)) { error in
      Failure(
        FileKind(foreign: bytes).map { Sentences.notData($0, path) }
          ?? Sentences.sentence(.json(error), in: path))
    }
    let value = try telling(try make(tree)) {
      Failure(Sentences.sentence(.format($0, $0.pointer.position(in: bytes)), in: path))
    }
    return (value, bytes)
  }
}

/// What is suggested on this machine.
struct SuggestionShelf {
  /// All files together: what a user's own file says takes the place of what is shipped with its id.
  let suggestions: Suggestions
  /// A sentence for each file that is left out.
  let refusals: [String]

  /// Reads both folders; a folder that is not there holds nothing.
  ///
  /// - Complexity: reads every file: only for when somebody asks.
  init(_ places: Places = .current(), in system: any FileSystem = GlibcFileSystem()) {
    var all = Suggestions()
    refusals = DataShelf.takeAll("suggestions", in: places, system) {
      (path, _) throws(Failure) in
      all.add(try DataShelf.read(path, in: system, Suggestions.init(file:)).value)
    }
    suggestions = all
  }
}
