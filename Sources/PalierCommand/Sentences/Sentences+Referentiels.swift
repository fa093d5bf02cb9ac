import DPES
import DPESStore
import JSONTree

extension Sentences {
  /// What is wrong with a référentiel that can be read, and what to do.
  static func sentence(
    _ faute: Referentiel.Faute, in name: String, at position: TextPosition?
  ) -> String {
    let spot = position.map { "\(place($0)), " } ?? ""
    let (what, advice) =
      switch faute {
      case .codeEnDouble(let code):
        ("le code \(quoted(code)) est donné deux fois", "Donnez à chaque point un code à lui.")
      case .codeIllisible(let code) where code.isEmpty:
        ("un code est vide", "Donnez-lui quelques lettres.")
      case .codeIllisible(let code):
        (
          "le code \(quoted(code)) contient un espace ou un deux-points",
          "Écrivez-le avec des lettres, des chiffres et des tirets."
        )
      case .commande(let text):
        (
          "le texte \(quoted(text, columns: 40)) contient un caractère de commande du terminal",
          "Retirez-le."
        )
      case .vide(let code): ("le point \(quoted(code)) ne dit rien", "Écrivez sa question.")
      case .idReserve(let id):
        (
          "l’identifiant \(quoted(id)) dit déjà autre chose dans une démarche",
          "Donnez-en un autre."
        )
      case .options(let code, 0):
        ("le choix \(quoted(code)) n’a pas d’options", "Donnez-lui-en une à neuf.")
      case .options(let code, let count):
        (
          "le choix \(quoted(code)) a \(count) options, et \(Referentiel.mostOptions) au plus",
          "Gardez les plus parlantes, ou faites-en deux points."
        )
      case .optionsSansChoix(let code):
        (
          "le point \(quoted(code)) a des options, et sa forme n’est pas un choix",
          "Donnez-lui la forme choix, ou retirez-les."
        )
      case .tropDePoints(let count):
        (
          "il y a \(count) points, et \(Referentiel.mostPoints) au plus",
          "Partagez-le en plusieurs référentiels."
        )
      }
    return
      "Le référentiel \(quoted(name, columns: .max)) est laissé de côté\u{A0}: \(spot)\(what). "
      + advice
  }

  /// Why a file of reference data can't be read, and what to do.
  static func dataCannotBeRead(_ error: StoreError, in name: String) -> String {
    let what =
      switch error.cause {
      case .notFound: "n’existe pas. Vérifiez son nom et son dossier."
      case .isFolder, .isNotAFile:
        "ne peut pas être lu\u{A0}: ce n’est pas un fichier ordinaire. Nommez un fichier .json."
      case .tooLarge(let limit):
        "ne peut pas être lu\u{A0}: il dépasse \(limit >> 20)\u{A0}Mio. Partagez-le en plusieurs."
      default: cannotBeRead(error)
      }
    return "Le fichier \(quoted(name, columns: .max)) \(what)"
  }

  static let noReferentiels =
    "Aucun référentiel n’a été trouvé. Réinstallez Palier, ou posez les vôtres dans "
    + "~/.local/share/palier/referentiels."
}
