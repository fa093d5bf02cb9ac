import DPES
import JSONTree

extension Sheet {
  /// The table as CSV, its headings for people left out; UTF-8, lines that end as RFC 4180 says.
  ///
  /// - Complexity: O(bytes written).
  package func csv(_ flavour: CSVFlavour) -> [UInt8] {
    var out: [UInt8] = flavour == .excel ? [0xEF, 0xBB, 0xBF] : []
    append(columns.map(\.name), flavour, to: &out)
    for case .cells(let cells) in rows {
      append(cells.map { $0.value.csv(flavour) }, flavour, to: &out)
    }
    return out
  }

  private func append(_ fields: [String], _ flavour: CSVFlavour, to out: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(flavour.separator) }
      out.appendField(field, flavour.separator)
    }
    out.append(contentsOf: "\r\n".utf8)
  }
}

extension Sheet.Value {
  fileprivate func csv(_ flavour: CSVFlavour) -> String {
    switch self {
    case .empty: ""
    case .text(let text): Formula.defused(text)
    case .word(let code, _): code
    case .number(let number):
      flavour == .excel ? number.spelling.replacing(".", with: ",") : number.spelling
    case .day(let day): flavour == .excel ? day.frenchShort : day.iso
    }
  }
}

extension [UInt8] {
  /// A field, between quotes where a reader could take it for something else.
  fileprivate mutating func appendField(_ field: String, _ separator: UInt8) {
    let quote = UInt8(ascii: "\"")
    let bytes = field.utf8
    let needsQuotes =
      bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
      || bytes.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D || $0 == 9 }
    guard needsQuotes else {
      append(contentsOf: bytes.lazy.filter { $0 != 0 })
      return
    }
    append(quote)
    // A NUL ends a text for many programs; none means it.
    for byte in bytes where byte != 0 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }
}
