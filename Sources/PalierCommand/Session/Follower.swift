import Application
import DPES
import DPESStore
import TerminalUI

/// A window on the wall that follows another: texts from the saved file alone, the rest from the
/// other's note.
///
/// It writes nothing, and keeps the last state when the other window ends; the next one that opens
/// the file is followed in turn.
struct Follower {
  /// What the watches found, not taken yet.
  private struct News: Sendable {
    var demarche: Demarche?
    var wall: Wall?
  }

  private let terminal: any Terminal
  private let desk: Desk
  private(set) var state: State
  private let news: Monitor<News>
  /// Reads the file and the note again; called on the threads of the watches.
  private let lookAtFile: @Sendable () -> Void
  private let lookAtNote: @Sendable () -> Void
  private let watches: [FolderWatch]
  private var shown: Canvas?
  private var isOver = false

  /// Starts to watch the file and the note.
  init(
    _ terminal: any Terminal, _ desk: Desk, _ look: Look, _ file: DemarcheFile,
    usesMouse: Bool = true
  ) throws(Failure) {
    self.terminal = terminal
    self.desk = desk
    guard let path = file.file.resolvedPath else { throw Failure(Sentences.nothingToFollow) }
    let note = try telling(try WallNote(about: path, in: desk.places)) {
      Failure(Sentences.notOwnFolder($0))
    }
    let news = Monitor(News())
    self.news = news
    let wake = terminal.wake
    let lookAtFile: @Sendable () -> Void = {
      // What can't be read is not shown: the last state stays.
      guard let demarche = try? DemarcheFile.read(path).demarche else { return }
      news.update { $0.demarche = demarche }
      wake()
    }
    let lookAtNote: @Sendable () -> Void = {
      guard let wall = note.read().flatMap(Wall.init) else { return }
      news.update { $0.wall = wall }
      wake()
    }
    (self.lookAtFile, self.lookAtNote) = (lookAtFile, lookAtNote)
    let watched = [(path, lookAtFile), (note.path, lookAtNote)]
    watches = try watched.map { (path, changed) throws(Failure) in
      try telling(try FolderWatch(path, changed: changed)) { (error: StoreError) in
        Failure(Sentences.sentence(error))
      }
    }
    let now = desk.clock.now()
    state = State(
      State.Environment(
        today: now.day, now: now.instant, utcOffset: now.utcOffset, ids: IDGenerator(seed: 0),
        isASCII: look.isASCII),
      size: terminal.size, screen: .cercle, theme: look.theme, usesMouse: usesMouse,
      document: Document(
        file.demarche, path: file.path, readOnlyReason: Sentences.follows),
      wall: WallStart(
        letters: desk.letters, isFollower: true, hasOwnTheme: look.hasOwnTheme))
  }

  /// Runs until the person leaves.
  mutating func run() {
    terminal.use(state.theme)
    terminal.useMouse(state.usesMouse)
    // What happened since the file was read, and where the other window is.
    lookAtFile()
    lookAtNote()
    while !isOver {
      takeNews()
      show()
      let limit = desk.clock.millisecondsToTick(of: state)
      let events = terminal.waitForEvents(atMost: limit)
      if limit != nil { tell(.tick) }
      for event in events { tell(.event(event)) }
    }
  }

  private mutating func takeNews() {
    let news = news.update { news in
      defer { news = News() }
      return news
    }
    // The texts first: the note names what is in them.
    if let demarche = news.demarche, demarche != state.document?.demarche {
      tell(.reread(demarche))
    }
    if let wall = news.wall { tell(.wall(wall)) }
    // Which files could not be read is for the other window to say.
    if state.wantsReferentiels, case .referentiels(let found, _) = desk.referentiels {
      tell(.referentiels(found, refusals: []))
    }
  }

  private mutating func tell(_ message: Message) {
    let now = desk.clock.now()
    state.environment.now = now.instant
    state.environment.uptime = now.uptime
    if message.redraws { shown = nil }
    for effect in state.update(message) {
      switch effect {
      case .useTheme(let theme):
        terminal.use(theme)
        shown = nil
      case .useMouse(let isOn): terminal.useMouse(isOn)
      case .suspend: terminal.suspend()
      case .quit: isOver = true
      default: break
      }
    }
  }

  private mutating func show() {
    let canvas = state.view
    guard canvas != shown else { return }
    shown = canvas
    terminal.show(canvas)
  }
}
