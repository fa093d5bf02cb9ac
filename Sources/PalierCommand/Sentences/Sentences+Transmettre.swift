import DPES

// What a structure hands over.
extension Sentences {
  static let handsOverToFile =
    "Il manque «\u{A0}--vers FICHIER\u{A0}»\u{A0}: le fichier qui contiendra ce que vous transmettez."
  static let withdrawsOnly =
    "--retirer retire un accord, et ne va ni avec --textes ni avec --jusquau. Gardez l’un ou l’autre."
  static let noReceiver =
    "--a ne nomme personne. Écrivez le nom du réseau\u{A0}: --a \"APES Artois\"."

  static func notNumbers(_ text: String) -> String {
    "--textes \(quoted(text, columns: 40)) n’est pas une suite de numéros. Écrivez-les ainsi\u{A0}: "
      + "--textes 3,12."
  }

  static func noObservation(_ number: Int) -> String {
    "Aucune observation n’a le numéro \(number). Les numéros se lisent au cercle de qualité."
  }

  static func isExtract(_ path: String) -> String {
    "\(quoted(path, columns: .max)) est déjà ce qu’une structure a transmis. Nommez sa propre démarche."
  }

  static func givesNoTerritory(_ path: String) -> String {
    "\(quoted(path, columns: .max)) est un territoire, et lit les structures\u{A0}: il ne se transmet pas. "
      + "Nommez la démarche d’une structure."
  }

  static func isNoExtract(_ path: String) -> String {
    "\(quoted(path, columns: .max)) n’est pas remplacé\u{A0}: ce n’est pas ce que cette structure a transmis à "
      + "ce réseau. Choisissez un autre nom."
  }

  static func neverHandedOver(to receiver: String, known: [String]) -> String {
    let others =
      known.isEmpty ? "" : " Elle l’a été à\u{A0}: \(list(known.map { quoted($0) }, "et"))."
    return "Rien n’a été transmis à \(quoted(receiver))\u{A0}: il n’y a rien à retirer.\(others)"
  }

  /// What became of a handing over, or of a withdrawal.
  static func handedOver(
    _ given: Transmission, texts: Int, in path: String?, to receiver: String
  ) -> String {
    let file = path.map { quoted($0, columns: .max) }
    guard given.retireLe == nil else {
      return "L’accord donné à \(quoted(receiver)) est retiré."
        + (file.map { " \($0) le lui dit\u{A0}: donnez-le-lui." }
          ?? " Dites-le-lui\u{A0}: ce qu’il a déjà ne s’efface pas de loin.")
    }
    let texts = texts == 0 ? "" : " et les mots de \(texts.counting("observation"))"
    let end = given.jusquau.map { ", jusqu’au \($0.french)" } ?? ""
    return "\(file ?? "") contient ce qui se compte\(texts), pour \(quoted(receiver))\(end). "
      + "Ouvrez-le avec Palier avant de le donner\u{A0}; l’accord est noté dans votre démarche."
  }
}
