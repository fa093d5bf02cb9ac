import DPES
import JSONTree

// Words and numbers as spreadsheets have them: case, accents, signs and spaces forgiven.
extension ImportRow {
  func axe() throws(Importation.Reason) -> Axe? {
    try choice(
      "axe",
      Axe.allCases.map { axe in
        (axe, [axe.rawValue, String(axe.lettre), axe.nomCourt, axe.motCourt, axe.nom])
      })
  }

  func statut() throws(Importation.Reason) -> Statut? {
    try choice(
      "statut",
      Statut.allCases.map { statut in
        (statut, [statut.rawValue, String(statut.lettre), statut.phrase])
      })
  }

  func realise() throws(Importation.Reason) -> Realise.Statut? {
    let letters: [Realise.Statut: [String]] = [
      .atteint: ["a", "fait", "realise"], .partiel: ["p", "partiellement atteint", "en partie"],
      .nonAtteint: ["x", "pas atteint"], .verifie: ["v"], .nonVerifie: ["n", "w", "pas verifie"],
      .nonConcerne: ["c", "nc", "n c", "pas concerne"],
    ]
    return try choice(
      "statut",
      Realise.Statut.allCases.map { statut in
        (statut, [statut.rawValue, statut.mot] + (letters[statut] ?? []))
      })
  }

  func college() throws(Importation.Reason) -> College? {
    try choice(
      "college",
      College.allCases.map { college in
        (college, [college.rawValue, college.nom, college.motCourt] + college.synonyms)
      })
  }

  func implication() throws(Importation.Reason) -> Implication? {
    try choice("implication", Implication.allCases.map { ($0, [$0.rawValue, $0.nom]) })
  }

  func nature() throws(Importation.Reason) -> Indicateur.Nature? {
    try choice(
      "nature",
      Indicateur.Nature.allCases.map { nature in
        let others: [String] =
          switch nature {
          case .nombre: ["chiffre", "numerique", "entier"]
          case .pourcentage: ["%", "taux"]
          case .ouiNon: ["oui ou non", "booleen"]
          case .texte: ["libre"]
          }
        return (nature, [nature.rawValue] + others)
      })
  }

  /// `oui`, `x`, `1`, `!`; nil for an empty cell.
  func yesOrNo(_ column: String) throws(Importation.Reason) -> Bool? {
    guard let text = word(column) else { return nil }
    switch text.plainWord {
    case "oui", "o", "x", "1", "vrai", "true", "!", "yes": return true
    case "non", "0", "faux", "false", "no": return false
    default: throw .notAYesOrNo(text, column: column)
    }
  }

  /// `12`, `12 mois`, `M12`.
  func months(_ column: String) throws(Importation.Reason) -> Int? {
    guard let text = word(column) else { return nil }
    let digits = text.folded.filter { !$0.isWhitespace }
      .replacing("mois", with: "").replacing("m", with: "").replacing(",0", with: "")
    guard let number = JSONNumber(spreadsheet: digits) else {
      throw .notANumber(text, column: column)
    }
    guard Limite.duree.admet(number) else { throw .beyond(text, column: column, .duree) }
    guard let months = number.int else { throw .notANumber(text, column: column) }
    return months
  }

  /// A value of an indicator, as its nature asks.
  func valeur(
    _ column: String, nature: Indicateur.Nature?
  ) throws(Importation.Reason) -> Valeur? {
    guard let text = self[column], let word = word(column) else { return nil }
    let number = JSONNumber(spreadsheet: word)
    if nature != .texte, let number, !Limite.valeur.admet(number) {
      throw .beyond(word, column: column, .valeur)
    }
    switch nature {
    case .nombre, .pourcentage:
      guard let number else { throw .notANumber(word, column: column) }
      return .nombre(number)
    case .ouiNon:
      return try yesOrNo(column).map(Valeur.ouiNon)
    case .texte: return .texte(text)
    case nil: return number.map(Valeur.nombre) ?? .texte(text)
    }
  }

  /// The one value whose words a cell may mean; nil for an empty cell.
  private func choice<Value>(
    _ column: String, _ values: [(Value, words: [String])]
  ) throws(Importation.Reason) -> Value? {
    guard let text = word(column) else { return nil }
    let plain = text.plainWord
    let found = values.first { $0.words.contains { $0.plainWord == plain } }
    guard let found else {
      throw .unknownWord(text, column: column, allowed: values.compactMap(\.words.first))
    }
    return found.0
  }
}

extension College {
  fileprivate var synonyms: [String] {
    switch self {
    case .salaries: ["salarie", "salariee", "salariees"]
    case .administrateursBenevoles:
      [
        "administrateurs", "administrateur", "administratrice", "benevole",
        "administrateurs benevoles",
      ]
    case .usagers: ["usager", "usagere", "beneficiaires"]
    case .partenaires: ["partenaire", "partenaires exterieurs"]
    }
  }
}

extension String {
  /// Letters and digits in lower case without accents, words apart by one space; a sign of the
  /// method before its word is left out.
  fileprivate var plainWord: String {
    let kept = folded.map { $0.isLetter || $0.isNumber || "%!".contains($0) ? $0 : " " }
    return String(kept).split(separator: " ").joined(separator: " ")
  }
}

extension JSONNumber {
  /// A number as spreadsheets write it, spelt as JSON does: `1 250`, `31,5`, `31 %`, `-0,50`.
  ///
  /// One that JSON could spell so keeps its spelling.
  init?(spreadsheet text: String) {
    var digits = String(text.filter { !$0.isWhitespace && $0 != "€" && $0 != "\u{202F}" })
    if digits.hasSuffix("%") { digits.removeLast() }
    digits = digits.replacing(",", with: ".").replacing("−", with: "-")
    if digits.hasPrefix("+") { digits.removeFirst() }
    guard case .number(let number)? = try? JSONValue.parse(Array(digits.utf8)) else { return nil }
    self = number
  }
}
