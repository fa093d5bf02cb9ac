import DPES

/// Where the person is on the schéma.
struct SchemaEcran: Sendable {
  /// What the zoom on one axis selects of a palier.
  enum Part: Hashable, Sendable {
    case palier
    /// By their ids.
    case indicateur(String)
    case engagement(String)
    case observation(String)
  }

  var axe = Axe.utilite
  /// The selected palier's position on its axis, from 0.
  private(set) var index = 0
  private(set) var selectedID: String?
  /// The first row shown, where the schéma is taller than its area.
  var offset = 0
  /// Where its parts stand.
  var layout = Kept<SchemaLayout.Key, SchemaLayout>()
  /// Only the present axis is shown, with the indicators of its paliers.
  var isZoomed = false
  /// What is selected in the selected palier; always the palier itself without the zoom.
  private(set) var part = Part.palier
  /// Rows that the zoom shows above the selected one.
  var lead = 0
  /// The month whose levels the arbre compares with today's, 0 for the start; nil for the profiles.
  var moisDeLArbre: Int?
  /// The palier whose deadline was asked about, before it lengthened the tableau.
  var lengthening: String?
  /// The first palier was written while others are being dictated: the départ is proposed once they
  /// are all said.
  var owesDepart = false

  func selected(in derived: Derived) -> Avancement.ParPalier? {
    let paliers = derived.avancement?[axe].paliers ?? []
    return paliers.indices.contains(index) ? paliers[index] : nil
  }

  /// Selects a position on the present axis, or the nearest there is.
  mutating func select(_ position: Int, in derived: Derived) {
    let paliers = derived.avancement?[axe].paliers ?? []
    index = min(max(position, 0), max(paliers.count - 1, 0))
    selectedID = paliers.indices.contains(index) ? paliers[index].palier.id : nil
    part = .palier
  }

  /// Selects a palier by its id, on whatever axis it is.
  mutating func select(_ id: String, in derived: Derived) {
    for axis in derived.avancement?.axes ?? [] {
      guard let position = axis.paliers.firstIndex(where: { $0.palier.id == id }) else { continue }
      axe = axis.axe
      select(position, in: derived)
      return
    }
  }

  /// Selects something of a palier, where it is; without the zoom, its palier.
  mutating func select(_ part: Part, in derived: Derived) {
    let paliers = derived.avancement?.axes.lazy.flatMap(\.paliers)
    guard part != .palier,
      let owner = paliers?.first(where: { $0.parts(in: derived).contains(part) })
    else { return }
    select(owner.palier.id, in: derived)
    if isZoomed { self.part = part }
  }

  /// Selects the first palier of the first axis that has one.
  mutating func begin(in derived: Derived) {
    self = SchemaEcran()
    axe = derived.avancement?.axes.first { !$0.paliers.isEmpty }?.axe ?? axe
    select(0, in: derived)
  }

  /// Keeps the selection on its palier after a change, or on the one that took its place.
  mutating func settle(in derived: Derived) {
    let kept = part
    if let selectedID, selected(in: derived)?.palier.id != selectedID {
      select(selectedID, in: derived)
    }
    select(index, in: derived)
    if let palier = selected(in: derived), palier.parts(in: derived).contains(kept) { part = kept }
  }

  // The rows of the zoom: each palier, the highest first, and under it what belongs to it.

  /// A row of the zoom: a palier by its position, or a part of it.
  struct Row: Hashable, Sendable {
    let index: Int
    let part: Part
  }

  var row: Row { Row(index: index, part: part) }

  /// The row above one, or below it; nil at the ends.
  private func row(nextTo row: Row, isAbove: Bool, in derived: Derived) -> Row? {
    guard let paliers = derived.avancement?[axe].paliers, paliers.indices.contains(row.index)
    else { return nil }
    let parts = paliers[row.index].parts(in: derived)
    let step = isAbove ? -1 : 1
    if let place = parts.firstIndex(of: row.part), parts.indices.contains(place + step) {
      return Row(index: row.index, part: parts[place + step])
    }
    let index = row.index - step
    guard paliers.indices.contains(index) else { return nil }
    let last = isAbove ? paliers[index].parts(in: derived).last : nil
    return Row(index: index, part: last ?? .palier)
  }

  /// Selects a row.
  mutating func select(_ row: Row, in derived: Derived) {
    select(row.index, in: derived)
    part = row.part
  }

  /// Goes so many rows up, down when negative; stops at both ends.
  ///
  /// - Complexity: O(steps), whatever the axis holds.
  mutating func step(by steps: Int, in derived: Derived) {
    for _ in 0..<abs(steps) {
      guard let next = row(nextTo: row, isAbove: steps > 0, in: derived) else { return }
      select(next, in: derived)
      lead = max(0, lead + (steps > 0 ? -1 : 1))
    }
  }

  /// The rows seen in a height, with the selected one among them.
  ///
  /// - Complexity: O(height), whatever the axis holds.
  func rows(in derived: Derived, height: Int) -> [Row] {
    guard height > 0, selected(in: derived) != nil else { return [] }
    func rows(isAbove: Bool) -> [Row] {
      var rows: [Row] = []
      while rows.count < height - 1,
        let next = row(nextTo: rows.last ?? row, isAbove: isAbove, in: derived)
      { rows.append(next) }
      return rows
    }
    let (above, below) = (rows(isAbove: true), rows(isAbove: false))
    let lead = max(min(lead, above.count, height - 1), min(above.count, height - 1 - below.count))
    return above[..<lead].reversed() + [row] + below.prefix(height - 1 - lead)
  }

  /// Keeps the number of rows above the selected one to what is seen.
  mutating func follow(in derived: Derived, height: Int) {
    lead = rows(in: derived, height: height).firstIndex(of: row) ?? 0
  }
}

extension Avancement.ParPalier {
  /// The palier and what the zoom shows under it.
  func parts(in derived: Derived) -> [SchemaEcran.Part] {
    [.palier] + indicateurs.map { .indicateur($0.indicateur.id) }
      + palier.engagements.map { .engagement($0.id) }
      + (derived.answered[palier.id] ?? []).map { .observation($0.id) }
  }
}
