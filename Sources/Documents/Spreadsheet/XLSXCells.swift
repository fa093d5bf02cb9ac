/// What the cells of a workbook of Excel refer to, and what they say with it.
struct XLSXCells {
  let texts: [String]
  let formats: [CellFormat]
  let since1904: Bool

  /// What a person sees in a cell, from its type, its style and what it holds.
  func text(_ value: [UInt8], type: Kind, style: Int) -> String {
    switch type {
    case .shared:
      let index = Int(String(decoding: value, as: UTF8.self)) ?? -1
      return texts.indices.contains(index) ? texts[index] : ""
    case .text: return XLSXTexts.plain(value)
    case .error: return String(decoding: value, as: UTF8.self)
    case .boolean:
      return value.isEmpty ? "" : value.elementsEqual("0".utf8) ? "FAUX" : "VRAI"
    case .day: return ISOTime.text(String(decoding: value, as: UTF8.self))
    case .number:
      return number(
        String(decoding: value, as: UTF8.self),
        formats.indices.contains(style) ? formats[style] : .number)
    }
  }

  private func number(_ text: String, _ format: CellFormat) -> String {
    switch format {
    case .number: DecimalText.plain(text) ?? text
    case .percentage: DecimalText.plain(text, shift: 2).map { $0 + "\u{A0}%" } ?? text
    case .euros: DecimalText.plain(text).map { $0 + "\u{A0}€" } ?? text
    case .day, .dayAndTime, .year, .time, .duration:
      SerialDay(text, since1904: since1904)?.text(format) ?? DecimalText.plain(text) ?? text
    }
  }

  enum Kind {
    case shared, text, error, boolean, day, number

    init(_ type: ArraySlice<UInt8>?) {
      guard let type else {
        self = .number
        return
      }
      self =
        switch String(decoding: type, as: UTF8.self) {
        case "s": .shared
        case "str", "inlineStr": .text
        case "e": .error
        case "b": .boolean
        case "d": .day
        default: .number
        }
    }
  }
}

/// Days and times that a file writes as ISO 8601 does.
enum ISOTime {
  /// `2026-03-12T14:30:00` as `2026-03-12 14:30`; midnight is left out.
  static func text(_ iso: String) -> String {
    let parts = iso.split(separator: "T", maxSplits: 1).map(String.init)
    guard let day = parts.first, parts.count == 2 else { return iso }
    let clock = parts[1].split { $0 == "." || $0 == "Z" || $0 == "+" }.first.map(String.init) ?? ""
    let short = clock.count == 8 && clock.hasSuffix(":00") ? String(clock.dropLast(3)) : clock
    return short.isEmpty || short == "00:00" ? day : "\(day) \(short)"
  }

  /// `PT14H30M00S` as `14:30`; another text stays.
  static func duration(_ iso: String) -> String {
    guard iso.hasPrefix("PT") else { return iso }
    var (seconds, number) = (0, 0)
    for character in iso.dropFirst(2) {
      if let digit = character.wholeNumberValue, number < 1_000_000 {
        number = number * 10 + digit
        continue
      }
      switch character {
      case "H": seconds += number * 3600
      case "M": seconds += number * 60
      case "S", ".", ",":
        seconds += number
        return SerialDay.clock(seconds)
      default: return iso
      }
      number = 0
    }
    return SerialDay.clock(seconds)
  }
}
