import DPES
import JSONTree

// Words and numbers as spreadsheets have them: case, accents, signs and spaces forgiven.
extension ImportRow {
  func axe() throws(Importation.Reason) -> Axe? {
    do throws(Importation.Reason) {
      return try choice("axe") {
        [$0.rawValue, String($0.lettre), $0.nomCourt, $0.motCourt, $0.nom]
      }
    } catch {
      guard let near = nearAxe else { throw error }
      return near
    }
  }

  /// The axis that a sheet is called after; nil where it is after none.
  static func axe(called name: String, _ headers: Headers, _ sense: RowSense) -> Axe? {
    let place = (headers.titled.last ?? 0) + 1
    let row = ImportRow(Grid.Row(number: 0, fields: []), headers, sense)
    do throws(Importation.Reason) {
      return try row.giving("axe", name, at: place).axe()
    } catch {
      return nil
    }
  }

  /// The one axis of which a cell says a part, after a number or not.
  private var nearAxe: Axe? {
    let words = (said("axe") ?? "").plainWord.split(separator: " ")
      .drop { $0 == "axe" || Int($0) != nil }
    let name = words.joined(separator: " ")
    let near = Axe.allCases.filter { axe in
      let isBegun = [axe.nomCourt, axe.nom].contains { $0.plainWord.hasPrefix(name) }
      return name.count > 3 && isBegun
        || words.contains { $0.count > 3 && axe.motCourt.plainWord == $0 } || name == axe.rawValue
        || !Set(words.map(String.init)).isDisjoint(
          with: self.words.words(for: axe.rawValue, in: "axe"))
        || name == String(axe.lettre).plainWord
    }
    return near.count == 1 ? near[0] : nil
  }

  func statut() throws(Importation.Reason) -> Statut? {
    try choice("statut") { [$0.rawValue, String($0.lettre), $0.phrase] }
  }

  func realise() throws(Importation.Reason) -> Realise.Statut? {
    let letters: [Realise.Statut: [String]] = [
      .atteint: ["a", "fait", "realise"], .partiel: ["p", "partiellement atteint", "en partie"],
      .nonAtteint: ["x", "pas atteint"], .verifie: ["v"], .nonVerifie: ["n", "w", "pas verifie"],
      .nonConcerne: ["c", "nc", "n c", "pas concerne"],
    ]
    return try choice("statut", like: "realise") { [$0.rawValue, $0.mot] + (letters[$0] ?? []) }
  }

  func college() throws(Importation.Reason) -> College? {
    try choice("college") { [$0.rawValue, $0.nom, $0.motCourt] + $0.synonyms }
  }

  func implication() throws(Importation.Reason) -> Implication? {
    try choice("implication") { [$0.rawValue, $0.nom] }
  }

  func nature() throws(Importation.Reason) -> Indicateur.Nature? {
    try choice("nature") { nature in
      let others: [String] =
        switch nature {
        case .nombre: ["chiffre", "numerique", "entier"]
        case .pourcentage: ["%", "taux"]
        case .ouiNon: ["oui ou non", "booleen"]
        case .texte: ["libre"]
        }
      return [nature.rawValue] + others
    }
  }

  /// `oui`, `x`, `1`, `!`; nil for an empty cell.
  func yesOrNo(_ column: String) throws(Importation.Reason) -> Bool? {
    guard let text = word(column), let said = said(column) else { return nil }
    switch said.plainWord {
    case "oui", "o", "x", "1", "vrai", "true", "!", "yes": return true
    case "non", "0", "faux", "false", "no": return false
    default:
      if let proposal = words.proposal(for: text, in: column) {
        throw .unsureWord(text, column: column, proposal: proposal)
      }
      throw .notAYesOrNo(text, column: column)
    }
  }

  /// What a word of a cell was said to mean, or the word itself; nil for an empty cell, and for a
  /// word that was said to mean nothing.
  func said(_ column: String) -> String? {
    guard let meaning = word(column).map({ choices.meaning(of: $0, in: column) }), !meaning.isEmpty
    else { return nil }
    return meaning
  }

  /// `12`, `12 mois`, `M12`.
  func months(_ column: String) throws(Importation.Reason) -> Int? {
    try whole(column, .duree) { text in
      // Nearly all say digits alone.
      if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
      return text.folded.replacing("mois", with: "").replacing("m", with: "").split(separator: " ")
        .joined(separator: " ").droppingZeroDecimals
    }
  }

  /// A whole number that its limit allows, in what `digits` makes of a cell.
  func whole(
    _ column: String, _ limite: Limite, _ digits: (String) -> String = { $0 }
  ) throws(Importation.Reason) -> Int? {
    // What is refused is the cell, whatever it was said to be: it is asked about anew.
    guard let text = word(column), let said = said(column) else { return nil }
    guard let number = JSONNumber(spreadsheet: digits(said)) else {
      throw .notANumber(text, column: column)
    }
    guard limite.admet(number) else { throw .beyond(text, column: column, limite) }
    guard let whole = number.int else { throw .notWhole(text, column: column) }
    return whole
  }

  /// A value of an indicator, as its nature asks.
  func valeur(
    _ column: String, nature: Indicateur.Nature?, unite: String? = nil
  ) throws(Importation.Reason) -> Valeur? {
    guard let cell = self[column], let word = word(column), let said = said(column) else {
      return nil
    }
    let text = said == word ? cell : said
    let isCounted = nature == .nombre || nature == .pourcentage
    let number =
      JSONNumber(spreadsheet: isCounted ? said.withoutComparison : said)
      ?? unite.flatMap(said.without(unit:)).flatMap(JSONNumber.init(spreadsheet:))
    if nature != .texte, let number, !Limite.valeur.admet(number) {
      throw .beyond(word, column: column, .valeur)
    }
    switch nature {
    case .nombre, .pourcentage:
      guard let number else { throw .notANumber(word, column: column) }
      return .nombre(number)
    case .ouiNon: return try yesOrNo(column).map(Valeur.ouiNon)
    case .texte: return .texte(text)
    // « +10 % » says how much more, as « ≥ 10 % » says how much at least.
    case nil: return (text.hasPlus ? nil : number).map(Valeur.nombre) ?? .texte(text)
    }
  }

  /// The one value whose words a cell may mean; nil for an empty cell.
  private func choice<Value: Word>(
    _ column: String, like list: String? = nil, _ words: (Value) -> [String]
  ) throws(Importation.Reason) -> Value? {
    guard let text = word(column) else { return nil }
    let meaning = choices.meaning(of: text, in: column)
    // Nearly always a word of the format as it is written: the others take a hundred times as long.
    if meaning == text, let exact = Value.allCases.first(where: { words($0).contains(text) }) {
      return exact
    }
    let plain = meaning.plainWord
    // It was said to mean nothing.
    guard !plain.isEmpty || text.plainWord.isEmpty else { return nil }
    let list = list ?? column
    let found = Value.allCases.first { value in
      (words(value) + self.words.words(for: value.rawValue, in: list))
        .contains { $0.plainWord == plain }
    }
    if let found { return found }
    if let proposal = self.words.proposal(for: text, in: list) {
      throw .unsureWord(text, column: column, proposal: proposal)
    }
    throw .unknownWord(text, column: column, allowed: Value.allCases.compactMap { words($0).first })
  }
}

extension College {
  /// Whether a folded word is the collège's own name or a synonym of it.
  func isNamed(_ word: String) -> Bool {
    ([rawValue, nom, motCourt] + synonyms).contains { $0.plainWord == word.plainWord }
  }

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
    let bytes = foldedBytes
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      let kept = folded.map { $0.isLetter || $0.isNumber || "%!".contains($0) ? $0 : " " }
      return String(kept).split(separator: " ").joined(separator: " ")
    }
    let kept = bytes.split { byte in
      !((97...122).contains(byte) || (48...57).contains(byte) || "%!".utf8.contains(byte))
    }
    return String(decoding: Array(kept.joined(separator: [0x20])), as: UTF8.self)
  }
}

extension String {
  /// « 3 semaines » as « 3 », in the plural or not; nil for what does not end in the unit.
  fileprivate func without(unit: String) -> String? {
    let words = folded.split(separator: " ")
    let parts = unit.folded.split(separator: " ")
    guard !parts.isEmpty, words.count > parts.count,
      zip(words.suffix(parts.count), parts).allSatisfy({ $0.isPlural(of: $1) })
    else { return nil }
    return words.dropLast(parts.count).joined(separator: " ")
  }

  /// `18.0` and `18,0` as `18`.
  fileprivate var droppingZeroDecimals: String {
    guard let point = lastIndex(where: { ".,".contains($0) }),
      self[index(after: point)...].allSatisfy({ $0 == "0" })
    else { return self }
    return String(self[..<point])
  }
}

extension String {
  /// Whether it has a digit, or another sign of a number.
  var hasNumber: Bool {
    unicodeScalars.contains { scalar in
      scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
    }
  }

  /// The digits of a number without the signs around it, as in « n° 3 » or « 3) ».
  var bareNumero: String {
    var bare = self[...]
    for sign in ["n°", "N°", "#"] where bare.hasPrefix(sign) {
      bare = bare.dropFirst(sign.count).drop(while: \.isWhitespace)
      break
    }
    while let last = bare.last, ".)-".contains(last) { bare.removeLast() }
    return String(bare)
  }
}

extension JSONNumber {
  /// A number as spreadsheets write it, spelt as JSON does: `1 250`, `31,5`, `31 %`, `-0,50`.
  ///
  /// One that JSON could spell so keeps its spelling. Only groups of three digits are one number: « 3,5,7 »,
  /// « 8 10 » and what stands on two lines are several, and none.
  init?(spreadsheet text: String) {
    // Nearly all cells are one or the other.
    if let digits = text.bareDigits {
      self.init(digits)
      return
    }
    guard !text.hasOtherLetters else { return nil }
    var rest = text[...].withoutBlanks
    if rest.first == "€" { rest = rest.dropFirst().withoutBlanks }
    while let last = rest.last, "%€".contains(last) { rest = rest.dropLast().withoutBlanks }
    var sign = ""
    if let first = rest.first, "+-−".contains(first) {
      sign = first == "+" ? "" : "-"
      rest = rest.dropFirst().withoutBlanks
    }
    guard let digits = rest.withoutGroups,
      case .number(let number)? = try? JSONValue.parse(Array((sign + digits).utf8))
    else { return nil }
    self = number
  }
}

extension String {
  /// The number of digits alone, without a zero before; nil for another text.
  fileprivate var bareDigits: Int? {
    var number = 0
    guard (1...15).contains(utf8.count) else { return nil }
    for byte in utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return utf8.count == 1 || utf8.first != 0x30 ? number : nil
  }

  /// Whether it has a letter of ASCII that is no exponent's.
  fileprivate var hasOtherLetters: Bool {
    utf8.contains { ($0 | 0x20) != UInt8(ascii: "e") && (0x61...0x7A).contains($0 | 0x20) }
  }
}

extension Substring {
  /// Without the blanks at its ends.
  fileprivate var withoutBlanks: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }

  /// `1 234,50` and `1.234,50` as `1234.50`, `1,234,567` as `1234567`; nil where what a sign parts are no
  /// thousands.
  fileprivate var withoutGroups: String? {
    let signs = filter { ".,".contains($0) }
    let blanks = filter(\.isWhitespace)
    guard !blanks.contains(where: { $0.isNewline || $0 == "\t" }) else { return nil }
    guard let last = signs.last else {
      return blanks.isEmpty ? String(self) : joined(by: \.isWhitespace)
    }
    if signs.count == 1 || !blanks.isEmpty {
      guard signs.count == 1, let place = firstIndex(of: last) else { return nil }
      let whole = self[..<place]
      let digits: String? = blanks.isEmpty ? String(whole) : whole.joined(by: \.isWhitespace)
      return digits.map { "\($0).\(self[index(after: place)...])" }
    }
    if signs.allSatisfy({ $0 == last }) { return joined { $0 == last } }
    guard signs.dropLast().allSatisfy({ $0 != last }), let place = lastIndex(of: last) else {
      return nil
    }
    return self[..<place].joined { ".,".contains($0) }
      .map { "\($0).\(self[index(after: place)...])" }
  }

  /// The digits of groups of three, the first of one to three; nil for other groups.
  private func joined(by isSign: (Character) -> Bool) -> String? {
    let groups = split(omittingEmptySubsequences: isSign(" "), whereSeparator: isSign)
    let areThousands = groups.enumerated().allSatisfy { place, group in
      (place == 0 ? 1...3 : 3...3).contains(group.count) && group.allSatisfy(\.isASCIIDigit)
    }
    return areThousands ? groups.joined() : nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Substring {
  /// Whether two words are one, in the singular or the plural.
  fileprivate func isPlural(of other: Substring) -> Bool {
    let ends = { (word: Substring) in
      word.count > 2 && (word.last == "s" || word.last == "x") ? word.dropLast() : word
    }
    return ends(self) == ends(other)
  }
}
