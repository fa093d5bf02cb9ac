/// An encoding of one byte a letter that French was written in.
///
/// The first half of each is ASCII; a place without a character keeps its number's.
struct SingleByteEncoding: Hashable, Sendable {
  let name: String
  /// What the bytes from 0x80 on are.
  private let upper: [Unicode.Scalar]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(_ name: String, _ upper: String) {
    self.name = name
    self.upper = Array(upper.unicodeScalars)
    bytes = Dictionary(zip(self.upper, 0x80...0xFF)) { first, _ in first }
  }

  func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]
  }

  func scalars(_ bytes: some Sequence<UInt8>) -> [Unicode.Scalar] { bytes.map(scalar) }

  /// The text in this encoding, in which a scalar that it lacks may stand for the byte of its number;
  /// nil where the text can't be written so.
  func encoded(_ text: some Sequence<Unicode.Scalar>) -> [UInt8]? {
    var encoded: [UInt8] = []
    for scalar in text {
      guard
        let byte = scalar.isASCII
          ? UInt8(scalar.value) : bytes[scalar] ?? UInt8(exactly: scalar.value)
      else { return nil }
      encoded.append(byte)
    }
    return encoded
  }

  static let windows1252 = Self(
    "Windows-1252",
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + latin)

  /// In the order in which they are preferred where several say the same.
  static let all = [
    windows1252,
    Self(
      "ISO-8859-15",
      "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}"
        + "\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}"
        + "\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿" + latin),
    Self(
      "Mac Roman",
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€"
        + "‹›\u{FB01}\u{FB02}‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"),
    // With the euro of its later form.
    Self(
      "CP850",
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔ"
        + "ÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"),
  ]

  /// From 0xC0 on, as several have it.
  private static let latin = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
}
