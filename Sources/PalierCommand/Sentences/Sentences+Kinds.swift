import DPESStore
import Documents

// A file that is something else than what was asked for.
extension Sentences {
  private static func words(_ kind: FileKind) -> String {
    switch kind {
    case .empty: "un fichier vide"
    case .pdf: "un PDF"
    case .workbook(let ending): "un classeur de tableur (.\(ending))"
    case .locked: "un fichier protégé par un mot de passe"
    case .text(let ending): "un texte mis en page (.\(ending))"
    case .image: "une image"
    case .archive: "une archive"
    case .page: "une page web"
    case .conflict(let line): "un texte où git a laissé un conflit, ligne \(line)"
    case .other: "un fichier d’un autre genre"
    case .csv: "un CSV"
    case .demarche: "une démarche"
    case .json: "un fichier JSON"
    case .plainText: "un texte"
    }
  }

  /// In the place of a démarche.
  static func reason(_ kind: FileKind, in name: String) -> (String, advice: String?) {
    if case .conflict(let line) = kind { return conflict(from: line, in: name) }
    let advice =
      switch kind {
      case .workbook where !kind.isReadableWorkbook:
        "Pour en reprendre les lignes, enregistrez-le en .xlsx ou .ods, puis\u{A0}: "
          + "palier importer DEMARCHE.dpes.json CLASSEUR.xlsx --quoi observations."
      case .csv, .workbook:
        "Pour en reprendre les lignes\u{A0}: "
          + "palier importer DEMARCHE.dpes.json \(shellQuoted(name)) --quoi observations."
      case .archive: "Ouvrez l’archive, et nommez le fichier .dpes.json qu’elle contient."
      default: "Nommez un fichier .dpes.json."
      }
    return ("c’est \(words(kind)), et non une démarche.", advice)
  }

  /// Git has both sides whole, and what they began from; its names for them are no words of ours.
  private static func conflict(from line: Int, in name: String) -> (String, advice: String?) {
    let sides = ["1", "2", "3"].map { shellQuoted(":\($0):./\(FileName.last(of: name))") }
    let names = ["base", "notre", "leur"].map { $0 + FileName.ending }
    let shows = zip(sides, names).map { "git show \($0) > \($1)" }.joined(separator: "\u{A0}; ")
    return (
      "git y a laissé un conflit, ligne \(line).",
      "Dans son dossier\u{A0}: \(shows)\u{A0}; puis palier fusionner "
        + "\(names.joined(separator: " ")) --vers reuni.dpes.json les réunit."
    )
  }

  /// In the place of a référentiel or another file of the reference data.
  static func notData(_ kind: FileKind, _ path: String) -> String {
    "Le fichier \(quoted(path, columns: .max)) ne peut pas être lu\u{A0}: c’est \(words(kind)), et "
      + "non un référentiel. Nommez un fichier .json."
  }

  /// In the place of a CSV; nil for what may be one.
  static func refusal(_ kind: FileKind, _ path: String) -> String? {
    let advice =
      switch kind {
      case .csv, .plainText, .empty, .other: String?.none
      case .conflict: "Choisissez entre les deux côtés, et ôtez les lignes que git y a mises."
      case .workbook:
        "Dans le tableur, «\u{A0}Fichier, Enregistrer sous\u{A0}», choisissez .xlsx ou .ods, puis "
          + "importez-le."
      case .locked: "Ouvrez-le, ôtez le mot de passe, enregistrez-le, puis importez-le."
      case .archive: "Ouvrez l’archive, et nommez le classeur ou le CSV qu’elle contient."
      case .demarche:
        "Nommez d’abord la démarche, puis le tableau\u{A0}; deux copies d’une démarche se réunissent par "
          + "palier fusionner."
      default:
        "Mettez ce qui est à reprendre dans un tableur, et enregistrez-le en .xlsx, .ods ou CSV."
      }
    return advice.map {
      "\(quoted(path, columns: .max)) est \(words(kind)), et non une feuille de tableur. \($0)"
    }
  }

  /// Why the file that should be a CSV can't be read.
  static func cannotImport(_ error: StoreError, _ path: String) -> String {
    let file = quoted(path, columns: .max)
    return switch error.cause {
    case .notFound: "Le fichier \(file) n’existe pas. Vérifiez son nom."
    case .isFolder: "\(file) est un dossier. Nommez le classeur ou le CSV qu’il contient."
    case .isNotAFile: "\(file) n’est pas un fichier ordinaire. Nommez un classeur ou un CSV."
    case .tooLarge(let limit):
      "\(file) dépasse \(limit >> 20)\u{A0}Mio, plus qu’une feuille de tableur. "
        + "Vérifiez que c’est le bon fichier."
    default: sentence(error, of: path)
    }
  }
}
