/// What a date of the démarche is about.
package enum GenreDeDate: Hashable, Sendable {
  /// What has happened.
  case fait
  /// What is meant to happen, or may.
  case prevu
  /// Of a document, which may be old.
  case document
}

/// What is worth a word about a date; it is kept all the same.
package enum AvisDeDate: Hashable, Sendable {
  /// Years before the start.
  case bienAvant(debut: Day)
  /// A fact that is still to come on this day.
  case aVenir(Day)
  /// After the last day of the démarche.
  case apresLaFin(Day)

  /// What is odd about a date, in a sentence.
  package func phrase(_ date: Day) -> String {
    switch self {
    case .bienAvant(let debut):
      "Le \(date.french) vient plus de cinq ans avant le début de la démarche, le \(debut.french)."
    case .aVenir(let jour):
      "Le \(date.french) n’est pas encore venu\u{A0}: nous sommes le \(jour.french)."
    case .apresLaFin(let fin):
      "Le \(date.french) vient après la fin de la démarche, le \(fin.french)."
    }
  }
}

/// What the dates of a démarche are held against.
package struct BornesDeDate: Hashable, Sendable {
  /// Years before the start that a date may well be of.
  private static let annees = 5

  private let debut: Day?
  private let fin: Day?
  private let jour: Day?

  /// Without a day, nothing is said of facts that are still to come.
  package init(_ schema: SchemaDeProgres, le jour: Day?) {
    // A start in a year that can't be is a fault of its own.
    let isPlausible = schema.debut.map { Day.annees.contains($0.year) } ?? false
    debut = isPlausible ? schema.debut : nil
    fin = isPlausible ? schema.periodes.last?.fin : nil
    self.jour = jour
  }

  /// What there is to say of a date; nil for one that may well be.
  package func avis(_ date: Day, _ genre: GenreDeDate) -> AvisDeDate? {
    if genre != .document, let debut, date < debut.adding(months: -12 * Self.annees) {
      return .bienAvant(debut: debut)
    }
    if genre != .prevu, let jour, date > jour { return .aVenir(jour) }
    if let fin, date > fin { return .apresLaFin(fin) }
    return nil
  }
}
