import DPES
import TerminalUI

/// What a window that was killed left open, until it stands open again.
struct Unopened: Sendable {
  /// What comes next is first.
  var waiting: [Begun] = []
  /// What it was about is gone, and somebody wants to see to it another time.
  var later: [Begun] = []
}

extension Unopened {
  /// Takes in what was left; what stood aside stands aside again, the rest waits for its turn.
  ///
  /// - Returns: The titles of what stands aside.
  static func take(_ state: inout State, _ left: [Begun]) -> [String] {
    var aside: [String] = []
    for begun in left.reversed() {
      // Both windows had it: once is enough.
      guard !state.begun.contains(where: { $0.holdsTheSame(as: begun) }) else { continue }
      if begun.isAside, setAside(&state, begun) {
        aside.append(begun.title)
      } else {
        state.unopened.waiting.append(begun)
      }
    }
    return aside
  }

  /// Opens what is next, once nothing else is open and the room does not look.
  static func proceed(_ state: inout State) {
    guard state.modes.isEmpty, !state.isOnWall, state.isOpen, !state.isViewing,
      state.readOnlyReason == nil,
      let place = state.unopened.waiting.firstIndex(where: { !names($0, state) })
    else { return }
    let next = state.unopened.waiting[place]
    guard state.isReady(for: next) else {
      if state.screen != .grille { state.show(.grille) }
      return
    }
    state.unopened.waiting.remove(at: place)
    goThere(&state, next)
    switch mode(for: next, state) {
    case .open(let modes):
      state.modes = modes
      if next.kind == .paste { Capture.showOpenImage(&state) }
      state.sayBack(
        next.kind == .paste
          ? "\(next.title), pas encore accepté."
          : "«\u{A0}\(next.title)\u{A0}» est rouvert, comme c’était.")
    case .gone: state.modes = [FoundText(begun: next)]
    case .done: break
    }
    state.renewDerived()
  }

  /// Whether it would show somebody's name while names are hidden: it waits until they are shown.
  private static func names(_ begun: Begun, _ state: State) -> Bool {
    guard state.hidesNames, begun.kind == .form, let demarche = state.document?.demarche,
      let card = FormCard(begun, in: state, demarche)
    else { return false }
    return Names.areIn(card)
  }

  private static func setAside(_ state: inout State, _ begun: Begun) -> Bool {
    guard state.isReady(for: begun) else { return false }
    guard case .open(let modes) = mode(for: begun, state) else { return false }
    switch modes.last {
    case let card as FormCard:
      let key = ValueKey(card.subject)
      guard state.formsAside[key] == nil else { return false }
      state.formsAside[key] = card
    case let edit as TextEdit:
      guard state.corrections[edit.place] == nil else { return false }
      state.corrections[edit.place] = edit
    case let capture as Capture:
      guard state.drafts[capture.subject] == nil else { return false }
      state.drafts[capture.subject] = Capture.Aside(capture)
    case let count as VoteCount:
      guard state.heldVote == nil else { return false }
      state.heldVote = count
    default: return false
    }
    return true
  }

  /// Back to the screen, the image and what was selected.
  private static func goThere(_ state: inout State, _ begun: Begun) {
    guard let place = Screen(name: begun.screen) else { return }
    if let image = begun.image,
      state.demarche?.cercles.contains(where: { $0.id == image }) == true
    {
      state.shown.imageID = image
    }
    state.show(place)
    state.renewDerived()
    place.ecran.follow(&state, begun.place)
    state.renewDerived()
  }

  private enum Found {
    case open([any Modal])
    /// What it is about is no longer there.
    case gone
    /// The démarche says it already.
    case done
  }

  private static func mode(for begun: Begun, _ state: State) -> Found {
    guard let demarche = state.document?.demarche else { return .gone }
    if begun.kind != .paste, begun.isEntered, begun.isWritten(in: demarche) { return .done }
    switch begun.kind {
    case .form:
      guard let card = FormCard(begun, in: state, demarche) else { return .gone }
      return card.form.holdsTheSame(as: card.original) ? .done : .open([card])
    case .text:
      guard let edit = TextEdit(begun, in: demarche) else { return .gone }
      return edit.field.text == edit.original ? .done : .open(edit.stack)
    case .question:
      guard let question = Question(begun, in: state) else { return .gone }
      return .open([question])
    case .paste:
      let capture = Capture(begun, in: state)
      return begun.isEntered && capture.isEntered(in: demarche) ? .done : .open([capture])
    case .vote:
      if begun.isEntered, VoteCount.isTold(begun, in: demarche) { return .done }
      return VoteCount(begun, in: demarche).map { .open([$0]) } ?? .gone
    }
  }
}

extension State {
  /// Whether all that has to be read for it is there.
  fileprivate func isReady(for begun: Begun) -> Bool {
    (begun.screen != Screen.grille.name || referentiels != nil)
      && (PassageForm(words: begun.words) == nil || cycles != nil)
  }

  /// Says what came back, in the sentence that says what else did.
  mutating func sayBack(_ text: String) {
    let start = "Repris\u{A0}: "
    let before = notice.flatMap { $0.text.hasPrefix(start) ? $0.text + " " : nil }
    say((before ?? start) + text)
  }
}

extension Begun {
  fileprivate func holdsTheSame(as other: Begun) -> Bool {
    isAboutTheSame(as: other) && fields == other.fields
  }

  /// Whether the démarche has its longest text: it was confirmed, and perhaps saved.
  fileprivate func isWritten(in demarche: Demarche) -> Bool {
    let texts = fields.filter(\.isProse).map(\.text.trimmed)
    let longest = texts.max { $0.count < $1.count } ?? ""
    return !longest.isEmpty && demarche.dit(longest)
  }
}

extension FormCard {
  /// A form as it stood; nil when what it is about is gone.
  fileprivate init?(_ begun: Begun, in state: State, _ demarche: Demarche) {
    let subject = Begun.forms.lazy.compactMap { $0.init(words: begun.words) }.first
    guard var card = subject?.card(state, demarche) else { return nil }
    card.hide(names: state.hidesNames)
    if let focus = begun.focus, card.asks(focus) { card.form.focus(on: focus) }
    var changed: [(id: String, text: String)] = []
    for field in begun.fields {
      let now = card.form.value(field.id)
      if now != field.before, now != field.text { changed.append((field.id, now)) }
      card.form.put(field.text, in: field.id)
    }
    let whole = card
    card.form.ask(whole.asks)
    for (id, now) in changed {
      let text = TextWidth.excerpt(now, to: 40)
      card.form.tell(id, "Changé entre-temps\u{A0}: «\u{A0}\(text)\u{A0}».")
    }
    self = card
  }
}

extension TextEdit {
  /// A text as it stood; nil when what it is of is gone, or closed for changes.
  fileprivate init?(_ begun: Begun, in demarche: Demarche) {
    guard let place = Place(words: begun.words), let field = begun.fields.first,
      let found = demarche.lieu(deObservation: place.id),
      !demarche.cercles[found.cercle].figee,
      let now = demarche.cercles[found.cercle].observations[found.index].known(place.target)
    else { return nil }
    var typed = TextField(isProse: true)
    typed.insert(field.text)
    if place.target == .scission { typed.moveCursor(to: begun.focus.flatMap { Int($0) } ?? 0) }
    self.init(place: place, original: now, base: demarche, field: typed)
  }

  /// It is typed over the card of the arguments, where it is of one of them.
  fileprivate var stack: [any Modal] {
    switch place.target {
    case .texte, .minorite, .scission: [self]
    case .argument, .nouvelArgument: [ArgumentCard(id: place.id), self]
    }
  }
}

extension Question {
  /// A question as it stood; nil when what it is about is gone.
  fileprivate init?(_ begun: Begun, in state: State) {
    let subject = Begun.questions.lazy.compactMap { $0.init(words: begun.words) }.first
    guard let subject, subject.isThere(state), let field = begun.fields.first else { return nil }
    var typed = TextField(limit: 500, isProse: true)
    typed.insert(field.text)
    self.init(subject: subject, title: begun.title, original: field.before, field: typed)
  }
}
