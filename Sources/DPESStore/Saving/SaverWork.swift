/// What a saver's thread does, one task after the other.
struct SaverWork<Content: Sendable, Refusal: Error>: Sendable {
  let queue: Monitor<SaverQueue>
  let decode: Saver<Content, Refusal>.Decode
  let report: Saver<Content, Refusal>.Report
  var file: DataFile
  var versions: VersionFolder?
  /// What was reported of the versions last.
  private var versionFault: VersionFault?
  /// What is in the file can't be read, and that was reported.
  private var isRefused = false
  /// The file was deleted or moved, and that was reported.
  private var isGone = false

  init(
    queue: Monitor<SaverQueue>, decode: @escaping Saver<Content, Refusal>.Decode,
    report: @escaping Saver<Content, Refusal>.Report, file: DataFile, versions: VersionFolder?
  ) {
    self.queue = queue
    self.decode = decode
    self.report = report
    self.file = file
    self.versions = versions
  }

  mutating func run() {
    while let task = queue.wait(for: { $0.takeNext() }) {
      switch task {
      case .prepare: file.prepare(&versions)
      case .look: look()
      case .errand(let errand): errand()
      case .save(let job): save(job)
      }
      reportVersions()
      queue.update { $0.end() }
    }
  }

  private mutating func reportVersions() {
    guard versions?.fault != versionFault else { return }
    versionFault = versions?.fault
    report(.versions(versionFault))
  }

  private mutating func save(_ job: SaverQueue.Job) {
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    let encoding = clock.measure { bytes = job.encode() }
    let start = clock.now
    do throws(StoreError) {
      try write(bytes)
    } catch {
      // A state that holds less than the file is not a failure: it waits to be merged.
      if queue.update({ $0.basis }) > job.basis { return }
      queue.update { $0.fail(job, error) }
      if !isRefused { report(.failed(number: job.number, error)) }
      return
    }
    report(.saved(number: job.number, encoding: encoding, writing: clock.now - start))
    if job.isMilestone { file.keep(bytes, in: &versions) }
  }

  /// Writes the file, unless somebody else did: then that is reported.
  private mutating func write(_ bytes: [UInt8]) throws(StoreError) {
    while true {
      do throws(StoreError) {
        try file.save(bytes, keepingOldIn: &versions)
        isRefused = false
        isGone = false
        return
      } catch  where error.cause == .changedElsewhere {
        isRefused = false
        // What was there is gone again, or is as it was: there is nothing to take up.
        if look(isSaving: true) { throw error }
      }
    }
  }

  /// Looks at the file, reports what somebody else wrote, and returns whether there is any.
  ///
  /// A file that is gone is reported once, unless it is about to be written anew.
  @discardableResult
  private mutating func look(isSaving: Bool = false) -> Bool {
    do throws(StoreError) {
      // Once what could not be read has gone, or the file is back, also what we saw last is news.
      guard let change = try file.change(evenIfUnchanged: isRefused || isGone) else {
        return false
      }
      isGone = false
      let content: Content
      do throws(Refusal) {
        content = try decode(change.bytes)
      } catch {
        if !isRefused { report(.unreadable(error)) }
        isRefused = true
        return true
      }
      isRefused = false
      file.accept(change)
      report(.found(content, basis: queue.update { $0.rebase() }))
    } catch  where error.cause == .notFound {
      if !isGone, !isSaving {
        isGone = true
        report(.failed(number: nil, error))
      }
      return false
    } catch {
      report(.failed(number: nil, error))
    }
    return true
  }
}
