import DPES

/// How the poster is set so that it stays on one page, worked out as Writer sets its template:
/// measures of `debut.fodt` and `engagements.fodt`, in points.
struct Poster {
  /// « Serree » for smaller letters, of the name, and of all the rest.
  let titleLook: String
  let look: String
  /// Of a longer text its first words are printed.
  let length: Int

  /// What stands on it, row by row.
  struct Row {
    let engagement: String
    let next: String?
    let held: String?
  }

  /// The first of the ways to set it, the most generous first, that has room; `rows` says what the
  /// four axes say, cut after so many letters.
  init(name: String, foot: String, rows: (Int) -> [Row]) {
    for (titleLook, look, length) in Self.ways {
      let height = Self.height(name, foot, rows(length), isSmall: (titleLook != "", look != ""))
      if height <= Self.pageHeight {
        (self.titleLook, self.look, self.length) = (titleLook, look, length)
        return
      }
    }
    (titleLook, look, length) = (Self.small, Self.small, Self.shortest)
  }

  private static let small = "Serree"
  private static let shortest = 40
  private static let ways: [(String, String, Int)] =
    [("", "", 100), (small, "", 100)] + [100, 90, 80, 70, 60, 50].map { (small, small, $0) }

  /// Between the margins, with some room left for another release of Writer.
  private static let pageHeight = 750.0
  /// A line by the size of its letters, set at 100, 106 and 112 %.
  private static let (line, lineOfPledge, lineOfText) = (1.149, 1.218, 1.287)
  /// Of the page, and of the text beside a number.
  private static let (width, textWidth) = (493.0, 430.0)
  /// Bold letters are wider than those that are measured.
  private static let bold = 1.08

  private static func height(
    _ name: String, _ foot: String, _ rows: [Row], isSmall: (title: Bool, rest: Bool)
  ) -> Double {
    let title = isSmall.title ? 22.0 : 34
    let small = isSmall.rest
    let (pledge, text) = small ? (16.0, 14.0) : (20, 16)
    let head = 62.0 + lines(name, title, width, bold) * title * line
    let told = rows.reduce(0.0) { height, row in
      let said =
        lines(row.engagement, pledge, textWidth, bold) * pledge * lineOfPledge + 2.8
        + (row.next.map { lines($0, text, textWidth) * text * lineOfText + 2.8 } ?? 0)
        + (row.held.map { lines($0, 14, textWidth) * 14 * lineOfText } ?? 0)
      return height + max(said, 43) + (small ? 14.2 : 34)
    }
    let last = (small ? 8.5 + 5.7 : 17 + 19.8) + 15.4 + 4.3 + 14.2
    return head + told + last + lines(foot, 11, width) * 11 * lineOfText
  }

  private static func lines(
    _ text: String, _ size: Double, _ width: Double, _ wider: Double = 1
  ) -> Double {
    Double(LetterWidths.lines(of: text, width: Int(width / size / wider * 1000)))
  }
}
