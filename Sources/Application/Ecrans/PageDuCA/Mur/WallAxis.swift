import DPES
import TerminalUI

/// What the wall says of one axis to the board, in blocks: what lacks room leaves whole, the texts of
/// the priorities first, then the counts; only then are texts cut, from the last.
struct WallAxis {
  enum Telling {
    /// With the level and what comes next.
    case whole
    /// The same below the level itself, which stands in letters.
    case belowLevel
    /// What presses, and counts.
    case rest
  }

  private let axis: PageDuCA.ParAxe
  private let page: PageDuCA
  private let marks: Marks
  private let telling: Telling

  init(_ axis: PageDuCA.ParAxe, of page: PageDuCA, _ marks: Marks, telling: Telling) {
    self.axis = axis
    self.page = page
    self.marks = marks
    self.telling = telling
  }

  /// The rows that all of it takes.
  func height(width: Int) -> Int {
    let blocks = blocks(width: max(1, width), Room())
    return blocks.reduce(max(0, blocks.count - 1)) { $0 + $1.count }
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let shown = fitting(area.size)
    let rows = shown.reduce(0) { $0 + $1.count }
    let isAiry = rows + shown.count - 1 <= area.height
    var all = StyledLines(width: max(1, area.width))
    for (index, block) in shown.enumerated() {
      if isAiry, index > 0 { all.add(line: []) }
      for line in block { all.add(line: line) }
    }
    canvas.tell(textsIn: area, free: area.height - rows)
    all.draw(in: area, on: &canvas)
  }

  /// How much is told.
  private struct Room {
    var hasPriorites = true
    var hasCounts = true
    /// Rows of each text, how many of the first texts are whole all the same, and how many rows the
    /// text after them has beyond.
    var rows = 9
    var whole = 0
    var more = 0
  }

  private func fitting(_ size: Size) -> [[[Span]]] {
    let width = max(1, size.width)
    func told(_ room: Room) -> [[[Span]]]? {
      let blocks = blocks(width: width, room)
      return blocks.reduce(0) { $0 + $1.count } <= size.height ? blocks : nil
    }
    let rooms =
      [Room(), Room(hasPriorites: false), Room(hasPriorites: false, hasCounts: false)]
      + [3, 2, 1].map { Room(hasPriorites: false, hasCounts: false, rows: $0) }
    for room in rooms {
      guard var best = told(room) else { continue }
      guard room.rows < 9 else { return best }
      // What rows are left go to the first texts.
      var fuller = room
      for whole in 1...12 {
        fuller.whole = whole
        guard let blocks = told(fuller) else { break }
        best = blocks
      }
      fuller.whole -= 1
      fuller.more = size.height - best.reduce(0) { $0 + $1.count }
      return told(fuller) ?? best
    }
    return blocks(width: width, rooms[rooms.count - 1])
  }

  private func blocks(width: Int, _ room: Room) -> [[[Span]]] {
    var lines = Blocks(width: width, room: room)
    if telling != .rest { addLevel(to: &lines) }
    add(axis.perdus, marks.lost, several: "perdus", to: &lines)
    add(axis.enRetard, marks.late, several: "en retard", to: &lines)
    add(axis.echus, marks.past, several: "échéances passées", to: &lines)
    if telling != .rest, let next = axis.prochain { add(next, to: &lines) }
    if room.hasCounts { addCounts(to: &lines) }
    addPriorites(isWhole: room.hasPriorites, to: &lines)
    return lines.finished
  }

  /// Blocks on their way.
  private struct Blocks {
    let room: Room
    private var texts = 0
    private var lines: StyledLines
    private var blocks: [[[Span]]] = []

    init(width: Int, room: Room) {
      self.room = room
      lines = StyledLines(width: width)
    }

    var finished: [[[Span]]] { blocks + (lines.lines.isEmpty ? [] : [lines.lines]) }

    mutating func begin() {
      blocks = finished
      lines = StyledLines(width: lines.width)
    }

    mutating func add(_ text: String, _ style: Style) { lines.add(text, style) }

    mutating func add(facts: [[Span]]) { lines.add(facts: facts) }

    /// A text of the file, in as many rows as it may have.
    mutating func add(texte: String) {
      let rows = texts < room.whole ? 9 : room.rows + (texts == room.whole ? room.more : 0)
      texts += 1
      for line in WallText.lines(texte, width: lines.width, maxLines: rows) {
        lines.add(line: [Span(line, .text)])
      }
    }
  }

  private func addLevel(to lines: inout Blocks) {
    lines.begin()
    guard axis.paliers > 0 else { return lines.add("Pas encore de palier.", .faint) }
    if telling == .whole { lines.add("Palier \(axis.actuel) sur \(axis.paliers)", .strong) }
    if let tenu = axis.tenu { lines.add(texte: tenu) }
    lines.add(facts: [
      [Span("prévu \(axis.intermediaire) à \(page.intermediaireMois)\u{A0}mois", .faint)],
      [Span("\(axis.cible) à \(page.dureeMois)\u{A0}mois", .faint)],
    ])
  }

  private func add(
    _ lignes: [PageDuCA.Ligne], _ mark: Marks.Mark, several: String, to lines: inout Blocks
  ) {
    guard !lignes.isEmpty else { return }
    lines.begin()
    lines.add("\(mark.sign) \(lignes.count.counting(mark.word, several))", Style(mark.ink, .bold))
    for ligne in lignes.prefix(3) {
      lines.add(texte: ligne.dite)
    }
    if lignes.count > 3 { lines.add("et \(lignes.count - 3) de plus", .faint) }
  }

  private func add(_ next: PageDuCA.Prochain, to lines: inout Blocks) {
    let mark = marks.mark(next.etat)
    let when = [
      next.echeanceMois.map { "\($0)\u{A0}mois" }, next.jour?.frenchMonthAndYear,
    ].compactMap(\.self)
    lines.begin()
    lines.add("Ensuite, palier \(next.rang)", .strong)
    lines.add(texte: next.intitule)
    lines.add(
      facts: [[Span("\(mark.sign) \(next.mot(mark))", Style(mark.ink))]]
        + when.map { [Span($0, .faint)] })
  }

  /// The observations by colour, never added up.
  private func addCounts(to lines: inout Blocks) {
    let counts = ([.rouge, .orange, .vert, nil] as [Statut?]).compactMap { statut -> [Span]? in
      guard let count = axis.observations[statut] else { return nil }
      let mark = marks.mark(statut)
      let word = statut?.mot(pour: count) ?? mark.word
      return [Span("\(mark.sign) \(count) \(word)", Style(mark.ink))]
    }
    lines.begin()
    lines.add(facts: counts)
  }

  private func addPriorites(isWhole: Bool, to lines: inout Blocks) {
    let count = axis.priorites.count
    guard count > 0 else { return }
    let told = "\(marks.priorite.sign) \(count.counting("priorité"))"
    lines.begin()
    lines.add(told, .title)
    guard isWhole else { return }
    for texte in axis.priorites.prefix(3) { lines.add(texte: texte) }
    if count > 3 { lines.add("et \(count - 3) de plus", .faint) }
  }
}
