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
    let plan = Plan(palier, words, state, in: area.size)
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

  static func keys(_ state: State) -> [String] { ["← → axe", "↑ ↓ palier"] }

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
    let deadline = TextWidth.wrap(words.deadline(palier), width: area.width, maxLines: 2)
    let foot = rest.takeBottom(deadline.count)
    _ = rest.takeBottom(1)
    WallView.drawSentence(palier.palier.intitule, state, in: &rest, on: &canvas)
    for (row, line) in deadline.enumerated() {
      canvas.draw(line, at: foot.column, foot.row + row, .faint, upTo: foot.endColumn)
    }
    _ = rest.takeTop(1)
    let count = max(1, palier.indicateurs.count)
    guard count <= rest.height else { return }
    IndicatorLines(palier, words, in: rest.size, most: count).draw(in: rest, on: &canvas)
  }
}

extension PalierPage {
  /// How the rows are shared: the title in letters if anything of the rest can make room for it.
  private struct Plan {
    let letters: Letters?
    let title: SalleText
    let indicators: IndicatorLines
    let staircase: Staircase
    /// Blank rows under the title.
    let gap: Int

    /// Rows of the parts under the title.
    private struct Share {
      let indicators: Int
      let steps: Int
      /// Blank rows under the title, and above the staircase.
      let gaps: (Int, Int)

      var rows: Int { indicators + steps + gaps.0 + gaps.1 }
    }

    init(
      _ palier: Avancement.ParPalier, _ words: PalierWords, _ state: State, in size: Size
    ) {
      let scale = state.wallScale
      letters = scale >= .middle ? state.wallLetters : nil
      let axis = words.avancement[palier.palier.axe]
      let most = scale == .full ? (8, 6) : scale == .middle ? (4, 4) : (4, 2)
      let steps = min(axis.paliers.count, most.0) + (Staircase.hasFloor(axis) ? 1 : 0)
      let told = max(1, min(palier.indicateurs.count, most.1))
      let text = palier.palier.intitule
      let letters = letters
      let shares = Self.shares(told, steps).map { share in
        (
          share,
          SalleText(text, in: Size(size.width, max(1, size.height - share.rows)), letters: letters)
        )
      }
      let (share, title) = shares.first { $0.1.letterRows > 1 } ?? shares[0]
      self.title = title
      gap = share.gaps.0
      var free = max(0, size.height - share.rows - title.rows)
      indicators = IndicatorLines(
        palier, words, in: Size(size.width, share.indicators + free), most: share.indicators)
      free -= max(0, indicators.rows - share.indicators)
      staircase = Staircase(
        state, words, in: Size(size.width, share.steps + free), most: share.steps)
    }

    /// From the fullest to the least.
    private static func shares(_ told: Int, _ steps: Int) -> [Share] {
      let few = min(told, 2)
      return [
        Share(indicators: told, steps: steps, gaps: (1, 1)),
        Share(indicators: told, steps: steps, gaps: (0, 1)),
        Share(indicators: told, steps: steps, gaps: (0, 0)),
        Share(indicators: few, steps: steps, gaps: (0, 1)),
        Share(indicators: few, steps: steps, gaps: (0, 0)),
        Share(indicators: few, steps: min(steps, 5), gaps: (0, 0)),
        Share(indicators: few, steps: min(steps, 4), gaps: (0, 0)),
      ]
    }
  }
}
