/// How much of each list the page of a board has room for beside what is asked of it, worked out as
/// Writer sets its template: measures of `debut.fodt` and `ca.fodt`, in points.
struct BoardPage {
  /// Two columns side by side, a text an entry.
  struct Columns {
    let left: [String]
    let right: [String]
    /// What of the left one is not to give way.
    var needed = 0.0

    fileprivate var height: Double { max(BoardPage.height(left), BoardPage.height(right)) }
  }

  /// What stands on an axis below its staircase.
  struct Step {
    /// « palier 1 ▼ 1 perdu ! 2 en retard ».
    let level: String
    /// « Prochain, D2 · 31 mars 2026, passé ».
    let label: String
    let title: String?
  }

  /// A thing asked, with why; what waits for a decision stands in smaller letters.
  struct Ask {
    let text: String
    var why: String?
    var isSmall = false
  }

  /// What the entries of the columns above what is asked, and of those below, may take.
  let upper: Double
  let lower: Double
  /// Whether all of it is one page, or two of them.
  let isOnePage: Bool
  let isTwoPages: Bool

  /// - Complexity: O(letters)
  init(
    subtitle: String, steps: [Step], asks: [Ask], followed: [String] = [], upper above: Columns,
    lower below: Columns
  ) {
    let fixed =
      Self.titles(subtitle) + Self.height(steps) + Self.headings + Self.height(followed: followed)
    let asked = asks.reduce(0) { $0 + Self.height($1) } + (asks.isEmpty ? Self.line : 0)
    let free = Self.pageHeight - fixed - asked
    let (wanted, last) = (above.height, min(below.height, Self.mostBelow))
    let least = min(wanted, 4 * Self.entry) + min(last, 3 * Self.entry)
    isOnePage = free >= min(least, wanted + last)
    // What stands whole may leave a part of a page blank.
    isTwoPages = free + Self.pageHeight >= min(wanted, Self.mostAbove) + last + 6 * Self.entry
    if wanted + last <= free {
      (upper, lower) = (free - last, last)
    } else if free >= least {
      let least = max(3 * Self.entry, free * 0.4, min(below.needed, free - 3 * Self.entry))
      let kept = max(min(last, least), free - wanted)
      (upper, lower) = (free - kept, kept)
    } else {
      // On two pages nothing is pressed.
      (upper, lower) = (Self.mostAbove, last)
    }
  }

  /// How many of the first texts a column has room for, with a line that tells of the others.
  static func count(of texts: [String], in room: Double) -> Int {
    if height(texts) <= room { return texts.count }
    var used = entry
    return texts.prefix { text in
      used += height([text])
      return used <= room
    }.count
  }

  /// Between the margins, with some room left for another release of Writer.
  private static let pageHeight = 732.0
  private static let (line, gap, noteLine) = (11.6, 1.42, 10.3)
  private static let entry = line + gap
  private static let mostAbove = 13 * entry
  private static let mostBelow = 9 * entry
  /// In thousandths of a letter's size: the page, a half of it, a quarter, and what is asked.
  private static let (half, quarter, asked, whole) = (26_600, 13_300, 31_000, 53_200)
  /// Of the two pairs of columns, of what is asked and of the legend, with what is around them.
  private static let headings = 37.0 + 37 + 36 + 11.8

  static func height(_ texts: [String]) -> Double {
    texts.reduce(0) { $0 + Double(LetterWidths.lines(of: $1, width: half)) * line + gap }
  }

  /// Under a heading of their own, over the whole page.
  private static func height(followed texts: [String]) -> Double {
    texts.isEmpty
      ? 0
      : texts.reduce(heading + noteLine) {
        $0 + Double(LetterWidths.lines(of: $1, width: whole)) * line + gap
      }
  }

  private static let heading = 27.5

  private static func titles(_ subtitle: String) -> Double {
    28.5 + Double(LetterWidths.lines(of: subtitle, width: 44_500)) * 14.2 + 5.7
  }

  /// The table of the axes is as high as the highest of them.
  private static func height(_ steps: [Step]) -> Double {
    let highest = steps.map { step in
      let levels = Double(LetterWidths.lines(of: step.level, width: 11_600)) - 1
      let labels = Double(LetterWidths.lines(of: step.label, width: 14_400))
      let titles = step.title.map { Double(LetterWidths.lines(of: $0, width: quarter)) } ?? 0
      return levels * line + labels * noteLine + gap + titles * line + gap
    }.max()
    // The letter, the staircase, the level, and what it was and will be.
    return highest.map { 122 + $0 + 8.5 } ?? 20
  }

  private static func height(_ ask: Ask) -> Double {
    if ask.isSmall {
      return Double(LetterWidths.lines(of: ask.text, width: 36_500)) * line + gap + 3.4
    }
    let why = ask.why.map { text in
      Double(LetterWidths.lines(of: text, width: 44_000)) * noteLine + gap
    }
    return Double(LetterWidths.lines(of: ask.text, width: asked)) * 13.5 + 4.25 + (why ?? 0) + 3.4
  }
}
