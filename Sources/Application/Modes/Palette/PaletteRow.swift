import DPES
import TerminalUI

/// An action of the palette, and where it is done.
struct PaletteRow: Sendable {
  /// Where one goes to do it.
  struct Place: Sendable {
    /// `1`, or nothing for the wall.
    let digit: String
    let screen: String
    let part: String?
    let go: @Sendable (inout State) -> [Effect]
  }

  let action: Action
  /// nil for an action of where the palette was opened.
  let place: Place?
  /// Its place and title, as they are compared.
  private let words: String
  private let synonymes: String

  init(_ action: Action, at place: Place? = nil) {
    self.action = action
    self.place = place
    let keys = action.keys.map(\.label).joined(separator: " ")
    words =
      [place?.digit, place?.screen, place?.part, action.title, keys].compactMap(\.self)
      .joined(separator: " ").cherchable
    synonymes = Synonymes.of(action.id)
  }

  private var isScreen: Bool { place == nil && action.id.hasPrefix("ecran.") }

  /// How well it answers what is typed, 0 best: a screen whose name begins so, its own words, what
  /// people call it, a piece of its words; nil when it does not.
  func rank(_ typed: [Substring]) -> Int? {
    if isScreen, !typed.isEmpty, words.hasPrefix(typed.joined(separator: " ")) { return 0 }
    if typed.allSatisfy({ words.hasWord(beginningWith: $0) }) { return 1 }
    if typed.allSatisfy({
      synonymes.hasWord(beginningWith: $0) || words.hasWord(beginningWith: $0)
    }) {
      return 2
    }
    return typed.allSatisfy { words.contains($0) || synonymes.contains($0) } ? 3 : nil
  }

  /// Its title after its place, the fullest telling first.
  func tellings(_ symbols: SymbolSet) -> [String] {
    guard let place else { return [action.title] }
    let title = action.title.prefix(1).lowercased() + action.title.dropFirst()
    let into = symbols.sign("›", ascii: ">")
    let screen = place.digit.isEmpty ? place.screen : "\(place.digit) \(place.screen)"
    let short = place.digit.isEmpty ? place.screen : "\(place.digit) \(place.part ?? place.screen)"
    let whole = place.part.map { "\(screen) \(into) \($0)\u{A0}: \(title)" }
    let digit = place.digit.isEmpty ? action.title : "\(place.digit)\u{A0}: \(title)"
    return [whole, "\(short)\u{A0}: \(title)", digit].compactMap(\.self)
  }

  /// Goes to its place, where it has one, and does it there; what would delete is only gone to, as
  /// nobody sees from elsewhere what is selected.
  func perform(in state: inout State) -> [Effect] {
    guard let place else { return action.performed(in: &state) }
    state.leaveModes()
    let effects = place.go(&state)
    guard !action.keys.contains(.delete) else {
      state.say("\(action.title)\u{A0}: Suppr le fait, sur ce qui est choisi ici.")
      return effects
    }
    return effects + action.performed(in: &state)
  }
}

extension PaletteRow {
  /// What can be done on the screens, and what the wall has beside them; made once.
  static let everywhere: [PaletteRow] =
    Screen.all.flatMap { screen in
      screen.ecran.parts.flatMap { part in
        let place = Place(
          digit: String(screen.number), screen: screen.shortTitle, part: part.title
        ) { state in
          let effects = state.show(screen)
          return effects + part.enter(&state)
        }
        return part.actions.map { PaletteRow($0, at: place) }
      }
    }
    + ActionTable.wall.actions.named("salle.legende", "salle.minuteur", "salle.distance").map {
      PaletteRow(
        $0, at: Place(digit: "", screen: "Vue salle", part: nil) { WallWindow.toggle(&$0) })
    }
}

extension String {
  /// Whether one of its words begins with some letters, or with all but the sign of a plural.
  fileprivate func hasWord(beginningWith start: Substring) -> Bool {
    if hasPrefix(start) || contains(" " + start) { return true }
    guard start.count > 3, let last = start.last, last == "s" || last == "x" else { return false }
    return hasWord(beginningWith: start.dropLast())
  }
}

extension Action {
  /// The actions of some places that have every word typed in their title, their keys, or what people
  /// call them.
  static func matching(_ typed: String, in tables: [ActionTable]) -> [Action] {
    let words = typed.cherchable.split(separator: " ")
    return tables.flatMap(\.actions).filter { PaletteRow($0).rank(words) != nil }
  }
}
