import Application
import DPES
import DPESStore
import JSONTree
import Testing

@testable import PalierCommand

/// When what others wrote is told, and what it is put together with.
@Suite struct CommandSavingProgressTests {
  private let base: Demarche
  private let theirs: Demarche
  private let progress: Monitor<SavingProgress>

  init() throws {
    base = try Demarche(file: JSONValue.parse(Array(smallFile.utf8)))
    var theirs = base
    theirs.structure.raisonSociale = "Autre"
    self.theirs = theirs
    progress = Monitor(SavingProgress(base))
  }

  private func state(_ titre: String) -> Demarche {
    var state = base
    state.cercles[0].titre = titre
    return state
  }

  /// What is told when it was put together with a state.
  private func told(with newest: Demarche, rounds: Int) -> [SavingProgress.News] {
    var elsewhere = Elsewhere(base: base, theirs: theirs, basis: 1)
    elsewhere.prepare(for: newest)
    let number = newest == base ? 0 : rounds
    return [.found(.init(elsewhere: elsewhere, state: number, rounds: rounds))]
  }

  @Test func `what others wrote is told once it is put together with the newest state`() {
    progress.tell(.found(theirs, basis: 1))
    let (news, next) = progress.update { $0.take() }
    #expect(news == told(with: base, rounds: 1))
    #expect(next == nil)
    #expect(progress.update { $0.take() }.news == [])
  }

  @Test func `overtaken by a change, it is put together anew before it is told`() {
    progress.tell(.found(theirs, basis: 1))
    progress.update { $0.handIn(state("un")) }
    progress.update { $0.handIn(state("deux")) }
    var (news, next) = progress.update { $0.take() }
    #expect(news == [] && next == .overtaken)
    (news, next) = progress.update { $0.take() }
    #expect(news == [] && next == .inPreparation)
    progress.prepare()
    (news, next) = progress.update { $0.take() }
    #expect(news == told(with: state("deux"), rounds: 2))
    #expect(next == nil)
  }

  @Test func `what came after it waits for it`() {
    progress.tell(.found(theirs, basis: 1))
    progress.tell(.failed(number: nil, StoreError(path: "x", operation: .save, cause: .noSpace)))
    progress.update { $0.handIn(state("un")) }
    #expect(progress.update { $0.take() }.news == [])
    progress.prepare()
    #expect(progress.update { $0.take() }.news.count == 1)
    guard case .notSaved? = progress.update({ $0.take() }).news.first else {
      Issue.record("the failure was not told")
      return
    }
  }

  @Test func `two arrivals stand one on the other`() {
    var later = theirs
    later.cercles[0].titre = "plus tard"
    progress.tell(.found(theirs, basis: 1))
    progress.tell(.found(later, basis: 2))
    progress.update { $0.handIn(state("un")) }
    var told: [Elsewhere] = []
    for _ in 0..<10 {
      let (news, next) = progress.update { $0.take() }
      if next == .overtaken { progress.prepare() }
      for case .found(let found) in news { told.append(found.elsewhere) }
    }
    #expect(told.map(\.basis) == [1, 2])
    #expect(told.map(\.base) == [base, theirs])
    #expect(told.map(\.theirs) == [theirs, later])
  }

  @Test func `who never stops changing gets it all the same`() {
    progress.tell(.found(theirs, basis: 1))
    var rounds = 0
    while rounds < 100 {
      progress.update { $0.handIn(state("\(rounds)")) }
      let (news, next) = progress.update { $0.take() }
      if !news.isEmpty { break }
      if next == .overtaken { progress.prepare() }
      rounds += 1
    }
    #expect(rounds == SavingProgress.patience - 1)
  }

  @Test func `another démarche is told at once, and put together with nothing`() {
    var other = theirs
    other.id = "bbbbbbbbbbb"
    progress.tell(.found(other, basis: 1))
    progress.update { $0.handIn(state("un")) }
    guard case .found(let found)? = progress.update({ $0.take() }).news.first else {
      Issue.record("it was not told")
      return
    }
    #expect(found.elsewhere == Elsewhere(base: base, theirs: other, basis: 1))
  }
}
