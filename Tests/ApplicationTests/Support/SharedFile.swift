import Application
import DPES
import TerminalUI

/// Two Paliers on one file that is no file: what their sessions and savers do, without threads.
struct SharedFile {
  struct Side {
    var state: State
    /// What was last read from the file or saved in it.
    var base: Demarche
    var basis = 0
    /// The newest state handed in to save.
    var waiting: (demarche: Demarche, revision: Int, basis: Int)?
  }

  private(set) var content: Demarche
  var sides: [Side]
  private var clock = exampleDay.number * 86_400

  init(_ demarche: Demarche, _ size: Size = Size(100, 30)) {
    content = demarche
    sides = (0..<2).map { number in
      let state = State(
        State.Environment(
          today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: UInt64(number) + 1),
          person: ["SC", "LB"][number]),
        size: size, screen: .cercle, document: Document(demarche, path: "/tmp/essai.dpes.json"))
      return Side(state: state, base: demarche)
    }
  }

  /// Tells one side something, a second later.
  mutating func tell(_ side: Int, _ message: Message) {
    clock += 1
    sides[side].state.environment.now = Instant(seconds: clock)
    for case .save(let demarche, _, let revision, let basis) in sides[side].state.update(message) {
      sides[side].waiting = (demarche, revision, basis)
    }
  }

  mutating func press(_ side: Int, _ keys: [Key]) {
    for key in keys { tell(side, .event(.key(key))) }
  }

  /// What a saver does: it looks at the file first, and never writes over what it has not read.
  mutating func save(_ side: Int) {
    if content != sides[side].base {
      let base = sides[side].base
      sides[side].base = content
      sides[side].basis += 1
      tell(side, .elsewhere(Elsewhere(base: base, theirs: content, basis: sides[side].basis)))
      return
    }
    guard let waiting = sides[side].waiting, waiting.basis == sides[side].basis else { return }
    content = waiting.demarche
    sides[side].base = content
    sides[side].waiting = nil
    tell(side, .saved(revision: waiting.revision, at: "10:00"))
  }
}
