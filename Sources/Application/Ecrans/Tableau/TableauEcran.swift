import DPES

/// Where the person is on the tableau de bord.
struct TableauEcran: Sendable {
  /// What is listed.
  private(set) var rows = TableauRows()
  /// What ``rows`` was worked out from.
  private var listed: Listed?
  /// How often ``rows`` was worked out.
  private(set) var listing = 0
  /// Where its parts stand.
  var layout = Kept<TableauLayout.Key, TableauLayout>()
  /// Whether it lists all, for the wall.
  private var wasWhole = false
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
  /// How far the closing of a period has come.
  var closing: Closing?

  /// A period that is about to be closed.
  struct Closing: Hashable, Sendable {
    let mois: Int
    /// The indicators without an answer that were shown.
    var seen: Set<String> = []
    /// Whether the next key closes it.
    var isAsked = false
  }

  var selected: TableauRows.Line? { rows.line(at: index) }

  /// The selected cell: an indicator in a period.
  var cell: Avancement.Case? {
    selected?.indicateur?.cases.first { $0.periode.mois == mois }
  }

  /// Selects the row at a position, or the nearest there is.
  mutating func select(_ position: Int) {
    index = min(max(position, 0), max(rows.count - 1, 0))
    selectedID = rows.id(at: index)
  }

  /// Selects an indicator, or a palier without any, by its id.
  mutating func select(_ id: String) {
    if let position = rows.position(of: id) { select(position) }
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
    guard let avancement = derived.avancement, rows.count > 0 else {
      // Nothing to select, under a filter perhaps: that stays.
      (index, selectedID, firstRow) = (0, nil, 0)
      return
    }
    if !avancement.periodes.contains(where: { $0.mois == mois }) {
      mois = avancement.periodeDAccueil?.mois
    }
    select(selectedID.map { rows.position(of: $0) ?? index } ?? rows.firstExpected)
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

// What is listed.
extension TableauEcran {
  /// What decides which rows there are.
  private struct Listed: Hashable, Sendable {
    let derived: Derived.Stamp
    let filtre: TableauFiltre
    let plis: Set<String>
  }

  /// Lists what the filter takes, but for what is folded, as far as something of it changed; `isWhole`
  /// on the wall, which shows all of an axis.
  mutating func list(_ avancement: Avancement?, _ stamp: Derived.Stamp, isWhole: Bool = false) {
    let listed = Listed(
      derived: stamp, filtre: isWhole ? TableauFiltre() : filtre, plis: isWhole ? [] : plis)
    guard self.listed != listed, let avancement else { return }
    self.listed = listed
    listing += 1
    rows.renew(avancement, filtre: listed.filtre, plis: listed.plis)
    if wasWhole != isWhole, let selectedID { select(selectedID, orNear: avancement) }
    wasWhole = isWhole
  }

  /// Selects what stands for an id, where the wall came or went: of a palier that is not folded any
  /// more its first indicator, of an indicator that is folded away its palier or its axis.
  mutating func select(_ id: String, orNear avancement: Avancement?) {
    guard rows.position(of: id) == nil else { return select(id) }
    for axis in avancement?.axes ?? [] {
      let palier = axis.paliers.first { palier in
        palier.palier.id == id || palier.indicateurs.contains { $0.indicateur.id == id }
      }
      guard let palier = palier ?? (axis.axe.rawValue == id ? axis.paliers.first : nil) else {
        continue
      }
      let others = [
        palier.indicateurs.first?.indicateur.id, palier.palier.id, axis.axe.rawValue,
      ]
      if let other = others.compactMap(\.self).first(where: { rows.position(of: $0) != nil }) {
        return select(other)
      }
    }
    select(index)
  }

  /// Asks the filter anew, also of rows that answered it before.
  mutating func listAnew(_ avancement: Avancement?) {
    guard let avancement else { return }
    rows = TableauRows(avancement, filtre: filtre, plis: plis)
    listing += 1
  }
}
