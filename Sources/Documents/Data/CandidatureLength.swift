import DPES

/// How long a candidature is on paper, worked out as Writer sets its template: measures of
/// `debut.fodt` and `candidature.fodt`, in points.
///
/// An estimate: what LibreOffice prints is a few lines off where a page ends (`Tests/Tools/documents.py`).
struct CandidatureLength {
  private static let pageHeight = 757.0
  private static let line = 13.55
  /// In thousandths of a letter's size: 174 mm of 10,5 points, and 168 beside a bullet.
  private static let lineLength = 46_970
  private static let itemLength = 45_350
  private static let titles = 54.0
  private static let heading = 47.3
  private static let itemGap = 1.7
  private static let mostPages = 2

  private var page = 1
  private var height = titles
  private var beyond = 0.0

  /// Lines beyond two pages; 0 when it fits.
  var excess: Int { Int((beyond / Self.line).rounded(.up)) }

  mutating func addItem(_ text: String) { addLines(text, Self.itemLength, gap: Self.itemGap) }

  /// A heading, which stays with the first line of its text.
  mutating func addAnswer(_ text: String) {
    if height + Self.heading + Self.line > Self.pageHeight { turn() }
    add(Self.heading)
    addLines(text, Self.lineLength, gap: 0)
  }

  private mutating func addLines(_ text: String, _ length: Int, gap: Double) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for _ in 0..<LetterWidths.lines(of: String(line), width: length) { add(Self.line) }
    }
    height += gap
  }

  private mutating func add(_ block: Double) {
    if height + block > Self.pageHeight { turn() }
    height += block
    if page > Self.mostPages { beyond += block }
  }

  private mutating func turn() {
    page += 1
    height = 0
  }
}

extension Dossier {
  /// Lines that a candidature has beyond two pages, as its template sets them; 0 when it fits.
  package var candidatureExcess: Int {
    var length = CandidatureLength()
    for (name, text) in identite + [
      ("Chiffre d’affaires", chiffreAffaires), ("Autres ressources", autresRessources),
    ] {
      if let text, !text.isEmpty { length.addItem("\(name)\u{A0}: \(text)") }
    }
    for (_, text) in candidature {
      if let text, !text.allSatisfy(\.isWhitespace) { length.addAnswer(text) }
    }
    return length.excess
  }
}
