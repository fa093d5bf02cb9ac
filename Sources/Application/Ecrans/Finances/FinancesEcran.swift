import DPES
import TerminalUI

/// Where the person is on the suivi financier.
struct FinancesEcran: Sendable {
  /// What the years say, while the screen is shown.
  fileprivate(set) var finances = SuiviFinancier([])
  /// The ids of the years.
  var exercices: [String] { finances.annees.map(\.exercice.id) }
  var liste = KeptList()
  /// What those were worked out from.
  fileprivate var stamp: Derived.Stamp?
}

extension FinancesEcran: Ecran {
  static let place = Screen(
    7, "finances", "Suivi financier", short: "Finances", opensGroup: true, FinancesEcran.self)

  static let parts = [EcranPart(.finances)]

  static func renew(_ state: inout State) {
    let stamp = state.derived.stamp
    guard state.screen == place, let demarche = state.demarche, state.finances.stamp != stamp
    else { return }
    state.finances.stamp = stamp
    state.finances.finances = SuiviFinancier(demarche.structure.exercices)
  }

  static func settle(_ state: inout State) {
    if state.screen == place { state.finances.liste.settle(state.finances.exercices) }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    FinancesView(state, in: area).draw(on: &canvas)
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    state.screen == place && state.finances.liste.select(id, of: state.finances.exercices)
  }

  /// The état des lieux shows a year too, where this screen is not shown.
  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    guard case .exercice(let id) = change, state.screen == place else { return false }
    _ = select(&state, id)
    return true
  }
}

extension State {
  var finances: FinancesEcran {
    get { ecrans[FinancesEcran.self] }
    _modify { yield &ecrans[FinancesEcran.self] }
  }
}

extension Screen {
  /// The accounts, year by year.
  package static let finances = FinancesEcran.place
}
