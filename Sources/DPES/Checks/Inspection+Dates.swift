import JSONTree

// Dates far outside the démarche, and a clock that is behind what the file holds.
extension Inspection {
  mutating func inspectDates() {
    let bornes = BornesDeDate(demarche.schema, le: jour)
    let tree = tree
    for place in Format.places {
      guard let genre = place.usage.genre else { continue }
      tree.visit(place.path) { pointer, value in
        if case .string(let text) = value { inspect(Day(iso: text), genre, bornes, at: pointer) }
      }
    }
    for (index, seance) in demarche.seances.enumerated() {
      inspect(seance.date, seance.genreDeDate, bornes, at: ["seances", .index(index), "date"])
    }
  }

  private mutating func inspect(
    _ date: Day?, _ genre: GenreDeDate, _ bornes: BornesDeDate, at pointer: JSONPointer
  ) {
    // A year that can't be is said as such.
    guard let date, Day.annees.contains(date.year), let avis = bornes.avis(date, genre) else {
      return
    }
    note(.dateHorsDemarche, at: pointer, avis.phrase(date))
  }

  mutating func inspectClock() {
    guard let jour, let saisie = demarche.saisieAVenir(le: jour) else { return }
    note(
      .horloge, at: JSONPointer(),
      "Une saisie est du \(saisie.french), et cet ordinateur se croit le \(jour.french).")
  }
}

extension Day {
  /// What a facilitator notes happens in her life, or its structure's.
  static let annees = 1900...2100

  /// Whether its year is one of those.
  var estPlausible: Bool { Day.annees.contains(year) }
}

extension Seance {
  /// One with people in it was held.
  package var genreDeDate: GenreDeDate { presents.isEmpty ? .prevu : .fait }
}

extension Demarche {
  /// The day of the latest entry that the program dated itself, when it is after a day.
  ///
  /// Then a clock is wrong, here or where it was entered. A day apart may be only a time zone.
  ///
  /// - Complexity: O(entries)
  package func saisieAVenir(le jour: Day) -> Day? {
    var last = historique.lazy.compactMap { $0.quand?.day }.max() ?? jour
    last = periodesCloses.lazy.compactMap(\.le).reduce(last, max)
    last = cercles.lazy.compactMap(\.figeeLe).reduce(last, max)
    for indicateur in schema.paliers.lazy.flatMap(\.indicateurs) {
      for entry in indicateur.realises.entries {
        last = entry.value.corrections.lazy.compactMap(\.date).reduce(last, max)
        if let date = entry.value.date { last = max(last, date) }
      }
    }
    return last > jour.adding(days: 1) && Day.annees.contains(last.year) ? last : nil
  }
}
