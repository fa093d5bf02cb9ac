import Application
import DPES
import DPESStore
import JSONTree
import TerminalUI

/// The full screen: the one loop of the program.
///
/// It waits for events, tells them to the state, does what the state asks of the world, and shows
/// the state: one frame for all events that were waiting. It looks at the clock when something
/// happens and never otherwise.
///
/// A signal that ends the process, or a terminal that goes away, is an answer to « quit »: everything
/// is saved, and the status is that of a person who left.
struct Session {
  private let terminal: any Terminal
  private let desk: Desk
  private var state: State
  private var saving: Saving?
  /// What became of saves, told by the saver's thread.
  private let results = Monitor<[SaveResult]>([])
  private var shown: Canvas?
  private var isOver = false
  /// A person asked to leave, and was told that the last changes are nowhere on disk.
  private var hasRefusedToLeave = false

  /// Starts with a démarche, or on the start screen.
  init(
    _ terminal: any Terminal, _ desk: Desk, _ look: Look, usesMouse: Bool = true,
    file: DemarcheFile? = nil
  ) throws(Failure) {
    self.terminal = terminal
    self.desk = desk
    let now = desk.clock.now()
    let environment = State.Environment(
      today: now.day, now: now.instant, utcOffset: now.utcOffset,
      ids: IDGenerator(seed: .random(in: .min ... .max)),
      isASCII: look.isASCII)
    state = State(
      environment, size: terminal.size, screen: look.screen, theme: look.theme,
      usesMouse: usesMouse,
      document: file?.document, recents: file == nil ? desk.recents : [])
    if let file { saving = try saving(file) }
  }

  /// Runs until the person leaves; everything is on disk then.
  ///
  /// - Throws: what could not be saved, and where it was put instead.
  mutating func run() throws(Failure) {
    terminal.use(state.theme)
    terminal.useMouse(state.usesMouse)
    show()
    if let path = state.document?.path { desk.noteRecent(path) }
    while true {
      let events = terminal.waitForEvents()
      for message in saved() { try tell(message) }
      for event in events {
        try tell(.event(event))
        if isOver { return }
      }
      show()
    }
  }

  private mutating func tell(_ message: Message) throws(Failure) {
    let now = desk.clock.now()
    state.environment.now = now.instant
    state.environment.utcOffset = now.utcOffset
    if now.day != state.environment.today {
      for effect in state.update(.day(now.day)) { try perform(effect, because: message) }
    }
    if message.redraws { shown = nil }
    for effect in state.update(message) { try perform(effect, because: message) }
  }

  private mutating func show() {
    let canvas = state.view
    guard canvas != shown else { return }
    shown = canvas
    terminal.show(canvas)
  }
}

// What the state asks of the world.
extension Session {
  private mutating func perform(_ effect: Effect, because message: Message) throws(Failure) {
    switch effect {
    case .save(let demarche, _, let revision, _):
      saving?.save(demarche, revision: revision)
    case .open(let path):
      // There is one line to say what is wrong: a name has room in it, a path may not.
      try open { (_) throws(Failure) in
        try DemarcheFile.open(path, named: FileName.last(of: path))
      }
    case .openExample:
      try open { (desk) throws(Failure) in try desk.openExample() }
    case .create(let raisonSociale):
      try open { (desk) throws(Failure) in try desk.create(raisonSociale) }
    case .saveElsewhere, .listVersions, .openVersion, .recover, .readCopies, .retireCopies:
      break
    case .useTheme(let theme):
      terminal.use(theme)
      shown = nil
    case .useMouse(let isOn):
      terminal.useMouse(isOn)
    case .suspend:
      // What is typed is safe before the process stops, perhaps for ever; a failure shows later.
      _ = saving?.finish()
      terminal.suspend()
    case .quit:
      try leave(mustLeave: message == .event(.closed))
    }
  }

  /// Opens another démarche, once the present one is on disk.
  private mutating func open(
    _ file: (Desk) throws(Failure) -> DemarcheFile
  ) throws(Failure) {
    do throws(Failure) {
      if let error = saving?.finish() { throw Failure(Sentences.notSaved(error)) }
      let file = try file(desk)
      saving = try saving(file)
      results.update { $0 = [] }
      try tell(.opened(file.document))
      desk.noteRecent(file.path)
    } catch {
      try tell(.refused(error.sentence))
    }
  }

  /// Leaves once everything is on disk; what can't be saved in its file is put in another.
  private mutating func leave(mustLeave: Bool) throws(Failure) {
    isOver = true
    guard let error = saving?.finish(), let document = state.document else { return }
    let sentence = Sentences.sentence(error)
    if let copy = desk.rescue(document.demarche, of: document.path) {
      throw Failure(Sentences.rescued(sentence, in: copy))
    }
    // Nobody is kept in: asked again, it leaves without what could not be written anywhere.
    if mustLeave || hasRefusedToLeave { throw Failure(sentence) }
    isOver = false
    hasRefusedToLeave = true
    try tell(.notSaved(Sentences.notSaved(error) + Sentences.leavesAnyway))
  }

  private func saving(_ file: DemarcheFile) throws(Failure) -> Saving {
    let results = results
    let wake = terminal.wake
    do throws(StoreError) {
      return try Saving(file.file) { result in
        results.update { $0.append(result) }
        wake()
      }
    } catch {
      throw Failure(Sentences.sentence(error))
    }
  }

  /// What became of saves since the last look.
  private mutating func saved() -> [Message] {
    let results = results.update { results in
      defer { results = [] }
      return results
    }
    return results.compactMap { result in
      switch result {
      case .saved(let number, _, _):
        saving?.revision(number).map { .saved(revision: $0, at: desk.clock.now().time) }
      case .failed(_, let error):
        .notSaved(Sentences.notSaved(error))
      }
    }
  }
}

extension Message {
  /// After these the terminal may show anything, whatever was drawn before.
  fileprivate var redraws: Bool {
    switch self {
    case .event(.resumed), .event(.resize): true
    default: false
    }
  }
}
