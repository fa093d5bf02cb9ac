import DPES
import Documents

// What is said of documents that are written.
extension Sentences {
  /// Which tool a document is of has to be said.
  static func noTool(of demarche: Demarche) -> String {
    var met: Set<String> = []
    let said =
      (demarche.grilles.compactMap(\.referentiel) + demarche.fiches.compactMap(\.referentiel))
      .filter { met.insert($0).inserted }
    return "--outil manque\u{A0}: dites l’outil par son identifiant"
      + (said.isEmpty ? "" : ", par exemple \(list(Array(said.prefix(3))))")
      + ". «\u{A0}palier referentiels\u{A0}» les montre tous."
  }

  static func written(_ path: String, sansNoms: Bool) -> String {
    "Écrit\u{A0}: \(quoted(path, columns: .max))."
      + (sansNoms
        ? " Palier n’y masque que les noms qu’il connaît\u{A0}: relisez les textes avant de le donner."
        : "")
  }

  static func isSource(_ path: String) -> String {
    "--vers\u{A0}: \(quoted(path, columns: .max)) est la démarche elle-même. Donnez un autre nom au document."
  }

  static func hasNameOfDemarche(_ path: String) -> String {
    "\(quoted(path, columns: .max)) est le nom d’une démarche. Donnez-en un autre au document."
  }

  static func isDemarche(_ path: String) -> String {
    "\(quoted(path, columns: .max)) est une démarche, et un document ne prend jamais sa place. "
      + "Choisissez un autre nom."
  }

  static func withoutReferentiel(_ names: [String]) -> String {
    "Grille : \(list(names.map { quoted($0) }, "et")) n’est pas un référentiel connu ; ses points sont "
      + "dits par leur code. "
      + "« palier referentiels » dit ceux qui sont connus."
  }

  /// An option that says nothing of the document that is asked for.
  static func changesNothing(_ option: String) -> String {
    "\(option) ne change rien à ce document\u{A0}: retirez-le."
  }

  /// The séance that was asked for has another image than the one that was asked for.
  static func isOtherImage(_ day: Day) -> String {
    "La séance demandée a son image, celle du \(day.french)\u{A0}: dites --seance ou --image, pas les deux."
  }

  static func isAfter(_ text: String, _ day: Day, _ jour: Day) -> String {
    "--depuis\u{A0}: le \(day.french) (\(quoted(text))) vient après le jour du document, le \(jour.french)."
  }

  static func isNoBoard(_ day: Day?, known: [Day]) -> String {
    let days =
      known.isEmpty
      ? "La démarche n’en a aucun."
      : "Ceux de la démarche\u{A0}: \(list(known.map(\.french), "et"))."
    return
      "--seance\u{A0}: la séance \(day.map { "du \($0.french)" } ?? "choisie") n’est pas un conseil "
      + "d’administration. \(days)"
  }

  static let excelIsForCSV = "--excel ne sert qu’à un CSV."
  static let paperIsForWorkbooks = "--papier ne sert qu’à un classeur (.ods, .xlsx, .fods)."

  static func contradicts(_ path: String, format: String) -> String {
    "--vers\u{A0}: la fin de \(quoted(path, columns: .max)) contredit --format \(format)\u{A0}: "
      + "nommez le fichier en .\(format), ou changez --format."
  }

  /// The end of a name is that of a report's file.
  static func isReport(_ path: String) -> String {
    "--vers\u{A0}: \(quoted(path, columns: .max)) finit comme un rapport, que « palier rapport FICHIER "
      + "--modele M --vers DOCUMENT » écrit."
  }

  static func cut(texts: Int) -> String {
    texts == 1
      ? "Un texte trop long pour une case d’Excel y est coupé, et le dit\u{A0}; le classeur .ods le garde entier."
      : "\(texts)\u{A0}textes trop longs pour une case d’Excel y sont coupés, et le disent\u{A0}; "
        + "le classeur .ods les garde entiers."
  }

  static func cannotHold(_ format: String, _ part: String, known: [String]) -> String {
    "--quoi\u{A0}: \(quoted(part)) ne s’écrit pas en \(format). Choisissez \(list(known))."
  }

  /// The name of a file ends in none of the formats that it could choose between.
  static func noFormat(
    _ path: String, known: [String], isChosenByOption: Bool = false
  ) -> String {
    let endings =
      known.count == 1
      ? "pas par .\(known[0])"
      : known.enumerated().map { "\($0.offset == 0 ? "ni" : ", ni") par .\($0.element)" }.joined()
    return "\(quoted(path, columns: .max)) ne finit \(endings). "
      + (isChosenByOption
        ? "La fin du nom dit le format\u{A0}; --format le dit aussi."
        : "La fin du nom dit le format.")
  }

  static func tooLong(lines: Int) -> String {
    let pages = lines > 46 ? ", soit \((lines + 45) / 46)\u{A0}pages" : ""
    return
      "La candidature dépasse les deux pages d’environ \(lines)\u{A0}\(lines.agreeing("ligne"))"
      + "\(pages). Raccourcissez ses réponses."
  }

  /// Why a template can't be used; the shipped one is used instead when it is the user's own.
  static func sentence(
    _ fault: Template.Fault, in path: String, isOwn: Bool, isAlone: Bool = false
  ) -> String {
    let reason =
      switch fault.cause {
      case .unclosedTag: "« {{ » n’est pas suivi de « }} » sur la ligne"
      case .unclosedBlock(let name): "le bloc de \(quoted(name)) n’a pas de « {{fin}} »"
      case .strayTag(let name): "\(quoted("{{\(name)}}")) n’est dans aucun bloc"
      case .unknownName(let name): "\(quoted(name)) n’est le nom de rien ici"
      case .notAList(let name): "\(quoted(name)) n’est pas une liste"
      case .notAValue(let name): "\(quoted(name)) n’est pas un texte"
      case .noDocument:
        "rempli, il n’est pas un document d’un seul tenant (une balise reste ouverte)"
      case .missingFile(let name): "le modèle \(quoted(name)) est introuvable, ou ne se lit pas"
      }
    return "Modèle \(quoted(path, columns: .max)), ligne \(fault.line)\u{A0}: \(reason). "
      + (isAlone
        ? "Corrigez-le\u{A0}: aucun autre n’a ce nom."
        : isOwn ? "Le modèle livré prend sa place." : "Réinstallez Palier.")
  }
}
