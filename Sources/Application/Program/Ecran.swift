import DPES
import TerminalUI

/// A screen of the program.
///
/// Its value is where the person is on it, and what it lists; it is kept while other screens are
/// shown. What a screen does to the program is a static function on the state. A screen's folder
/// holds all of it, and its line in ``Ecrans/all`` is all that the rest knows of it.
protocol Ecran: Sendable {
  static var place: Screen { get }

  init()

  /// All that is done on it, wherever one is on it; the palette lists it from anywhere.
  static var parts: [EcranPart] { get }
  /// The tables heard on it, the first that knows a key decides: those of the screen itself.
  static func tables(_ state: State) -> [ActionTable]

  /// What the room sees of it, in the order of Tab; the first that has something to show comes first.
  static var wallPages: [any WallPage.Type] { get }
  /// The page that shows the room what it shows now, by its name; nil for the first that can be.
  static func roomPage(_ state: State) -> String?
  /// What of it is heard on the wall, as it is on the screen.
  static var wallTable: ActionTable { get }
  /// Where the person is, told to the windows that follow: ids and figures, never a text.
  static func wallPlace(_ state: State) -> Wall.Place
  /// Goes where another window is, as far as the file has it.
  static func follow(_ state: inout State, _ place: Wall.Place)

  /// Whether a démarche that has just been opened is shown on it first.
  static func isExpected(_ state: State) -> Bool
  /// A démarche was opened: finds a place to begin.
  static func begin(_ state: inout State)
  /// Brings what it lists up to the démarche, after any change of it or of what is chosen.
  static func renew(_ state: inout State)
  /// Keeps the selection on what it was on, after a change of the démarche.
  static func settle(_ state: inout State)
  /// Scrolls so that the selection can be seen; the screen is shown in an area.
  static func follow(_ state: inout State, in area: Rect)

  /// What the mouse does, where it does more than turn its wheel and press.
  static func point(_ state: inout State, _ mouse: Event.Mouse, in area: Rect) -> [Effect]
  /// The wheel turns by so many rows, down when positive.
  static func scroll(_ state: inout State, by rows: Int)
  /// The mouse is pressed at a position.
  static func press(_ state: inout State, at position: Position, in area: Rect)
  /// A text was pasted on it.
  static func paste(_ state: inout State, _ text: String) -> [Effect]

  /// Whether it has words for the linear mode.
  static var isRead: Bool { get }
  /// What is heard of it in the linear mode; nil where it has no words for it.
  static func lecture(_ state: State) -> Lecture?
  /// Selects a row of what is heard of it, by its place.
  static func choose(_ state: inout State, row: Int)

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas)
  /// Draws what a move of the selection leaves as it is; see ``Backdrop``.
  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas)
  /// All that its backdrop and its facts are drawn from, beside the démarche.
  static func backdropKey(_ state: State) -> ValueKey?
  /// What the header says of it after its title, the most telling first.
  static func facts(_ state: State, isWide: Bool) -> [String]
  /// The marks that the row of messages explains while nothing is said.
  static func standingLegend(_ state: State) -> Legend.Line
  /// The marks that the help explains, a line each.
  static func legend(_ marks: Marks) -> [Legend.Line]
  /// What its drawing says, in the method's own sentences, at the head of the help.
  static func meaning(_ marks: Marks) -> HelpPage.Section?
  /// Whether it compares two dates: little can be done then.
  static func isComparing(_ state: State) -> Bool
  /// The action that leads on where little else can be done, as where all is closed for changes, or
  /// nothing is said yet; nil elsewhere.
  static func opener(_ state: State) -> String?

  /// What the bottom line calls an action there; nil where it does nothing for what is selected.
  static func short(_ action: Action, _ state: State) -> String?

  /// Where the person is in the chain; nil when nothing is selected, or it shows no link of it.
  static func maillon(_ state: State) -> Maillon?
  /// Shows a link of the chain that belongs to it.
  ///
  /// - Returns: Whether it does.
  static func go(_ state: inout State, to maillon: Maillon) -> Bool
  /// Another screen stands beside it, and a link of the chain is selected there: selects what comes
  /// before or after it.
  static func accompany(_ state: inout State, _ maillon: Maillon)
  /// Selects something by its id, as the command line says it.
  ///
  /// - Returns: Whether it has it.
  static func select(_ state: inout State, _ id: String) -> Bool
  /// Shows what a change, an undo or a redo was about.
  ///
  /// - Returns: Whether it belongs to it.
  static func show(_ state: inout State, _ change: Edit.Change) -> Bool
  /// The form of something that belongs to it, by its id; nil where it has none.
  static func form(_ state: State, of id: String) -> (any FormSubject)?
  /// The document that the selection calls for, by its name; nil for none.
  static func document(_ state: State) -> String?
  /// What that document is of, there where the selection stands; nil for none.
  static func documentPlace(_ state: State) -> DocumentPlace?
  /// A document that was asked for at a place was written.
  static func written(
    _ state: inout State, _ document: String, at place: DocumentPlace
  ) -> [Effect]
  /// A réalisé was entered on it: goes where the hand goes on.
  ///
  /// - Returns: What to add to what is said of it.
  static func entered(_ state: inout State, indicateur: String, mois: Int) -> String?
}

extension Ecran {
  static func tables(_ state: State) -> [ActionTable] {
    parts.lazy.filter { $0.title == nil }.map(\.table)
  }
  static var wallPages: [any WallPage.Type] { [] }
  static func roomPage(_ state: State) -> String? { nil }
  static var wallTable: ActionTable { .silent }
  static func wallPlace(_ state: State) -> Wall.Place { Wall.Place() }
  static var isRead: Bool { false }
  static func lecture(_ state: State) -> Lecture? { nil }
  static func choose(_ state: inout State, row: Int) {}
  static func follow(_ state: inout State, _ place: Wall.Place) {}
  static func begin(_ state: inout State) {}
  static func renew(_ state: inout State) {}
  static func settle(_ state: inout State) {}
  static func follow(_ state: inout State, in area: Rect) {}
  static func scroll(_ state: inout State, by rows: Int) {}
  static func press(_ state: inout State, at position: Position, in area: Rect) {}

  static func point(_ state: inout State, _ mouse: Event.Mouse, in area: Rect) -> [Effect] {
    switch mouse.gesture {
    case .wheelUp: scroll(&state, by: -1)
    case .wheelDown: scroll(&state, by: 1)
    case .press: press(&state, at: mouse.position, in: area)
    case .release: break
    }
    return []
  }

  static func paste(_ state: inout State, _ text: String) -> [Effect] {
    state.decline("Rien ne se colle ici\u{A0}: ouvrez d’abord un champ, puis collez.")
  }

  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {}
  static func backdropKey(_ state: State) -> ValueKey? { nil }
  static func facts(_ state: State, isWide: Bool) -> [String] { [] }
  static func standingLegend(_ state: State) -> Legend.Line { [] }
  static func legend(_ marks: Marks) -> [Legend.Line] { [] }
  static func meaning(_ marks: Marks) -> HelpPage.Section? { nil }
  static func isComparing(_ state: State) -> Bool { false }
  static func opener(_ state: State) -> String? { nil }
  static func short(_ action: Action, _ state: State) -> String? { action.short }
  static func maillon(_ state: State) -> Maillon? { nil }
  static func go(_ state: inout State, to maillon: Maillon) -> Bool { false }
  static func accompany(_ state: inout State, _ maillon: Maillon) {}
  static func select(_ state: inout State, _ id: String) -> Bool { false }
  static func show(_ state: inout State, _ change: Edit.Change) -> Bool { false }
  static func isExpected(_ state: State) -> Bool { false }
  static func document(_ state: State) -> String? { nil }
  static func documentPlace(_ state: State) -> DocumentPlace? { nil }
  static func written(
    _ state: inout State, _ document: String, at place: DocumentPlace
  ) -> [Effect] { [] }
  static func form(_ state: State, of id: String) -> (any FormSubject)? { nil }
  static func entered(_ state: inout State, indicateur: String, mois: Int) -> String? { nil }
}
