import DPES

/// Where the person is on the tableau de bord.
struct TableauState: Hashable, Sendable {
  /// The selected indicator's position among all, in the order of axes, paliers and indicators.
  private(set) var index = 0
  private(set) var selectedID: String?
  /// The selected period's month; nil until there is a schéma.
  private(set) var mois: Int?
  /// The first row, and the first period, that the grid shows.
  var firstRow = 0
  var firstPeriod = 0
}

extension TableauState {
  /// Keeps the selection on an indicator and a period that are there.
  mutating func settle(in derived: Derived) {}

  /// Selects an indicator by its id.
  mutating func select(_ id: String, in derived: Derived) {}
}
