/// Signs inside texts, where a glyph of one column is not enough.
extension SymbolSet {
  /// A sign, or what is written for it in ASCII.
  package func sign(_ unicode: String, ascii: String) -> String {
    self == .unicode ? unicode : ascii
  }

  /// What one thing leads to, or becomes.
  package var arrow: String { sign("→", ascii: "->") }

  /// So many times.
  package var times: String { sign("×", ascii: "x") }

  /// Less, or gone.
  package var minus: String { sign("−", ascii: "-") }

  /// One of several that are counted.
  package var dot: String { sign("•", ascii: "*") }

  /// Nothing yet.
  package var nothing: String { sign("·", ascii: ".") }

  /// Keys as a line of keys names them: arrows are words in ASCII.
  package func spelled(_ keys: String) -> String {
    guard self == .ascii else { return keys }
    let words: [Character: String] = [
      "↑": "haut", "↓": "bas", "←": "gauche", "→": "droite", "⌫": "Ret.",
    ]
    return keys.map { words[$0] ?? String($0) }.joined()
  }
}
