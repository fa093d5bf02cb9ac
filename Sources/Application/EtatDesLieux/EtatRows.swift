import DPES

/// What the état des lieux shows, worked out from the démarche once it changes.
struct EtatRows: Sendable {
  /// A séance, or a promise made there, under it.
  struct SeanceRow: Hashable, Sendable {
    let id: String
    /// The index of the séance in the démarche.
    let seance: Int
    /// The index of the promise there; nil for the séance itself.
    let promesse: Int?
  }

  private(set) var jour = Day(number: 0)
  private(set) var participants: [Participant] = []
  private(set) var seances: [Seance] = []
  /// The séances from the latest to the first, each with its promises.
  private(set) var rows: [SeanceRow] = []
  /// The index of the séance of the day.
  private(set) var seanceDuJour: Int?
  /// Ids of those who are at the séance of the day.
  private(set) var presents: Set<String> = []
  private(set) var tours = ToursDeParole()
  private(set) var avis: [AvisDuTourDeTable] = []
  /// What a séance of the day opens on.
  private(set) var aRevoir: [Seance.Promesse] = []

  init() {}

  /// - Complexity: O(participants + séances + promises + observations of one image).
  init(_ demarche: Demarche, le jour: Day) {
    self.jour = jour
    participants = demarche.participants
    seances = demarche.seances
    for index in demarche.seancesParDate {
      let seance = seances[index]
      rows.append(SeanceRow(id: seance.id, seance: index, promesse: nil))
      rows += seance.promesses.enumerated().map {
        SeanceRow(id: $1.id, seance: index, promesse: $0)
      }
    }
    seanceDuJour = demarche.seance(du: jour)
    presents = Set(seanceDuJour.map { seances[$0].presents } ?? [])
    tours = ToursDeParole(demarche, le: jour)
    avis = AvisDuTourDeTable.avis(participants, le: jour)
    aRevoir = demarche.promessesARevoir(le: jour)
  }

  /// Whether a démarche on a day would give the same, its images apart.
  func isOf(_ demarche: Demarche, le jour: Day) -> Bool {
    self.jour == jour && participants == demarche.participants && seances == demarche.seances
  }

  func promesse(_ row: SeanceRow) -> Seance.Promesse? {
    row.promesse.map { seances[row.seance].promesses[$0] }
  }
}
