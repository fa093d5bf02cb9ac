import DPES
import TerminalUI

/// Where the person is on the état des lieux: a section, and a row of its list.
package struct EtatEcran: Sendable {
  /// A part of the état des lieux; its raw value is its name on the command line.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    case etapes, structure, pilotage, participants, acteurs, profilStrategique, seances

    var title: String {
      switch self {
      case .etapes: "Les étapes"
      case .structure: "Organisation"
      case .pilotage: "Pilotage"
      case .participants: "Tour de table"
      case .acteurs: "Acteurs"
      case .profilStrategique: "Profil stratégique"
      case .seances: "Séances"
      }
    }

    /// Its name in one word, for narrow windows.
    var shortTitle: String {
      switch self {
      case .etapes: "Étapes"
      case .structure: "Identité"
      case .pilotage: "Pilotage"
      case .participants: "Table"
      case .acteurs: "Acteurs"
      case .profilStrategique: "Profil"
      case .seances: "Séances"
      }
    }

    func stepped(by steps: Int) -> Section {
      let all = Section.allCases
      let index = (all.firstIndex(of: self) ?? 0) + steps
      return all[((index % all.count) + all.count) % all.count]
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
  private var lists: [Section: ListView] = [:]
  /// What is selected in each list, found again when its rows change.
  private var selectedIDs: [Section: String] = [:]
}

extension EtatEcran {
  var participant: Participant? {
    index(in: .participants).map { rows.participants[$0] }
  }

  var row: EtatRows.SeanceRow? {
    index(in: .seances).map { rows.rows[$0] }
  }

  /// The row selected on one of the fiches; nil on another section.
  var ficheRow: EtatRows.FicheRow? {
    guard let rows = rows.fiches[section] else { return nil }
    return index(in: section).map { rows[$0] }
  }

  var acteur: Acteur? {
    index(in: .acteurs).map { rows.acteurs[$0] }
  }

  var profilRow: EtatRows.ProfilRow? {
    index(in: .profilStrategique).map { rows.profil[$0] }
  }

  var etapeRow: EtatRows.EtapeRow? {
    index(in: .etapes).map { rows.etapes[$0] }
  }

  private func index(in section: Section) -> Int? {
    self[section].selectedRow(of: rows.ids(of: section).count)
  }

  subscript(section: Section) -> ListView { lists[section] ?? ListView() }

  /// The rows of the present section.
  var count: Int { rows.ids(of: section).count }

  var list: ListView { self[section] }

  /// Puts a list that was moved in the place of the present section's.
  mutating func set(_ list: ListView) {
    lists[section] = list
    remember(section)
  }

  /// Selects a row of any section by its id, and shows its section.
  ///
  /// - Returns: Whether the démarche has it.
  mutating func select(_ id: String) -> Bool {
    for section in Section.allCases {
      guard let row = rows.ids(of: section).firstIndex(of: id) else { continue }
      self.section = section
      lists[section] = ListView(selection: row)
      remember(section)
      return true
    }
    return false
  }

  /// Keeps the selections on what they were on, when rows came or went.
  mutating func settle() {
    for section in Section.allCases {
      if let id = selectedIDs[section],
        let row = rows.ids(of: section).firstIndex(of: id),
        row != self[section].selection
      {
        lists[section] = ListView(selection: row)
      }
      remember(section)
    }
  }

  private mutating func remember(_ section: Section) {
    selectedIDs[section] = index(in: section).map { rows.ids(of: section)[$0] }
  }
}

// What is listed.
extension EtatEcran {
  /// What decides which rows there are.
  fileprivate struct Listed: Hashable, Sendable {
    let derived: Derived.Stamp
    let ordre: OrdreDuTourDeTable
    let withEtapes: Bool
  }

  /// Lists anew what differs, with what the étapes lack when they are shown.
  mutating func renew(
    _ demarche: Demarche, _ derived: Derived, withEtapes: Bool
  ) {
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
