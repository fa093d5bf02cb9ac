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

  /// Words that a program garbled before, among others that it did not.
  @Test(arguments: [
    "dÃ©jÃ\u{A0} vu;été normal", "été normal\nÃ©tÃ©", "l’été\nlâ€™eau", "Ã€ LYON;À Lyon",
    "├®t├®", "d├®j├á vu;été", "l’├®t├®", "√©t√©", "d√©j√† vu;été normal", "l‚Äôeau;l’été",
    "Ã‰tÃ©;Été", "NoÃ«l;Noël", "Å“uvre;œuvre",
  ])
  func `what was garbled before is refused where it is`(words: String) throws {
    let text = "texte\n" + String(repeating: "L’été, déjà, où l’on fête Noël\n", count: 20) + words
    let fault = #expect(throws: TextDecoding.Fault.self) { try TextDecoding(Array(text.utf8)) }
    guard case .damaged(let line, _, _)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(line >= 22)
    let alone = try? TextDecoding(Array("texte\n\(words)\n".utf8))
    #expect(alone?.text.contains(words) != true)
  }

  @Test func `a byte that is no character of a text is refused where it is`() {
    #expect(throws: TextDecoding.Fault.damaged(line: 2, column: 2, around: "a\u{0}b")) {
      try TextDecoding(Array("texte\na\u{0}b\n".utf8))
    }
  }

  /// What French writes, and what it borrows: nothing of it is garbled.
  @Test(arguments: [
    "déjà", "l’eau", "L’œuvre", "Été", "« où »", "12 €", "3 m²", "5 °C", "À LYON", "NOËL", "MAÏS",
    "São Paulo", "SÃO PAULO", "Ångström", "Łódź", "Ñandú", "naïf", "ambiguë", "20 ± 2 %", "¿Qué?",
    "50 µm", "½ journée", "№ 5", "√2", "√a", "√(x) ≤ 3", "→ palier", "│ cadre │", "├── dossier",
    "├─┬─┐", "’90", "«\u{A0}été\u{A0}»", "Ã", "Â", "à\u{A0}: oui", "Émilie ©2024", "CAFÉ® bio",
    "“é”", "l’Île", "ÂGE", "SÃO TOMÉ ©", "√π", "2√π", "☕ à 10 h", "日本", "Đặng", "ﬁn",
  ])
  func `true words among French are taken as they are`(words: String) throws {
    let text = "texte\n" + String(repeating: "L’été, déjà\n", count: 20) + words + "\n"
    #expect(try TextDecoding(Array(text.utf8)).text == text)
    let alone = "texte\n\(words)\n"
    #expect(try TextDecoding(Array(alone.utf8)).text == alone)
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
