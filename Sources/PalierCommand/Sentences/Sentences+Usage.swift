// What is wrong with the words of a command.
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
}
