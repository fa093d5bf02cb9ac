import DPES

/// Where the person is on the schéma.
struct SchemaState: Hashable, Sendable {
  var axe = Axe.utilite
  /// The selected palier's position on its axis, from 0.
  private(set) var index = 0
  private(set) var selectedID: String?
  /// The first row shown, where the schéma is taller than its area.
  var offset = 0
}

extension SchemaState {
  func selected(in derived: Derived) -> Avancement.ParPalier? {
    guard let paliers = derived.avancement?[axe].paliers, paliers.indices.contains(index) else {
      return nil
    }
    return paliers[index]
  }

  /// Selects a position on the present axis, or the nearest there is.
  mutating func select(_ position: Int, in derived: Derived) {
    let paliers = derived.avancement?[axe].paliers ?? []
    index = min(max(position, 0), max(paliers.count - 1, 0))
    selectedID = paliers.indices.contains(index) ? paliers[index].palier.id : nil
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

  /// Selects the first palier of the first axis that has one.
  mutating func begin(in derived: Derived) {
    self = SchemaState()
    axe = derived.avancement?.axes.first { !$0.paliers.isEmpty }?.axe ?? axe
    select(0, in: derived)
  }

  /// Keeps the selection on its palier after a change, or on the one that took its place.
  mutating func settle(in derived: Derived) {
    if let selectedID, selected(in: derived)?.palier.id != selectedID {
      select(selectedID, in: derived)
    }
    select(index, in: derived)
  }
}
