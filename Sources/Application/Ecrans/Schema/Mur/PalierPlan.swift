import DPES
import TerminalUI

/// How the rows of a palier's page are shared: the title in the largest letters that the rest can make
/// room for, else in bold, and then rows to whatever is cut.
struct PalierPlan {
  let letters: Letters?
  let title: WallSentence
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

  init(_ palier: Avancement.ParPalier, _ words: PalierWords, _ state: State, in size: Size) {
    let scale = state.wallScale
    letters = scale >= .middle ? state.wallLetters : nil
    let axis = words.avancement[palier.palier.axe]
    let most = scale == .full ? (8, 6) : scale == .middle ? (4, 4) : (4, 2)
    let steps = min(axis.paliers.count, most.0) + (Staircase.hasFloor(axis) ? 1 : 0)
    let told = max(1, min(palier.indicateurs.count, most.1))
    let text = palier.palier.intitule
    let lettered = letters.flatMap { Self.lettered(text, $0, told, steps, in: size) }
    let share = lettered?.share ?? Self.bold(text, told, steps, in: size)
    gap = share.gaps.0
    let room = max(1, size.height - share.rows)
    // In bold, blanks between lines come after all other words.
    let rows =
      lettered?.title.rows ?? WallText.lines(text, width: size.width, maxLines: room).count
    var free = max(0, room - rows)
    indicators = IndicatorLines(
      palier, words, in: Size(size.width, share.indicators + free), most: share.indicators,
      letters: scale == .full && lettered != nil ? letters : nil)
    free -= max(0, indicators.rows - share.indicators)
    staircase = Staircase(
      state, words, in: Size(size.width, share.steps + max(0, free)), most: share.steps)
    free -= max(0, staircase.rows - share.steps)
    let isSpaced = free >= rows - 1
    title =
      lettered?.title
      ?? WallSentence(text, in: Size(size.width, isSpaced ? rows * 2 - 1 : rows), letters: nil)
  }

  /// The share with the largest letters, and of those the one with most of the rest.
  ///
  /// One without blanks where only that makes room for letters; nil where there are none.
  private static func lettered(
    _ text: String, _ letters: Letters, _ told: Int, _ steps: Int, in size: Size
  ) -> (share: Share, title: WallSentence)? {
    func set(_ share: Share) -> (share: Share, title: WallSentence) {
      let room = Size(size.width, max(1, size.height - share.rows))
      return (share, WallSentence(text, in: room, letters: letters))
    }
    let few = min(told, 2)
    let loose = [(told, steps), (few, steps), (few, min(steps, 5))].map {
      set(Share(indicators: $0.0, steps: $0.1, gaps: (1, 1)))
    }
    let largest = loose.map(\.title.letterRows).max() ?? 1
    if largest > 1 { return loose.first { $0.title.letterRows == largest } }
    let tight = [
      Share(indicators: told, steps: steps, gaps: (0, 1)),
      Share(indicators: told, steps: steps, gaps: (0, 0)),
      Share(indicators: few, steps: steps, gaps: (0, 1)),
      Share(indicators: few, steps: min(steps, 5), gaps: (0, 0)),
      Share(indicators: few, steps: min(steps, 4), gaps: (0, 0)),
    ]
    return tight.lazy.map(set).first { $0.title.letterRows > 1 }
  }

  /// The fullest share beside which the title is whole.
  private static func bold(_ text: String, _ told: Int, _ steps: Int, in size: Size) -> Share {
    let few = min(told, 2)
    let shares = [(told, steps, 1), (few, min(steps, 4), 1), (few, min(steps, 3), 0), (few, 0, 0)]
      .map { Share(indicators: $0.0, steps: $0.1, gaps: ($0.2, $0.2)) }
    let whole = shares.first { share in
      let rows = size.height - share.rows
      return rows > 0 && !WallText.isCut(text, width: size.width, maxLines: rows)
    }
    return whole ?? Share(indicators: few, steps: 0, gaps: (0, 0))
  }
}
