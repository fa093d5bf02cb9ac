import TerminalUI

/// The digit row of a keyboard: what its keys give without Maj.
///
/// A terminal gives signs, not keys: `!` is a mark on most keyboards and the key of 8 on a Belgian one.
/// Which row is there is said by the person, by the machine's own settings, or by a sign that one row
/// alone has. Source: the layouts of xkeyboard-config; Apple's French row is the Belgian one.
package enum Keyboard: String, CaseIterable, Sendable {
  case azerty
  /// Of Belgium, and of Apple.
  case belgian = "belge"
  case afnor, bepo

  /// The keyboard that a machine was set up with, by the names of xkeyboard-config; AZERTY where those
  /// say nothing that is known.
  package init(layout: String, variant: String) {
    switch layout {
    case "be": self = .belgian
    case "fr" where variant.hasPrefix("bepo"): self = .bepo
    case "fr" where variant.hasPrefix("afnor"): self = .afnor
    case "fr" where variant.hasPrefix("mac"): self = .belgian
    default: self = .azerty
    }
  }

  /// From 0 to 9.
  private var row: [Character] {
    switch self {
    case .azerty: ["à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"]
    case .belgian: ["à", "&", "é", "\"", "'", "(", "§", "è", "!", "ç"]
    case .afnor: ["»", "à", "é", "è", "ê", "(", ")", "‘", "’", "«"]
    case .bepo: ["*", "\"", "«", "»", "(", ")", "@", "+", "-", "/"]
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .azerty: "AZERTY"
    case .belgian: "AZERTY belge, ou Mac"
    case .afnor: "AZERTY AFNOR"
    case .bepo: "BÉPO"
    }
  }

  /// The sign on the key of a digit, from 0 to 9.
  func sign(of digit: Int) -> Character? { row.indices.contains(digit) ? row[digit] : nil }

  /// The digit of a key, typed with Maj or without; nil for any other.
  func digit(of key: Key) -> Int? {
    guard case .character(let character) = key else { return nil }
    if character.isASCII, let digit = character.wholeNumberValue { return digit }
    return row.firstIndex(of: character)
  }

  /// A key as orders hear it: those of the digit row are their digits.
  func order(_ key: Key) -> Key {
    digit(of: key).map { .character(Character(String($0))) } ?? key
  }

  /// The only keyboard whose row has a sign; nil for what several have, for ASCII, which people type
  /// with Maj elsewhere, and for letters, which may begin a sentence.
  static func only(with key: Key) -> Keyboard? {
    guard case .character(let character) = key, !character.isASCII, !character.isLetter
    else { return nil }
    let those = allCases.filter { $0.row.contains(character) }
    return those.count == 1 ? those.first : nil
  }
}

extension Action {
  static let keyboard = Action(
    "clavier", [.control("k")], "Clavier\u{A0}: la rangée des chiffres",
    help:
      "Dit quel clavier est là, pour que sa rangée des chiffres, sans Maj, aille aux écrans\u{A0}: AZERTY, belge ou Mac, AFNOR, BÉPO."
  ) { $0.nextKeyboard() }
}

extension State {
  /// The next keyboard of the list; kept for other days.
  fileprivate mutating func nextKeyboard() -> [Effect] {
    let all = Keyboard.allCases
    let index = all.firstIndex(of: environment.keyboard) ?? 0
    environment.keyboard = all[(index + 1) % all.count]
    tellKeyboard("Clavier\u{A0}:")
    return [.rememberKeyboard(environment.keyboard)]
  }

  /// Takes the keyboard for another when a sign that nothing hears is on its digit row alone, and goes
  /// where that digit goes.
  mutating func recognizeKeyboard(by key: Key) -> [Effect]? {
    guard let other = Keyboard.only(with: key), other != environment.keyboard else { return nil }
    environment.keyboard = other
    let order = other.order(key)
    let effects = ActionTable.action(for: order, in: KeyLine.tables(for: self))?
      .performed(in: &self)
    if notice == nil { tellKeyboard("Clavier reconnu\u{A0}:") }
    return effects ?? []
  }

  private mutating func tellKeyboard(_ start: String) {
    let keyboard = environment.keyboard
    let hasMark = keyboard.digit(of: .character("!")) != nil
    let mark = hasMark ? " ! y est le 8\u{A0}: * marque la priorité." : ""
    say("\(start) \(keyboard.title).\(mark)")
  }
}
