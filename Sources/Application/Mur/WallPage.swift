import DPES
import TerminalUI

/// A page of the wall: what the room sees of one subject of a screen.
///
/// It has a bandeau, what it says, and keys of its own at its foot; ``WallView`` draws the rest. A
/// page stands in the folder of its screen, which offers it (``Ecran/wallPages``). It shows no name of
/// a person, no path, and nobody's part in what is said.
protocol WallPage: Sendable {
  /// Its name on the command line, and in the note to the windows that follow.
  static var name: String { get }
  /// What Tab says of it, from the page before: `le cercle`.
  static var title: String { get }

  /// Whether there is something to show on it.
  static func isOffered(_ state: State) -> Bool
  static func bandeau(_ state: State) -> Bandeau
  /// Draws what it says in the rows under the bandeau, the last row but one included.
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas)
  /// What the legend says in the place of the three colours; nil for these.
  static func legend(_ state: State) -> String?
  /// What its foot says of its keys, the least needed first; arrows are spelled there in ASCII.
  static func keys(_ state: State) -> [String]
}

extension WallPage {
  /// The fullest telling of the keys that a foot has room for.
  static func fitting(_ tellings: [[String]], in size: Size) -> [String] {
    tellings.first { WallView.columns(of: $0) <= size.width - 4 } ?? tellings.last ?? []
  }

  static func isOffered(_ state: State) -> Bool { true }
  static func legend(_ state: State) -> String? { nil }
  static func keys(_ state: State) -> [String] { [] }
}

/// How much a wall shows, by the size of its window.
enum WallScale: Int, Comparable, Sendable {
  /// From 40×12: one thing, and a bandeau of one row.
  case least
  /// From 60×16.
  case small
  /// From 80×24.
  case middle
  /// From 100×30.
  case full

  init(_ size: Size) {
    self =
      size.width >= 100 && size.height >= 30
      ? .full
      : size.width >= 80 && size.height >= 24
        ? .middle : size.width >= 60 && size.height >= 16 ? .small : .least
  }

  static func < (one: WallScale, other: WallScale) -> Bool { one.rawValue < other.rawValue }
}

extension State {
  var wallScale: WallScale { WallScale(size) }

  /// The letters of the wall, where sentences can be set in them: ASCII has no quarters of a cell.
  var wallLetters: Letters? { hasLetters ? letters : nil }

  /// The pages of the present screen that have something to show.
  var wallPages: [any WallPage.Type] { screen.ecran.wallPages.filter { $0.isOffered(self) } }

  /// The page that the wall shows; nil where there is none at all.
  var wallPage: (any WallPage.Type)? {
    let pages = wallPages
    return pages.first { $0.name == wallWindow?.page } ?? pages.first
  }

  /// The page so many after the present one, going round.
  func wallPage(after steps: Int) -> (any WallPage.Type)? {
    let pages = wallPages
    guard !pages.isEmpty else { return nil }
    let place = pages.firstIndex { $0.name == wallWindow?.page } ?? 0
    return pages[((place + steps) % pages.count + pages.count) % pages.count]
  }

  /// The names of all pages, each once, in the order of the screens.
  package static let wallPageNames: [String] = Screen.all.flatMap { $0.ecran.wallPages }
    .map { $0.name }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }

  /// The names of those that the wall can show of the present screen now.
  package var wallPageNames: [String] { wallPages.map { $0.name } }

  /// The name of the page that the wall shows; nil where there is none.
  package var wallPageName: String? { wallPage?.name }
}
