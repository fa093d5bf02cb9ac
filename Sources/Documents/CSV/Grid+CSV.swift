/// Why a CSV is not read.
package enum CSVFault: Error, Hashable, Sendable {
  case empty
  /// A quote is never closed; the row it opens in.
  case openQuote(row: Int)
  case text(TextDecoding.Fault)
}

extension Grid {
  /// A CSV as a spreadsheet wrote it.
  ///
  /// - Complexity: O(bytes).
  package init(csv bytes: [UInt8]) throws(CSVFault) {
    let decoding: TextDecoding
    do throws(TextDecoding.Fault) { decoding = try TextDecoding(bytes) } catch {
      throw .text(error)
    }
    let text = Array(decoding.text.utf8)
    var start = 0
    var separator = Self.separator(of: text[...])
    // What Excel writes for itself.
    if text.starts(with: "sep=".utf8), text.count > 4 {
      separator = text[4]
      start = text.firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
    }
    var reader = CSVReader(text, from: start, separator: separator)
    var rows: [Row] = []
    while let row = try reader.next() { if !row.isBlank { rows.append(row) } }
    guard !rows.isEmpty else { throw .empty }
    self.init(
      rows: rows, separator: Character(Unicode.Scalar(separator)),
      remarks: decoding.remarks.map(Remark.decoded))
  }

  /// The separator that the first line has most of, outside quotes.
  private static func separator(of text: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A || byte == 0x0D, !isQuoted, counts != [0, 0, 0] { break }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}

/// Takes rows from the text of a CSV, one after the other.
private struct CSVReader {
  private let text: [UInt8]
  private let separator: UInt8
  private var place: Int
  private var number = 0

  init(_ text: [UInt8], from place: Int, separator: UInt8) {
    self.text = text
    self.place = place
    self.separator = separator
  }

  mutating func next() throws(CSVFault) -> Grid.Row? {
    guard place < text.count else { return nil }
    number += 1
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard place < text.count else { break }
      let byte = text[place]
      place += 1
      if byte == separator { continue }
      if byte == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
      break
    }
    return Grid.Row(number: number, fields: fields)
  }

  /// One field, up to a separator or the end of the row, which stay.
  private mutating func field() throws(CSVFault) -> String {
    let quote = UInt8(ascii: "\"")
    var bytes: [UInt8] = []
    if place < text.count, text[place] == quote {
      place += 1
      while true {
        guard place < text.count else { throw .openQuote(row: number) }
        if text[place] == quote {
          place += 1
          guard place < text.count, text[place] == quote else { break }
        }
        bytes.append(text[place])
        place += 1
      }
    }
    // What stands after a closing quote is kept: nothing typed is lost.
    while place < text.count, text[place] != separator, text[place] != 0x0A, text[place] != 0x0D {
      bytes.append(text[place])
      place += 1
    }
    return Formula.restored(String(decoding: bytes, as: UTF8.self))
  }
}
