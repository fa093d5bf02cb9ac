/// What a file is that somebody gave in place of another, as far as its bytes tell; the name of a
/// file tells nothing.
package enum FileKind: Hashable, Sendable {
  case empty
  case pdf
  /// A spreadsheet's own file: the extension that its program gives it.
  case workbook(String)
  /// A file of an office program that asks for a password.
  case locked
  /// A text's own file, or a presentation's.
  case text(String)
  case image
  case archive
  case page
  /// What git leaves of a text that two sides changed; the first line of what they differ in.
  case conflict(line: Int)
  /// No text, and no kind known here.
  case other
  /// Rows of cells; only asked for where it is not the right thing.
  case csv
  case demarche
  case json
  case plainText

  /// - Complexity: O(bytes) for an archive, of which the names that are in it tell; else nothing.
  package init?(_ bytes: [UInt8]) {
    guard let first = bytes.first(where: { !Self.blanks.contains($0) }) else {
      self = .empty
      return
    }
    if let line = Self.conflict(bytes) {
      self = .conflict(line: line)
    } else if let kind = Self.magic.first(where: { bytes.holds($0.bytes, at: $0.offset) })?.kind {
      self = kind
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = Self.package(bytes)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = Self.container(bytes)
    } else if first == UInt8(ascii: "<")
      || bytes.holds([0xEF, 0xBB, 0xBF, UInt8(ascii: "<")], at: 0)
    {
      self = Self.markup(bytes)
    } else if first == UInt8(ascii: "{") {
      self = Self.object(bytes)
    } else if let kind = Self.lines(bytes) {
      self = kind
    } else if Self.isBinary(bytes) {
      self = .other
    } else {
      return nil
    }
  }

  /// Whether it is a workbook that can be read.
  package var isReadableWorkbook: Bool {
    [.workbook("xlsx"), .workbook("ods"), .workbook("fods")].contains(self)
  }

  /// What a file is that should be JSON; nil for one that may be, however damaged.
  package init?(foreign bytes: [UInt8]) {
    switch FileKind(bytes) {
    case nil, .empty, .demarche, .json: return nil
    case let kind?: self = kind
    }
  }

  private static let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]

  private struct Magic: Sendable {
    let kind: FileKind
    let bytes: [UInt8]
    let offset: Int

    init(_ kind: FileKind, _ bytes: [UInt8], at offset: Int = 0) {
      (self.kind, self.bytes, self.offset) = (kind, bytes, offset)
    }
  }

  private static let magic = [
    Magic(.pdf, Array("%PDF-".utf8)),
    Magic(.image, [0x89, 0x50, 0x4E, 0x47]), Magic(.image, [0xFF, 0xD8, 0xFF]),
    Magic(.image, Array("GIF8".utf8)), Magic(.image, Array("WEBP".utf8), at: 8),
    Magic(.image, Array("ftypheic".utf8), at: 4), Magic(.image, Array("ftypavif".utf8), at: 4),
    Magic(.image, [0x49, 0x49, 0x2A, 0x00]), Magic(.image, [0x4D, 0x4D, 0x00, 0x2A]),
    Magic(.text("rtf"), Array("{\\rtf".utf8)),
    Magic(.archive, [0x1F, 0x8B]), Magic(.archive, [0x37, 0x7A, 0xBC, 0xAF]),
    Magic(.archive, Array("Rar!".utf8)), Magic(.archive, Array("BZh".utf8)),
    Magic(.archive, [0x50, 0x4B, 0x05, 0x06]), Magic(.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    Magic(.archive, Array("ustar".utf8), at: 257),
  ]

  /// In UTF-16, as the older container of Microsoft has its names.
  private static let wordDocument = utf16("WordDocument")
  private static let lockedPackage = utf16("EncryptedPackage")

  private static func utf16(_ word: String) -> [UInt8] {
    Array(word.utf8.map { [$0, 0] }.joined())
  }

  /// A file in the older container of Microsoft, which also holds what has a password.
  private static func container(_ bytes: [UInt8]) -> FileKind {
    if bytes.holds(anywhere: lockedPackage) { return .locked }
    return bytes.holds(anywhere: wordDocument) ? .text("doc") : .workbook("xls")
  }

  /// A file in the container of ZIP.
  private static func package(_ bytes: [UInt8]) -> FileKind {
    let known: [(String, FileKind)] = [
      ("opendocument.spreadsheet", .workbook("ods")), ("opendocument.text", .text("odt")),
      ("opendocument.presentation", .text("odp")), ("xl/workbook.bin", .workbook("xlsb")),
      ("xl/", .workbook("xlsx")), ("word/", .text("docx")), ("ppt/", .text("pptx")),
      ("Index/", .workbook("numbers")),
    ]
    if let kind = known.first(where: { bytes.contains($0.0, within: 1 << 16) })?.1 { return kind }
    // Some write their names in another way; what can't be read as a ZIP names none.
    let archive = try? ZipArchive(bytes)
    return archive?.hasFolder("xl/") == true ? .workbook("xlsx") : .archive
  }

  private static func markup(_ bytes: [UInt8]) -> FileKind {
    let pages = ["<html", "<HTML", "<!DOCTYPE html", "<!doctype html", "<!DOCTYPE HTML"]
    if pages.contains(where: { bytes.contains($0, within: 1 << 12) }) { return .page }
    let known: [(String, FileKind)] = [
      ("opendocument.spreadsheet", .workbook("fods")), ("opendocument.text", .text("fodt")),
      ("<svg", .image), ("schemas-microsoft-com:office:spreadsheet", .workbook("xml")),
    ]
    // LibreOffice says what it is after kilobytes of names.
    return known.first { bytes.contains($0.0, within: 1 << 16) }?.1 ?? .other
  }

  /// The line of the first mark of a conflict that has a second; no text of JSON or CSV by itself
  /// has both.
  ///
  /// - Complexity: O(bytes).
  private static func conflict(_ bytes: [UInt8]) -> Int? {
    let (begin, end) = (Array("<<<<<<< ".utf8), Array(">>>>>>> ".utf8))
    var (line, first) = (1, Int?.none)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      if first == nil, bytes.holds(begin, at: start) { first = line }
      if let first, bytes.holds(end, at: start) { return first }
      guard let next = bytes[start...].firstIndex(of: 0x0A) else { break }
      start = next + 1
      line += 1
    }
    return nil
  }

  /// Whether the first bytes are of no text, in UTF-16 neither; zeros alone are what a crash leaves
  /// of one.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(512)
    let isControl: (UInt8) -> Bool = { $0 < 0x20 && !blanks.contains($0) }
    return start.contains(where: isControl) && start.contains { $0 != 0 }
      && !("[\"-0123456789tfn".utf8 + [0xFE, 0xFF]).contains(start.first ?? 0)
  }

  private static func object(_ bytes: [UInt8]) -> FileKind {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).filter { !$0.isWhitespace }
    return start.hasPrefix("{\"format\":\"dpes\"") ? .demarche : .json
  }

  /// Lines of words: cells, where the first ones have the same separator.
  private static func lines(_ bytes: [UInt8]) -> FileKind? {
    let start = bytes.prefix(4096)
    let whole =
      start.count < bytes.count ? start.prefix(upTo: start.lastIndex(of: 0x0A) ?? 0) : start
    // What can't be decoded is no text.
    guard let text = try? TextDecoding(Array(whole)).text,
      !text.unicodeScalars.contains(where: { $0.value < 0x20 && !$0.properties.isWhitespace }),
      let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace })
    else { return nil }
    let rows = text.split(whereSeparator: \.isNewline).prefix(2)
    let isTable = [";", "\t", ","].contains { separator in
      rows.count > 1 && rows.allSatisfy { $0.contains(separator) }
    }
    if isTable, first != "[" { return .csv }
    return first.properties.isAlphabetic || "#-*=".unicodeScalars.contains(first)
      ? .plainText : nil
  }
}

extension [UInt8] {
  /// - Complexity: O(count).
  fileprivate func holds(anywhere word: [UInt8]) -> Bool { holds(word, in: 0..<count) }

  /// - Complexity: O(places).
  private func holds(_ word: [UInt8], in places: Range<Int>) -> Bool {
    guard let first = word.first, places.count >= word.count else { return false }
    return (places.lowerBound...places.upperBound - word.count).contains {
      self[$0] == first && holds(word, at: $0)
    }
  }

  fileprivate func holds(_ bytes: [UInt8], at offset: Int) -> Bool {
    count >= offset + bytes.count && self[offset..<offset + bytes.count].elementsEqual(bytes)
  }

  /// Whether a word stands in the first bytes or the last ones.
  fileprivate func contains(_ word: String, within limit: Int) -> Bool {
    let word = Array(word.utf8)
    return holds(word, in: 0..<Swift.min(limit, count))
      || holds(word, in: Swift.max(0, count - limit)..<count)
  }
}
