package import DPES

/// What documents are made from: a démarche, where it stands on a day, and who is who in it.
///
/// Made once for a document; every rule of the method it holds comes from ``Avancement``.
package struct Dossier: Sendable {
  package let demarche: Demarche
  package let jour: Day
  /// When the document is made; only a calendar says it.
  package let instant: Instant
  /// By id: those that the answers of the grille are read with; only some documents want them.
  package var referentiels: [String: Referentiel] = [:]
  /// Those that this machine knows, for what the démarche follows.
  package var cycles: [Cycle] = []
  /// What a spreadsheet is printed on.
  package var papier = Papier.a3
  /// Whether a drawing is written as a file in letters, instead of as it is.
  var hasPicturesInLetters = false
  /// Whether what is told has to find room on printed pages; else nothing is left out for want of it.
  var isPrinted = false
  /// Which image, which séance, since when; what nobody chose comes from the day.
  package var choix = ChoixDeDocument()
  /// Names were left out of the démarche.
  package var sansNoms = false
  let avancement: Avancement
  let people: People
  let proofs: NumberedProofs

  /// - Complexity: O(participants + indicators × periods).
  package init(_ demarche: Demarche, le jour: Day, instant: Instant) {
    self.demarche = demarche
    self.jour = jour
    self.instant = instant
    // Before month 0 it stands as at the départ.
    avancement = Avancement(demarche.schema, le: max(jour, demarche.schema.debut ?? jour))
    people = People(demarche.participants)
    proofs = NumberedProofs(avancement)
  }

  /// The image that documents show: the one that was chosen, that of the séance that was, else the
  /// last one on the day, or the first after it.
  var image: CercleDeQualite? { choix.image(dans: demarche, le: jour) }

  /// The day that the year is told from, and compared with.
  var depuis: Day { since ?? RapportAnnuel.depuis(jour) }

  /// That day where somebody chose it, or the cycle that is followed says it.
  var since: Day? { choix.depuis ?? reportOfCycle?.since }

  /// The axes as they were on an earlier day, at the départ at the earliest: what held before the
  /// démarche began did not change in it.
  ///
  /// - Complexity: O(indicators × periods)
  func axes(asOf day: Day) -> [Avancement.ParAxe] {
    let start = demarche.schema.debut ?? day
    return Avancement(demarche.schema, le: max(day, start)).axes
  }

  func participant(_ id: String?) -> Participant? { people.participant(id) }

  func name(of id: String?) -> String? { people.name(of: id) }

  func names(of ids: [String]) -> String? { people.names(of: ids) }

  func key(of id: String?) -> String? { people.key(of: id) }

  func keys(of ids: [String]) -> String? { people.keys(of: ids) }
}
