import DPES
import TerminalUI

// Moving on the tableau de bord.
extension State {
  mutating func moveTableau(rows: Int = 0, periods: Int = 0) {
    tableau.closing = nil
    if rows != 0 { tableau.select(tableau.index + rows, in: derived) }
    if periods != 0 {
      tableau.selectPeriod(tableau.periodIndex(in: derived) + periods, in: derived)
    }
    chainFromTableau()
  }

  /// Moves by the rows that are seen, headings counted, so that a page follows the other.
  mutating func moveTableau(pages: Int) {
    guard let pane = panes.first(where: { $0.screen == .tableau }),
      derived.tableau.selectable.indices.contains(tableau.index)
    else { return }
    let page = max(1, tableauLayout(in: pane.area).body.height - 1)
    let row = derived.tableau.selectable[tableau.index] + pages * page
    let position = derived.tableau.position(nearRow: row)
    // One step at least, should a page hold nothing but headings.
    let step = pages < 0 ? min(position, tableau.index - 1) : max(position, tableau.index + 1)
    moveTableau(rows: step - tableau.index)
  }

  /// Scrolls the tableau so that its selection can be seen.
  mutating func followTableau(in area: Rect) {
    let layout = tableauLayout(in: area)
    tableau.firstRow = layout.rows.lowerBound
    tableau.firstPeriod = layout.periods.lowerBound
  }

  mutating func pointTableau(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: moveTableau(rows: -1)
    case .wheelDown: moveTableau(rows: 1)
    case .release: break
    case .press:
      let layout = tableauLayout(in: area)
      if let period = layout.period(at: mouse.position) {
        tableau.selectPeriod(period, in: derived)
      }
      if let row = layout.row(at: mouse.position) {
        tableau.select(derived.tableau.position(nearRow: row), in: derived)
      }
      chainFromTableau()
    }
  }

  /// Selects an indicator, or a palier without any, in a period if one is meant, also when it is
  /// folded away or not among what a filter takes.
  mutating func showInTableau(_ id: String, mois: Int? = nil) {
    if derived.tableau.position(of: id) == nil {
      tableau.filtre = TableauFiltre()
      tableau.plis = []
      renewDerived()
    }
    tableau.select(id, in: derived)
    if let mois { tableau.select(mois: mois, in: derived) }
    chainFromTableau()
  }
}

// Folding, and filters.
extension State {
  var whyNoFold: String? {
    tableau.selected(in: derived) == nil ? "Il n’y a rien à replier." : nil
  }

  /// The palier to a line, then its axis, then all of the axis unfolded.
  mutating func foldTableau() -> [Effect] {
    guard let line = tableau.selected(in: derived) else { return [] }
    let axe = line.axe.axe.rawValue
    switch (line.palier, line.isFolded) {
    case (let palier?, false):
      tableau.plis.insert(palier.palier.id)
      return selectAfterFolding(palier.palier.id)
    case (.some, true):
      tableau.plis.insert(axe)
      return selectAfterFolding(axe)
    case (nil, _):
      unfold(line.axe)
      return selectAfterFolding(line.axe.paliers.first.map(Self.firstID) ?? axe)
    }
  }

  /// Everything to its paliers, then to its axes, then unfolded.
  mutating func foldWholeTableau() -> [Effect] {
    guard let line = tableau.selected(in: derived), let axes = derived.avancement?.axes else {
      return []
    }
    let paliers = axes.flatMap { $0.paliers.map(\.palier.id) }
    let codes = Axe.allCases.map(\.rawValue)
    if tableau.plis.isSuperset(of: codes) {
      tableau.plis = []
      return selectAfterFolding(
        line.palier.map(Self.firstID) ?? line.axe.paliers.first.map(Self.firstID))
    }
    if tableau.plis.isSuperset(of: paliers) {
      tableau.plis.formUnion(codes)
      return selectAfterFolding(line.axe.axe.rawValue)
    }
    tableau.plis = Set(paliers)
    return selectAfterFolding(line.palier?.palier.id)
  }

  /// Entrée on what is folded: one step back.
  mutating func unfoldTableau() -> [Effect] {
    guard let line = tableau.selected(in: derived), line.isFolded else { return [] }
    if let palier = line.palier {
      tableau.plis.remove(palier.palier.id)
      return selectAfterFolding(Self.firstID(palier))
    }
    tableau.plis.remove(line.axe.axe.rawValue)
    let first = line.axe.paliers.first
    return selectAfterFolding(
      first.map { tableau.plis.contains($0.palier.id) ? $0.palier.id : Self.firstID($0) })
  }

  private mutating func unfold(_ axe: Avancement.ParAxe) {
    tableau.plis.remove(axe.axe.rawValue)
    tableau.plis.subtract(axe.paliers.map(\.palier.id))
  }

  /// What stands for a palier that is not folded: its first indicator, or itself.
  private static func firstID(_ palier: Avancement.ParPalier) -> String {
    palier.indicateurs.first?.indicateur.id ?? palier.palier.id
  }

  private mutating func selectAfterFolding(_ id: String?) -> [Effect] {
    renewDerived()
    if let id { tableau.select(id, in: derived) }
    tableau.settle(in: derived)
    chainFromTableau()
    return []
  }

  /// Lists what a filter takes, and says how much that is.
  mutating func filterTableau(_ change: (inout TableauFiltre) -> Void) -> [Effect] {
    change(&tableau.filtre)
    // Chosen again, it is asked anew: what was entered since may have left it.
    derived.forgetTableau()
    renewDerived()
    tableau.settle(in: derived)
    chainFromTableau()
    let count = derived.tableau.selectable.count
    let words = tableau.filtre.words(derived.initiales)
    say(
      tableau.filtre.isEmpty
        ? "Tout le tableau."
        : "\(words)\u{A0}: \(count.counting("ligne")). Échap montre tout.")
    return []
  }

  /// Only the axis of the selected row, or all four.
  mutating func zoomTableau() -> [Effect] {
    let axe = tableau.selected(in: derived)?.axe.axe
    return filterTableau { $0.axe = $0.axe == nil ? axe : nil }
  }
}
