import DPES

/// How long a candidature is on paper, worked out as Writer sets its template: measures of
/// `debut.fodt` and `candidature.fodt`, in points.
///
/// An estimate: what LibreOffice prints is a few lines off where a page ends (`Tests/Tools/documents.py`).
struct CandidatureLength {
  private static let pageHeight = 757.0
  private static let mostPages = 2
  /// Of a text, and of what stands in a table, in smaller letters.
  private static let line = 13.55
  private static let smallLine = 11.62
  /// What a paragraph, a row and a table have below them.
  private static let paragraphGap = 4.25
  private static let rowGap = 4.1
  private static let tableGap = 5.7
  private static let titles = 49.7
  private static let heading = 33.2
  private static let subheading = 20.4
  /// What a small paragraph has below it.
  private static let smallGap = 1.4
  /// The box of an address, less its lines; what is signed below everything, with the empty paragraph
  /// that Writer ends a document with.
  private static let box = 15.8
  private static let signature = 70.5

  /// In thousandths of a letter's size: 174 mm of 10,5 points; 127,5 and 43,5 mm of 9 points, 82 in a box.
  private static let textLength = 46_970
  private static let saidLength = 40_150
  private static let labelLength = 13_700
  private static let boxLength = 25_820
  /// A column of a table with one or two of them beside the label.
  private static let columnLengths = [1: saidLength, 2: 19_840]

  private var page = 1
  private var height = titles
  private var beyond = 0.0

  /// Lines beyond two pages; 0 when it fits.
  var excess: Int { Int((beyond / Self.line).rounded(.up)) }

  /// The two sides of the box: where it goes, who sends it.
  mutating func addBox(_ sides: [[String]]) {
    let lines = sides.map { side in
      Double(side.count + 1) * Self.smallGap
        + Double(side.reduce(1) { $0 + Self.lines($1, Self.boxLength) }) * Self.smallLine
    }
    add((lines.max() ?? 0) + Self.box + Self.tableGap)
  }

  mutating func addHeading() { addTitle(Self.heading) }

  /// A heading, which stays with the first line of its text.
  mutating func addAnswer(_ text: String) {
    addTitle(Self.subheading)
    // What is still to be said is said beside the heading.
    if !text.isEmpty { addText(text) }
  }

  mutating func addSubheading() { addTitle(Self.subheading) }

  mutating func addText(_ text: String) {
    for _ in 0..<Self.lines(text, Self.textLength) { add(Self.line) }
    height += Self.paragraphGap
  }

  /// A table of names and what is said of each, which a page may end in.
  mutating func addTable(_ rows: [(String, String?)]) {
    for (name, text) in rows {
      let lines = max(
        Self.lines(name, Self.labelLength), Self.lines(text ?? "", Self.saidLength))
      for _ in 0..<lines { add(Self.smallLine) }
      height += Self.rowGap
    }
    height += Self.tableGap
  }

  /// The table of criteria, together on a page: in each row a name, then columns of texts.
  mutating func addCriteria(
    _ rows: [(name: String, columns: [[String]])], below heading: Bool
  ) {
    let small = Self.smallLine
    var height = (heading ? Self.heading : 0) + small + Self.rowGap
    for row in rows {
      let length = Self.columnLengths[row.columns.count] ?? Self.saidLength
      let heights = row.columns.map { texts in
        texts.reduce(0.0) { $0 + Double(Self.lines("● " + $1, length)) * small + Self.smallGap }
      }
      let name = Double(Self.lines(row.name, Self.labelLength)) * small + Self.smallGap
      height += max(name, heights.max() ?? 0) + Self.rowGap - Self.smallGap
    }
    add(height)
    self.height += Self.tableGap
  }

  /// The last sentence, and the boxes that stay with it.
  mutating func addSignature(_ sentence: String) {
    add(Double(Self.lines(sentence, Self.textLength)) * Self.line + Self.signature)
  }

  private static func lines(_ text: String, _ length: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + LetterWidths.lines(of: String($1), width: length) }
  }

  private mutating func addTitle(_ title: Double) {
    if height + title + Self.line > Self.pageHeight { turn() }
    add(title)
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
    length.addBox(sides)
    length.addHeading()
    length.addTable(presentation)
    length.addHeading()
    for (_, text) in motivations { length.addAnswer(text ?? "") }
    let candidature = demarche.candidature
    let means = moyensParGenre.filter { !($0.1?.isBlank ?? true) }
    length.addSubheading()
    if let text = candidature.moyens { length.addText(text) }
    if !means.isEmpty { length.addTable(means) }
    let isWritten = areActionsWritten || areWishesWritten
    if isWritten { length.addHeading() }
    if areActionsWritten { length.addAnswer(candidature.actionsMenees ?? "") }
    if areWishesWritten { length.addAnswer(candidature.axesSouhaites ?? "") }
    if !areActionsWritten || !areWishesWritten {
      length.addCriteria(proposals, below: !isWritten)
    }
    length.addSignature(pledge)
    return length.excess
  }

  private var sides: [[String]] {
    let addresses = call?.adresses ?? []
    let to = addresses.map { one in
      (one.canal.map { "par \($0.rawValue)\u{A0}: " } ?? "") + one.lignes.joined(separator: ", ")
    }
    let referents = names(of: demarche.participants.filter(\.referent).map(\.id))
    return [
      to.isEmpty ? ["à dire"] : to,
      [
        demarche.structure.raisonSociale + (referents.map { ", \($0)" } ?? ""),
        demarche.structure.adresse ?? "adresse à dire",
        "Disponible pour les échanges pendant l’instruction.",
      ],
    ]
  }

  private var proposals: [(name: String, columns: [[String]])] {
    avancement.axes.map { axe in
      let done = areActionsWritten ? [] : [alreadyDone(on: axe.axe)]
      let wished = areWishesWritten ? [] : [toDevelop(on: axe)]
      return (criterion(of: axe.axe), (done + wished).map { $0.isEmpty ? ["à dire"] : $0 })
    }
  }
}
