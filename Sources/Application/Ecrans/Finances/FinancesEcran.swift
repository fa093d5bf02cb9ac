import DPES
import TerminalUI

/// Where the person is on the suivi financier.
struct FinancesEcran: Sendable {
  /// What a row is about.
  enum Ligne: Hashable, Sendable {
    /// A financial year, by its place in ``SuiviFinancier/annees``.
    case annee(Int)
    /// One of those who pay in a year.
    case financeur(Int, Financeur)
    case point(Tresorerie)
  }

  /// What the years say, while the screen is shown.
  fileprivate(set) var finances = SuiviFinancier([])
  /// Each year with those who pay in it under it, then what there was on which day.
  fileprivate(set) var lignes: [Ligne] = []
  /// The ids of the rows.
  fileprivate(set) var ids: [String] = []
  var liste = KeptList()
  /// What those were worked out from.
  fileprivate var stamp: Derived.Stamp?

  /// The row that is selected; nil when there is none.
  var ligne: Ligne? { liste.index(of: ids).map { lignes[$0] } }

  fileprivate mutating func renew(_ structure: Structure) {
    finances = SuiviFinancier(structure.exercices)
    lignes = finances.annees.enumerated().flatMap { place, annee in
      [.annee(place)] + annee.exercice.financeurs.map { .financeur(place, $0) }
    }
    lignes += Tresorerie.points(structure.tresorerie).map(Ligne.point)
    ids = lignes.map { ligne in
      switch ligne {
      case .annee(let place): finances.annees[place].exercice.id
      case .financeur(_, let one): one.id
      case .point(let one): one.point.id
      }
    }
  }
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
    state.finances.renew(demarche.structure)
  }

  static func settle(_ state: inout State) {
    if state.screen == place { state.finances.liste.settle(state.finances.ids) }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    FinancesView(state, in: area).draw(on: &canvas)
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    state.screen == place && state.finances.liste.select(id, of: state.finances.ids)
  }

  /// The état des lieux shows a year too, where this screen is not shown.
  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .exercice(let id):
      guard state.screen == place else { return false }
      _ = select(&state, id)
    case .financeur(let id, let year):
      state.come(to: place)
      if !select(&state, id) { _ = select(&state, year) }
    case .tresorerie(let id):
      state.come(to: place)
      _ = select(&state, id)
    default: return false
    }
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
