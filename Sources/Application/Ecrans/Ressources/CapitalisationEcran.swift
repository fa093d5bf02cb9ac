import DPES
import TerminalUI

/// Where the person is among the notes and the dossier Ressources.
struct CapitalisationEcran: Sendable {
  /// The two lists of what is kept of the démarche.
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

  /// What is listed, while the screen is shown.
  fileprivate(set) var rows = CapitalisationRows()
  var pile = Pile.notes
  var notes = KeptList()
  var ressources = KeptList()
  /// What the rows were worked out from.
  fileprivate var stamp: Derived.Stamp?

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
}

extension CapitalisationEcran: Ecran {
  static let place = Screen(
    8, "capitalisation", "Ressources et notes", short: "Notes", under: 5, CapitalisationEcran.self)

  static func tables(_ state: State) -> [ActionTable] { [.capitalisation] }

  static func renew(_ state: inout State) {
    let stamp = state.derived.stamp
    guard state.screen == place, let demarche = state.demarche,
      state.capitalisation.stamp != stamp
    else { return }
    state.capitalisation.stamp = stamp
    state.capitalisation.rows = CapitalisationRows(demarche)
  }

  static func settle(_ state: inout State) {
    guard state.screen == place else { return }
    let rows = state.capitalisation.rows
    state.capitalisation.notes.settle(rows.notes.map(\.id))
    state.capitalisation.ressources.settle(rows.ressources.map(\.id))
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    CapitalisationView.draw(state, in: area, on: &canvas)
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    guard state.screen == place else { return false }
    let rows = state.capitalisation.rows
    if state.capitalisation.notes.select(id, of: rows.notes.map(\.id)) {
      state.capitalisation.pile = .notes
      return true
    }
    guard state.capitalisation.ressources.select(id, of: rows.ressources.map(\.id)) else {
      return false
    }
    state.capitalisation.pile = .ressources
    return true
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
  package static let capitalisation = CapitalisationEcran.place
}
