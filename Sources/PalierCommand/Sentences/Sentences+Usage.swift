import DPES
import DPESStore

// What is wrong with the words of a command, and what it has done.
extension Sentences {
  static func unknown(_ word: String, option: String, known: [String]) -> String {
    "\(option)\u{A0}: \(quoted(word)) n’est pas \(list(known))."
  }

  /// A word of a command that it can't do without.
  static func isMissing(_ word: String, of command: String) -> String {
    "Il manque «\u{A0}\(word)\u{A0}». Pour en savoir plus\u{A0}: palier \(command) --help"
  }

  /// A first word that is neither a command nor a file.
  static func unknownCommand(_ word: String, near: String?, isFile: Bool = true) -> String {
    let known = near.map { ", voulez-vous dire «\u{A0}\($0)\u{A0}»\u{A0}?" } ?? "."
    return "\(quoted(word))\u{A0}: commande inconnue\(known) "
      + (isFile ? "Aucun fichier n’a ce nom non plus. " : "") + "palier --help les dit toutes."
  }

  static let versIsForModels = "--vers ne va qu’avec --modele, qui écrit un tableau à remplir."

  static let modelStandsAlone =
    "--modele écrit un tableau à remplir, sans démarche\u{A0}: ôtez le fichier et --quoi."

  static func notAModelEnding(_ path: String) -> String {
    "\(quoted(path, columns: .max))\u{A0}: un tableau à remplir s’écrit en .ods, .xlsx ou .csv. "
      + "Donnez-lui un tel nom."
  }

  static let withoutModels = "Les tableaux à remplir manquent. Réinstallez Palier."

  static func notADay(_ text: String, option: String) -> String {
    "\(option)\u{A0}: \(quoted(text)) n’est pas un jour. Écrivez-le 2026-03-12, 12/03/2026 ou hier."
  }

  static func notASize(_ text: String, option: String, allowed: ClosedRange<Int>) -> String {
    "\(option)\u{A0}: \(quoted(text)) n’est pas une taille. Écrivez des colonnes et des lignes, "
      + "de \(allowed.lowerBound) à \(allowed.upperBound), comme 100x30."
  }

  static func notANumber(_ text: String, option: String) -> String {
    "\(option)\u{A0}: \(quoted(text)) n’est pas un nombre. Écrivez-le 31 ou 31,5."
  }

  static func beyond(_ text: String, option: String, _ limite: Limite) -> String {
    "\(option)\u{A0}: \(quoted(text)) est hors des limites. Il faudrait \(limite.mots)."
  }

  static let nothingToCorrect =
    "Rien n’est noté dans cette case\u{A0}: --realise dit ce qu’il en est."

  /// A value says nothing without a statut; the one that the target suggests is said.
  static func valueNeedsStatus(
    _ one: Indicateur, _ valeur: Valeur, _ mois: Int, _ suggested: Realise.Statut?
  ) -> String {
    let target = one.cible(a: mois).map { " pour une cible de \(one.french($0))" } ?? ""
    let said = "Une valeur demande un statut\u{A0}: \(one.french(valeur))\(target)"
    guard let suggested else { return said + ", --realise dit ce qu’il en est." }
    return said + " suggère --realise \(suggested.rawValue)\u{A0}; rien n’est écrit sans lui."
  }

  static let sharesArePercentages =
    "--numerateur et --denominateur ne vont qu’avec un pourcentage\u{A0}: la nature de l’indicateur est autre."

  /// What is wrong with a value and what it is a share of.
  static func sentence(_ refusal: Realise.ValeurRefusee, _ valeur: String?) -> String {
    switch refusal {
    case .niOuiNiNon(let text): unknown(text, option: "--valeur", known: ["oui", "non"])
    case .pasUnNombre(let champ, let text): notANumber(text, option: "--\(champ.rawValue)")
    case .horsLimites(let champ, let text): beyond(text, option: "--\(champ.rawValue)", .valeur)
    case .incomplet(let champ): "--\(champ.rawValue) manque\u{A0}: il faut les deux, ou aucun."
    case .parmiZero: "--denominateur\u{A0}: parmi zéro, il n’y a pas de part."
    case .contredit(let part):
      "Le numérateur et le dénominateur font \(part.french)\u{A0}%, pas \(quoted(valeur ?? ""))."
    }
  }

  static func unknownID(_ id: String, option: String) -> String {
    "\(option)\u{A0}: rien dans la démarche n’a l’identifiant \(quoted(id)). "
      + "C’est la clé «\u{A0}id\u{A0}» du fichier."
  }

  static func unknownPerson(_ text: String, known: [String]) -> String {
    let people = known.isEmpty ? "il n’y a personne" : "il y a \(shown(list(known, "et")))"
    return "--qui\u{A0}: personne n’est \(quoted(text)) dans le tour de table, \(people)."
  }

  static func ambiguousPerson(_ text: String, ids: [String]) -> String {
    "--qui\u{A0}: plusieurs personnes sont \(quoted(text)). Nommez l’une par son identifiant\u{A0}: "
      + shown(list(ids)) + "."
  }

  static func closedNeedsReason(_ mois: Int) -> String {
    "La période \(mois) est close. Pour corriger, dites pourquoi\u{A0}: --motif \"…\"."
  }

  static let notConcernedNeedsReason =
    "«\u{A0}non-concerne\u{A0}» se justifie. Dites pourquoi\u{A0}: --motif \"…\"."

  static let follows = "Cette fenêtre suit l’autre : elle ne change rien."

  static let nothingToFollow =
    "--suivre : il faut le fichier que l’autre fenêtre a ouvert : palier FICHIER --salle --suivre"

  static func notOwnFolder(_ error: StoreError) -> String {
    "--suivre : le dossier \(quoted(error.path)) par lequel les fenêtres se parlent n’est pas à "
      + "vous seul, ou ne peut pas être fait. Donnez-le-vous (chmod 700), ou changez XDG_RUNTIME_DIR."
  }

  static let emptyName = "--structure\u{A0}: il faut le nom de la structure."

  static func created(_ path: String, debut: Day?) -> String {
    let start = debut.map { ", qui commence le \($0.french)" } ?? ""
    return "Démarche créée\(start). Pour l’ouvrir\u{A0}: palier \(shellQuoted(path))"
  }

  static func recorded(_ indicateur: String, _ saisie: Saisie) -> String {
    "Enregistré\u{A0}: \(indicateur), période \(saisie.mois), noté «\u{A0}\(saisie.statut?.mot ?? "sans réalisé")\u{A0}»"
      + (saisie.isCorrection ? ", en correction d’une période close." : ".")
  }

  static func alreadySaid(_ indicateur: String, _ mois: Int) -> String {
    "Rien à changer\u{A0}: \(indicateur), période \(mois), le dit déjà."
  }

  static func ahead(_ periode: Periode) -> String {
    let start = periode.debut.map { ", qui commence le \($0.french)" } ?? ""
    return "C’est en avance sur la période \(periode.mois)\(start)."
  }

  static func copied(to path: String) -> String {
    "Copie de l’exemple écrite. Pour l’ouvrir\u{A0}: palier \(shellQuoted(path))"
  }
}
