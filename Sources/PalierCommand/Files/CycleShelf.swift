import DPES
import DPESStore
import JSONTree

/// The cycles of accompaniment of this machine: those that came with the program, and the user's own.
struct CycleShelf {
  struct Volume {
    let cycle: Cycle
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
    refusals = DataShelf.takeAll("cycles", in: places, system) {
      (path, isOwn) throws(Failure) in
      let cycle = try Self.read(path, in: system)
      volumes[cycle.id] = Volume(cycle: cycle, path: path, isOwn: isOwn)
    }
    self.volumes = volumes.values.sorted {
      ($0.cycle.nom, $0.cycle.id) < ($1.cycle.nom, $1.cycle.id)
    }
  }

  /// Reads one file, which has to be without faults.
  ///
  /// - Throws: one sentence: the file, the line, what is wrong and what to do.
  static func read(
    _ path: String, in system: any FileSystem = GlibcFileSystem()
  ) throws(Failure) -> Cycle {
    let (cycle, bytes) = try DataShelf.read(path, in: system, Cycle.init(file:))
    guard let first = cycle.fautes.first else { return cycle }
    throw Failure(
      Sentences.sentence(first.faute, in: path, at: first.pointer.position(in: bytes)))
  }
}
