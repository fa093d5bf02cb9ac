import DPES
import TerminalUI

/// Where the person is on the état des lieux: a section, and a row of its list.
package struct EtatState: Hashable, Sendable {
  /// A part of the état des lieux; its raw value is its name on the command line.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    case participants, seances

    var title: String {
      switch self {
      case .participants: "Tour de table"
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
  private(set) var participants = ListView()
  private(set) var seances = ListView()
  /// What is selected in each list, found again when its rows change.
  private var participantID: String?
  private var seanceRow: EtatRows.SeanceRow?
}

extension EtatState {
  func participant(in derived: Derived) -> Participant? {
    let rows = derived.etat.participants
    return participants.selectedRow(of: rows.count).map { rows[$0] }
  }

  func row(in derived: Derived) -> EtatRows.SeanceRow? {
    let rows = derived.etat.rows
    return seances.selectedRow(of: rows.count).map { rows[$0] }
  }

  /// The rows of the present section.
  func count(in derived: Derived) -> Int {
    switch section {
    case .participants: derived.etat.participants.count
    case .seances: derived.etat.rows.count
    }
  }

  var list: ListView {
    switch section {
    case .participants: participants
    case .seances: seances
    }
  }

  /// Puts a list that was moved in the place of the present section's.
  mutating func set(_ list: ListView, in derived: Derived) {
    switch section {
    case .participants: participants = list
    case .seances: seances = list
    }
    remember(in: derived)
  }

  /// Selects a participant, a séance or a promise by its id, and shows its section.
  ///
  /// - Returns: Whether the démarche has it.
  mutating func select(_ id: String, in derived: Derived) -> Bool {
    if let row = derived.etat.participants.firstIndex(where: { $0.id == id }) {
      section = .participants
      participants = ListView(selection: row)
    } else if let row = derived.etat.rows.firstIndex(where: { $0.id == id }) {
      section = .seances
      seances = ListView(selection: row)
    } else {
      return false
    }
    remember(in: derived)
    return true
  }

  /// Keeps the selections on what they were on, when rows came or went.
  mutating func settle(in derived: Derived) {
    let people = derived.etat.participants
    if let row = people.firstIndex(where: { $0.id == participantID }),
      row != participants.selection
    {
      participants = ListView(selection: row)
    }
    let rows = derived.etat.rows
    if let row = rows.firstIndex(where: { $0.id == seanceRow?.id }), row != seances.selection {
      seances = ListView(selection: row)
    }
    remember(in: derived)
  }

  private mutating func remember(in derived: Derived) {
    participantID = participant(in: derived)?.id
    seanceRow = row(in: derived)
  }
}
