import DPES

/// How the poster is set so that it stays on one page, worked out as Writer sets its template:
/// measures of `debut.fodt` and `engagements.fodt`, in points.
struct Poster {
  /// One of the ways to set it.
  struct Way: Equatable {
    /// « Serree » for smaller letters of the name.
    var title = ""
    /// The same of all the rest, after « Moyenne », then « Fine », « Menue » and « Infime » for smaller ones still.
    var look = ""
    /// Of a longer title of a palier its first words are printed.
    var length = 100
    /// Whether what is held stands below what comes next.
    var keepsHeld = true
    /// The charter's sentences are whole, unless the smallest letters have no room for them.
    var pledge = Int.max
  }

  let way: Way

  /// What stands on it, row by row.
  struct Row {
    let engagement: String
    let next: String?
    let held: String?
  }

  /// The first of the ways to set it, the most generous first, that has room; `rows` says what the
  /// four axes say then.
  init(name: String, foot: String, rows: (Way) -> [Row]) {
    way =
      Self.ways.first { Self.height(name, foot, rows($0), $0) <= Self.pageHeight }
      ?? Self.last
  }

  private static let small = "Serree"
  private static let middle = "Moyenne"
  private static let last = Way(
    title: small, look: "Infime", length: 40, keepsHeld: false, pledge: 300)
  private static let ways: [Way] =
    [Way(), Way(title: small), Way(look: middle), Way(title: small, look: middle)]
    + [100, 90, 80, 70, 60, 50].map { Way(title: small, look: small, length: $0) }
    + ["Fine", "Menue", "Infime"].flatMap { look in
      [100, 50].map { Way(title: small, look: look, length: $0) }
        + [Way(title: small, look: look, length: 50, keepsHeld: false)]
    }
    + [1200, 900, 600].map {
      Way(title: small, look: "Infime", length: 50, keepsHeld: false, pledge: $0)
    }

  /// Between the margins, with some room left for another release of Writer.
  private static let pageHeight = 744.0
  /// A line by the size of its letters, set at 100, 106 and 112 %.
  private static let (line, lineOfPledge, lineOfText) = (1.149, 1.218, 1.287)
  /// Of the page, and of the text beside a number.
  private static let (width, textWidth) = (493.0, 430.0)
  /// Bold letters are wider than those that are measured.
  private static let bold = 1.12
  /// As are the first words of what comes next.
  private static let begun = 1.06

  /// Of the letters of a sentence of the charter, of what comes next and of what is held, and what a
  /// row has around it.
  private static func sizes(
    _ look: String
  ) -> (pledge: Double, next: Double, held: Double, around: Double) {
    switch look {
    case "Infime": (9, 9, 9, 8.5)
    case "Menue": (11.5, 10, 10, 8.5)
    case "Fine": (14, 11, 11, 8.5)
    case small: (16, 14, 14, 14.2)
    case middle: (18, 15, 14, 23.8)
    default: (20, 16, 14, 34)
    }
  }

  private static func height(
    _ name: String, _ foot: String, _ rows: [Row], _ way: Way
  ) -> Double {
    let title = way.title == small ? 22.0 : 34
    let size = sizes(way.look)
    let head = 62.0 + lines(name, title, width, bold) * title * line
    let told = rows.reduce(0.0) { height, row in
      let said =
        lines(row.engagement, size.pledge, textWidth, bold) * size.pledge * lineOfPledge + 2.8
        + (row.next.map { lines($0, size.next, textWidth, begun) * size.next * lineOfText + 2.8 }
          ?? 0)
        + (row.held.map { lines($0, size.held, textWidth) * size.held * lineOfText } ?? 0)
      return height + max(said, 43) + size.around
    }
    let last = (way.look.isEmpty ? 17 + 19.8 : 8.5 + 5.7) + 15.4 + 4.3 + 14.2
    return head + told + last + lines(foot, 11, width) * 11 * lineOfText
  }

  private static func lines(
    _ text: String, _ size: Double, _ width: Double, _ wider: Double = 1
  ) -> Double {
    Double(LetterWidths.lines(of: text, width: Int(width / size / wider * 1000)))
  }
}
