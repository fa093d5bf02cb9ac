package import DPES
package import TerminalUI

/// Everything that the program knows: a value, from which the screen is drawn.
package struct State: Sendable {
  /// What the world lends: the update never looks at a clock itself.
  package var environment: Environment
  package internal(set) var size: Size
  package internal(set) var theme: Theme
  package internal(set) var usesMouse: Bool

  /// nil on the start screen.
  package internal(set) var document: Document?
  package internal(set) var screen: Screen
  /// What F2 asked for, for each size of window of this session.
  var panesChosen: [Size: PaneChoice] = [:]
  /// Where the person is on each screen.
  var ecrans = EcranValues()
  /// Which image they show.
  var shown = ShownImage()
  var start: StartState
  /// Whether somebody chose the screen that a démarche opens on.
  private let hasChosenScreen: Bool
  /// What the wall shows; nil on the screens of the facilitator.
  var wallWindow: WallWindow?
  /// The letters of the wall; nil until they are needed, or when they are missing.
  var letters: Letters?
  var countdown = Countdown()
  /// Whether the wall was left while it showed the countdown: the other window goes on showing it.
  var leftCountdown = false
  /// What is known of the room.
  var room = Room()
  /// What the window that is followed shows.
  var followed: Wall?

  /// What is going on above the screens, the last on top; empty when navigating.
  var modes: [any Modal] = []
  /// New observations begun and not confirmed, kept for the next time, by the point of the grille that
  /// they are about.
  var drafts: [Capture.Subject?: Capture.Aside] = [:]
  /// Who was given the turn to speak last; see ``speaker``.
  var turn: SpeakerTurn?
  /// A vote set aside, or the last one told: undone, it is taken up again.
  var heldVote: VoteCount?
  /// What was open when the wall came, and where: it is open again when the wall goes.
  var behindWall: (mode: any Modal, screen: Screen)?
  /// The observation at which the read-back was left.
  var readBackID: String?
  /// Texts begun and not confirmed, by what they are of.
  var corrections: [TextEdit.Place: TextEdit] = [:]
  /// Forms changed and not confirmed, by what they are about.
  var formsAside: [ValueKey: FormCard] = [:]
  /// What a window that was killed left open.
  var unopened = Unopened()
  /// Whether it is told who spoke how often, and whose turn it is.
  var showsTurns = true
  /// Whether no name of a person is shown: the screen is mirrored on a wall.
  var hidesNames = false
  /// What the windows that follow go on showing; nil while they follow.
  var heldWall: Wall?
  /// What was chosen of the documents last time.
  var lastExport = ExportCard()
  /// What was answered about tables, while the démarche is open in this window.
  var importAnswers = ImportAnswers()
  /// Where a table was found last.
  var tableFolder: String?
  /// One sentence about the last gesture, until the next.
  var notice: Notice?
  /// What was to be typed and could not be; nil once that is understood.
  var refusedText: RefusedText?
  /// The letter of the wall that changed something last, until the next key.
  var wallOrder: WallOrder?
  /// The last sentence, until the démarche is changed again.
  var said: Said?
  /// An earlier version, while it is shown.
  var viewing: Viewing?
  /// What was changed here and elsewhere, and waits for somebody to choose.
  var conflicts = OpenConflicts()
  /// The référentiels of this machine; nil until they are asked for.
  var referentiels: [Referentiel]?
  /// The cycles of this machine; nil until they are asked for.
  var cycles: [Cycle]? {
    didSet { cyclesRevision += 1 }
  }
  /// Grows with each reading of them.
  private(set) var cyclesRevision = 0
  /// What is proposed and never imposed; nil until it is asked for.
  var suggestions: Suggestions?
  /// What is told of the method; nil until it is asked for.
  var aide: Aide?
  var derived = Derived()
  /// Grows with each démarche opened.
  package internal(set) var opened = 0
  var backdrop: Backdrop?
  /// What is said, line by line; nil on a full screen.
  package var lineaire: Lineaire?

  /// Starts with a démarche, or without one on the start screen, which lists what `start` knows of
  /// files opened before.
  ///
  /// Without `screen`, a démarche opens on what is to be done when this machine serves somebody of it
  /// and something is due, else on the cercle.
  package init(
    _ environment: Environment, size: Size, screen: Screen? = nil, theme: Theme = .sombre,
    usesMouse: Bool = true, document: Document? = nil, start: StartState = StartState(),
    wall: WallStart? = nil, isLinear: Bool = false
  ) {
    self.environment = environment
    self.size = size
    self.theme = theme
    self.usesMouse = usesMouse
    hasChosenScreen = screen != nil
    let screen = screen ?? .cercle
    self.screen = screen
    self.start = start
    if let wall {
      wallWindow = WallWindow(
        page: wall.page, isFollower: wall.isFollower, hasOwnTheme: wall.hasOwnTheme)
      letters = wall.letters
      if !hasChosenScreen || self.screen.ecran.wallPages.isEmpty { self.screen = .cercle }
    }
    hidesNames = environment.hidesNames
    if isLinear { lineaire = Lineaire() }
    if let document { open(document) }
    if hidesNames, wall == nil {
      say("Les noms sont cachés, comme la dernière fois. Ctrl-N les montre.")
    }
  }

  /// What the world lends to the update.
  package struct Environment: Sendable {
    /// Today, where the person is.
    package var today: Day
    /// Now, for the historique; the run loop sets it before each message.
    package var now: Instant
    /// Milliseconds since the machine started, for what is timed on the screen.
    package var uptime = 0
    /// Milliseconds since the key before; nil where none is known.
    package var pause: Int?
    /// Seconds that clocks are ahead of universal time, where the person is.
    package var utcOffset: Int
    /// Where new ids come from.
    package var ids: IDGenerator
    /// Marks and lines in ASCII, for a terminal that shows no others.
    package var isASCII: Bool
    /// What marks and lines are drawn with.
    var symbols: SymbolSet { isASCII ? .ascii : .unicode }
    /// Whom this machine serves: a participant's initials or id.
    package var person: String?
    /// Names were hidden when somebody said so last.
    package var hidesNames: Bool
    /// Whose digit row goes to the screens.
    package var keyboard: Keyboard
    /// Today is a day that the person chose, not the machine's.
    package var hasChosenDay: Bool
    /// Those that can be written, as the card lists them.
    package var documents: [DocumentLabel]

    /// What the world lends at the start.
    package init(
      today: Day, now: Instant, utcOffset: Int = 0, ids: IDGenerator, isASCII: Bool = false,
      person: String? = nil, hidesNames: Bool = false, hasChosenDay: Bool = false,
      keyboard: Keyboard = .azerty, documents: [DocumentLabel] = []
    ) {
      self.hasChosenDay = hasChosenDay
      self.today = today
      self.now = now
      self.utcOffset = utcOffset
      self.ids = ids
      self.isASCII = isASCII
      self.person = person
      self.hidesNames = hidesNames
      self.keyboard = keyboard
      self.documents = documents
    }
  }

  var signature: Signature {
    Signature(quand: environment.now, jour: environment.today, qui: person)
  }

  /// The id of the participant that this machine serves, when the open démarche has them.
  var person: String? { environment.person.flatMap { document?.demarche.participant(named: $0) } }

  /// The démarche that the screens show: with nobody's name where names are hidden.
  var demarche: Demarche? {
    guard hidesNames else { return viewing?.demarche ?? document?.demarche }
    let isFresh =
      derived.stamp.revision == document?.revision && derived.stamp.opened == opened
      && derived.stamp.version == viewing?.version
    return isFresh ? derived.masked : (viewing?.demarche ?? document?.demarche)?.masquee
  }

  /// Whether a démarche is open; asking costs no copy of it.
  var isOpen: Bool { if case .some = document { true } else { false } }
  /// Whether an earlier version is looked at.
  var isViewing: Bool { if case .some = viewing { true } else { false } }

  mutating func open(_ document: Document) {
    self.document = document
    opened += 1
    importAnswers = ImportAnswers(of: modes.last as? ImportPreview)
    modes = []
    viewing = nil
    drafts = [:]
    corrections = [:]
    heldVote = nil
    behindWall = nil
    refusedText = nil
    readBackID = nil
    formsAside = [:]
    unopened = Unopened()
    turn = nil
    conflicts = OpenConflicts()
    ecrans = EcranValues()
    shown = ShownImage()
    renewDerived()
    if !hasChosenScreen, !isOnWall {
      show(Screen.all.first { $0.ecran.isExpected(self) } ?? .cercle)
    }
    for place in Screen.all { place.ecran.begin(&self) }
    chainFromScreen()
    tellWrongClock()
    Copies.offer(&self)
  }

  /// What a cycle expects is known once it is read, which follows the opening: then it too may be what
  /// the démarche opens on.
  mutating func landOnceRead() {
    guard !hasChosenScreen, !isOnWall, screen == .cercle, modes.isEmpty,
      let expected = Screen.all.first(where: { $0.ecran.isExpected(self) })
    else { return }
    show(expected)
  }

  /// A laptop whose clock is behind dates everything wrong, and nobody sees it.
  private mutating func tellWrongClock() {
    let today = environment.today
    guard !environment.hasChosenDay, let entry = demarche?.saisieAVenir(le: today) else { return }
    warn(
      "L’heure de l’ordinateur",
      "Une saisie est du \(entry.french), et cet ordinateur se croit le \(today.french)\u{A0}: "
        + "vérifiez sa date.")
  }

  /// Changes the démarche as one step of undo, and asks for it to be saved; an edit that throws
  /// changes nothing.
  ///
  /// Undo calls it by its name, where it has one: it is more than the things that it changes.
  mutating func change(
    called name: String? = nil, _ edit: (inout Demarche, inout IDGenerator) throws -> Bool
  ) -> [Effect] {
    if let reason = readOnlyReason { return decline(reason) }
    var ids = environment.ids
    let isDone = document?.change(called: name) { (try? edit(&$0, &ids)) ?? false }
    guard isDone == true else { return [] }
    environment.ids = ids
    return changed()
  }

  /// Why no change can be taken back; nil when one can.
  var whyNothingToUndo: String? {
    document?.past.isEmpty == false ? nil : "Il n’y a rien à annuler."
  }

  /// What follows a change of the démarche: what is derived is renewed, and it is saved.
  mutating func changed() -> [Effect] {
    settle()
    return save
  }

  /// Brings what is derived, and the selections, up to the démarche.
  mutating func settle() {
    renewDerived()
    for place in Screen.all { place.ecran.settle(&self) }
  }

  /// Asks for the document to be saved, where it can be.
  package var save: [Effect] {
    guard let document, document.lost == nil else { return [] }
    return [
      .save(
        document.demarche, path: document.path, revision: document.revision, basis: document.basis)
    ]
  }
}
