import DPES
import TerminalUI

/// What the parts of a vote have in common.
enum Votes {
  /// Why no vote can be held, or changed, in the image shown; nil when one can.
  static func refusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    if state.shown.comparedID != nil {
      return "Une comparaison ne se modifie pas. Échap la quitte."
    }
    guard let image = state.derived.image?.cercle else { return "Il n’y a pas encore d’image." }
    if image.regard != nil {
      return "C’est un regard de pairs\u{A0}: le groupe vote sur son image."
    }
    if image.figee {
      return
        "L’image du \(image.date.french) est figée\u{A0}: on n’y vote plus. i puis f la rouvre."
    }
    return image.observations.count < 2
      ? "Il faut au moins deux observations à départager\u{A0}: Échap, puis n, en ajoute." : nil
  }

  static func sentence(_ refusal: Demarche.RefusDeScrutin) -> String {
    switch refusal {
    case .absent: "Ce vote, ou son image, n’est plus là. u le fait peut-être revenir."
    case .figee: "L’image a été figée\u{A0}: ses votes et ses marques ne changent plus."
    }
  }
}

extension Canvas {
  /// Draws `■ 12 Le texte` in an area of a card, in as many lines as there are rows.
  mutating func drawOption(_ observation: Observation?, _ marks: Marks, in area: Rect) {
    guard let observation else {
      return drawLines("Une observation retirée depuis", in: area, Style(.faint, on: .card))
    }
    let (column, row, end) = (area.column, area.row, area.endColumn)
    let mark = marks.mark(observation.statut)
    draw(mark.sign, at: column, row, Style(mark.ink, on: .card, .bold), upTo: end)
    let number = observation.numero.map(String.init) ?? ""
    let start = column + Self.optionLead - 1
    draw(
      number, at: max(column + 2, start - TextWidth.columns(of: number)), row,
      Style(.faint, on: .card), upTo: end)
    drawLines(observation.texte, from: start + 1, upTo: end, in: area, Style(.text, on: .card))
  }

  /// Columns before the text of an option.
  static let optionLead = 6
}
