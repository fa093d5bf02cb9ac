import DPES
import TerminalUI

/// One axis: its staircase alone, with where it is and where it means to be.
enum EscalierPage: WallPage {
  static let name = "axe"
  static let title = "l’escalier"

  static func isOffered(_ state: State) -> Bool {
    state.derived.avancement?[state.schema.axe].paliers.isEmpty == false
  }

  static func bandeau(_ state: State) -> Bandeau {
    let axe = state.schema.axe
    guard let words = PalierWords(state) else {
      return Bandeau(ground: .plain, word: axe.nomCourt)
    }
    let axis = words.avancement[axe]
    let next = words.next(on: axis)
    let sign = next.mark.map { "\($0.sign) " } ?? ""
    return Bandeau(
      ground: .plain, word: state.wallScale == .least ? axe.motCourt : axe.nomCourt,
      place: PalierWords.level(axis), lines: [sign + next.text, PalierWords.levels(axis)])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard isOffered(state), let words = PalierWords(state) else {
      return PalierPage.drawNothing(state, in: area, on: &canvas)
    }
    let telling: Staircase.Telling =
      switch state.wallScale {
      case .least: .numbers
      case .small: .titles
      case .middle, .full: .facts
      }
    let staircase = Staircase(state, words, in: area.size, telling: telling)
    var rest = area
    if state.wallScale == .least {
      staircase.draw(in: rest.takeBottom(staircase.rows), on: &canvas)
      return drawTitle(state, in: rest, on: &canvas)
    }
    _ = rest.takeTop((area.height - staircase.rows) / 2)
    staircase.draw(in: rest, on: &canvas)
  }

  /// Where steps have no words: the title of the selected one, above, as far as there are rows.
  private static func drawTitle(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard area.height > 1, let palier = state.schema.selected(in: state.derived)?.palier else {
      return
    }
    let text = "\(state.schema.index + 1) \(palier.intitule)"
    let lines = WallText.lines(text, width: area.width, maxLines: area.height - 1)
    for (row, line) in lines.enumerated() {
      canvas.draw(line, at: area.column, area.row + row, .strong, upTo: area.endColumn)
    }
  }

  static func keys(_ state: State) -> [String] {
    (ArbrePage.isOffered(state) ? ["r arbre"] : []) + ["↑ ↓ palier", "← → axe"]
  }
}
