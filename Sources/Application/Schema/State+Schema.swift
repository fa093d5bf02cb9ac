import DPES
import TerminalUI

// The gestures of the schéma.
extension State {
  /// Why no deadline can be moved by so many months; nil when one can.
  func echeanceRefusal(by delta: Int) -> String? {
    if let reason = readOnlyReason { return reason }
    guard let palier = schema.selected(in: derived)?.palier else {
      return "Aucun palier n’est sélectionné."
    }
    guard let mois = palier.echeanceMois else { return nil }
    if delta < 0, mois <= 1 { return "L’échéance est déjà au premier mois." }
    return delta > 0 && mois >= Periode.dernierMois
      ? "L’échéance ne va pas au-delà de \(Periode.dernierMois)\u{A0}mois." : nil
  }

  mutating func shiftEcheance(by delta: Int) -> [Effect] {
    guard let id = schema.selectedID else { return [] }
    let signature = signature
    let effects = change { demarche, _ in
      demarche.decalerEcheance(dePalier: id, de: delta, signature)
    }
    if !effects.isEmpty, let palier = schema.selected(in: derived)?.palier,
      let mois = palier.echeanceMois
    {
      let month = demarche?.schema.jour(mois).map { ", \($0.frenchMonthAndYear)" } ?? ""
      let room = size.width - 50
      let title = TextWidth.truncated(palier.intitule, to: room)
      let of = room < 12 ? "" : " de «\u{A0}\(title)\u{A0}»"
      say("Échéance\(of)\u{A0}: \(mois)\u{A0}mois\(month).")
    }
    return effects
  }

  /// Moves up the screen by so many paliers, through an axis and on to the one above it; down when
  /// negative.
  mutating func climb(by steps: Int) {
    let count = derived.avancement?[schema.axe].paliers.count ?? 0
    let position = schema.index + steps
    if (0..<count).contains(position) {
      schema.select(position, in: derived)
    } else {
      guard let next = axis(after: schema.axe, isAbove: steps > 0) else { return }
      selectAxis(next, at: steps > 0 ? 0 : Int.max)
    }
    chainFromSchema()
  }

  /// The axis drawn above or below another; nil at the top and at the bottom.
  private func axis(after axe: Axe, isAbove: Bool) -> Axe? {
    let axes = Axe.allCases
    guard let index = axes.firstIndex(of: axe) else { return nil }
    let next = index + (isAbove ? -1 : 1)
    return axes.indices.contains(next) ? axes[next] : nil
  }

  /// Moves up or down by a page, within the axis.
  mutating func climbPage(_ direction: Int) {
    guard let pane = panes.first(where: { $0.screen == .schema }),
      let avancement = derived.avancement
    else { return }
    let layout = SchemaLayout(avancement, selection: schema, in: pane.area)
    schema.select(schema.index + direction * layout.page(of: schema.axe), in: derived)
    chainFromSchema()
  }

  mutating func selectRank(_ position: Int) {
    schema.select(position, in: derived)
    chainFromSchema()
  }

  /// Goes to the previous or next axis, going round, on the same rank or the nearest.
  mutating func stepSchemaAxis(by steps: Int) {
    let axes = Axe.allCases
    let here = axes.firstIndex(of: schema.axe) ?? 0
    selectAxis(axes[((here + steps) % axes.count + axes.count) % axes.count], at: schema.index)
    chainFromSchema()
  }

  private mutating func selectAxis(_ axe: Axe, at position: Int) {
    schema.axe = axe
    schema.offset = 0
    schema.select(position, in: derived)
  }

  /// Scrolls the schéma so that its selection can be seen.
  mutating func followSchema(in area: Rect) {
    guard let avancement = derived.avancement else { return }
    schema.offset = SchemaLayout(avancement, selection: schema, in: area).offset
  }

  mutating func pointSchema(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: climb(by: 1)
    case .wheelDown: climb(by: -1)
    case .release: break
    case .press:
      guard let avancement = derived.avancement,
        let target = SchemaLayout(avancement, selection: schema, in: area)
          .target(at: mouse.position, in: avancement)
      else { return }
      if let palier = target.palier {
        if target.axe != schema.axe { schema.offset = 0 }
        schema.axe = target.axe
        schema.select(palier, in: derived)
      } else if target.axe != schema.axe {
        selectAxis(target.axe, at: schema.index)
      }
      chainFromSchema()
    }
  }
}
