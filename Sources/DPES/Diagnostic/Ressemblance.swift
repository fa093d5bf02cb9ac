/// What makes two observations look like the same one said twice: their words, whatever the
/// accents, the case, the endings, the order and the small words.
package struct Ressemblance: Hashable, Sendable {
  let mots: Set<String>
  /// Those of its words that turn what is said round, or count it: two texts without the same ones are
  /// never one.
  private let tournants: Set<String>
  /// All its letters: « O’Brien » and « OBrien », « week-end » and « week end » are one.
  let lettres: String

  /// Reads a text once, to be compared with many.
  ///
  /// - Complexity: O(length of the text).
  package init(_ texte: String) {
    let words = texte.folded.split { !($0.isLetter || $0.isNumber) }
    lettres = words.joined()
    var said = words.map { Self.memesMots[String($0)] ?? String($0) }
    // « Ne viennent plus » is about « ne viennent pas »; « ne sont pas plus » compares.
    if !said.contains("pas"), let ne = said.firstIndex(where: { $0 == "ne" || $0 == "n" }),
      let plus = said[ne...].firstIndex(of: "plus")
    {
      said[plus] = "pas"
    }
    let nous = Self.apresNous(said)
    var mots = Set(
      said.enumerated().filter { !Self.petitsMots.contains($1) }.map { place, mot in
        nous.contains(place)
          ? String(mot.dropLast(mot.hasSuffix("ions") ? 4 : 3)) : mot.singulier.racine
      })
    // « multiplié par deux » is « doublé ».
    for (fois, mot) in Self.multiples where mots.isSuperset(of: ["multipli", fois]) {
      mots.subtract(["multipli", fois])
      mots.insert(mot)
    }
    // « Toujours » and « souvent » are about the same where enough else is said.
    let nuances = mots.intersection(Self.nuances)
    if !nuances.isEmpty, mots.count - nuances.count >= 4 {
      mots.subtract(nuances)
      mots.insert("souv")
    }
    self.mots = mots
    tournants = mots.filter { Self.tournants.contains($0) || $0.first?.isNumber == true }
  }

  /// Whether two texts say about the same.
  ///
  /// Three words out of four are in common, and at least two; or one says all that the other does, in
  /// two words at least and one more, or in four. A word that turns what is said round, or a number,
  /// is in both or in none.
  package func estProche(de autre: Ressemblance) -> Bool {
    guard !mots.isEmpty, !autre.mots.isEmpty else { return false }
    return lettres == autre.lettres || suffit(mots.intersection(autre.mots).count, avec: autre)
  }

  /// Whether so many words in common say about the same.
  func suffit(_ common: Int, avec autre: Ressemblance) -> Bool {
    let (fewest, all) = (
      min(mots.count, autre.mots.count), mots.count + autre.mots.count - common
    )
    guard tournants == autre.tournants else { return false }
    return common == all || (common >= 2 && common * 4 >= all * 3)
      || (common == fewest && (common >= 4 || common >= 2 && all == common + 1))
  }

  /// The share of their words that two texts have in common, from 0 to 1.
  package func partCommune(avec autre: Ressemblance) -> Double {
    let all = mots.union(autre.mots).count
    return all == 0 ? 0 : Double(mots.intersection(autre.mots).count) / Double(all)
  }

  /// The share of the shorter one's words that are in the other, from 0 to 1.
  package func partDuPlusCourt(avec autre: Ressemblance) -> Double {
    let fewest = min(mots.count, autre.mots.count)
    return fewest == 0 ? 0 : Double(mots.intersection(autre.mots).count) / Double(fewest)
  }
}

extension Ressemblance {
  /// Those that say nothing of what is talked of; `pas`, `plus` and `jamais` turn it round.
  private static let petitsMots: Set<String> = [
    "a", "ai", "as", "au", "aux", "avait", "avaient", "avec", "avez", "avons", "c", "ca", "ce",
    "cela", "cet", "cette", "ces", "chaque", "chez", "d", "dans", "de", "depuis", "des", "du",
    "elle", "elles", "en", "entre", "es", "est", "et", "etaient", "etait", "ete", "etre", "eu",
    "il", "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "lui", "m", "ma", "me", "mes",
    "mon",
    "n", "ne", "nos", "notre", "nous", "on", "ont", "ou", "par", "pour", "qu", "que", "qui", "s",
    "sa", "se", "ses", "si", "soit", "son", "sont", "sur", "t", "ta", "te", "ton", "tous", "tout",
    "toute", "toutes", "tres", "vraiment", "tellement", "extremement", "reellement", "aussi",
    "egalement", "un", "une", "vos", "votre", "vous", "y",
  ]

  /// Those that turn what is said round, or say how many: as ``mots`` has them.
  private static let tournants = Set(
    [
      "pas", "plus", "moins", "jamais", "rarement", "peu", "mal", "sans", "non", "ni", "aucun",
      "aucune", "rien", "guere", "seul", "seule", "seuls", "seules", "seulement", "sauf",
      "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante",
      "cinquante", "soixante", "cent", "cents", "mille", "moitie", "tiers", "quart",
    ].map(\.singulier.racine))

  /// Two words for one thing.
  private static let memesMots = [
    "annee": "an", "annees": "an", "ans": "an", "journee": "jour", "journees": "jour",
    "soiree": "soir", "soirees": "soir", "matinee": "matin", "matinees": "matin",
    "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8",
    "neuf": "9", "dix": "10", "onze": "11", "douze": "12", "1": "un",
    // Adverbs: none of two that say the contrary, as « parfois » and « toujours » may.
    "encore": "toujours", "constamment": "toujours", "continuellement": "toujours",
    "systematiquement": "toujours", "frequemment": "souvent", "regulierement": "souvent",
    "generalement": "souvent", "habituellement": "souvent", "quelquefois": "parfois",
    "desormais": "maintenant", "actuellement": "maintenant", "dorenavant": "maintenant",
    "uniquement": "seulement", "vite": "rapidement", "quasiment": "presque",
    "pratiquement": "presque", "suffisamment": "assez", "enormement": "beaucoup",
  ]

  /// How often, without their endings: words that one says for another.
  private static let nuances: Set<String> = ["toujour", "souv", "parfoi"]

  /// The places of the verbs that `nous` does, by their ending: « nous manquons ».
  private static func apresNous(_ said: [String]) -> Set<Int> {
    var found: Set<Int> = []
    for place in said.indices where said[place] == "nous" {
      let verb = said[(place + 1)...].firstIndex { !["ne", "n", "y", "en"].contains($0) }
      if let verb, said[verb].hasSuffix("ons"), said[verb].utf8.count >= 7 { found.insert(verb) }
    }
    return found
  }

  private static let multiples = [("2", "doubl"), ("3", "tripl")]
}

extension String {
  /// What stays of a folded word without the ending of a verb, of a noun made from one, or of the
  /// feminine: four letters at least.
  ///
  /// - Complexity: O(1) in the letters: this is asked of each word of each text.
  fileprivate var racine: String {
    let end = Self.terminaisons.first { end in
      utf8.count - end.count >= 4 && utf8.suffix(end.count).elementsEqual(end)
    }
    return end.map { String(dropLast($0.count)) } ?? self
  }

  /// The longest first; all of them ASCII, as folded words are.
  private static let terminaisons = [
    "issements", "issement", "ations", "ements", "ation", "ement", "aient", "antes", "ants", "ante",
    "ant", "ees", "ent", "ait", "es", "ee", "er", "ez", "e", "s",
  ].map { Array($0.utf8) }
}
