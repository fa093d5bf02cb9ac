import DPES
import DPESStore
import Glibc
import JSONTree

/// What `make bench` asks of the store, each said as medians in milliseconds.
///
/// `time-save FILE` times a save of the file's own bytes, and the same calls to the system made
/// barely, turn and turn about. `time-open FILE` times reading a démarche, and `time-merge BASE OURS
/// THEIRS` merging two once the three are read, as trees and as démarches.
enum Measures {
  private static let rounds = 200
  private static let largeRounds = 9

  /// Returns whether the words are a command of these.
  static func perform(_ words: [String]) -> Bool {
    do {
      switch words.first {
      case "time-save" where words.count == 2: try timeSave(words[1])
      case "time-open" where words.count == 2: try timeOpen(words[1])
      case "time-merge" where words.count == 4: try timeMerge(words[1], words[2], words[3])
      default: return false
      }
    } catch {
      StoreProbe.say("\(error)")
      exit(1)
    }
    return true
  }

  private static func timeSave(_ path: String) throws {
    var (file, bytes) = try DataFile.open(path)
    var versions: VersionFolder? = VersionFolder(of: path) { Instant(seconds: 0) }
    file.prepare(&versions)
    var saves: [Duration] = []
    var bare: [Duration] = []
    for _ in 0..<rounds {
      bare.append(ContinuousClock().measure { saveBarely(bytes, path + ".bare") })
      saves.append(
        try ContinuousClock().measure { try file.save(bytes, keepingOldIn: &versions) })
    }
    unlink(path + ".bare")
    StoreProbe.say("\(median(saves)) \(median(bare))")
  }

  /// The calls without which nothing is safe, and nothing else.
  private static func saveBarely(_ bytes: [UInt8], _ path: String) {
    let file = open(path + "~", O_WRONLY | O_CREAT | O_EXCL, 0o644)
    _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    fsync(file)
    close(file)
    rename(path + "~", path)
    let folder = open(path.folder, O_RDONLY | O_DIRECTORY)
    fsync(folder)
    close(folder)
  }

  private static func read(_ path: String) throws -> Demarche {
    let bytes = try DataFile.open(path).bytes
    if let demarche = Demarche(straightFrom: bytes) { return demarche }
    return try Demarche(file: JSONValue.parse(bytes))
  }

  private static func timeOpen(_ path: String) throws {
    var times: [Duration] = []
    for _ in 0..<largeRounds {
      times.append(try ContinuousClock().measure { _ = try read(path) })
    }
    StoreProbe.say("\(median(times))")
  }

  private static func timeMerge(_ base: String, _ ours: String, _ theirs: String) throws {
    let trees = try [base, ours, theirs].map { try JSONValue.parse(DataFile.open($0).bytes) }
    let sides = try trees.map { try Demarche(file: $0) }
    var times: (trees: [Duration], values: [Duration]) = ([], [])
    for _ in 0..<largeRounds {
      times.trees.append(
        ContinuousClock().measure {
          _ = Merge(base: trees[0], ours: trees[1], theirs: trees[2])
        })
      times.values.append(
        try ContinuousClock().measure {
          _ = try Demarche.merge(base: sides[0], ours: sides[1], theirs: sides[2])
        })
    }
    StoreProbe.say("\(median(times.trees)) \(median(times.values))")
  }

  private static func median(_ times: [Duration]) -> Double {
    let time = times.sorted()[times.count / 2].components
    return Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
  }
}
