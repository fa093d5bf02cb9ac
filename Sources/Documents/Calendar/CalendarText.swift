import DPES

extension Day {
  /// `20260312`.
  var basic: String { iso.filter { $0 != "-" } }

  /// Reads `20260312`, alone or at the start of a moment.
  init?(basic: some StringProtocol) {
    let digits = basic.prefix(8)
    guard digits.utf8.count == 8 else { return nil }
    self.init(iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))")
  }
}

extension Instant {
  /// `20260312T143205Z`.
  var basic: String { iso.filter { $0 != "-" && $0 != ":" } }

  /// Reads `20260312T143205Z`.
  init?(basic text: some StringProtocol) {
    let time = text.dropFirst(9)
    guard text.utf8.count == 16, text.dropFirst(8).first == "T", text.last == "Z",
      let day = Day(basic: text)
    else { return nil }
    let parts = [time.prefix(2), time.dropFirst(2).prefix(2), time.dropFirst(4).prefix(2)]
    self.init(iso: "\(day.iso)T\(parts.joined(separator: ":"))Z")
  }
}

extension String {
  /// A text as iCalendar has it: what separates values is written otherwise.
  var calendarText: String {
    var text = ""
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": text += "\\\(scalar)"
      case "\n", "\r": text += "\\n"
      case "\t": text += " "
      default: if XMLText.isAllowed(scalar) { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  /// An id of the file, which another program may have given any text.
  var uidText: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
  }
}

extension [UInt8] {
  /// A line in pieces of at most 75 bytes, cut between characters; the next begin with a space.
  mutating func appendFolded(_ line: String) {
    var room = 75
    for character in line.unicodeScalars {
      let bytes = UTF8.encode(character) ?? UTF8.encodedReplacementCharacter
      if bytes.count > room {
        append(contentsOf: "\r\n ".utf8)
        room = 74
      }
      append(contentsOf: bytes)
      room -= bytes.count
    }
    append(contentsOf: "\r\n".utf8)
  }
}
