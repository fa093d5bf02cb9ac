/// The heights, in points, of what stands on the page of a board, as Writer lays it out: what one page
/// has room for is chosen by it.
struct BoardPage {
  /// What stands on an axis below its staircase.
  struct Step {
    /// « palier 1 ▼ 1 perdu ! 2 en retard ».
    let level: String
    /// « Prochain, D2 · 31 mars 2026, passé ».
    let label: String
    let title: String?
  }

  /// A thing asked, with why, and what is lost or late.
  struct Ask {
    let text: String
    let notes: [String]
  }

  /// Texts as long as those that are printed, of each list that gives way to others.
  struct Texts {
    var open: [String] = []
    var changes: [String] = []
    var priorities: [String] = []
    var followed: [String] = []
    var pending: [String] = []
    var settled: [String] = []
    var late: [String] = []
    var dates: [String] = []
    /// Whether a line says who voted for the priorities.
    var hasVotes = false
  }

  /// A list, by the heights of its first entries.
  private struct Stack {
    private var sums = [0.0]

    init(_ texts: [String], width: Int) {
      for text in texts {
        let lines = Double(LetterWidths.lines(of: text, width: width))
        sums.append((sums.last ?? 0) + lines * BoardPage.line + BoardPage.gap)
      }
    }

    /// With the line that tells of the others.
    func height(of count: Int) -> Double {
      let last = sums.count - 1
      return sums[min(count, last)] + (count < last ? BoardPage.note : 0)
    }

    var isEmpty: Bool { sums.count == 1 }
  }

  private let fixed: Double
  private let votes: Double
  private let open, changes, priorities, followed, pending, settled, late, dates: Stack

  /// - Complexity: O(letters)
  init(subtitle: String, steps: [Step], asks: [Ask], _ texts: Texts) {
    let asked = asks.reduce(0) { $0 + Self.height($1) }
    // Where nothing is asked a line of the text says so.
    fixed =
      Self.titles(subtitle) + Self.height(steps) + Self.headings + asked
      + (asks.isEmpty && texts.open.isEmpty ? 2 : 1) * Self.line
    votes = texts.hasVotes ? Self.note : 0
    open = Stack(texts.open, width: 36_500)
    changes = Stack(texts.changes, width: Self.half)
    priorities = Stack(texts.priorities, width: Self.half)
    followed = Stack(texts.followed, width: Self.whole)
    pending = Stack(texts.pending, width: Self.half)
    settled = Stack(texts.settled, width: Self.half)
    late = Stack(texts.late, width: Self.half)
    dates = Stack(texts.dates, width: Self.half)
  }

  /// Whether so much of each list has room, on one page or on more.
  func fits(_ shown: Dossier.ShownToBoard, pages: Int) -> Bool {
    // What stands whole may leave a part of a page blank.
    let blank = Double(pages - 1) * 6 * (Self.line + Self.gap)
    return height(shown) + blank <= Double(pages) * Self.pageHeight
  }

  private func height(_ shown: Dossier.ShownToBoard) -> Double {
    let above = max(
      changes.height(of: shown.changes), priorities.height(of: shown.priorities) + votes)
    let headings = Double([pending, settled].count { !$0.isEmpty }) * Self.heading
    let below = max(
      headings + pending.height(of: shown.pending) + settled.height(of: shown.settled),
      Self.heading + late.height(of: shown.late) + dates.height(of: shown.dates))
    return fixed + above + below
      + (open.isEmpty ? 0 : open.height(of: shown.open) + Double(shown.open) * 3.4)
      + height(followed: shown.followed)
  }

  /// Under a heading of its own, or in a line that names them all.
  private func height(followed count: Int) -> Double {
    followed.isEmpty ? 0 : count > 0 ? Self.heading + followed.height(of: count) : 2 * Self.note
  }

  /// Between the margins, with some room left for another release of Writer.
  private static let pageHeight = 744.0
  fileprivate static let (line, gap, note) = (11.6, 1.42, 10.3)
  private static let heading = 27.5
  /// In thousandths of a letter's size: the page, a half of it, a quarter, and what is asked.
  private static let (half, quarter, asked, whole) = (26_600, 13_300, 31_000, 53_200)
  /// Of the upper columns, of what is asked and of the legend, with what is around them.
  private static let headings = 37.0 + 9.5 + 36 + 11.8

  private static func titles(_ subtitle: String) -> Double {
    28.5 + Double(LetterWidths.lines(of: subtitle, width: 44_500)) * 14.2 + 5.7
  }

  /// The table of the axes is as high as the highest of them.
  private static func height(_ steps: [Step]) -> Double {
    let highest = steps.map { step in
      let levels = Double(LetterWidths.lines(of: step.level, width: 11_600)) - 1
      let labels = Double(LetterWidths.lines(of: step.label, width: 14_400))
      let titles = step.title.map { Double(LetterWidths.lines(of: $0, width: quarter)) } ?? 0
      return levels * line + labels * note + gap + titles * line + gap
    }.max()
    // The letter, the staircase, the level, and what it was and will be.
    return highest.map { 122 + $0 + 8.5 } ?? 20
  }

  private static func height(_ ask: Ask) -> Double {
    let notes = ask.notes.reduce(0) { sum, text in
      sum + Double(LetterWidths.lines(of: text, width: 44_000)) * note + gap
    }
    return Double(LetterWidths.lines(of: ask.text, width: asked)) * 13.5 + 4.25 + notes + 3.4
  }
}
