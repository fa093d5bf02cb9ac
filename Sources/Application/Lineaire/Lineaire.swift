import DPES
package import TerminalUI

/// The program line by line, for a screen reader, a braille display, a terminal that draws nothing.
///
/// The same state, actions and words as on the full screen: a line that is typed becomes keys, and
/// what changed is said, one event a line, only ever added below. This value is what was said last.
package struct Lineaire: Sendable {
  /// Lines that nobody has taken yet.
  private(set) var lines: [String]
  /// Where one was when something was said last.
  private var place = Place()
  /// What tells the row of a screen that was said last.
  private var row: String?
  private var hasToldSaving = false
  /// What « suite » goes on with.
  var rest: [String] = []

  /// Rows of a list said unasked.
  static let page = 10
  /// Everything is drawn on a page this large, which nobody sees: no sentence is cut for lack of room.
  package static let size = Size(240, 40)
  /// The first line.
  static let greeting = "Mode linéaire. h\u{A0}: aide, q\u{A0}: quitter."

  private struct Place: Hashable, Sendable {
    var screen: Screen?
    var opened = 0
    var mode = ""
    var depth = 0
    var title = ""
    var question: String?
    var id: String?
  }

  package init() { lines = [Self.greeting] }

  /// What is to be said now; nothing of it is said again.
  package mutating func take() -> [String] {
    defer { lines = [] }
    return lines
  }

  /// Adds lines, each made of words alone.
  mutating func say(_ said: [String]) { lines += said.map(Parole.words).filter { !$0.isEmpty } }

  /// Adds the first ten lines; « suite » says the next.
  mutating func say(inPages said: [String]) {
    say(Array(said.prefix(Self.page)))
    rest = Array(said.dropFirst(Self.page))
    if !rest.isEmpty { say(["Encore \(rest.count)\u{A0}: «\u{A0}suite\u{A0}»."]) }
  }
}

// What is said after each message.
extension Lineaire {
  /// What there was before a message.
  struct Before: Sendable {
    fileprivate let past: Int
    fileprivate let isLine: Bool

    init(_ state: State, _ message: Message) {
      isLine = if case .event(.line) = message { true } else { false }
      past = state.document?.past.count ?? 0
    }
  }

  /// Says what a message came to: what was done or refused, then where one is now.
  static func tell(_ state: inout State, since before: Before) {
    guard var said = state.lineaire else { return }
    state.lineaire = nil
    if let notice = state.notice {
      said.say([words(notice)])
      state.notice = nil
    } else if state.document?.past.count ?? 0 > before.past, let told = state.toldLastChange {
      said.say([told])
    }
    said.tellSaving(state)
    said.tellPlace(state)
    // A line is always answered: what is asked still, or where one still is.
    if before.isLine, said.lines.isEmpty {
      let heard = lecture(state)
      said.say([heard.question ?? heard.selectedLine ?? heard.title])
    }
    state.lineaire = said
  }

  /// A refusal begins with its name, unless it asks something.
  private static func words(_ notice: State.Notice) -> String {
    notice.kind == .refused && !notice.text.contains("?")
      ? "Erreur\u{A0}: \(notice.text)" : notice.text
  }

  /// That everything is saved is said once.
  private mutating func tellSaving(_ state: State) {
    guard !hasToldSaving, case .at(let time)? = state.document?.saved else { return }
    hasToldSaving = true
    say(["Enregistré \(time)."])
  }

  /// Where one came to; of the same place what is selected now, and what is asked.
  private mutating func tellPlace(_ state: State) {
    guard state.isOpen else { return }
    let heard = Self.lecture(state)
    let now = Place(
      screen: state.screen, opened: state.opened,
      mode: state.modes.last.map { "\(type(of: $0))" } ?? "", depth: state.modes.count,
      title: heard.title, question: heard.question, id: heard.id)
    let isOtherScreen = now.screen != place.screen || now.opened != place.opened
    if now.mode.isEmpty {
      if isOtherScreen { say([heard.title]) }
      // The row in hand, unless it is the one said last: the whole is there for the asking.
      if isOtherScreen || now.id != row { say([heard.selectedLine].compactMap(\.self)) }
      row = now.id
    } else {
      let isNew = isOtherScreen || now.mode != place.mode || now.depth != place.depth
      let isChanged = isNew || now.title != place.title
      if isChanged { say([heard.title]) }
      if isChanged, heard.count > 0 { say(inPages: Self.rows(heard, 0..<heard.count)) }
      if isChanged || now.question != place.question { say([heard.question].compactMap(\.self)) }
    }
    place = now
  }

  /// What is heard of where one is: of the mode on top, else of the screen.
  static func lecture(_ state: State) -> Lecture {
    if let mode = state.modes.last { return mode.lecture(state) ?? unread(mode, state) }
    return state.screen.ecran.lecture(state) ?? unread(state.screen)
  }

  /// A screen that has no words yet says so.
  private static func unread(_ screen: Screen) -> Lecture {
    let read = Screen.all.filter { $0.ecran.isRead }.map { $0.shortTitle.lowercased() }
    return Lecture(
      title: "\(screen.title)\u{A0}: cet écran ne se lit pas encore en mode linéaire. "
        + "Se lisent\u{A0}: \(read.joined(separator: ", ")).")
  }

  /// Of a mode that has no words yet: what it hears.
  private static func unread(_ mode: any Modal, _ state: State) -> Lecture {
    let answers = mode.tables.flatMap(\.actions).filter { $0.impossible(state) == nil }
      .compactMap { action in action.keys.first.map { "\(name($0)) \(action.title)" } }
    return Lecture(
      title: "Ce qui s’ouvre ici ne se lit pas encore en mode linéaire.",
      question: "Réponses\u{A0}: \(answers.joined(separator: ", ")). - en sort.")
  }

  /// A key as it is typed: Échap is the dash.
  static func name(_ key: Key) -> String { key == .escape ? "-" : Parole.words(key.label) }

  /// Some rows, each after its number.
  static func rows(_ heard: Lecture, _ places: Range<Int>) -> [String] {
    places.clamped(to: 0..<heard.count).map {
      heard.saysNumbers ? heard.row($0) : "\($0 + 1). \(heard.row($0))"
    }
  }

  /// A whole screen, as it is printed.
  package static func page(of state: State) -> [String] {
    let heard = lecture(state)
    return ([heard.title] + rows(heard, 0..<heard.count)).map(Parole.words)
  }
}
