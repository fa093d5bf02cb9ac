import Application
import DPES
import DPESStore
import Documents
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
  let terminal: any Terminal
  let desk: Desk
  var state: State
  var saving: Saving?
  var shown: Canvas?
  var isOver = false
  /// A person asked to leave, and was told that the last changes are nowhere on disk.
  var hasRefusedToLeave = false
  /// What the state is told before its first frame.
  private var greeting: Message?
  private var lastKey: ContinuousClock.Instant?
  /// The states before the Escapes told last, while no key came after them: one, or two, may turn
  /// out to be the beginning of another key.
  private var beforeEscapes: [State] = []
  /// When the last key came, in milliseconds since the machine started.
  private var keyUptime: Int?
  /// Documents that are being written.
  let background: Background
  /// For the windows that follow this one.
  private var teller = WallTeller()
  /// For what is typed, should the process be killed.
  var drafts: DraftKeeper

  /// Starts with a démarche, or on the start screen.
  init(
    _ terminal: any Terminal, _ desk: Desk, _ look: Look, usesMouse: Bool = true,
    opening: Opening? = nil
  ) throws(Failure) {
    self.terminal = terminal
    self.desk = desk
    background = Background(wake: terminal.wake)
    drafts = DraftKeeper(desk, background)
    var file: DemarcheFile?
    switch opening {
    case .file(let opened): file = opened
    case .damaged(let message): greeting = message
    case nil: break
    }
    let now = desk.clock.now()
    let settings = Settings(in: desk.places)
    let isLinear = terminal is LineTerminal
    let environment = State.Environment(
      today: now.day, now: now.instant, utcOffset: now.utcOffset,
      ids: IDGenerator(seed: .random(in: .min ... .max)),
      isASCII: look.isASCII && !isLinear, person: settings.qui, hidesNames: settings.nomsCaches,
      hasChosenDay: desk.clock.isChosen, keyboard: desk.keyboard(settings),
      documents: desk.documents.map(\.label))
    state = State(
      environment, size: terminal.size, screen: look.screen, theme: look.theme,
      usesMouse: usesMouse,
      document: file?.document, start: file == nil ? desk.start : StartState(),
      wall: look.isOnWall && !isLinear ? WallStart(letters: desk.letters) : nil,
      isLinear: isLinear)
    if let file { saving = try saving(file) }
  }

  /// Runs until the person leaves; everything is on disk then.
  ///
  /// - Throws: what could not be saved, and where it was put instead.
  mutating func run() throws(Failure) {
    terminal.use(state.theme)
    terminal.useMouse(state.usesMouse)
    if let greeting { try tell(greeting) }
    try readWhatIsWanted()
    if state.lineaire != nil { try tell(.tick) }
    show()
    if let path = state.document?.path { desk.noteRecent(path) }
    lookForCopies()
    try bringBackDrafts()
    show()
    defer { teller.end() }
    while true {
      saving?.proceed()
      useRest()
      let limit = desk.clock.millisecondsToTick(of: state)
      let events = terminal.waitForEvents(atMost: limit)
      if limit != nil { try tell(.tick) }
      lookAfterRest(events)
      try tellNews()
      for event in events {
        try tell(.event(event))
        if isOver {
          show()
          return endDrafts(after: event)
        }
      }
      show()
    }
  }

  /// What a person left unconfirmed was given up; what the end of the program took them from is not.
  private mutating func endDrafts(after event: Event) {
    let kept = event == .closed ? state.draftsAtEnd : state.unopenedDrafts
    drafts.end(keeping: kept)
  }

  /// Does what nobody waits for, once the frame is out.
  private mutating func useRest() {
    guard terminal.rests() else { return }
    teller.tell(state, of: saving?.file, in: desk.places)
    drafts.tell(state, of: saving?.file)
  }

  mutating func tell(_ message: Message) throws(Failure) {
    switch message {
    case .event(.escapeTakenBack):
      guard let before = beforeEscapes.popLast() else { return }
      state = before
    // One by one: a key may want something of the world that the next one needs.
    case .event(.burst(let text)):
      var rest = text[...]
      while !rest.isEmpty, !isOver { try tell(.event(state.takeFirst(of: &rest))) }
    case .event(.key(.escape)):
      let before = state
      let effects = try answer(message)
      // What was asked of the world can't be taken back.
      beforeEscapes = effects.isEmpty ? (beforeEscapes + [before]).suffix(2) : []
    case .event(.key), .event(.line), .event(.paste), .event(.mouse), .event(.closed):
      beforeEscapes = []
      try answer(message)
    // What others wrote, and what became of a save, holds for the states before an Escape too.
    default:
      try answer(message)
      for index in beforeEscapes.indices {
        beforeEscapes[index].environment.now = state.environment.now
        beforeEscapes[index].environment.uptime = state.environment.uptime
        _ = beforeEscapes[index].update(message)
      }
    }
  }

  /// Tells the state a message, and does what it asks of the world, which is returned.
  @discardableResult
  private mutating func answer(_ message: Message) throws(Failure) -> [Effect] {
    let now = desk.clock.now()
    state.environment.now = now.instant
    state.environment.utcOffset = now.utcOffset
    state.environment.uptime = now.uptime
    if case .event(.key) = message {
      state.environment.pause = keyUptime.map { now.uptime - $0 }
      keyUptime = now.uptime
    }
    if now.day != state.environment.today {
      for effect in state.update(.day(now.day)) { try perform(effect, because: message) }
    }
    if message.redraws { shown = nil }
    let effects = state.update(message)
    for effect in effects { try perform(effect, because: message) }
    try readWhatIsWanted()
    return effects
  }

  /// Reads reference data when it is asked for: most sessions never open the grille.
  private mutating func readWhatIsWanted() throws(Failure) {
    if state.wantsReferentiels { try tell(desk.referentiels) }
    if state.wantsCycles { try tell(desk.cycles) }
    if state.wantsSuggestions { try tell(.suggestions(desk.suggestions)) }
    if state.wantsAide { try tell(.aide(desk.aide)) }
  }

  /// Tells what became of saves, and what others wrote; returns whether the latter is among it, or
  /// will be.
  @discardableResult
  mutating func tellNews() throws(Failure) -> Bool {
    let clock = desk.clock
    for message in background.take() { try tell(message) }
    var isChanged = false
    while let (messages, isWaiting) = saving?.takeMessages(at: clock) {
      for message in messages { try tell(message) }
      isChanged = isChanged || isWaiting || messages.contains { $0.isElsewhere }
      if messages.isEmpty { break }
    }
    return isChanged
  }

  /// Where nothing tells of a change, the file is looked at when somebody comes back to it.
  private mutating func lookAfterRest(_ events: [Event]) {
    guard saving?.isWatched == false,
      events.contains(where: { if case .key = $0 { true } else { false } })
    else { return }
    let now = ContinuousClock.now
    if lastKey.map({ now - $0 >= .seconds(2) }) != false { saving?.look() }
    lastKey = now
  }

  private mutating func show() {
    if let terminal = terminal as? LineTerminal {
      terminal.say(state.lineaire?.take() ?? [])
      terminal.awaitsSave = state.document?.saved == .pending && saving != nil
      return
    }
    let canvas = state.view
    guard canvas != shown else { return }
    shown = canvas
    terminal.show(canvas)
  }
}

extension Message {
  fileprivate var isElsewhere: Bool { if case .elsewhere = self { true } else { false } }

  /// After these the terminal may show anything, whatever was drawn before.
  var redraws: Bool {
    switch self {
    case .event(.resumed), .event(.resize): true
    default: false
    }
  }
}
