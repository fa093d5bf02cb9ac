/// A unit in words, as it agrees with a number: « 1 table ronde », « 1,5 contrat », « 2 contrats ».
///
/// Only the words before the first that joins others (« de », « par ») agree; signs and
/// abbreviations (€, h, ETP, km) stay as they are, and so does what is the same in both numbers.
struct Unite {
  private let words: [String]

  init(_ text: String) {
    words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  /// As it stands after a number: French has the plural from two.
  func accordee(avec nombre: Double) -> String {
    let isPlural = abs(nombre) >= 2
    let end = words.firstIndex {
      Self.joining.contains($0.folded) || $0.contains { "’'".contains($0) }
    }
    let agreeing = words.prefix(end ?? words.count).map {
      isPlural ? Self.plural($0) : Self.singular($0)
    }
    return (agreeing + words.dropFirst(end ?? words.count)).joined(separator: " ")
  }

  private static let joining: Set = [
    "de", "du", "des", "d", "par", "a", "au", "aux", "en", "sur", "pour", "et", "ou", "hors",
    "avec",
    "sans", "chez", "dans", "equivalent", "equivalents", "/",
  ]
  /// The same in both numbers, or no word.
  private static let invariable: Set = [
    "mois", "fois", "pays", "temps", "cours", "avis", "repas", "proces", "acces", "succes",
    "parcours", "concours", "recours", "secours", "discours", "propos", "bras", "bois", "colis",
    "devis", "permis", "tiers", "tapis", "relais", "palais", "prix", "choix", "voix", "noix",
    "corps", "fonds", "puits", "poids", "bus", "plus", "moins", "ans", "gens", "min", "sec", "kwh",
    "mwh", "proces-verbaux",
  ]
  /// Plurals in « x » of words in « ou ».
  private static let inX: Set = ["bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou"]
  private static let inAls: Set = ["bal", "carnaval", "festival", "recital", "regal", "chacal"]

  /// Letters alone, in small ones, with a vowel: no sign and no abbreviation.
  private static func isWord(_ word: String) -> Bool {
    word.count > 2 && word.allSatisfy { $0.isLetter && $0.isLowercase }
      && word.folded.contains { "aeiouy".contains($0) } && !invariable.contains(word.folded)
  }

  private static func singular(_ word: String) -> String {
    if word == "ans" { return "an" }
    guard isWord(word), word.count > 3 else { return word }
    if word.hasSuffix("eaux") { return String(word.dropLast()) }
    if word.hasSuffix("aux") { return word.dropLast(2) + "l" }
    if word.hasSuffix("eux") {
      return ["jeux", "lieux", "feux"].contains(word) ? String(word.dropLast()) : word
    }
    if word.hasSuffix("x") {
      return inX.contains(String(word.dropLast())) ? String(word.dropLast()) : word
    }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  private static func plural(_ word: String) -> String {
    if word == "an" { return "ans" }
    guard isWord(word), let last = word.last, !"sxz".contains(last) else { return word }
    if word.hasSuffix("eau") || inX.contains(word) { return word + "x" }
    if ["jeu", "lieu", "feu"].contains(word) { return word + "x" }
    if word.hasSuffix("al"), !inAls.contains(word.folded) { return word.dropLast(2) + "aux" }
    return word + "s"
  }
}
