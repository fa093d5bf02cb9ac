import DPES
import TerminalUI

/// One palier, as large as the wall allows: its state first, then its title, what shows that it is
/// reached, and the staircase that it is a step of.
enum PalierPage: WallPage {
  static let name = "palier"
  static let title = "le palier"

  static func bandeau(_ state: State) -> Bandeau {
    let axe = state.schema.axe
    let subject = [axe.nomCourt, axe.motCourt]
    guard let words = PalierWords(state), let palier = state.schema.selected(in: state.derived)
    else {
      return Bandeau(
        ground: .banner, word: "Pas encore de palier", subject: subject,
        lines: ["Un palier dit ce qui sera atteint, et quand, pour répondre au cercle."])
    }
    let mark = state.marks.mark(palier.etat)
    return Bandeau(
      ground: mark.ink.aplat, sign: mark.sign, word: mark.word, subject: subject,
      place: "palier \(palier.rang) sur \(words.avancement[axe].paliers.count)",
      lines: [words.deadline(palier), words.answers(palier, state.derived)])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let words = PalierWords(state), let palier = state.schema.selected(in: state.derived)
    else { return drawNothing(state, in: area, on: &canvas) }
    guard state.wallScale > .least else {
      return drawLeast(palier, words, state, in: area, on: &canvas)
    }
    let plan = PalierPlan(palier, words, state, in: area.size)
    let letters = plan.letters
    var rest = area
    let stairs = rest.takeBottom(plan.staircase.rows)
    plan.staircase.draw(in: stairs, on: &canvas)
    plan.title.draw(in: rest, letters: letters, .text, on: &canvas)
    _ = rest.takeTop(plan.title.rows + plan.gap)
    plan.indicators.draw(in: rest.takeTop(plan.indicators.rows), on: &canvas)
    if rest.height > 1 {
      canvas.drawHorizontal(at: area.column, rest.endRow - 1, length: area.width)
    }
  }

  static func keys(_ state: State) -> [String] {
    (ArbrePage.isOffered(state) ? ["r arbre"] : [])
      + (state.derived.avancement?[state.schema.axe].paliers.isEmpty == false
        ? ["← → axe", "↑ ↓ palier"] : ["← → axe"])
  }

  /// What is missing, and how it begins.
  static func drawNothing(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let isWhole = state.derived.avancement?.axes.allSatisfy(\.paliers.isEmpty) ?? true
    let hint =
      "Au cercle (3), les priorités disent par où commencer. Sur l’écran du schéma (s, puis 4), "
      + "n ajoute un palier."
    let lines = TextWidth.wrap(hint, width: area.width, maxLines: max(1, area.height / 2))
    let foot = rest.takeBottom(lines.count)
    for (row, line) in lines.enumerated() {
      canvas.draw(line, at: foot.column, foot.row + row, .faint, upTo: foot.endColumn)
    }
    _ = rest.takeBottom(1)
    let sentence =
      isWhole
      ? "Le schéma n’a pas encore de palier." : "Cet axe n’a pas encore de palier."
    WallView.drawSentence(sentence, state, in: &rest, on: &canvas)
  }

  /// In the least window: the title, and when; its indicators where rows are left for all.
  private static func drawLeast(
    _ palier: Avancement.ParPalier, _ words: PalierWords, _ state: State, in area: Rect,
    on canvas: inout Canvas
  ) {
    var rest = area
    let whole = words.deadline(palier)
    // Without the rank of the month, where that takes a row of its own.
    let told = TextWidth.fits(whole, area.width) ? whole : whole.before(", ")
    let deadline = TextWidth.wrap(told, width: area.width, maxLines: 2)
    let foot = rest.takeBottom(deadline.count)
    _ = rest.takeBottom(1)
    WallView.drawSentence(palier.palier.intitule, state, in: &rest, on: &canvas)
    for (row, line) in deadline.enumerated() {
      canvas.draw(line, at: foot.column, foot.row + row, .faint, upTo: foot.endColumn)
    }
    _ = rest.takeTop(1)
    let count = max(1, palier.indicateurs.count)
    let indicators = IndicatorLines(palier, words, in: rest.size, most: count)
    if count <= rest.height, !indicators.isCut { indicators.draw(in: rest, on: &canvas) }
  }
}

extension String {
  /// What stands before a text; all of it where that is not in it.
  fileprivate func before(_ text: String) -> String {
    firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
