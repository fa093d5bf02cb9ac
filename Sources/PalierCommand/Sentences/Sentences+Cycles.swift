import DPES
import JSONTree

extension Sentences {
  /// What is wrong with a cycle that can be read, and what to do.
  static func sentence(
    _ faute: Cycle.Faute, in name: String, at position: TextPosition?
  ) -> String {
    let spot = position.map { "\(place($0)), " } ?? ""
    let (what, advice) = told(faute)
    return
      "Le cycle \(quoted(name, columns: .max)) est laissé de côté\u{A0}: \(spot)\(what). " + advice
  }

  private static func told(_ faute: Cycle.Faute) -> (what: String, advice: String) {
    switch faute {
    case .codeEnDouble(let code):
      ("le code \(quoted(code)) est donné deux fois", "Donnez à chaque étape un code à elle.")
    case .codeIllisible(let code) where code.isEmpty:
      ("un code est vide", "Donnez-lui quelques lettres.")
    case .codeIllisible(let code):
      (
        "le code \(quoted(code)) contient un espace",
        "Écrivez-le avec des lettres, des chiffres et des tirets."
      )
    case .tropDEtapes(let count):
      (
        "il y a \(count) étapes, et \(Cycle.mostEtapes) au plus",
        "Partagez-le en plusieurs cycles."
      )
    case .depuisInconnu(let code):
      (
        "« depuis » nomme \(quoted(code)), qui n’est pas une étape",
        "Nommez une étape du fichier, « delivrance » ou « derniere »."
      )
    case .motInconnu(let word):
      (
        "\(quoted(word)) n’est pas de ce que l’on prépare",
        "Choisissez parmi \(Cycle.Mot.allCases.map(\.rawValue).joined(separator: ", ")), "
          + "ou nommez un outil\u{A0}: outil:NOM."
      )
    case .sansEtape: ("il n’a aucune étape", "Écrivez-en une au moins.")
    case .sansTitre(let code):
      ("l’étape \(quoted(code)) n’a pas de titre", "Donnez-lui celui que l’on doit lire.")
    case .depuisEnBoucle(let code):
      (
        "l’étape \(quoted(code)) se compte à partir d’elle-même",
        "Comptez-la depuis une étape qui vient avant."
      )
    case .modeleIllisible(let name):
      (
        "\(quoted(name)) n’est pas le nom d’un modèle",
        "Écrivez-le sans dossier ni point, comme «\u{A0}annuel\u{A0}»."
      )
    case .moisHorsLimites(let key):
      (
        "«\u{A0}\(key)\u{A0}» n’est pas un nombre de mois possible",
        "Écrivez un nombre entre \(key == "chaqueMois" ? 1 : 0) et 600."
      )
    case .commande(let text):
      (
        "le texte \(quoted(text, columns: 40)) contient un caractère de commande du terminal",
        "Retirez-le."
      )
    }
  }

  /// A tool that the help of this machine does not tell of; `known` are those that it does.
  static func unknownTool(_ outil: String, _ known: [String]) -> String {
    "L’outil \(quoted(outil)) n’est pas de l’aide de la méthode\u{A0}: il se lira par ce nom. Elle a "
      + "\(known.joined(separator: ", "))."
  }

  /// A template that no folder of this machine has.
  static func unknownTemplate(_ modele: String) -> String {
    "Le modèle \(quoted(modele)) n’est pas sur cet ordinateur\u{A0}: e ne l’écrira pas. Posez-le dans "
      + "~/.local/share/palier/modeles."
  }

  static func withoutCycle(_ names: [String]) -> String {
    "\(list(names.map { quoted($0) }, "et"))\u{A0}: ce cycle n’est pas connu ici, ses dates à venir ne "
      + "sont pas dites. « palier cycles » dit ceux qui le sont."
  }

  static let noCycles =
    "Aucun cycle n’a été trouvé. Réinstallez Palier, ou posez les vôtres dans "
    + "~/.local/share/palier/cycles."
}
