import DPES

/// Where the person is on the état des lieux: a section, and a row of its list.
package struct EtatEcran: Sendable {
  /// A part of the état des lieux; its raw value is its name on the command line.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    case etapes, structure, pilotage, participants, acteurs, profilStrategique, seances

    /// Its name, and the one in one word for narrow windows.
    var names: (whole: String, short: String) {
      switch self {
      case .etapes: ("Les étapes", "Étapes")
      case .structure: ("Organisation", "Identité")
      case .pilotage: ("Pilotage", "Pilotage")
      case .participants: ("Tour de table", "Table")
      case .acteurs: ("Acteurs", "Acteurs")
      case .profilStrategique: ("Profil stratégique", "Profil")
      case .seances: ("Séances", "Séances")
      }
    }
  }

  /// What each section lists.
  private(set) var rows = EtatRows()
  private var listed: Listed?
  private var imagesRevision: Int?
  var section = Section.participants
  /// The order in which the tour de table is shown.
  var ordre = OrdreDuTourDeTable.table
  /// Questions of the profil stratégique that somebody has seen enough of, by their ids.
  var questionsEcartees: Set<String> = []
  private var lists: [Section: KeptList] = [:]

  var participant: Participant? { index(in: .participants).map { rows.participants[$0] } }

  var row: EtatRows.SeanceRow? { index(in: .seances).map { rows.rows[$0] } }

  /// The row selected on one of the fiches; nil on another section.
  var ficheRow: EtatRows.FicheRow? {
    guard let rows = rows.fiches[section] else { return nil }
    return index(in: section).map { rows[$0] }
  }

  var acteur: Acteur? { index(in: .acteurs).map { rows.acteurs[$0] } }

  var profilRow: EtatRows.ProfilRow? { index(in: .profilStrategique).map { rows.profil[$0] } }

  var etapeRow: EtatRows.EtapeRow? { index(in: .etapes).map { rows.etapes[$0] } }

  private func index(in section: Section) -> Int? {
    (lists[section] ?? KeptList()).index(of: rows.ids(of: section))
  }

  /// The ids of the rows of the present section.
  var ids: [String] { rows.ids(of: section) }

  /// The list of the present section.
  var list: KeptList {
    get { lists[section] ?? KeptList() }
    set { lists[section] = newValue }
  }

  /// Selects a row of the present section, its list anew from the top.
  mutating func select(row: Int) {
    list = KeptList()
    list.select(row, of: ids, height: ids.count)
  }

  /// Selects a row of any section by its id, and shows its section.
  ///
  /// - Returns: Whether the démarche has it.
  mutating func select(_ id: String) -> Bool {
    for section in Section.allCases {
      guard lists[section, default: KeptList()].select(id, of: rows.ids(of: section)) else {
        continue
      }
      self.section = section
      return true
    }
    return false
  }

  /// Keeps the selections on what they were on, when rows came or went.
  mutating func settle() {
    for section in Section.allCases {
      lists[section, default: KeptList()].settle(rows.ids(of: section))
    }
  }

  /// What decides which rows there are.
  private struct Listed: Hashable, Sendable {
    let derived: Derived.Stamp
    let ordre: OrdreDuTourDeTable
    let withEtapes: Bool
  }

  /// Lists anew what differs, with what the étapes lack when they are shown.
  mutating func renew(_ demarche: Demarche, _ derived: Derived, withEtapes: Bool) {
    let listed = Listed(derived: derived.stamp, ordre: ordre, withEtapes: withEtapes)
    guard self.listed != listed else { return }
    self.listed = listed
    let today = derived.stamp.today
    if imagesRevision != derived.imagesRevision || !rows.isOf(demarche, le: today, ordre) {
      rows = EtatRows(demarche, le: today, ordre)
      imagesRevision = derived.imagesRevision
    }
    if withEtapes { rows.takeParcours(of: demarche, derived.avancement) }
  }
}
