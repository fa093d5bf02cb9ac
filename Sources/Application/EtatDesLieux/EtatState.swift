import DPES
import TerminalUI

/// Where the person is on the état des lieux: a section, and a row of its list.
package struct EtatEcran: Hashable, Sendable {
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
  func participant(in derived: Derived) -> Participant? {
    index(in: .participants, derived).map { derived.etat.participants[$0] }
  }

  func row(in derived: Derived) -> EtatRows.SeanceRow? {
    index(in: .seances, derived).map { derived.etat.rows[$0] }
  }

  /// The row selected on one of the fiches; nil on another section.
  func ficheRow(in derived: Derived) -> EtatRows.FicheRow? {
    guard let rows = derived.etat.fiches[section] else { return nil }
    return index(in: section, derived).map { rows[$0] }
  }

  func acteur(in derived: Derived) -> Acteur? {
    index(in: .acteurs, derived).map { derived.etat.acteurs[$0] }
  }

  func profilRow(in derived: Derived) -> EtatRows.ProfilRow? {
    index(in: .profilStrategique, derived).map { derived.etat.profil[$0] }
  }

  func etapeRow(in derived: Derived) -> EtatRows.EtapeRow? {
    index(in: .etapes, derived).map { derived.etat.etapes[$0] }
  }

  private func index(in section: Section, _ derived: Derived) -> Int? {
    self[section].selectedRow(of: derived.etat.ids(of: section).count)
  }

  subscript(section: Section) -> ListView { lists[section] ?? ListView() }

  /// The rows of the present section.
  func count(in derived: Derived) -> Int { derived.etat.ids(of: section).count }

  var list: ListView { self[section] }

  /// Puts a list that was moved in the place of the present section's.
  mutating func set(_ list: ListView, in derived: Derived) {
    lists[section] = list
    remember(section, in: derived)
  }

  /// Selects a row of any section by its id, and shows its section.
  ///
  /// - Returns: Whether the démarche has it.
  mutating func select(_ id: String, in derived: Derived) -> Bool {
    for section in Section.allCases {
      guard let row = derived.etat.ids(of: section).firstIndex(of: id) else { continue }
      self.section = section
      lists[section] = ListView(selection: row)
      remember(section, in: derived)
      return true
    }
    return false
  }

  /// Keeps the selections on what they were on, when rows came or went.
  mutating func settle(in derived: Derived) {
    for section in Section.allCases {
      if let id = selectedIDs[section],
        let row = derived.etat.ids(of: section).firstIndex(of: id),
        row != self[section].selection
      {
        lists[section] = ListView(selection: row)
      }
      remember(section, in: derived)
    }
  }

  private mutating func remember(_ section: Section, in derived: Derived) {
    selectedIDs[section] = index(in: section, derived).map { derived.etat.ids(of: section)[$0] }
  }
}
