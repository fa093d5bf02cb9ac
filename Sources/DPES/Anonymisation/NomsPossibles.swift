/// A name in a text that everybody will read.
package struct NomPossible: Hashable, Sendable {
  /// As the text has it.
  package let nom: String
  package let texte: String

  /// One line for who reads it again.
  package var phrase: String {
    nom.hasPrefix("[")
      ? "Relisez\u{A0}: «\u{A0}\(nom)\u{A0}» y tient la place d’un nom, dans «\u{A0}\(texte)\u{A0}»."
      : "Relisez\u{A0}: «\u{A0}\(nom)\u{A0}» est peut-être un nom, dans «\u{A0}\(texte)\u{A0}»."
  }
}

extension Demarche {
  /// The first name of each text.
  ///
  /// It is one that the démarche knows, what a civility announces (« Mme »), two capitals in a row
  /// after the first word, or the mask of one that was left out.
  ///
  /// - Complexity: O(names), and the words of the texts.
  package func nomsPossibles(dans textes: [String]) -> [NomPossible] {
    let tree = json
    let mask = NameMask(KnownNames(self, tree, .sansNoms))
    return textes.compactMap { texte in
      let name =
        mask.found(in: texte).first?.nom ?? Self.wholeName(in: texte) ?? Self.mask(in: texte)
      return name.map { NomPossible(nom: $0, texte: texte) }
    }
  }

  /// « Hélène Vasseur », « JEAN DUPONT », « Marie-Claude ».
  private static func wholeName(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).dropFirst().map { word in
      word.prefix { $0.isLetter || "-’'".contains($0) }
    }
    if let one = words.first(where: { $0.split(separator: "-").filter(isCapitalized).count > 1 }) {
      return String(one)
    }
    return zip(words, words.dropFirst()).first { isCapitalized($0) && isCapitalized($1) }
      .map { "\($0) \($1)" }
  }

  /// Two letters at least, the first a capital.
  private static func isCapitalized(_ word: Substring) -> Bool {
    word.count > 1 && word.first?.isUppercase ?? false
  }

  private static func mask(in text: String) -> String? {
    MaskedName.Kind.allCases.map { "[\($0.rawValue)]" }.first { text.contains($0) }
  }
}
