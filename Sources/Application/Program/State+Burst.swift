import DPES
package import TerminalUI

// Characters that came together: pasted where the terminal marks no paste, or typed while the program
// was busy. In the capture, the letters of a list would choose axes and colours, after a field or on a
// screen they would be commands: what comes with Entrée, or after it, is a paste.
extension State {
  /// A line this long goes into the field at once: typed, it would take its length each time.
  private static let longLine = 64

  /// Takes the first event of a burst: a key, or the paste that all of it is.
  package func takeFirst(of burst: inout Substring) -> Event {
    if modes.last is WallPaste, burst.count > 1 || burst.followsEntree {
      defer { burst = burst[burst.endIndex...] }
      return .paste(String(burst))
    }
    if let capture = modes.last as? Capture {
      let text = capture.pasted(of: burst, isOnWall: isOnWall)
      if !text.isEmpty {
        burst = burst[text.endIndex...]
        return .paste(String(text))
      }
      let line = burst.prefix(Self.longLine)
      if capture.step == .texte, line.count == Self.longLine, !line.contains("\n") {
        burst = burst.dropFirst(Self.longLine)
        return .paste(String(line))
      }
    }
    if modes.isEmpty ? burst.isList : !(modes.last is Capture) && burst.goesOnAfterEntree {
      defer { burst = burst[burst.endIndex...] }
      return .paste(String(burst))
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

extension Capture {
  /// What of the characters that come next is a paste, not keys; nothing when the next is a key.
  fileprivate func pasted(of burst: Substring, isOnWall: Bool) -> Substring {
    let none = burst.prefix(0)
    switch step {
    case .texte:
      guard let end = burst.firstIndex(of: "\n"), burst.goesOnAfterEntree else { return none }
      // What was typed begins the first line: that goes into the field, then Entrée makes it one. The
      // wall shows none of it.
      return field.text.isBlank || isOnWall ? burst : burst[..<end]
    // Entrée opens the text of the entry.
    case .entries: return burst.first == "\n" ? none : burst
    // A key comes alone; in these steps Entrée may repeat.
    case .axe, .statut, .frozen:
      let isKeys = burst.count == 1 && !burst.followsEntree || burst.allSatisfy(\.isNewline)
      return isKeys ? none : burst
    case .paste: return burst.count == 1 && !burst.followsEntree ? none : burst
    }
  }
}

extension Substring {
  /// Whether it holds a text, Entrée and more.
  fileprivate var goesOnAfterEntree: Bool {
    guard let end = firstIndex(of: "\n") else { return false }
    return index(after: end) < endIndex && contains { !$0.isNewline }
  }

  /// Whether it is a list pasted on a screen that has no field: two lines that are not blank.
  ///
  /// Entrée may open what one line is typed in; a small letter right before a capital is the key
  /// that opens it.
  fileprivate var isList: Bool {
    guard split(whereSeparator: \.isNewline).count > 1 else { return false }
    let keys = prefix { $0.isLowercase || $0.isNumber }
    return !(1...2).contains(keys.count) || !self[keys.endIndex].isUppercase
  }

  /// Whether Entrée came together with it, right before.
  fileprivate var followsEntree: Bool { base[..<startIndex].last == "\n" }
}
