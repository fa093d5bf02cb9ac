import DPES
import Testing

@testable import Documents

/// Texts in the encodings that spreadsheets and old machines write: read right or refused, never
/// garbled.
@Suite struct TextDecodingTests {
  /// The texts of the shipped example, as a table; without what an encoding lacks.
  private func table(in encoding: SingleByteEncoding? = nil) throws -> String {
    let dossier = Dossier(of: try example())
    let sheets = [dossier.observationSheet, dossier.indicateurSheet, dossier.realiseSheet]
    let text = sheets.map { String(decoding: $0.csv(.neutral), as: UTF8.self) }.joined()
    guard let encoding else { return text }
    let others: [Character: String] = ["’": "'", "œ": "oe", "…": "...", "–": "-", "\u{202F}": " "]
    return text.map { one in
      encoding.encoded(String(one).unicodeScalars) == nil ? others[one] ?? "" : String(one)
    }.joined()
  }

  @Test(arguments: SingleByteEncoding.all)
  func `the example is read in each encoding of one byte`(encoding: SingleByteEncoding) throws {
    let text = try table(in: encoding)
    let bytes = try #require(encoding.encoded(text.unicodeScalars))
    let decoding = try TextDecoding(bytes)
    #expect(decoding.text == text)
    // Where Windows-1252 has the same, nothing is to be told.
    let isPlain = encoding.name == "Windows-1252" || encoding.name == "ISO-8859-15"
    if !isPlain { #expect(decoding.remarks == [.encoding(encoding.name)]) }
  }

  @Test(arguments: ["utf8", "mark", "utf16le", "utf16be"])
  func `the example is read in UTF, and nothing is told`(name: String) throws {
    let text = try table()
    let units = Array("\u{FEFF}\(text)".utf16)
    let bytes: [UInt8] =
      switch name {
      case "mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "utf16le": units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf16be": units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: Array(text.utf8)
      }
    let decoding = try TextDecoding(bytes)
    #expect(decoding.text == text && decoding.remarks == [])
  }

  @Test(arguments: 1...3)
  func `what was encoded twice, or more, is brought back and told`(times: Int) throws {
    let text = try table()
    var bytes = Array(text.utf8)
    for _ in 0..<times {
      bytes = Array(String(decoding: bytes.map { UInt16(windows1252: $0) }, as: UTF16.self).utf8)
    }
    let decoding = try TextDecoding(bytes)
    #expect(decoding.text == text && decoding.remarks == [.twice])
  }

  @Test(arguments: [0.01, 0.3, 0.9])
  func `a damaged byte in UTF-8 is refused where it is`(place: Double) throws {
    let text = try table()
    var bytes = Array(text.utf8)
    let index = try #require(
      bytes.indices.first { Double($0) >= place * Double(bytes.count) && bytes[$0] == 0xC3 })
    bytes[index + 1] = 0x20
    let before = String(decoding: bytes[..<index], as: UTF8.self)
    let line = before.unicodeScalars.filter { $0 == "\n" }.count + 1
    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
    let fault = #expect(throws: TextDecoding.Fault.self) { try TextDecoding(bytes) }
    guard case .damaged(line, column, let around)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(around.contains("\u{FFFD}"))
  }

  @Test func `letters lost before are told`() throws {
    #expect(try TextDecoding(Array("a\nb\u{FFFD}\n".utf8)).remarks == [.lostLetters(line: 2)])
  }

  /// Single words, which say little: each as it was, or refused.
  @Test(
    arguments: [
      "déjà", "l’eau", "aller–retour", "Paris–Lyon", "voilà… à Lyon", "« où »", "sûr", "Été",
      "d’émargement", "d'École", "l’âge", "12 €", "3 m²", "L’œuvre", "“mot”", "5 °C",
      "aller–retour, l’eau", "à\u{A0}»", "l’Île-d’Yeu", "maïs, fête, forêt, Noël", "OÙ", "À",
      "À LYON",
      "LÀ", "ÇA", "NOËL", "Ô", "FÊTE", "ÎLE", "ÂGE", "AOÛT", "MAÏS", "FAÇADE", "l’été", "·",
      "ŒUVRE",
    ], SingleByteEncoding.all)
  func `a few words are never garbled`(words: String, encoding: SingleByteEncoding) {
    guard let bytes = encoding.encoded(words.unicodeScalars) else { return }
    // What is refused does no harm.
    guard let text = try? TextDecoding(Array("texte\n".utf8) + bytes).text else { return }
    #expect(text == "texte\n" + words, "\(encoding.name)")
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8] as [UInt8], [0xFF, 0xFE, 0x61, 0x00, 0x62],
    [0xEF, 0xBB, 0xBF, 0xE9], [0x61, 0x3B, 0x80, 0x81, 0x8D, 0x90, 0x9D, 0xFF],
  ])
  func `what is text in no encoding is refused`(bytes: [UInt8]) {
    #expect(throws: TextDecoding.Fault.self) { try TextDecoding(bytes) }
  }
}

extension UInt16 {
  /// The character of a byte as WHATWG has it.
  fileprivate init(windows1252 byte: UInt8) {
    self = UInt16(SingleByteEncoding.windows1252.scalar(byte).value)
  }
}
