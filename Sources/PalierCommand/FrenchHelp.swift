/// The argument parser's own words, in French: its headings and its usual sentences.
///
/// Others stay as they are.
enum FrenchHelp {
  /// A text of the parser's, line by line, without anything that a terminal would obey: it quotes
  /// what was typed.
  static func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { translated(line: Sentences.shown(String($0))) }
      .joined(separator: "\n")
  }

  private static func translated(line: String) -> String {
    for (english, french) in lines {
      if let words = line.words(in: english) { return french.filled(with: words) }
    }
    return words.reduce(line) { $0.replacing($1.english, with: $1.french) }
  }

  /// Whole lines; % stands for what they quote.
  private static let lines: [(english: String, french: String)] = [
    ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"),
    ("SUBCOMMANDS:", "COMMANDES :"),
    ("  See '% <subcommand>' for detailed help.", "  Pour le détail : % <commande>"),
    ("  See '%' for more information.", "  Pour en savoir plus : %"),
    ("Error: Missing expected argument '%'", "Il manque « % »."),
    ("Error: Missing value for '%'", "Il manque la valeur de « % »."),
    (
      "Error: Unknown option '%'. Did you mean '%'?",
      "L’option « % » n’existe pas. Est-ce « % » ?"
    ),
    ("Error: Unknown option '%'", "L’option « % » n’existe pas."),
    ("Error: Unexpected argument '%'", "« % » est en trop."),
    ("Error: % unexpected arguments: %", "% mots sont en trop : %"),
    (
      "Error: The option '%' does not take any value, but '%' was specified.",
      "L’option « % » ne prend pas de valeur, et « % » est écrit."
    ),
    ("Error: Invalid option: %", "L’option « % » est mal écrite."),
  ]

  /// Words inside a line.
  private static let words: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "UTILISATION : "),
    ("Usage: ", "Utilisation : "),
    ("Help:  ", "  "),
    ("<subcommand>", "<commande>"),
    ("Show the version.", "Affiche la version."),
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l’aide d’une commande."),
    // The columns after the name stay where they are.
    ("(default)   ", "(par défaut)"),
    ("(default: ", "(par défaut : "),
  ]
}

extension String {
  /// What stands for each % of a pattern, when the whole line is of its form.
  fileprivate func words(in pattern: String) -> [Substring]? {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = parts.first, hasPrefix(first) else { return nil }
    var rest = dropFirst(first.count)
    var words: [Substring] = []
    for (index, part) in parts.enumerated().dropFirst() {
      let isLast = index == parts.count - 1
      guard
        let place = isLast
          ? (rest.hasSuffix(part) ? rest.index(rest.endIndex, offsetBy: -part.count) : nil)
          : rest.firstRange(of: part)?.lowerBound
      else { return nil }
      words.append(rest[..<place])
      rest = rest[place...].dropFirst(part.count)
    }
    return rest.isEmpty ? words : nil
  }

  fileprivate func filled(with words: [Substring]) -> String {
    let parts = split(separator: "%", omittingEmptySubsequences: false)
    return zip(parts, words + [""]).map { $0 + $1 }.joined()
  }
}
