import DPES

// What is wrong with the words of a command, and what it has done.
extension Sentences {
  static func unknown(_ word: String, option: String, known: [String]) -> String {
    "\(option) : \(quoted(word)) n’est pas \(list(known))."
  }

  static func notADay(_ text: String, option: String) -> String {
    "\(option) : \(quoted(text)) n’est pas un jour. Écrivez-le 2026-03-12 ou 12/03/2026."
  }

  static func notASize(_ text: String, option: String, allowed: ClosedRange<Int>) -> String {
    "\(option) : \(quoted(text)) n’est pas une taille. Écrivez des colonnes et des lignes, "
      + "de \(allowed.lowerBound) à \(allowed.upperBound), comme 100x30."
  }

  static func unknownID(_ id: String) -> String {
    "Rien dans la démarche n’a l’identifiant \(quoted(id))."
  }

  static let emptyName = "--structure : il faut le nom de la structure."

  static func created(_ path: String, debut: Day?) -> String {
    let start = debut.map { ", qui commence le \($0.french)" } ?? ""
    return "Démarche créée\(start). Pour l’ouvrir : palier \(shellQuoted(path))"
  }

  static func copied(to path: String) -> String {
    "Copie de l’exemple écrite. Pour l’ouvrir : palier \(shellQuoted(path))"
  }
}
