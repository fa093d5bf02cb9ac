/// Whether the first page of minutes has room for the circle, worked out as Writer sets its template:
/// measures of `debut.fodt` and `compte-rendu.fodt`, in points.
struct MinutesPage {
  enum Circle {
    /// On the first page, drawn with its numbers, drawn small, or told in a few words.
    case drawn, small, told
    /// What was decided takes more than a page: the observations go on below it.
    case flowing
  }

  /// What stands above the circle.
  var title = ""
  var subtitle = ""
  var presents = ""
  var absents: String?
  var hasVotes = false
  /// What comes first, and the paliers that answer it.
  var priorities: [(text: String, answer: String)] = []
  /// Of promises and of what was asked: the text, and what stands beside it.
  var promises: [(text: String, beside: String)] = []
  var asks: [(text: String, beside: String)] = []
  var earlier: [String] = []
  var hasMovements = false
  /// What stands below it.
  var notes: String?

  /// - Complexity: O(letters)
  var circle: Circle {
    let above = height
    if above + Self.drawing <= Self.pageHeight { return .drawn }
    if above + Self.smallDrawing <= Self.pageHeight { return .small }
    return above + Self.words <= Self.pageHeight ? .told : .flowing
  }

  /// Between the margins, with some room left for another release of Writer.
  private static let pageHeight = 718.0
  /// The table with either drawing, a line of which is set at 112 % too, and the words without one.
  private static let (drawing, smallDrawing, words) = (248.0, 200.0, 76.0)
  private static let (line, gap, noteLine) = (11.6, 1.42, 10.3)
  /// What a row, a table and a heading take beside their text.
  private static let (row, table, heading, subheading) = (2.8, 5.7, 33.2, 27.5)
  private static let movements = 14.5 + 4 * 15.8 + 2.8

  private static func lines(_ text: String, _ width: Int) -> Double {
    Double(LetterWidths.lines(of: text, width: width))
  }

  private var height: Double {
    var height =
      Self.lines(title, 22_800) * 25.7 + 2.8 + Self.lines(subtitle, 40_000) * 15.4 + 14.2
    if !presents.isEmpty { height += Self.lines(presents, 52_000) * Self.line + Self.gap }
    if let absents { height += Self.lines(absents, 60_000) * Self.noteLine + Self.gap }
    if !priorities.isEmpty {
      height += Self.heading + Self.table + (hasVotes ? Self.line + Self.gap : 0)
      height += priorities.reduce(0) { sum, one in
        let lines = max(Self.lines(one.text, 34_800), Self.lines(one.answer, 12_400))
        return sum + max(hasVotes ? 22 : 0, lines * Self.line + Self.gap) + Self.row
      }
    }
    height += table(promises, 32_400) + table(asks, 36_600)
    if !earlier.isEmpty {
      let told = earlier.reduce(Self.subheading) {
        $0 + Self.lines($1, 26_600) * Self.line + Self.gap
      }
      let beside = hasMovements ? Self.subheading + Self.movements : 0
      height += max(told, beside) + 2.8 + Self.table
    } else if hasMovements {
      height += Self.subheading + Self.movements
    }
    if let notes {
      height += Self.heading + Self.lines(notes, 46_500) * 13.5 + 4.25
    }
    return height
  }

  private func table(_ rows: [(text: String, beside: String)], _ width: Int) -> Double {
    guard !rows.isEmpty else { return 0 }
    return rows.reduce(Self.heading + Self.table) { sum, one in
      let lines = max(Self.lines(one.text, width), Self.lines(one.beside, 11_000))
      return sum + lines * Self.line + Self.gap + Self.row
    }
  }
}
