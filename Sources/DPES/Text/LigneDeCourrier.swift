/// What a line of a mail is, where it says nothing that was seen: its beginning, its end, who signs.
package enum LigneDeCourrier: String, Hashable, Sendable {
  /// `De : Anne Durand <anne@jardins.example>`
  case entete = "en-tête"
  /// `Bonjour à toutes et à tous,`
  case salutation
  /// `Bien cordialement`
  case politesse = "formule de politesse"
  /// A name, a telephone, an address, under the end of a mail or at its foot.
  case signature
  /// `--`
  case trait
  /// `> Le toit fuit`: what an earlier mail said.
  case citation

  /// What each line is; nil for what may have been seen.
  ///
  /// Only whole lines are taken for what they look like: « Bonjour, le loyer a doublé » says something.
  /// What little follows a formula that ends a mail is who signs, whatever it says: a function, an
  /// association, an address.
  package static func lire(_ lignes: [String]) -> [LigneDeCourrier?] {
    var found: [LigneDeCourrier?] = []
    for (place, ligne) in lignes.enumerated() {
      let words = ligne.split { !($0.isLetter || $0.isNumber) }.map(String.init)
      let isAfterEnd =
        found.last.map { [.politesse, .signature, .trait].contains($0) } ?? false
      let isLast = place > 0 && place == lignes.count - 1
      found.append(
        lire(ligne, words, isAfterEnd: isAfterEnd, isLast: isLast))
    }
    for place in found.indices where found[place] == nil && estEnteteFaible(lignes[place]) {
      let isBeside = [place - 1, place + 1].filter(lignes.indices.contains).contains {
        found[$0] == .entete || estEnteteFaible(lignes[$0])
      }
      if isBeside { found[place] = .entete }
    }
    for place in lignes.indices
    where [nil, .entete].contains(found[place]) && lignes[place].contains(where: \.isNumber) {
      let count = (2...plusLongueAttribution).first { count in
        place + count <= lignes.count && estAttribution(lignes[place..<place + count])
      }
      for part in place..<place + (count ?? 0) { found[part] = .entete }
    }
    guard let end = lignes.indices.first(where: { estFin(lignes[$0], found[$0]) }),
      lignes.count - end <= plusLongueSignature + 1
    else { return found }
    for place in lignes.indices.dropFirst(end + 1) where found[place] == nil {
      if peutSigner(lignes[place]) { found[place] = .signature }
    }
    return found
  }

  /// Lines that who signs takes at most.
  private static let plusLongueSignature = 7

  /// Whether a mail ends with a line: thanks may come anywhere.
  private static func estFin(_ ligne: String, _ found: LigneDeCourrier?) -> Bool {
    switch found {
    case .politesse:
      !ligne.folded.contains("merci")
        || ligne.motsPlies.contains { motsDeFin.contains($0) && $0 != "merci" }
    case .trait: ligne.filter { !$0.isWhitespace } == "--"
    case .entete, .salutation, .signature, .citation, nil: false
    }
  }

  /// Neither an item of a list, nor a sentence of its own.
  private static func peutSigner(_ ligne: String) -> Bool {
    let words = ligne.split { !($0.isLetter || $0.isNumber) }
    let first = words.first?.lowercased() ?? ""
    return words.count <= 8 && first != "ps"
      && !["-", "•", "*", "–", "·"].contains(ligne.prefix(1))
  }

  private static func lire(
    _ ligne: String, _ words: [String], isAfterEnd: Bool, isLast: Bool
  ) -> LigneDeCourrier? {
    if ligne.first == ">" { return .citation }
    if words.isEmpty { return ligne.count > 1 && ligne.allSatisfy(traits.contains) ? .trait : nil }
    if estEntreTraits(ligne) { return .trait }
    let folded = words.map(\.folded)
    if estEntete(ligne, folded[0]) || annonceCourrier(ligne, folded) { return .entete }
    if estSalutation(ligne, words, folded) { return .salutation }
    if estPolitesse(words, folded) { return .politesse }
    if isAfterEnd, estNom(words, upTo: 6, allowsCapitals: true) || estAdresse(ligne) {
      return .signature
    }
    return isLast && words.count > 1 && estNom(words, upTo: 4, allowsCapitals: false)
      ? .signature : nil
  }

  /// From, to, about what: the name of the line, then a colon.
  private static func estEntete(_ ligne: String, _ first: String) -> Bool {
    let name = ligne.prefix { $0 != ":" }
    return name.count < ligne.count && entetes.contains(first)
      && name.filter { $0.isLetter || $0.isNumber }.count == first.count
  }

  /// Whether words stand between lines of dashes: `-------- Message transféré --------`.
  private static func estEntreTraits(_ ligne: String) -> Bool {
    let dashes = ligne.prefix { traits.contains($0) && $0 != " " }.count
    let after = ligne.reversed().prefix { traits.contains($0) && $0 != " " }.count
    return dashes >= 3 && after >= 3
  }

  /// Who wrote what comes, or to whom: `Le 2 mars, Anne a écrit :`, any line with an address in angles.
  private static func annonceCourrier(_ ligne: String, _ folded: [String]) -> Bool {
    let isAddressed = ligne.contains("<") && ligne.contains("@") && ligne.contains(">")
    let ends = [["a", "ecrit"], ["wrote"], ["a", "repondu"]]
    let isQuoting =
      ligne.hasSuffix(":") && ends.contains { folded.suffix($0.count).elementsEqual($0) }
    let isAnswer =
      folded.count > 1 && ["sujet", "objet", "subject"].contains(folded[0])
      && ["re", "tr", "fwd", "fw"].contains(folded[1])
    return isAddressed || isQuoting && folded.first != "on" || isAnswer
  }

  /// Lines that who wrote, and when, takes at most where a mail wraps them.
  private static let plusLongueAttribution = 4

  /// Whether lines that were wrapped, wherever it was, say who wrote what comes, and when:
  /// `Le 2 mars à 10:12, Anne` and `a écrit :`.
  private static func estAttribution(_ lignes: ArraySlice<String>) -> Bool {
    guard let first = lignes.first, let last = lignes.last, last.hasSuffix(":") else {
      return false
    }
    let words = lignes.joined(separator: " ").motsPlies
    guard ["le", "on"].contains(words.first),
      words.suffix(2).elementsEqual(["a", "ecrit"]) || words.last == "wrote"
    else { return false }
    // « Le 2 mars le toit a fui », then « Paul a écrit : », are two things.
    return ditQuand(first)
      || lignes.dropFirst().allSatisfy { ligne in
        ligne.contains("@") || ligne.motsPlies.allSatisfy { ["a", "ecrit", "wrote"].contains($0) }
      }
  }

  /// Whether a line says an hour or a year, as programs of mail do.
  private static func ditQuand(_ ligne: String) -> Bool {
    let numbers = ligne.split { !$0.isNumber && $0 != ":" }
    return numbers.contains { number in
      let parts = number.split(separator: ":")
      return parts.count > 1 && parts.allSatisfy { $0.count <= 2 }
        || number.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
    }
  }

  /// What also begins a line that says something: a line of a head beside another one only.
  private static func estEnteteFaible(_ ligne: String) -> Bool {
    let parts = ligne.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return false }
    return entetesFaibles.contains(parts[0].description.motsPlies.joined(separator: " "))
  }

  private static let entetesFaibles: Set<String> = [
    "date", "sujet", "pour", "copie", "copie a", "importance", "priorite", "repondre a", "reply to",
    "piece jointe",
    "pieces jointes", "attachments", "envoye le", "envoye par", "heure",
  ]

  private static let entetes: Set<String> = [
    "de", "from", "a", "to", "cc", "cci", "objet", "subject", "envoye", "sent", "expediteur",
    "destinataire", "destinataires",
  ]

  private static func estSalutation(
    _ ligne: String, _ words: [String], _ folded: [String]
  ) -> Bool {
    let rest = zip(words, folded).dropFirst()
    let isToSomebody = rest.allSatisfy { aQui.contains($1) || $0.isCapitalized }
    switch folded[0] {
    case "bonjour", "bonsoir", "salut", "coucou", "hello": return words.count <= 8 && isToSomebody
    case "madame", "monsieur", "mesdames", "messieurs":
      return folded.allSatisfy { aQui.contains($0) } || ligne.hasSuffix(",") && isToSomebody
    case "cher", "chere", "chers", "cheres":
      return ligne.hasSuffix(",") && words.count <= 6 && isToSomebody
    default: return false
    }
  }

  private static let traits: Set<Character> = ["-", "–", "—", "_", "*", "=", "~", "#", " "]

  /// Those greeted without being named.
  private static let aQui: Set<String> = [
    "a", "toutes", "tous", "toute", "tout", "et", "le", "la", "les", "l", "de", "du", "equipe",
    "groupe",
    "madame", "monsieur", "mesdames", "messieurs", "cher", "chere", "chers", "cheres", "amis",
    "amies", "ami", "amie", "collegue", "collegues", "adherents", "adherentes", "benevoles",
    "monde",
  ]

  /// One of the formulas, with a name after it or none; or a wish.
  private static func estPolitesse(_ words: [String], _ folded: [String]) -> Bool {
    formules.contains { formule in
      folded.starts(with: formule)
        && (folded.count == formule.count
          || (folded.count <= formule.count + 4
            && words.dropFirst(formule.count).allSatisfy(\.isCapitalized)))
    } || debuts.contains { folded.starts(with: $0) } || estSouhait(words, folded)
  }

  /// Wishes and thanks put together in any way, and nothing else: « Merci à tous et bon week-end »,
  /// « Je vous souhaite une belle semaine »; a name may follow.
  private static func estSouhait(_ words: [String], _ folded: [String]) -> Bool {
    let wishes = folded.prefix { motsDeFin.contains($0) || motsAutour.contains($0) }
    let rest = words.dropFirst(wishes.count)
    guard rest.count <= 3, rest.allSatisfy(\.isCapitalized) else { return false }
    // « Bien », « à tous », « le samedi » wish nothing.
    let isMeeting = zip(wishes, wishes.dropFirst()).contains { first, second in
      ["a", "au"].contains(first) && motsDeFin.contains(second)
    }
    return wishes.contains(where: motsDeFin.contains)
      && (isMeeting || wishes.contains("merci") || wishes.contains(where: souhaits.contains))
  }

  private static let souhaits: Set<String> = [
    "bonne", "bon", "bonnes", "belle", "beau", "belles", "excellente", "excellent", "joyeuses",
  ]

  /// What is wished, and when one meets again.
  private static let motsDeFin: Set<String> = [
    "journee", "soiree", "matinee", "semaine", "week", "weekend", "dimanche", "samedi", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "apres", "nuit", "reception", "lecture",
    "continuation", "courage", "vacances", "fetes", "annee", "rentree", "bientot", "demain",
    "plaisir", "revoir", "vite", "merci", "bises", "cordialement", "amicalement", "amities",
    "solidairement",
  ]

  /// What stands around it.
  private static let motsAutour: Set<String> = [
    "je", "nous", "te", "toi", "vous", "souhaite", "souhaitons", "souhaitant", "en", "et", "une",
    "un",
    "a", "au", "de", "d", "la", "le", "les", "l", "tous", "toutes", "tout", "toute", "bonne", "bon",
    "bonnes", "belle", "beau", "belles", "excellente", "excellent", "tres", "bien", "end", "midi",
    "fin", "prochaine", "prochain", "encore", "avance", "par", "beaucoup", "mille", "fois", "plus",
    "tot", "vous", "lire", "joyeuses", "meilleure", "grand", "groupe", "equipe", "votre", "ton",
    "retour", "reponse", "attention", "aide", "pour",
  ]

  private static let formules: [[String]] = [
    "cordialement", "bien cordialement", "tres cordialement", "cordialement a tous",
    "cordialement a toutes et a tous", "bien a vous", "bien a toi", "bien a vous tous",
    "bien a toutes et a tous", "amicalement", "bien amicalement", "amities", "solidairement",
    "fraternellement", "cooperativement", "respectueusement", "sincerement", "cdlt", "cdt",
    "bien cdlt", "salutations", "sinceres salutations", "salutations distinguees",
    "meilleures salutations", "salutations solidaires", "salutations cordiales",
    "a tres bientot", "a tres vite", "bises", "bisous", "je vous embrasse",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let debuts: [[String]] = [
    "veuillez agreer", "je vous prie d agreer", "je vous prie de croire", "dans l attente de votre",
    "en vous remerciant par avance", "restant a votre disposition",
    "je reste a votre disposition", "nous restons a votre disposition", "envoye de mon",
    "envoye depuis mon", "envoye a partir de",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Whether every word is one that names have: capitals first, `de` between them.
  private static func estNom(
    _ words: [String], upTo most: Int, allowsCapitals: Bool
  ) -> Bool {
    guard words.count <= most, words[0].isCapitalized else { return false }
    if !allowsCapitals {
      guard !articles.contains(words[0].folded),
        words.contains(where: { $0.dropFirst().contains(where: \.isLowercase) }),
        words.allSatisfy({ $0.count == 1 || !$0.allSatisfy(\.isUppercase) })
      else { return false }
    }
    return words.allSatisfy { $0.isCapitalized || particules.contains($0.folded) }
  }

  private static let particules: Set<String> = [
    "de", "du", "des", "d", "la", "le", "les", "l", "et",
  ]
  private static let articles: Set<String> = [
    "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "nos", "notre", "nous", "on", "il",
    "elle", "ils", "elles", "pas", "plus", "trop", "peu",
  ]

  /// A telephone, a mail address, a page.
  private static func estAdresse(_ ligne: String) -> Bool {
    let digits = ligne.count { $0.isNumber }
    let letters = ligne.count { $0.isLetter }
    return (digits >= 8 && letters <= 8) || (ligne.contains("@") && !ligne.contains(" "))
      || ligne.hasPrefix("www.") || ligne.hasPrefix("http")
  }
}

extension String {
  /// Its words, as they are compared.
  fileprivate var motsPlies: [String] {
    split { !($0.isLetter || $0.isNumber) }.map { String($0).folded }
  }

  /// Whether it begins with a capital letter.
  fileprivate var isCapitalized: Bool { first?.isUppercase ?? false }
}
