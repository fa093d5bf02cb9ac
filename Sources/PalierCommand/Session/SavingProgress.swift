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
  enum News: Sendable {
    case saved(revision: Int)
    case notSaved(String, elsewhereHelps: Bool)
    case found(Elsewhere)

    func message(at time: String) -> Message {
      switch self {
      case .saved(let revision): .saved(revision: revision, at: time)
      case .notSaved(let sentence, let helps): .notSaved(sentence, elsewhereHelps: helps)
      case .found(let elsewhere): .elsewhere(elsewhere)
      }
    }
  }

  /// What the file held when it was last read or saved here.
  fileprivate(set) var base: Demarche
  /// What was handed in last.
  var newest: Demarche
  /// What was encoded last: the states that it overtook are let go at once.
  var encoded: State?
  /// What nobody has taken yet.
  var news: [News] = []

  init(_ demarche: Demarche) {
    base = demarche
    newest = demarche
  }
}

extension Monitor<SavingProgress> {
  /// Takes a report, on the saver's thread; what others wrote is merged here, where nobody waits.
  func tell(_ report: SaverReport<Demarche, ReadError>) {
    guard case .found(let theirs, let basis) = report else { return update { $0.tell(report) } }
    let (base, newest) = update { ($0.base, $0.newest) }
    var elsewhere = Elsewhere(base: base, theirs: theirs, basis: basis)
    if elsewhere.isMergeable { elsewhere.prepare(for: newest) }
    update { $0.tell(elsewhere) }
  }
}

extension SavingProgress {
  fileprivate mutating func tell(_ elsewhere: Elsewhere) {
    // What is not taken up is nothing to start from, should the démarche come back.
    if elsewhere.isMergeable { base = elsewhere.theirs }
    news.append(.found(elsewhere))
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
    case .found: break
    }
  }
}

extension Elsewhere {
  /// Whether it is the same démarche, and not written by a newer program.
  fileprivate var isMergeable: Bool { theirs.id == base.id && !theirs.isNewer }
}
