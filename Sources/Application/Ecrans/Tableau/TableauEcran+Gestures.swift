import DPES
import TerminalUI

// Moving on the tableau de bord.
extension TableauEcran {
  static func move(_ state: inout State, rows: Int = 0, periods: Int = 0) {
    state.tableau.closing?.isAsked = false
    if rows != 0 { state.tableau.select(state.tableau.index + rows) }
    if periods != 0 {
      state.tableau.selectPeriod(
        state.tableau.periodIndex(in: state.derived) + periods, in: state.derived)
    }
    accompany(&state)
  }

  /// Moves by the rows that are seen, headings counted, so that a page follows the other.
  static func move(_ state: inout State, pages: Int) {
    guard let pane = state.panes.first(where: { $0.screen == .tableau }),
      (0..<state.tableau.rows.count).contains(state.tableau.index)
    else { return }
    let layout = TableauLayout.of(state, in: pane.area)
    let listing = layout.listing(of: state.tableau.rows)
    let row = listing.selectable[state.tableau.index] + pages * max(1, layout.body.height - 1)
    let position = listing.position(nearRow: row)
    // One step at least, should a page hold nothing but headings.
    let step =
      pages < 0 ? min(position, state.tableau.index - 1) : max(position, state.tableau.index + 1)
    move(&state, rows: step - state.tableau.index)
  }

  /// Scrolls the tableau so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    TableauLayout.follow(&state, in: area)
  }

  static func scroll(_ state: inout State, by rows: Int) { move(&state, rows: rows) }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let layout = TableauLayout.of(state, in: area)
    if let period = layout.period(at: position) {
      state.tableau.selectPeriod(period, in: state.derived)
    }
    if let row = layout.row(at: position) {
      state.tableau.select(layout.listing(of: state.tableau.rows).position(nearRow: row))
    }
    accompany(&state)
  }

  /// Selects the first indicator of the next axis that has one, after the last that of the first.
  static func showNextAxis(_ state: inout State) -> [Effect] {
    let rows = state.tableau.rows
    let axe = state.tableau.selected?.axe.axe
    let after = (0..<rows.count).dropFirst(state.tableau.index)
    let next = after.first { rows.line(at: $0)?.axe.axe != axe } ?? 0
    move(&state, rows: next - state.tableau.index)
    return []
  }

  /// Selects an indicator, or a palier without any, in a period if one is meant, also when it is
  /// folded away or not among what a filter takes.
  static func show(_ state: inout State, _ id: String, mois: Int? = nil) {
    if state.tableau.rows.position(of: id) == nil {
      state.tableau.filtre = TableauFiltre()
      state.tableau.plis = []
      state.renewDerived()
    }
    state.tableau.select(id)
    if let mois { state.tableau.select(mois: mois, in: state.derived) }
    accompany(&state)
  }

  static func whyNoFold(_ state: State) -> String? {
    state.tableau.selected == nil ? "Il n’y a rien à replier." : nil
  }

  /// The palier to a line, then its axis, then all of the axis unfolded.
  static func fold(_ state: inout State) -> [Effect] {
    guard let line = state.tableau.selected else { return [] }
    let axe = line.axe.axe.rawValue
    switch (line.palier, line.isFolded) {
    case (let palier?, false):
      state.tableau.plis.insert(palier.palier.id)
      return selectAfterFolding(&state, palier.palier.id)
    case (.some, true):
      state.tableau.plis.insert(axe)
      return selectAfterFolding(&state, axe)
    case (nil, _):
      state.tableau.plis.remove(axe)
      state.tableau.plis.subtract(line.axe.paliers.map(\.palier.id))
      return selectAfterFolding(&state, line.axe.paliers.first.map(Self.firstID) ?? axe)
    }
  }

  /// Everything to its paliers, then to its axes, then unfolded.
  static func foldWhole(_ state: inout State) -> [Effect] {
    guard let line = state.tableau.selected, let axes = state.derived.avancement?.axes else {
      return []
    }
    let paliers = axes.flatMap { $0.paliers.map(\.palier.id) }
    let codes = Axe.allCases.map(\.rawValue)
    if state.tableau.plis.isSuperset(of: codes) {
      state.tableau.plis = []
      return selectAfterFolding(&state, (line.palier ?? line.axe.paliers.first).map(Self.firstID))
    }
    if state.tableau.plis.isSuperset(of: paliers) {
      state.tableau.plis.formUnion(codes)
      return selectAfterFolding(&state, line.axe.axe.rawValue)
    }
    state.tableau.plis = Set(paliers)
    return selectAfterFolding(&state, line.palier?.palier.id)
  }

  /// Entrée on what is folded: one step back.
  static func unfold(_ state: inout State) -> [Effect] {
    guard let line = state.tableau.selected, line.isFolded else { return [] }
    if let palier = line.palier {
      state.tableau.plis.remove(palier.palier.id)
      return selectAfterFolding(&state, Self.firstID(palier))
    }
    state.tableau.plis.remove(line.axe.axe.rawValue)
    let first = line.axe.paliers.first
    return selectAfterFolding(
      &state,
      first.map { state.tableau.plis.contains($0.palier.id) ? $0.palier.id : Self.firstID($0) })
  }

  /// What stands for a palier that is not folded: its first indicator, or itself.
  private static func firstID(_ palier: Avancement.ParPalier) -> String {
    palier.indicateurs.first?.indicateur.id ?? palier.palier.id
  }

  private static func selectAfterFolding(_ state: inout State, _ id: String?) -> [Effect] {
    state.renewDerived()
    if let id { state.tableau.select(id) }
    state.tableau.settle(in: state.derived)
    accompany(&state)
    return []
  }

  /// Lists what a filter takes, and says how much that is.
  static func filter(_ state: inout State, _ change: (inout TableauFiltre) -> Void) -> [Effect] {
    change(&state.tableau.filtre)
    // Chosen again, it is asked anew: what was entered since may have left it.
    state.tableau.listAnew(state.derived.avancement)
    state.renewDerived()
    state.tableau.settle(in: state.derived)
    accompany(&state)
    let count = state.tableau.rows.count
    let words = state.tableau.filtre.words(state.derived.initiales)
    state.say(
      state.tableau.filtre.isEmpty
        ? "Tout le tableau."
        : "\(words)\u{A0}: \(count.counting("ligne")). Échap montre tout.")
    return []
  }

  /// Only the axis of the selected row, or all four.
  static func zoom(_ state: inout State) -> [Effect] {
    let axe = state.tableau.selected?.axe.axe
    return filter(&state) { $0.axe = $0.axe == nil ? axe : nil }
  }
}
