import DPES

// Two images of the cercle compared.
extension Sentences {
  /// An image by its day and its title.
  static func name(_ image: CercleDeQualite) -> String {
    guard image.regard == nil else {
      let peers = image.parQui.map { " de \(quoted($0))" } ?? ""
      return "le regard des pairs\(peers), du \(image.date.french)"
    }
    return "l’image du \(image.date.french)" + (image.titre.map { " \(quoted($0))" } ?? "")
  }

  /// What is compared, in two lines.
  static func compared(
    _ before: CercleDeQualite, _ after: CercleDeQualite, of structure: String
  ) -> String {
    let pair =
      after.regard == nil
      ? "De \(name(before)) à \(name(after))"
      : "\(name(before).prefix(1).uppercased())\(name(before).dropFirst()), et \(name(after))"
    return "\(shown(structure))\n\(pair)"
  }

  /// A regard stands in the second place, beside what it is of.
  static func regardFirst(_ regard: CercleDeQualite) -> String {
    "\(quoted(regard.id)) est un regard de pairs, du \(regard.date.french)\u{A0}: nommez-le avec --a, "
      + "et l’image avec --de."
  }

  static func nothingToCompare(_ image: CercleDeQualite?) -> String {
    guard let image else {
      return "Il n’y a pas d’image du cercle dans cette démarche\u{A0}: rien à comparer."
    }
    return "Il n’y a que \(name(image)) dans cette démarche\u{A0}: il en faut deux pour comparer."
  }

  static func unknownImage(
    _ id: String, option: String, known images: [CercleDeQualite]
  ) -> String {
    guard !images.isEmpty else { return "\(option)\u{A0}: la démarche n’a encore aucune image." }
    let list = list(images.map { "\(shown($0.id)) (\($0.date.french))" }, "et")
    return
      "\(option)\u{A0}: aucune image n’a l’identifiant \(quoted(id)). Les images\u{A0}: \(list)."
  }

  static func unknownSeance(_ id: String, known seances: [Seance]) -> String {
    guard !seances.isEmpty else { return "--seance\u{A0}: la démarche n’a encore aucune séance." }
    let list = list(
      seances.map { "\(shown($0.id)) (\($0.date?.french ?? "sans date"))" }, "et")
    return
      "--seance\u{A0}: aucune séance n’a l’identifiant, ni le jour, \(quoted(id)). Les séances\u{A0}: \(list)."
  }

  static func noImageBefore(_ image: CercleDeQualite) -> String {
    "Il n’y a pas d’image avant \(name(image)). Nommez l’autre avec --de."
  }

  static func sameImage(_ image: CercleDeQualite) -> String {
    "\(name(image).prefix(1).uppercased())\(name(image).dropFirst()) ne se compare pas à "
      + "elle-même. Nommez-en deux avec --de et --a."
  }
}
