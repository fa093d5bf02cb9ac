import DPES
import TerminalUI

// `n` is the key for the next observation, also right after a colour, when its field is open already.
extension Capture {
  /// Takes the `n` of an order out of the text, once what follows shows that it is no letter of it.
  ///
  /// No French word has a capital, a figure or a consonant after it, but for some written short; before a
  /// vowel it is an order where the first word, without it, is one of those that begin most sentences.
  /// What may be a word of its own stays as it was typed.
  mutating func dropOrder(after key: Key) {
    guard hasSaid, case .character(let typed) = key, field.cursor == field.characters.count,
      !field.holdsPaste, field.characters.first == "n"
    else { return }
    let text = String(field.characters.dropFirst())
    let isOrder =
      Self.beginsWord(text)
      ? !typed.isLetter && Self.isWithoutOrder(text) : !Self.beginsAbbreviation(text)
    if isOrder { field = TextField(text, isProse: true) }
  }

  /// Whether a French word, or « n° », may go on so after `n`: with a vowel, or an apostrophe.
  private static func beginsWord(_ text: String) -> Bool {
    guard let first = text.first, !first.isUppercase else { return text.isEmpty }
    let letter = String(first).folded
    return ["a", "e", "i", "o", "u", "y", "oe", "'", "’", "°", "."].contains(letter)
  }

  /// Whether `n` and what follows is a word written short, or may become one.
  private static func beginsAbbreviation(_ text: String) -> Bool {
    let word = "n" + text.prefix(while: \.isLetter)
    return text.last?.isLetter == true
      ? short.contains { $0.hasPrefix(word) } : short.contains(word)
  }

  private static let short: Set<String> = [
    "nb", "nbr", "nbre", "nbres", "nbreux", "nbreuse", "nbreuses", "nbx", "nlle", "nlles", "ns",
    "ntre", "nv", "nvelle", "nvelles", "nvx",
  ]

  /// Whether a text whose first word, or second, was just ended is whole without an `n` before it.
  private static func isWithoutOrder(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    let ends = text.filter { !$0.isLetter }.count
    switch (words.first, words.count) {
    // « Non » is a word: what comes after « on » is not said after it.
    case ("on", 2): return ends == 2 && text.dropFirst(2).first == " " && afterOn.contains(words[1])
    case (let word?, 1): return ends == 1 && beginning.contains(word)
    default: return false
    }
  }

  /// Words that begin with a vowel, begin sentences, and are none with `n` before them.
  private static let beginning: Set<String> = [
    "a", "à", "absence", "accueil", "afin", "ailleurs", "ainsi", "alors", "après", "argent", "as",
    "assez", "au", "aucun", "aucune", "aucuns", "aujourd", "aussi", "autant", "autour", "autre",
    "autres", "aux", "avant", "avec", "avoir", "également", "elle", "elles", "en", "encore",
    "enfin",
    "ensemble", "ensuite", "entre", "entretien", "équipe", "équipes", "est", "était", "être", "eux",
    "ici", "il", "ils", "ou", "où", "un", "une", "uns", "unes", "usagers", "y",
  ]

  /// What a sentence goes on with after « on ».
  private static let afterOn: Set<String> = [
    "a", "aide", "aime", "aimerait", "attend", "avait", "cherche", "connaît", "croit", "décide",
    "devait", "devrait", "dit", "doit", "donne", "en", "entend", "est", "était", "fait", "l", "la",
    "le", "les", "leur", "lui", "manque", "met", "n", "ne", "nous", "oublie", "parle", "perd",
    "peut",
    "pourrait", "prend", "reçoit", "reste", "s", "sait", "se", "sent", "si", "travaille", "trouve",
    "va", "vient", "voit", "voudrait", "vous", "y",
  ]
}
