import Application
import DPES
import DPESStore

/// How far the saver's thread has come with an open démarche, and what it has to tell.
struct SavingProgress: Sendable {
  struct State: Sendable {
    let demarche: Demarche
    let revision: Int
  }

  /// What is told on the screen.
  enum News: Hashable, Sendable {
    case saved(revision: Int)
    case notSaved(String, elsewhereHelps: Bool)
    case found(Found)
    /// Why versions are not kept, in a sentence; nil when they are again.
    case versions(String?, keepsNone: Bool)

    func message(at time: String) -> Message {
      switch self {
      case .saved(let revision): .saved(revision: revision, at: time)
      case .notSaved(let sentence, let helps): .notSaved(sentence, elsewhereHelps: helps)
      case .found(let found): .elsewhere(found.elsewhere)
      case .versions(let sentence, let keepsNone): .versionsKept(sentence, keepsNone: keepsNone)
      }
    }
  }

  /// What others wrote, put together with a state handed in.
  struct Found: Hashable, Sendable {
    var elsewhere: Elsewhere
    /// Which state, counted from the first handed in; nil as long as none.
    var state: Int?
    /// How many times it was put together.
    var rounds = 0
  }

  /// Why something found is not told yet.
  enum Waiting: Hashable, Sendable {
    /// It is being put together with the newest state.
    case inPreparation
    /// A state was handed in since: it has to be put together with that one.
    case overtaken
  }

  /// What the file held when it was last read or saved here.
  fileprivate(set) var base: Demarche
  /// What was handed in last, and how many states before it.
  private(set) var newest: Demarche
  private var newestNumber = 0
  /// What was encoded last: the states that it overtook are let go at once.
  var encoded: State?
  /// What nobody has taken yet.
  private var news: [News] = []
  private let versionsPath: String

  /// Who changes a hundred things a second must get the others' news some time, and wait for it.
  static let patience = 5

  /// `versionsPath` is the folder of the file's versions.
  init(_ demarche: Demarche, versionsPath: String = "") {
    self.versionsPath = versionsPath
    base = demarche
    newest = demarche
  }

  mutating func handIn(_ demarche: Demarche) {
    newest = demarche
    newestNumber += 1
  }

  /// What can be told now, in order: up to what others wrote, and that only once it is put together
  /// with the newest state, so that nobody waits for that.
  mutating func take() -> (news: [News], next: Waiting?) {
    var taken: [News] = []
    while let first = news.first {
      guard case .found(var found) = first else {
        taken.append(news.removeFirst())
        continue
      }
      if found.elsewhere.isMergeable, found.rounds < Self.patience, found.state != newestNumber {
        guard found.state != nil else { return (taken, .inPreparation) }
        found.state = nil
        news[0] = .found(found)
        return (taken, .overtaken)
      }
      // What comes after it is told to what it makes of the state.
      return (taken + [news.removeFirst()], nil)
    }
    return (taken, nil)
  }

  fileprivate var toPrepare: (elsewhere: Elsewhere, newest: Demarche, number: Int)? {
    for case .found(let found) in news where found.state == nil && found.elsewhere.isMergeable {
      return (found.elsewhere, newest, newestNumber)
    }
    return nil
  }

  fileprivate mutating func settle(_ elsewhere: Elsewhere, for number: Int) {
    for case (let place, .found(let found)) in news.enumerated()
    where found.elsewhere.basis == elsewhere.basis {
      news[place] = .found(
        Found(elsewhere: elsewhere, state: number, rounds: found.rounds + 1))
    }
  }

  fileprivate mutating func tell(_ report: SaverReport<Demarche, ReadError>) {
    switch report {
    case .saved:
      guard let encoded else { return }
      base = encoded.demarche
      news.append(.saved(revision: encoded.revision))
    case .failed(_, let error):
      let helps = if case .tooLarge = error.cause { false } else { true }
      news.append(.notSaved(Sentences.notSaved(error), elsewhereHelps: helps))
    case .unreadable(let error):
      news.append(.notSaved(Sentences.spoilt(error), elsewhereHelps: true))
    case .versions(let fault):
      let sentence = fault.map { Sentences.sentence($0, in: versionsPath) }
      news.append(.versions(sentence, keepsNone: fault?.keepsNone == true))
    case .found: break
    }
  }

  fileprivate mutating func find(_ theirs: Demarche, basis: Int) {
    let elsewhere = Elsewhere(base: base, theirs: theirs, basis: basis)
    // What is not taken up is nothing to start from, should the démarche come back.
    if elsewhere.isMergeable { base = theirs }
    news.append(.found(Found(elsewhere: elsewhere)))
  }
}

extension Monitor<SavingProgress> {
  /// Takes a report, on the saver's thread; what others wrote is merged here, where nobody waits.
  func tell(_ report: SaverReport<Demarche, ReadError>) {
    guard case .found(let theirs, let basis) = report else { return update { $0.tell(report) } }
    let newest = update { $0.newest }
    let content = theirs.sharing(newest)
    update { $0.find(content, basis: basis) }
    prepare()
  }

  /// Puts what others wrote together with the newest state, on the saver's thread.
  func prepare() {
    while var work = update({ $0.toPrepare }) {
      work.elsewhere.prepare(for: work.newest)
      update { $0.settle(work.elsewhere, for: work.number) }
    }
  }
}

extension Elsewhere {
  /// Whether it is the same démarche, and not written by a newer program.
  fileprivate var isMergeable: Bool { theirs.id == base.id && !theirs.isNewer }
}
