import DPES

/// Where the person is on the tableau de bord.
struct TableauEcran: Hashable, Sendable {
  /// The position among the rows that can be selected, in the order of axes, paliers, indicators.
  private(set) var index = 0
  /// The selected indicator's id, that of a palier without any or folded, or a folded axis' code.
  private(set) var selectedID: String?
  /// The selected period's month; nil until there is a schéma.
  private(set) var mois: Int?
  /// The first row, and the first period, that the grid shows.
  var firstRow = 0
  var firstPeriod = 0
  var filtre = TableauFiltre()
  /// What is folded: paliers by their ids, axes by their codes.
  var plis: Set<String> = []
  /// The period that was asked to be closed, and not confirmed yet.
  var closing: Int?
}

extension TableauEcran {
  func selected(in derived: Derived) -> TableauRows.Line? { derived.tableau.line(at: index) }

  /// The selected cell: an indicator in a period.
  func cell(in derived: Derived) -> Avancement.Case? {
    selected(in: derived)?.indicateur?.cases.first { $0.periode.mois == mois }
  }

  /// Selects the row at a position, or the nearest there is.
  mutating func select(_ position: Int, in derived: Derived) {
    index = min(max(position, 0), max(derived.tableau.selectable.count - 1, 0))
    selectedID = derived.tableau.id(at: index)
  }

  /// Selects an indicator, or a palier without any, by its id.
  mutating func select(_ id: String, in derived: Derived) {
    guard let position = derived.tableau.position(of: id) else { return }
    select(position, in: derived)
  }

  /// Selects the period at an index, or the nearest there is.
  mutating func selectPeriod(_ index: Int, in derived: Derived) {
    guard let periodes = derived.avancement?.periodes, !periodes.isEmpty else { return }
    mois = periodes[min(max(index, 0), periodes.count - 1)].mois
  }

  /// Selects the period of a month, when there is one.
  mutating func select(mois: Int, in derived: Derived) {
    if derived.avancement?.periodes.contains(where: { $0.mois == mois }) ?? false {
      self.mois = mois
    }
  }

  /// The selected period's index.
  func periodIndex(in derived: Derived) -> Int {
    derived.avancement?.periodes.firstIndex { $0.mois == mois } ?? 0
  }

  /// Keeps the selection on an indicator and a period that are there.
  mutating func settle(in derived: Derived) {
    guard let avancement = derived.avancement, !derived.tableau.selectable.isEmpty else {
      // Nothing to select, under a filter perhaps: that stays.
      (index, selectedID, firstRow) = (0, nil, 0)
      return
    }
    if !avancement.periodes.contains(where: { $0.mois == mois }) {
      mois = avancement.periodeDAccueil?.mois
    }
    if selectedID == nil {
      select(derived.tableau.firstExpected, in: derived)
    } else if let selectedID, let position = derived.tableau.position(of: selectedID) {
      select(position, in: derived)
    } else {
      select(index, in: derived)
    }
  }
}

extension Avancement {
  /// The period to start on: the current one, the last when all are over, else the first.
  fileprivate var periodeDAccueil: Periode? {
    if let periodeCourante { return periodeCourante }
    if let fin = periodes.last?.fin, fin < jour { return periodes.last }
    return periodes.first
  }
}
