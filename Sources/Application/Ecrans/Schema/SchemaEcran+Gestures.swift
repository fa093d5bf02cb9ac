import DPES
import TerminalUI

// The gestures of the schéma.
extension SchemaEcran {
  /// Why nothing can be done with the selected palier; nil when it can.
  static func whyNoPalier(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.schema.selected(in: state.derived) == nil
        ? "Aucun palier n’est sélectionné\u{A0}: n en ajoute un." : nil)
  }

  /// Why no deadline can be moved by so many months; nil when one can.
  static func echeanceRefusal(_ state: State, by delta: Int) -> String? {
    if let reason = whyNoPalier(state) { return reason }
    guard let mois = state.schema.selected(in: state.derived)?.palier.echeanceMois else {
      return nil
    }
    if delta < 0, mois <= 1 { return "L’échéance est déjà au premier mois." }
    return delta > 0 && mois >= Periode.dernierMois
      ? "L’échéance ne va pas au-delà de \(Periode.dernierMois)\u{A0}mois." : nil
  }

  static func shiftEcheance(_ state: inout State, by delta: Int) -> [Effect] {
    guard let id = state.schema.selectedID else { return [] }
    if let question = lengthens(state, id, by: delta), state.schema.lengthening != id {
      state.schema.lengthening = id
      state.refuse("\(question) > encore la décale.")
      return []
    }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.decalerEcheance(dePalier: id, de: delta, signature)
    }
    if !effects.isEmpty, let palier = state.schema.selected(in: state.derived)?.palier,
      let mois = palier.echeanceMois
    {
      let month = state.demarche?.schema.jour(mois).map { ", \($0.frenchMonthAndYear)" } ?? ""
      let room = state.size.width - 50
      let title = TextWidth.excerpt(palier.intitule, to: room)
      let of = room < 12 ? "" : " de «\u{A0}\(title)\u{A0}»"
      let avis =
        state.demarche?.schema.avis(mois, dePalier: palier.id).map { " \($0.phrase)" } ?? ""
      state.say("Échéance\(of)\u{A0}: \(mois)\u{A0}mois\(month).\(avis)")
    }
    return effects
  }

  /// What to ask before a palier's deadline lengthens the tableau; nil where it does not.
  private static func lengthens(_ state: State, _ id: String, by delta: Int) -> String? {
    guard delta > 0, let schema = state.demarche?.schema,
      let mois = schema.paliers.first(where: { $0.id == id })?.echeanceMois
    else { return nil }
    return schema.question(surEcheance: min(mois, Periode.dernierMois) + delta)
  }

  /// Moves up the screen by so many paliers, through an axis and on to the one above it; down when
  /// negative.
  static func climb(_ state: inout State, by steps: Int) {
    let count = state.derived.avancement?[state.schema.axe].paliers.count ?? 0
    let position = state.schema.index + steps
    // The wall shows paliers, not what belongs to them.
    if state.schema.isZoomed, !state.isOnWall {
      state.schema.step(by: steps, in: state.derived)
    } else if (0..<count).contains(position) {
      state.schema.select(position, in: state.derived)
    } else {
      let axes = Axe.allCases
      let next = (axes.firstIndex(of: state.schema.axe) ?? 0) + (steps > 0 ? -1 : 1)
      guard axes.indices.contains(next) else { return }
      selectAxis(&state, axes[next], at: steps > 0 ? 0 : Int.max)
    }
    accompany(&state)
  }

  /// Moves up or down by a page, within the axis.
  static func climbPage(_ state: inout State, _ direction: Int) {
    guard let pane = state.panes.first(where: { $0.screen == .schema }),
      let avancement = state.derived.avancement
    else { return }
    if state.schema.isZoomed, !state.isOnWall {
      let height = ZoomLayout(avancement, in: pane.area).rows.height
      return climb(&state, by: direction * max(1, height - 1))
    }
    let layout = SchemaLayout.of(state, avancement, in: pane.area)
    selectRank(&state, state.schema.index + direction * layout.page(of: state.schema.axe))
  }

  static func selectRank(_ state: inout State, _ position: Int) {
    state.schema.select(position, in: state.derived)
    accompany(&state)
  }

  /// Goes to the previous or next axis, going round, on the same rank or the nearest.
  static func stepAxis(_ state: inout State, by steps: Int) {
    let axes = Axe.allCases
    let here = axes.firstIndex(of: state.schema.axe) ?? 0
    selectAxis(
      &state, axes[((here + steps) % axes.count + axes.count) % axes.count], at: state.schema.index)
    accompany(&state)
  }

  private static func selectAxis(_ state: inout State, _ axe: Axe, at position: Int) {
    state.schema.axe = axe
    state.schema.offset = 0
    state.schema.select(position, in: state.derived)
  }

  /// Scrolls the schéma so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    guard let avancement = state.derived.avancement else { return }
    if state.schema.isZoomed {
      return state.schema.follow(
        in: state.derived, height: ZoomLayout(avancement, in: area).rows.height)
    }
    SchemaLayout.follow(&state, avancement, in: area)
  }

  static func scroll(_ state: inout State, by rows: Int) { climb(&state, by: -rows) }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    guard let avancement = state.derived.avancement else { return }
    if state.schema.isZoomed {
      let zoom = ZoomView(state, avancement, in: area)
      let rows = zoom.rows
      guard let row = zoom.list(rows).item(at: position) else { return }
      state.schema.select(rows[row], in: state.derived)
    } else {
      let layout = SchemaLayout.of(state, avancement, in: area)
      guard let target = layout.target(at: position, in: avancement) else { return }
      if target.axe != state.schema.axe {
        selectAxis(&state, target.axe, at: target.palier ?? state.schema.index)
      } else if let palier = target.palier {
        state.schema.select(palier, in: state.derived)
      }
    }
    accompany(&state)
  }
}
