import DPES

/// The rows of the tableau de bord, one after the other: what scrolls, and what can be selected.
///
/// Kept beside the démarche, so that a frame costs what it shows and no more.
struct TableauRows: Sendable {
  enum Row: Hashable, Sendable {
    case axe(Int)
    case palier(axe: Int, palier: Int)
    /// Stands for a palier that has no indicator.
    case sansIndicateur(axe: Int, palier: Int)
    case indicateur(axe: Int, palier: Int, indicateur: Int)
  }

  /// One selectable row: an indicator, or a palier without any.
  struct Line: Sendable {
    let axe: Axe
    let palier: Avancement.ParPalier
    let indicateur: Avancement.ParIndicateur?
  }

  private(set) var rows: [Row] = []
  /// The places in ``rows`` of what can be selected, in order.
  private(set) var selectable: [Int] = []
  private(set) var bilans: [Int: Avancement.Bilan] = [:]
  private var positions: [String: Int] = [:]
  private var avancement: Avancement?

  init() {}

  /// - Complexity: O(indicators × periods).
  init(_ avancement: Avancement) {
    self.avancement = avancement
    guard avancement.axes.contains(where: { !$0.paliers.isEmpty }) else { return }
    for (axe, parAxe) in avancement.axes.enumerated() {
      rows.append(.axe(axe))
      for (palier, parPalier) in parAxe.paliers.enumerated() {
        rows.append(.palier(axe: axe, palier: palier))
        for (indicateur, parIndicateur) in parPalier.indicateurs.enumerated() {
          append(
            .indicateur(axe: axe, palier: palier, indicateur: indicateur),
            parIndicateur.indicateur.id)
        }
        if parPalier.indicateurs.isEmpty {
          append(.sansIndicateur(axe: axe, palier: palier), parPalier.palier.id)
        }
      }
    }
    for periode in avancement.periodes {
      bilans[periode.mois] = avancement.bilan(de: periode.mois)
    }
  }

  private mutating func append(_ row: Row, _ id: String) {
    if positions[id] == nil { positions[id] = selectable.count }
    selectable.append(rows.count)
    rows.append(row)
  }
}

extension TableauRows {
  /// Where a selectable row comes among them, by the id of its indicator, or of its palier.
  func position(of id: String) -> Int? { positions[id] }

  /// The id of the indicator, or of the palier without any, at a position.
  func id(at position: Int) -> String? {
    guard let line = line(at: position) else { return nil }
    return line.indicateur?.indicateur.id ?? line.palier.palier.id
  }

  func line(at position: Int) -> Line? {
    guard selectable.indices.contains(position), let avancement else { return nil }
    switch rows[selectable[position]] {
    case .axe, .palier: return nil
    case .sansIndicateur(let axe, let palier):
      let parAxe = avancement.axes[axe]
      return Line(axe: parAxe.axe, palier: parAxe.paliers[palier], indicateur: nil)
    case .indicateur(let axe, let palier, let indicateur):
      let parAxe = avancement.axes[axe]
      let parPalier = parAxe.paliers[palier]
      return Line(
        axe: parAxe.axe, palier: parPalier, indicateur: parPalier.indicateurs[indicateur])
    }
  }

  /// The rows to be seen together with a selected one: the headings just above it, and below the
  /// last one whatever is left.
  func context(of position: Int) -> ClosedRange<Int>? {
    guard selectable.indices.contains(position) else { return nil }
    let start = position == 0 ? 0 : selectable[position - 1] + 1
    let isLast = position == selectable.count - 1
    return start...(isLast ? rows.count - 1 : selectable[position])
  }

  /// The position of the selectable row at or after a row, or of the last one.
  func position(nearRow row: Int) -> Int {
    var low = 0
    var high = selectable.count
    while low < high {
      let middle = (low + high) / 2
      if selectable[middle] < row { low = middle + 1 } else { high = middle }
    }
    return min(low, max(0, selectable.count - 1))
  }

  /// The position of the first indicator that is due or late, or 0.
  ///
  /// - Complexity: O(indicators × periods).
  var firstExpected: Int {
    selectable.indices.first { position in
      line(at: position)?.indicateur?.cases.contains { $0.etat != .calme } ?? false
    } ?? 0
  }
}
