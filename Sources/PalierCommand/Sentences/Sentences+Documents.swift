import Documents

// What is said of documents that are written.
extension Sentences {
  static func written(_ path: String, sansNoms: Bool) -> String {
    "Écrit : \(quoted(path, columns: .max))."
      + (sansNoms
        ? " Palier n’y masque que les noms qu’il connaît : relisez les textes avant de le donner."
        : "")
  }

  static func isSource(_ path: String) -> String {
    "--vers : \(quoted(path, columns: .max)) est la démarche elle-même. Donnez un autre nom au document."
  }

  static let excelIsForCSV = "--excel ne sert qu’avec --format csv."

  static func cannotHold(_ format: String, _ part: String, known: [String]) -> String {
    "--quoi : \(quoted(part)) ne s’écrit pas en \(format). Choisissez \(list(known))."
  }
}
