/// What a number in a spreadsheet is, which only the format of its cell says.
enum CellFormat: Hashable, Sendable {
  case number
  case percentage
  case euros
  case day
  /// A day of which only the year is shown.
  case year
  case dayAndTime
  case time
  /// Hours that may be more than a day has.
  case duration

  /// By the number of a format that every program knows; nil for one that the file explains.
  init?(builtIn id: Int) {
    switch id {
    case 0...8, 11...13, 37...44, 48, 49: self = .number
    case 9, 10: self = .percentage
    case 14...17, 27...36, 50...58: self = .day
    case 18...21, 45, 47: self = .time
    case 22: self = .dayAndTime
    case 46: self = .duration
    default: return nil
    }
  }

  /// By its code, in English or French letters: what is quoted, in brackets or a filler is none.
  ///
  /// - Complexity: O(code).
  init(code: String) {
    let letters = Letters(code)
    if letters.isDuration {
      self = .duration
    } else if letters.isYear {
      self = .year
    } else if letters.hasDay || letters.hasMonth && !letters.hasTime {
      self = letters.hasTime ? .dayAndTime : .day
    } else if letters.hasTime {
      self = .time
    } else {
      // The sign is quoted, in brackets or bare.
      let isAmount = code.prefix { $0 != ";" }.contains("€")
      self = letters.isPercentage ? .percentage : isAmount ? .euros : .number
    }
  }

  private struct Letters {
    private(set) var isDuration = false
    private(set) var isPercentage = false
    private(set) var hasDay = false
    private(set) var hasMonth = false
    private(set) var hasTime = false
    private(set) var isYear = false

    init(_ code: String) {
      let plain = Letters.plain(code, &isDuration)
      guard !plain.hasPrefix("general"), !plain.hasPrefix("standard") else { return }
      isPercentage = plain.contains("%")
      var time = plain.replacing("am/pm", with: "h").replacing("a/p", with: "h")
      // Parts of a second; other digits are of a number.
      while time.contains("s.0") { time = time.replacing("s.0", with: "s.") }
      guard !time.contains(where: { "0#?".contains($0) }) else { return }
      hasTime = time.contains { "hs".contains($0) }
      isYear = ["yyyy", "aaaa"].contains(time.filter(\.isLetter))
      hasMonth = time.contains("m")
      hasDay = time.contains { "djy".contains($0) } || hasMonth && time.contains("a")
    }

    /// The first section in small letters, without what is shown as it stands.
    private static func plain(_ code: String, _ isDuration: inout Bool) -> String {
      var plain = ""
      var rest = code.lowercased()[...]
      while let character = rest.popFirst(), character != ";" {
        switch character {
        case "\"":
          while let next = rest.popFirst(), next != "\"" {}
        case "\\", "_", "*": _ = rest.popFirst()
        case "[":
          let inside = rest.prefix { $0 != "]" }
          if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
            isDuration = true
          }
          rest = rest.dropFirst(inside.count + 1)
        default: plain.append(character)
        }
      }
      return plain
    }
  }
}
