import DPES
import TerminalUI

/// Where the person is on the screens that hang from the tableau.
struct AnnexeState: Hashable, Sendable {
  /// The screen that Échap goes back to.
  var back = Screen.tableau
  var exercices = KeptList()
  var pile = Pile.notes
  var notes = KeptList()
  var ressources = KeptList()
  /// The axis looked at on the page of the board.
  var axe = Axe.utilite

  /// The two lists of what is kept of the démarche.
  /// The list of the pile looked at.
  var list: KeptList {
    get { pile == .notes ? notes : ressources }
    set {
      switch pile {
      case .notes: notes = newValue
      case .ressources: ressources = newValue
      }
    }
  }

  enum Pile: CaseIterable, Hashable, Sendable {
    case notes, ressources

    var title: String {
      switch self {
      case .notes: "Notes de capitalisation"
      case .ressources: "Dossier Ressources"
      }
    }

    /// Its name in one word, for narrow windows.
    var shortTitle: String {
      switch self {
      case .notes: "Notes"
      case .ressources: "Ressources"
      }
    }
  }
}

/// What these screens show, worked out while one of them is shown.
struct AnnexeRows: Sendable {
  private(set) var finances = SuiviFinancier([])
  private(set) var exercices: [String] = []
  private(set) var capitalisation = CapitalisationRows()
  private(set) var page: PageDuCA?

  /// - Complexity: what `screen` shows alone: O(n log n) in the years, or in the notes and
  ///   documents, or O(indicators × periods + observations of an image).
  mutating func renew(_ demarche: Demarche, _ avancement: Avancement?, for screen: Screen) {
    switch screen {
    case .finances:
      finances = SuiviFinancier(demarche.structure.exercices)
      exercices = finances.annees.map(\.exercice.id)
    case .capitalisation: capitalisation = CapitalisationRows(demarche)
    case .ca: page = avancement.map { PageDuCA(demarche, $0) }
    default: break
    }
  }
}

extension State {
  /// Keeps the selections on what they were on, when rows came or went.
  mutating func settleAnnexes() {
    let rows = derived.annexes
    switch screen {
    case .finances: annexes.exercices.settle(rows.exercices)
    case .capitalisation:
      annexes.notes.settle(rows.capitalisation.notes.map(\.id))
      annexes.ressources.settle(rows.capitalisation.ressources.map(\.id))
    default: break
    }
  }

  /// Selects a year, a note or an entry of the dossier on the screen that shows it.
  ///
  /// - Returns: Whether that screen is shown, and has it.
  mutating func selectAnnexe(_ id: String) -> Bool {
    let rows = derived.annexes
    switch screen {
    case .finances: return annexes.exercices.select(id, of: rows.exercices)
    case .capitalisation:
      if annexes.notes.select(id, of: rows.capitalisation.notes.map(\.id)) {
        annexes.pile = .notes
        return true
      }
      guard annexes.ressources.select(id, of: rows.capitalisation.ressources.map(\.id)) else {
        return false
      }
      annexes.pile = .ressources
      return true
    default: return false
    }
  }

  mutating func leaveAnnexe() -> [Effect] {
    show(annexes.back)
    return []
  }
}

extension Action {
  /// What is heard on each of these screens: back to where one came from, along the list.
  static func annexe(_ screen: Screen) -> [Action] {
    [
      Action(
        "\(screen.name).revenir", [.escape], "Revenir", short: "revenir",
        weight: 85, help: "Revient à l’écran d’où l’on vient.", perform: { $0.leaveAnnexe() })
    ]
  }
}
