import Application
import DPES
import DPESStore
import JSONTree

/// An open démarche's file: the states on their way to it, and what others write in it.
struct Saving {
  let file: DataFile
  private let saver: Saver<Demarche, ReadError>
  private let progress: Monitor<SavingProgress>
  private let wake: @Sendable () -> Void
  private var watch: FolderWatch?
  private var hasBegun = false
  private var frozen: Set<String>
  /// The newest state handed in, until the frame that shows it is out: what saves it would take
  /// processor and memory from who draws.
  private var waiting: Waiting?

  private struct Waiting {
    let state: SavingProgress.State
    let basis: Int
    let isMilestone: Bool
  }

  /// Starts the thread; `wake` is called on it when there is something to take.
  init(
    _ file: DemarcheFile, at clock: Clock, wake: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    self.file = file.file
    frozen = file.demarche.frozenImages
    let versions = VersionFolder(of: file.path, at: clock)
    let progress = Monitor(SavingProgress(file.demarche, versionsPath: versions.path))
    self.progress = progress
    self.wake = wake
    saver = try Saver(
      file.file, keeping: versions,
      decode: { (bytes) throws(ReadError) in try DemarcheFile.demarche(in: bytes) },
      report: { report in
        progress.tell(report)
        wake()
      })
  }

  /// Does what need not be done before a frame is out: saves what was handed in, and the first time
  /// starts the watch and has what was opened kept.
  mutating func proceed() {
    send()
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

  /// Hands in a state; ``proceed()`` has it encoded and written, on the saver's thread.
  mutating func save(_ demarche: Demarche, revision: Int, basis: Int) {
    let frozen = demarche.frozenImages
    let isMilestone = !frozen.isSubset(of: self.frozen) || waiting?.isMilestone == true
    self.frozen = frozen
    progress.update { $0.handIn(demarche) }
    waiting = Waiting(
      state: SavingProgress.State(demarche: demarche, revision: revision), basis: basis,
      isMilestone: isMilestone)
  }

  private mutating func send() {
    guard let waiting else { return }
    self.waiting = nil
    let state = waiting.state
    saver.save(basis: waiting.basis, isMilestone: waiting.isMilestone) { [progress] in
      progress.update { $0.encoded = state }
      return JSONValue.write(state.demarche.json)
    }
  }

  /// What became of saves, and what others wrote, since the last time; `isWaiting` while there is
  /// more, which is being put together with the newest state on the saver's thread.
  func takeMessages(at clock: Clock) -> (messages: [Message], isWaiting: Bool) {
    let (news, next) = progress.update { $0.take() }
    if next == .overtaken {
      saver.perform { [progress, wake] in
        progress.prepare()
        wake()
      }
    }
    let time = news.isEmpty ? "" : clock.now().time
    return (news.map { $0.message(at: time) }, next != nil)
  }

  /// Waits until everything is on disk, and returns why it is not.
  mutating func finish() -> StoreError? {
    send()
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
