import TerminalUI

extension State {
  /// What a message makes of the state, and what it asks of the world.
  ///
  /// Total and immediate: it never fails, waits, or looks at a clock or a file.
  package mutating func update(_ message: Message) -> [Effect] {
    if case .event(.burst(let text)) = message { return receive(burst: text) }
    let before = Levels(self)
    let heard = Said.Before(self, message)
    let line = Lineaire.Before(self, message)
    var effects = Countdown.end(&self) + respond(to: message)
    WallWindow.keepPrivate(&self, since: message)
    effects += WallPaste.settle(&self)
    OpenConflicts.ask(&self)
    Unopened.proceed(&self)
    renewDerived()
    Levels.tell(&self, since: before)
    Said.keep(&self, since: heard)
    follow()
    Capture.noteLinesSeen(&self)
    if lineaire == nil { keepBackdrop() }
    Lineaire.tell(&self, since: line)
    return effects
  }

  private mutating func respond(to message: Message) -> [Effect] {
    switch message {
    case .event(let event): return respond(to: event)
    case .saved(let revision, let time):
      if document?.revision == revision { document?.saved = .at(time) }
      return Copies.retire(&self, savedAt: revision)
    case .notSaved(let sentence, let elsewhereHelps):
      document?.saved = .failed(sentence)
      warn("Non enregistré", sentence + (elsewhereHelps ? " F12 enregistre ailleurs." : ""))
    case .elsewhere(let elsewhere): return Arrival.receive(&self, elsewhere)
    case .opened(let document): open(document)
    case .movedTo(let path): Arrival.moved(&self, to: path)
    case .damaged(let sentence, let path, let version, let name):
      modes.append(Damaged(sentence: sentence, path: path, version: version, name: name))
    case .recovered(let version, let name):
      say("Version du \(version.quand) reprise. Le fichier abîmé est à côté\u{A0}: \(name)")
    case .versions(let versions): VersionList.show(&self, versions)
    case .referentiels(let referentiels, let refusals):
      GrilleEcran.receive(&self, referentiels, refusals)
    case .cycles(let cycles, let refusals):
      EtatEcran.receive(&self, cycles, refusals)
      landOnceRead()
    case .suggestions(let suggestions): SuggestionList.receive(&self, suggestions)
    case .aide(let aide): self.aide = aide
    case .version(let version, let demarche): view(version, demarche)
    case .copies(let copies): return Copies.merge(&self, copies)
    case .copiesFound(let names, let path): Copies.find(&self, copies: names, of: path)
    case .versionsKept(let sentence, let keepsNone):
      VersionList.tellVersions(&self, sentence, keepsNone)
    case .sheets(let sheets, let source): ImportCard.receive(&self, sheets, of: source)
    case .tableRead(let table, let reading): ImportPreview.receive(&self, reading, of: table)
    case .folder(let listing): return FolderBrowser.receive(&self, listing)
    case .created(let place, let imported):
      let effects = imported.map { ImportPreview.takeIn(&self, $0) } ?? []
      let said = imported == nil ? nil : notice?.text
      tell([said, "Le fichier est gardé dans \(place)."].compactMap(\.self))
      return effects
    case .toImport(let table): return ImportPreview.openOverOpen(&self, table)
    case .drafts(let drafts, let numero): return bringBack(drafts, since: numero)
    case .refused(let sentence): warn("Impossible", sentence)
    case .exported(let sentence, let request):
      return ExportCard.tellExported(&self, sentence, request)
    case .exportExists(let request): ExportCard.askToReplace(&self, request)
    case .preview(let document, let sansNoms, let lines):
      ExportCard.show(&self, lines, of: document, sansNoms: sansNoms)
    case .letters(let letters): self.letters = letters
    case .tick: break
    case .wall(let wall): return Wall.follow(&self, wall)
    case .reread(let demarche): Wall.reread(&self, demarche)
    case .day(let day):
      environment.today = day
      renewDerived()
    }
    return []
  }

  private mutating func respond(to event: Event) -> [Effect] {
    switch event {
    case .key(let key):
      if !Arrival.staysAbove(self, key) { notice = nil }
      Countdown.noticeEndOfCountdown(&self)
      return hear(key)
    case .line(let line):
      notice = nil
      return Lineaire.hear(&self, line)
    case .paste(let text):
      notice = nil
      return paste(text)
    case .mouse(let mouse):
      guard mouse.gesture == .press else { return isTooSmall ? [] : point(mouse) }
      notice = nil
      // The keys that are clicked are those that were shown.
      let isKey = RefusedText.isHeld(self) && WindowLayout(size).keys.contains(mouse.position)
      refusedText = nil
      return isTooSmall || isKey ? [] : point(mouse)
    case .resize(let size):
      self.size = size
      renewDerived()
      chainFromScreen()
      return []
    // A burst is keys or a paste by now; the loop takes an Escape back, with the state before it.
    case .resumed, .burst, .escapeTakenBack: return []
    case .closed:
      leaveVersion()
      return keepAtEnd() + [.quit]
    }
  }

  mutating func hear(_ key: Key) -> [Effect] {
    // Stopping the program is heard everywhere, also while typing.
    if key == .control("z") { return [.suspend] }
    if wallWindow?.isFollower == true {
      return ActionTable.action(for: key, in: [.follower])?.performed(in: &self) ?? []
    }
    if let effects = WallOrder.takeBack(&self, followedBy: key) { return effects }
    let before = WallOrder.before(self)
    let effects = order(key)
    WallOrder.note(&self, key, since: before)
    return effects
  }

  private mutating func order(_ key: Key) -> [Effect] {
    if RefusedText.takes(key, in: &self) { return [] }
    // Who looks at the room, or at what takes no text, types on: what is refused begins no orders.
    let isTyped = key.isCharacter && (isOnWall || modes.isEmpty && takesNoText)
    guard isTyped || isOnWall && modes.isEmpty && takesNoText else { return answer(key) }
    if beginsSentence(key) { return RefusedText.told(&self) { $0.refuseText(key) } }
    return RefusedText.told(&self) { $0.answer(key) }
  }

  /// Whether a capital, on the wall, is the first letter of what somebody says to the room: there it is
  /// no answer, nor anything else that the screen hears, but for what opens a text.
  private func beginsSentence(_ key: Key) -> Bool {
    guard isOnWall, modes.isEmpty, case .character(let letter) = key, letter.isUppercase else {
      return false
    }
    let action = ActionTable.action(for: key, in: [screen.ecran.wallTable])
    return action.map { !$0.opensText && !$0.keys.contains(key) } ?? false
  }

  private mutating func answer(_ key: Key) -> [Effect] {
    if let mode = modes.last { return mode.press(key, in: &self) }
    // Nobody acts on what can't be seen; a text being typed goes on all the same.
    if isTooSmall, key != .character("q") { return [] }
    let order = environment.keyboard.order(key)
    if let action = ActionTable.action(for: order, in: KeyLine.tables(for: self)) {
      guard isOnWall, let reason = action.impossible(self) else {
        return action.performed(in: &self)
      }
      if let effects = HeldBack.offWall(&self, order, reason, of: action) { return effects }
      return action.performed(in: &self)
    }
    if let effects = recognizeKeyboard(by: key) { return effects }
    return isOnWall ? HeldBack.offWall(&self, order, nil) ?? tellNotOnWall(key) : refuseText(key)
  }

  /// What a key does on the screen and not on the wall is said, not passed over.
  private mutating func tellNotOnWall(_ key: Key) -> [Effect] {
    let order = environment.keyboard.order(key)
    guard let action = ActionTable.action(for: order, in: HeldBack.tablesOffWall(self)) else {
      return refuseText(key)
    }
    let told =
      "«\u{A0}\(action.title)\u{A0}»\u{A0}: sur l’écran. F8 quitte la vue salle, puis \(key.label)."
    return action.opensText ? RefusedText.told(&self) { $0.decline(told) } : decline(told)
  }

  private mutating func point(_ mouse: Event.Mouse) -> [Effect] {
    guard modes.isEmpty, document != nil else { return [] }
    if isOnWall {
      WallWindow.point(&self, mouse)
      return []
    }
    if mouse.gesture == .press, let screen = TabLine(self).screen(at: mouse.position) {
      return show(screen)
    }
    if mouse.gesture == .press, let action = KeyLine(self).action(at: mouse.position) {
      return action.performed(in: &self)
    }
    guard let pane = panes.first(where: { $0.area.contains(mouse.position) }) else { return [] }
    if pane.screen != screen, mouse.gesture == .press { show(pane.screen) }
    return pane.screen.ecran.point(&self, mouse, in: pane.area)
  }

  private mutating func paste(_ text: String) -> [Effect] {
    if let refusedText { return decline(refusedText.reason) }
    if WallPaste.takes(text, in: &self) { return [] }
    if hidesNames, let mode = modes.last, !(mode is Capture), text.holdsSeveralLines {
      return decline(Self.pastedWithNamesHidden)
    }
    if let mode = modes.last {
      mode.paste(text, in: &self)
      return []
    }
    return isOpen && wallWindow?.isFollower != true ? screen.ecran.paste(&self, text) : []
  }

  /// A mail has names at its head and its foot, which a list of observations alone can leave out.
  private static let pastedWithNamesHidden =
    "Noms cachés\u{A0}: plusieurs lignes se collent dans une nouvelle observation (n), ou noms montrés (Ctrl-N)."

  /// Scrolls each visible screen so that its selection can be seen.
  mutating func follow() {
    guard isOpen, !isOnWall else { return }
    for pane in panes { pane.screen.ecran.follow(&self, in: pane.area) }
  }
}

extension String {
  /// Whether it is more than a line, blank ones apart.
  fileprivate var holdsSeveralLines: Bool {
    split(whereSeparator: \.isNewline).lazy.filter { !$0.isBlank }.prefix(2).count > 1
  }
}
