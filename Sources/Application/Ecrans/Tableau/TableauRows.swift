import DPES

/// The rows of the tableau de bord, one after the other: what scrolls, and what can be selected.
///
/// Kept beside the démarche, so that a frame costs what it shows and no more.
struct TableauRows: Sendable {
  enum Row: Hashable, Sendable {
    case axe(Int)
    case palier(axe: Int, palier: Int)
    /// An axis folded to a line.
    case axeReplie(Int)
    /// A palier folded to a line.
    case palierReplie(axe: Int, palier: Int)
    /// Stands for a palier that has no indicator.
    case sansIndicateur(axe: Int, palier: Int)
    case indicateur(axe: Int, palier: Int, indicateur: Int)

    /// The places of its axis and of its palier; nil for an axis.
    var palier: [Int]? {
      switch self {
      case .axe, .axeReplie: nil
      case .palier(let axe, let palier), .palierReplie(let axe, let palier),
        .sansIndicateur(let axe, let palier), .indicateur(let axe, let palier, _):
        [axe, palier]
      }
    }
  }

  /// Rows one under the other; the same can be selected with headings of paliers and without.
  struct Listing: Hashable, Sendable {
    fileprivate(set) var rows: [Row] = []
    /// The places in ``rows`` of what can be selected, in order.
    fileprivate(set) var selectable: [Int] = []

    fileprivate mutating func append(_ row: Row, isSelectable: Bool) {
      if isSelectable { selectable.append(rows.count) }
      rows.append(row)
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

    /// Whether a row is the first seen of its palier, from a first row on.
    func isFirst(_ row: Int, from first: Int) -> Bool {
      row <= first || rows[row - 1].palier != rows[row].palier
    }
  }

  /// One selectable row: an indicator, a palier without any, or what is folded.
  struct Line: Sendable {
    let axe: Avancement.ParAxe
    /// nil for a folded axis.
    var palier: Avancement.ParPalier?
    var indicateur: Avancement.ParIndicateur?
    var isFolded = false

    /// Of what is folded, the cell of a period that asks for most attention.
    func worst(in period: Int) -> Avancement.Case? {
      let paliers = palier.map { [$0] } ?? axe.paliers
      return paliers.lazy.flatMap(\.indicateurs).compactMap { one in
        one.cases.indices.contains(period) ? one.cases[period] : nil
      }
      .filter { $0.objectif != nil || $0.realise != nil }
      .min { $0.weight < $1.weight }
    }
  }

  /// Without headings of paliers: a palier's number stands before its first indicator.
  private(set) var tight = Listing()
  /// With a heading for each palier, where there is room for them.
  private(set) var headed = Listing()
  /// By a period's month.
  private(set) var bilans: [Int: Avancement.Bilan] = [:]
  /// Who is in charge of something, by id.
  private(set) var responsables: Set<String> = []
  private var positions: [String: Int] = [:]
  private var avancement: Avancement?
  private var filtre = TableauFiltre()
  private var plis: Set<String> = []

  init() {}

  /// The rows that a filter takes, under their headings, but for what is folded: paliers by their
  /// ids, axes by their codes.
  ///
  /// - Complexity: O(indicators × periods).
  init(_ avancement: Avancement, filtre: TableauFiltre = TableauFiltre(), plis: Set<String> = []) {
    self.avancement = avancement
    self.filtre = filtre
    self.plis = plis
    for palier in avancement.axes.lazy.flatMap(\.paliers) {
      responsables.formUnion(palier.indicateurs.lazy.compactMap(\.indicateur.personnes.first))
    }
    for periode in avancement.periodes { bilans[periode.mois] = avancement.bilan(de: periode.mois) }
    guard avancement.axes.contains(where: { !$0.paliers.isEmpty }) else { return }
    for (axe, parAxe) in avancement.axes.enumerated() where filtre.axe ?? parAxe.axe == parAxe.axe {
      append(parAxe, axe)
    }
  }

  /// Takes up what changed.
  ///
  /// What only a réalisé changed leaves the rows as they are, also under a filter: what was just
  /// entered does not vanish from under the hand.
  ///
  /// - Complexity: O(paliers) at a glance, and what they hold of those that changed.
  mutating func renew(_ new: Avancement, filtre: TableauFiltre, plis: Set<String>) {
    guard let old = avancement, filtre == self.filtre, plis == self.plis,
      old.jour == new.jour, old.periodes == new.periodes, let changed = Self.changed(old, new)
    else {
      self = TableauRows(new, filtre: filtre, plis: plis)
      return
    }
    for (before, after) in changed {
      count(before, -1)
      count(after, 1)
      responsables.formUnion(after.indicateurs.lazy.compactMap(\.indicateur.personnes.first))
    }
    avancement = new
  }

  private mutating func count(_ palier: Avancement.ParPalier, _ step: Int) {
    for cell in palier.indicateurs.lazy.flatMap(\.cases) {
      bilans[cell.periode.mois]?.compter(cell, step)
    }
  }

  /// The paliers whose cells changed; nil when the rows are not the same any more.
  private static func changed(
    _ old: Avancement, _ new: Avancement
  ) -> [(Avancement.ParPalier, Avancement.ParPalier)]? {
    var changed: [(Avancement.ParPalier, Avancement.ParPalier)] = []
    for (before, after) in zip(old.axes, new.axes) {
      guard before.paliers.count == after.paliers.count else { return nil }
      for (one, other) in zip(before.paliers, after.paliers) {
        guard one.palier.id == other.palier.id else { return nil }
        // Arrays that nobody touched compare in no time.
        if one.indicateurs == other.indicateurs { continue }
        guard
          one.indicateurs.map(\.indicateur.id) == other.indicateurs.map(\.indicateur.id)
        else { return nil }
        changed.append((one, other))
      }
    }
    return changed
  }

  private mutating func append(_ parAxe: Avancement.ParAxe, _ axe: Int) {
    let taken = parAxe.paliers.indices.filter { place in
      let palier = parAxe.paliers[place]
      return palier.indicateurs.isEmpty
        ? filtre.takes(palier, nil) : palier.indicateurs.contains { filtre.takes(palier, $0) }
    }
    // A filter shows what it takes; without one an axis shows that it has nothing yet.
    guard !taken.isEmpty || filtre == TableauFiltre(axe: filtre.axe) else { return }
    if plis.contains(parAxe.axe.rawValue), !taken.isEmpty {
      return append(.axeReplie(axe), parAxe.axe.rawValue)
    }
    add(.axe(axe))
    for palier in taken { append(parAxe.paliers[palier], axe, palier) }
  }

  private mutating func append(_ parPalier: Avancement.ParPalier, _ axe: Int, _ palier: Int) {
    if plis.contains(parPalier.palier.id) {
      return append(.palierReplie(axe: axe, palier: palier), parPalier.palier.id)
    }
    headed.append(.palier(axe: axe, palier: palier), isSelectable: false)
    for (indicateur, parIndicateur) in parPalier.indicateurs.enumerated()
    where filtre.takes(parPalier, parIndicateur) {
      append(
        .indicateur(axe: axe, palier: palier, indicateur: indicateur), parIndicateur.indicateur.id)
    }
    if parPalier.indicateurs.isEmpty {
      append(.sansIndicateur(axe: axe, palier: palier), parPalier.palier.id)
    }
  }

  private mutating func append(_ row: Row, _ id: String) {
    if positions[id] == nil { positions[id] = tight.selectable.count }
    add(row, isSelectable: true)
  }

  private mutating func add(_ row: Row, isSelectable: Bool = false) {
    tight.append(row, isSelectable: isSelectable)
    headed.append(row, isSelectable: isSelectable)
  }

  /// How many rows can be selected.
  var count: Int { tight.selectable.count }

  /// Where a selectable row comes among them, by the id of its indicator, of its palier, or by the
  /// code of its axis.
  func position(of id: String) -> Int? { positions[id] }

  /// The id of the indicator, of the palier without any or folded, or the code of the folded axis.
  func id(at position: Int) -> String? {
    line(at: position).map {
      $0.indicateur?.indicateur.id ?? $0.palier?.palier.id ?? $0.axe.axe.rawValue
    }
  }

  func line(at position: Int) -> Line? {
    tight.selectable.indices.contains(position)
      ? line(of: tight.rows[tight.selectable[position]]) : nil
  }

  /// nil for a heading.
  func line(of row: Row) -> Line? {
    guard let axes = avancement?.axes else { return nil }
    switch row {
    case .axe, .palier: return nil
    case .axeReplie(let axe): return Line(axe: axes[axe], isFolded: true)
    case .palierReplie(let axe, let palier):
      return Line(axe: axes[axe], palier: axes[axe].paliers[palier], isFolded: true)
    case .sansIndicateur(let axe, let palier):
      return Line(axe: axes[axe], palier: axes[axe].paliers[palier])
    case .indicateur(let axe, let palier, let indicateur):
      let parPalier = axes[axe].paliers[palier]
      return Line(axe: axes[axe], palier: parPalier, indicateur: parPalier.indicateurs[indicateur])
    }
  }

  /// The position of the first indicator that is due or late, or 0.
  ///
  /// - Complexity: O(indicators × periods).
  var firstExpected: Int {
    tight.selectable.indices.first { position in
      line(at: position)?.indicateur?.cases.contains { $0.etat != .calme } ?? false
    } ?? 0
  }
}

extension Avancement.Case {
  /// The lighter, the more it asks for attention.
  fileprivate var weight: Int {
    if estPerdue { return 0 }
    let late = etat == .enRetard ? 0 : etat == .echue ? 5 : 10
    switch realise?.statut {
    case .nonAtteint: return 1 + late
    case nil: return 2 + late
    case .nonVerifie: return 3 + late
    case .partiel: return 4 + late
    case .verifie: return 15
    case .atteint: return 16
    case .nonConcerne: return 17
    }
  }
}

extension TableauRows.Line {
  /// The name that stands before its cells.
  var name: String {
    indicateur?.indicateur.intitule ?? palier?.palier.intitule ?? axe.axe.nomCourt
  }
}
