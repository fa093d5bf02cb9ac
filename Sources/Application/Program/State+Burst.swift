import DPES
package import TerminalUI

// Characters that came together: pasted where the terminal marks no paste, or typed while the program
// was busy. In the capture, the letters of a list would choose axes and colours.
extension State {
  /// A line this long goes into the field at once: typed, it would take its length each time.
  private static let longLine = 64

  /// Takes the first event of a burst: a key, or the paste that all of it is.
  package func takeFirst(of burst: inout Substring) -> Event {
    if let capture = modes.last as? Capture {
      if capture.step.isPaste(burst) {
        defer { burst = "" }
        return .paste(String(burst))
      }
      let line = burst.prefix(Self.longLine)
      if capture.step == .texte, line.count == Self.longLine, !line.contains("\n") {
        burst = burst.dropFirst(Self.longLine)
        return .paste(String(line))
      }
    }
    return .key(Key(typed: burst.removeFirst()))
  }

  mutating func receive(burst: String) -> [Effect] {
    var effects: [Effect] = []
    var rest = burst[...]
    while !rest.isEmpty { effects += update(.event(takeFirst(of: &rest))) }
    return effects
  }
}

extension Capture.Step {
  /// Whether characters that come together at this step are a paste, not keys.
  fileprivate func isPaste(_ burst: Substring) -> Bool {
    switch self {
    case .texte: !Self.axe.isTypedAhead(burst.drop { $0 != "\n" }.dropFirst())
    // Entrée opens the text of the entry.
    case .entries: burst.first != "\n"
    case .axe, .statut, .paste, .frozen: !isTypedAhead(burst)
    }
  }

  /// Whether characters answer this step, and were typed before it was shown: as few as it takes, or
  /// small letters before the capital of the next text, which no word begins with.
  private func isTypedAhead(_ burst: Substring) -> Bool {
    let axes = Axe.allCases.map(\.key)
    let couleurs = [Statut.rouge, .orange, .vert].map(\.key)
    let answers: [[Character]] =
      switch self {
      case .axe: [axes, couleurs]
      case .statut: [couleurs]
      case .frozen: [["f", "n"]]
      case .texte, .entries, .paste: []
      }
    guard burst.count > answers.count else { return true }
    return !answers.isEmpty && zip(burst, answers).allSatisfy { $1.contains($0) }
      && burst.dropFirst(answers.count).first?.isUppercase == true
  }
}
