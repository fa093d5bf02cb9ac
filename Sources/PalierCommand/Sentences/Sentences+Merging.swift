import DPES

// What several states of one démarche make together.
extension Sentences {
  static func needsThreeFiles(count: Int) -> String {
    "Il faut trois fichiers, BASE, NOTRE et LEUR, et il y en a \(count). "
      + "Pour les copies en conflit\u{A0}: palier fusionner FICHIER --copies"
  }

  static let needsDestination = "Il manque le fichier à écrire\u{A0}: --vers FICHIER."

  static func otherDemarche(_ path: String, than ours: String) -> String {
    "\(quoted(path, columns: .max)) n’est pas la même démarche que "
      + "\(quoted(ours, columns: .max))\u{A0}: leurs identifiants diffèrent, rien n’en est repris. "
      + "Vérifiez les noms des fichiers."
  }

  /// What both sides changed, each in its own way.
  static func line(_ conflict: Conflict, _ reading: Conflict.Reading, at place: String) -> String {
    "à voir\u{A0}: \(shown(place))\u{A0}: \(words(reading.value(conflict.kept))) est gardé, "
      + "\(words(reading.value(conflict.kept.other))) est dans l’historique"
  }

  static func merged(in path: String, toSee count: Int) -> String {
    let words = count == 0 ? "rien à revoir" : "\(count.counting("endroit")) à voir"
    return "Réuni dans \(quoted(path, columns: .max))\u{A0}: \(words)."
  }

  static func exists(_ path: String) -> String {
    "\(quoted(path, columns: .max)) existe déjà, et rien n’est écrasé. "
      + "Choisissez un autre nom, ou ajoutez --remplacer."
  }

  static func wouldBeLost(_ path: String) -> String {
    "\(quoted(path, columns: .max)) est une autre démarche, qui serait perdue\u{A0}: rien n’est écrit. "
      + "Choisissez un autre nom."
  }

  private static func words(_ value: String?) -> String {
    guard let value else { return "rien" }
    // What has no name of its own is quoted already.
    return value.hasPrefix("«") ? shown(value, columns: 60) : quoted(value, columns: 60)
  }

  // A copy that names nobody.

  static func anonymised(_ path: String) -> String {
    "Copie écrite dans \(quoted(path, columns: .max)). Palier n’y masque que les noms qu’il connaît\u{A0}: "
      + "relisez les textes avant de la donner."
  }

  static func isNoAnonymousCopy(_ path: String) -> String {
    "\(quoted(path, columns: .max)) n’est pas une copie anonyme de cette démarche\u{A0}: rien n’est "
      + "écrit. Choisissez un autre nom."
  }

  static func keepsNames(_ path: String) -> String {
    "--vers\u{A0}: \(quoted(path, columns: .max)) est le fichier lui-même. Donnez un autre nom à la copie, "
      + "pour garder celui où sont les noms."
  }
}
