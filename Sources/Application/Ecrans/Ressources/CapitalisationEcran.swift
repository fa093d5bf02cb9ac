import DPES
import TerminalUI

/// Where the person is among the notes and the dossier Ressources.
struct CapitalisationEcran: Sendable {
  /// The two lists of what is kept of the démarche.
  enum Pile: CaseIterable, Hashable, Sendable {
    case notes, ressources

    var other: Pile { self == .notes ? .ressources : .notes }

    /// Its name, and the one in one word for narrow windows.
    var names: (whole: String, short: String) {
      switch self {
      case .notes: ("Notes de capitalisation", "Notes")
      case .ressources: ("Dossier Ressources", "Ressources")
      }
    }
  }

  /// What is listed, while the screen is shown.
  fileprivate(set) var rows = CapitalisationRows()
  var pile = Pile.notes
  private var lists: [Pile: KeptList] = [:]
  /// What the rows were worked out from.
  fileprivate var stamp: Derived.Stamp?

  /// The list of the pile looked at.
  var list: KeptList {
    get { lists[pile] ?? KeptList() }
    set { lists[pile] = newValue }
  }

  /// Ids of the rows of the list shown.
  var ids: [String] { rows.ids(of: pile) }

  /// Selects a row of any pile by its id, and shows its pile.
  ///
  /// - Returns: Whether there is such a row.
  mutating func select(_ id: String) -> Bool {
    for pile in Pile.allCases {
      guard lists[pile, default: KeptList()].select(id, of: rows.ids(of: pile)) else { continue }
      self.pile = pile
      return true
    }
    return false
  }

  /// Keeps the selections on what they were on, when rows came or went.
  fileprivate mutating func settle() {
    for pile in Pile.allCases { lists[pile, default: KeptList()].settle(rows.ids(of: pile)) }
  }
}

extension CapitalisationEcran: Ecran {
  static let place = Screen(
    8, "capitalisation", "Ressources et notes", short: "Notes", CapitalisationEcran.self)

  static let parts = [EcranPart(.capitalisation)]

  static func renew(_ state: inout State) {
    let stamp = state.derived.stamp
    guard state.screen == place, let demarche = state.demarche, state.capitalisation.stamp != stamp
    else { return }
    state.capitalisation.stamp = stamp
    state.capitalisation.rows = CapitalisationRows(demarche)
  }

  static func settle(_ state: inout State) {
    if state.screen == place { state.capitalisation.settle() }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    CapitalisationView(state, in: area).draw(on: &canvas)
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    state.screen == place && state.capitalisation.select(id)
  }

  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .note(let id), .ressource(let id):
      state.come(to: place)
      _ = select(&state, id)
      return true
    default: return false
    }
  }
}

extension State {
  var capitalisation: CapitalisationEcran {
    get { ecrans[CapitalisationEcran.self] }
    _modify { yield &ecrans[CapitalisationEcran.self] }
  }
}

extension Screen {
  /// What is kept for others: ideas, actions, texts.
  package static let capitalisation = CapitalisationEcran.place
}
