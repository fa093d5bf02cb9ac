import DPES
import TerminalUI

// The gestures of the schéma.
extension State {
  /// Why nothing can be done with the selected palier; nil when it can.
  var whyNoPalier: String? {
    readOnlyReason
      ?? (schema.selected(in: derived) == nil
        ? "Aucun palier n’est sélectionné\u{A0}: n en ajoute un." : nil)
  }

  /// Why no deadline can be moved by so many months; nil when one can.
  func echeanceRefusal(by delta: Int) -> String? {
    if let reason = whyNoPalier { return reason }
    guard let palier = schema.selected(in: derived)?.palier, let mois = palier.echeanceMois else {
      return nil
    }
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
      let avis = demarche?.schema.avis(mois, dePalier: palier.id).map { " \($0.phrase)" } ?? ""
      say("Échéance\(of)\u{A0}: \(mois)\u{A0}mois\(month).\(avis)")
    }
    return effects
  }

  /// Moves up the screen by so many paliers, through an axis and on to the one above it; down when
  /// negative.
  mutating func climb(by steps: Int) {
    if schema.isZoomed {
      schema.step(by: steps, in: derived)
      chainFromSchema()
      return
    }
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
    if schema.isZoomed {
      let height = ZoomLayout(avancement, in: pane.area).rows.height
      return climb(by: direction * max(1, height - 1))
    }
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
    if schema.isZoomed {
      return schema.follow(in: derived, height: ZoomLayout(avancement, in: area).rows.height)
    }
    schema.offset = SchemaLayout(avancement, selection: schema, in: area).offset
  }

  mutating func pointSchema(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: climb(by: 1)
    case .wheelDown: climb(by: -1)
    case .release: break
    case .press:
      if schema.isZoomed { return pointZoom(mouse.position, in: area) }
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

  private mutating func pointZoom(_ position: Position, in area: Rect) {
    guard let avancement = derived.avancement else { return }
    let rows = ZoomLayout(avancement, in: area).rows
    let shown = schema.rows(in: derived, height: rows.height)
    guard rows.contains(position), shown.indices.contains(position.row - rows.row) else { return }
    schema.select(shown[position.row - rows.row], in: derived)
    chainFromSchema()
  }
}
