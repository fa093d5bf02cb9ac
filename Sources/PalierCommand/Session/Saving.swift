import Application
import DPES
import DPESStore
import JSONTree

/// An open démarche's file: the states on their way to it, and what others write in it.
struct Saving {
  private typealias FileSaver = Saver<Demarche, ReadError>
  private typealias Report = SaverReport<Demarche, ReadError>

  let file: DataFile
  private let saver: FileSaver
  /// What the saver's thread told, and nobody has taken yet.
  private let reports = Monitor<[Report]>([])
  /// What the file held when we last read or saved it.
  private var base: Demarche
  /// What was handed in, by the saver's number.
  private var handedIn: [Int: (demarche: Demarche, revision: Int)] = [:]
  private var watch: FolderWatch?
  private var hasBegun = false
  private var frozen: Set<String>

  /// Starts the thread; `wake` is called on it when there is something to take.
  init(
    _ file: DemarcheFile, at clock: Clock, wake: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    self.file = file.file
    base = file.demarche
    frozen = file.demarche.frozenImages
    let reports = reports
    saver = try Saver(
      file.file, keeping: VersionFolder(of: file.path, at: clock),
      decode: { (bytes) throws(ReadError) in try DemarcheFile.decode(bytes).demarche },
      report: { report in
        reports.update { $0.append(report) }
        wake()
      })
  }

  /// Starts what need not be there before the first frame: the watch, the version of what was
  /// opened.
  mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    let saver = saver
    saver.prepare()
    guard let path = file.resolvedPath, !file.isOnNetwork else { return }
    // Where the system can't watch, the file is looked at as on a network.
    watch = try? FolderWatch(path) { saver.look() }
    // What happened since it was read.
    saver.look()
  }

  /// Whether changes made elsewhere are told.
  var isWatched: Bool { watch != nil }

  /// Has the file looked at, without waiting.
  func look() { saver.look() }

  /// Hands in a state, without waiting; it is encoded on the saver's thread.
  mutating func save(_ demarche: Demarche, revision: Int, basis: Int) {
    let frozen = demarche.frozenImages
    let isMilestone = !frozen.isSubset(of: self.frozen)
    self.frozen = frozen
    let number = saver.save(basis: basis, isMilestone: isMilestone) {
      JSONValue.write(demarche.json)
    }
    handedIn[number] = (demarche, revision)
  }

  /// What became of saves, and what others wrote, since the last time.
  mutating func takeMessages(at time: String) -> [Message] {
    let reports = reports.update { reports in
      defer { reports = [] }
      return reports
    }
    return reports.compactMap { message(for: $0, at: time) }
  }

  private mutating func message(for report: Report, at time: String) -> Message? {
    switch report {
    case .saved(let number, _, _):
      defer { handedIn = handedIn.filter { $0.key > number } }
      guard let saved = handedIn[number] else { return nil }
      base = saved.demarche
      return .saved(revision: saved.revision, at: time)
    case .failed(_, let error):
      return .notSaved(Sentences.notSaved(error))
    case .found(let theirs, let basis):
      // What is not taken up is nothing to start from, should the démarche come back.
      defer { if theirs.id == base.id, !theirs.isNewer { base = theirs } }
      return .elsewhere(Elsewhere(base: base, theirs: theirs, basis: basis))
    case .unreadable(let error):
      return .notSaved(Sentences.spoilt(error))
    }
  }

  /// Waits until everything is on disk, and returns why it is not.
  func finish() -> StoreError? {
    do throws(StoreError) {
      try saver.finish()
      return nil
    } catch {
      return error
    }
  }
}

extension Demarche {
  fileprivate var frozenImages: Set<String> {
    Set(cercles.lazy.filter(\.figee).map(\.id))
  }
}
