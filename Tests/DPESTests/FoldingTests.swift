import Testing

@testable import DPES

/// Words as people compare them.
@Suite struct FoldingTests {
  @Test(arguments: [
    ("ÉTÉ", "ete"), ("Œuvre", "oeuvre"), ("l’Été", "l'ete"), ("straße", "strasse"),
    ("Ça\u{A0}va", "ca va"), ("a\u{202F}b\tc\u{3000}d", "a b c d"), ("1\u{2013}2 — 3", "1-2 - 3"),
    ("e\u{301}le\u{300}ve", "eleve"), ("so\u{AD}ft", "soft"), ("đ ł ø", "d l o"),
    ("ΣΑΣ ς", "σασ σ"),
    ("𝐙 ７ ﬁ", "z 7 fi"), ("\u{FEFF}x\u{200B}", "x"), ("日本", "日本"), ("", ""),
  ])
  func `a text loses case, marks and what nobody sees`(text: String, folded: String) {
    #expect(text.folded == folded)
    #expect(String(decoding: text.foldedBytes, as: UTF8.self) == folded)
  }

  /// Every scalar that is folded by a quick way, beside others of each length in UTF-8.
  @Test func `a text folds scalar by scalar, whatever its bytes`() {
    var text = String.UnicodeScalarView()
    for value in stride(from: UInt32(0), to: 0x400, by: 1) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text.append(scalar)
      if let other = Unicode.Scalar(value * 1009 % 0x10FFFF) { text.append(other) }
    }
    let apart = text.map { String($0).folded }.joined()
    #expect(Array(String(text).folded.unicodeScalars) == Array(apart.unicodeScalars))
  }
}
