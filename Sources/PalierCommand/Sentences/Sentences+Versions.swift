import DPESStore

// Earlier states of a file.
extension Sentences {
  /// Why versions are not kept in a folder, or which of its files is none.
  static func sentence(_ fault: VersionFault, in folder: String) -> String {
    let name = quoted(FileName.last(of: folder), columns: .max)
    let without = "Les versions d’avant ne sont pas gardées\u{A0}:"
    return switch fault {
    case .notAFolder: "\(without) \(name) est un fichier, et non leur dossier. Renommez-le."
    case .link: "\(without) \(name) est un lien, et non leur dossier. Renommez-le."
    case .otherFolder: "\(without) le dossier \(name) contient autre chose. Renommez-le."
    case .system(let cause): "\(without) \(reason(cause, name))"
    case .oddName(let odd):
      "\(quoted(odd, columns: .max)), dans \(name), n’est pas une version de Palier\u{A0}: "
        + "laissé de côté. Ôtez-le de ce dossier."
    }
  }

  private static func reason(_ cause: StoreError.Cause, _ name: String) -> String {
    switch cause {
    case .folderPermission:
      "vous n’avez pas le droit d’écrire dans le dossier de la démarche. Demandez-le à qui l’a créé."
    case .permission, .otherOwner:
      "vous n’avez pas le droit d’écrire dans leur dossier, \(name). Demandez-le à qui l’a créé."
    default: cannotBeWritten(cause)
    }
  }

  static func noVersions(of path: String) -> String {
    "Il n’y a pas encore de version gardée de \(quoted(path, columns: .max))."
  }

  static func unknownVersion(_ typed: String, of path: String) -> String {
    "--restaurer\u{A0}: il n’y a pas de version \(quoted(typed)). "
      + "Pour les voir\u{A0}: palier versions \(shellQuoted(path))"
  }

  static func ambiguousVersion(_ names: [String]) -> String {
    "--restaurer\u{A0}: plusieurs versions ont ce numéro. Nommez l’une par son fichier\u{A0}: "
      + shown(list(names)) + "."
  }

  static let presentNotKept =
    "Rien n’est restauré\u{A0}: ce qui est là ne peut pas être gardé comme une version. "
    + "Faites de la place, ou vérifiez vos droits dans le dossier."

  static func restored(_ time: String, _ what: Restoration, in path: String) -> String {
    let restored = "Version du \(time) restaurée dans \(quoted(path, columns: .max))."
    return switch what {
    case .kept(let number):
      "\(restored) Ce qui y était\u{A0}: palier versions \(shellQuoted(path)) --restaurer \(number)"
    case .damaged(let name):
      "\(restored) Le fichier abîmé est gardé sous le nom \(quoted(name, columns: .max))."
    case .created: restored
    case .unchanged: "Rien à restaurer\u{A0}: c’est déjà ce qui est là."
    }
  }

  /// After why a file can't be read.
  static func canBeRestored(_ path: String, _ time: String, number: Int) -> String {
    " Une version du \(time) est lisible\u{A0}: palier versions \(shellQuoted(path)) --restaurer \(number)"
  }

  // Copies that a synchronised folder made.

  static let copiesTakeOneFile =
    "--copies prend la démarche seule, et y réunit ses copies\u{A0}: palier fusionner FICHIER --copies"

  static func noCopies(of path: String) -> String {
    "Il n’y a pas de copie en conflit à côté de \(quoted(path, columns: .max))."
  }

  static func newerCopy(_ name: String, _ version: Int) -> String {
    "\(quoted(name, columns: .max)) vient d’un Palier plus récent (version \(version) du format)\u{A0}: "
      + "elle reste où elle est. Mettez Palier à jour."
  }

  static func mergedCopy(_ name: String) -> String {
    "réunie, puis rangée parmi les versions\u{A0}: \(quoted(name, columns: .max))"
  }
}
