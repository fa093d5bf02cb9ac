/// What a saver's thread has to do.
struct SaverQueue: Sendable {
  struct Job: Sendable {
    let number: Int
    let basis: Int
    let isMilestone: Bool
    let encode: @Sendable () -> [UInt8]
  }

  enum Task: Sendable {
    case prepare
    case look
    case errand(@Sendable () -> Void)
    case save(Job)
  }

  private(set) var basis: Int
  private var lastNumber = 0
  private var waiting: Job?
  private var isBusy = false
  var mustPrepare = false
  var mustLook = false
  var errands: [@Sendable () -> Void] = []
  private(set) var failed: (job: Job, error: StoreError)?
  var isClosed = false

  init(basis: Int) { self.basis = basis }

  var isIdle: Bool {
    waiting == nil && !isBusy && !mustLook && !mustPrepare && errands.isEmpty
  }

  mutating func add(
    _ encode: @escaping @Sendable () -> [UInt8], basis: Int, isMilestone: Bool
  ) -> Int {
    lastNumber += 1
    guard basis >= self.basis else { return lastNumber }
    // A milestone that is overtaken leaves its mark on what overtakes it.
    waiting = Job(
      number: lastNumber, basis: basis, isMilestone: isMilestone || waiting?.isMilestone == true,
      encode: encode)
    failed = nil
    return lastNumber
  }

  /// The next task; the inner `nil` says that there will be no more.
  mutating func takeNext() -> Task?? {
    // First: a save would change what is to be kept.
    if mustPrepare {
      mustPrepare = false
      isBusy = true
      return .prepare
    }
    if !errands.isEmpty {
      isBusy = true
      return .errand(errands.removeFirst())
    }
    if let job = waiting {
      waiting = nil
      isBusy = true
      return .save(job)
    }
    if isClosed { return .some(nil) }
    if mustLook {
      mustLook = false
      isBusy = true
      return .look
    }
    return nil
  }

  mutating func end() { isBusy = false }

  mutating func fail(_ job: Job, _ error: StoreError) {
    if waiting == nil { failed = (job, error) }
  }

  /// Makes what stands on an older basis void.
  mutating func rebase() -> Int {
    basis += 1
    waiting = nil
    failed = nil
    return basis
  }

  mutating func retry() {
    guard let job = failed?.job else { return }
    failed = nil
    waiting = job
  }
}
