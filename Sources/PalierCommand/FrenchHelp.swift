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
    ("ARGUMENTS:", "ARGUMENTS\u{A0}:"),
    ("OPTIONS:", "OPTIONS\u{A0}:"),
    ("SUBCOMMANDS:", "COMMANDES\u{A0}:"),
    ("  See '% <subcommand>' for detailed help.", "  Pour le détail\u{A0}: % <commande>"),
    ("  See '%' for more information.", "  Pour en savoir plus\u{A0}: %"),
    ("Error: Missing expected argument '%'", "Il manque «\u{A0}%\u{A0}»."),
    ("Error: Missing value for '%'", "Il manque la valeur de «\u{A0}%\u{A0}»."),
    (
      "Error: Unknown option '%'. Did you mean '%'?",
      "L’option «\u{A0}%\u{A0}» n’existe pas. Est-ce «\u{A0}%\u{A0}»\u{A0}?"
    ),
    ("Error: Unknown option '%'", "L’option «\u{A0}%\u{A0}» n’existe pas."),
    ("Error: Unexpected argument '%'", "«\u{A0}%\u{A0}» est en trop."),
    ("Error: % unexpected arguments: %", "% mots sont en trop\u{A0}: %"),
    (
      "Error: The option '%' does not take any value, but '%' was specified.",
      "L’option «\u{A0}%\u{A0}» ne prend pas de valeur, et «\u{A0}%\u{A0}» est écrit."
    ),
    ("Error: Invalid option: %", "L’option «\u{A0}%\u{A0}» est mal écrite."),
    (
      "Error: Can't generate completion scripts for '%'.",
      "Palier ne sait pas compléter les commandes de «\u{A0}%\u{A0}»."
    ),
    ("Error: Can't autodetect a supported shell.", "Palier ne reconnaît pas votre interpréteur."),
    (
      "Please use --generate-completion-script=<shell> with one of:",
      "Après --generate-completion-script, dites l’un de ceux-ci\u{A0}:"
    ),
  ]

  /// Words inside a line.
  private static let words: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "UTILISATION\u{A0}: "),
    ("Usage: ", "Utilisation\u{A0}: "),
    ("Help:  ", "  "),
    ("[<subcommands> ...]", "[<commande>]"),
    ("<subcommands>", "<commande>"),
    ("<subcommand>", "<commande>"),
    ("Show the version.", "Affiche la version."),
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l’aide d’une commande."),
    // The columns after the name stay where they are.
    ("(default)   ", "(par défaut)"),
    ("(default: ", "(par défaut\u{A0}: "),
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
