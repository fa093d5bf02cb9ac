import DPES
import TerminalUI

/// What the page of the board says of one axis, in blocks, what presses most first.
struct PageAxis {
  private let page: PageDuCA
  private let marks: Marks
  private let width: Int
  private var blocks: [StyledLines] = []

  /// With decisions at its end, where they have no place of their own.
  init(
    _ axis: PageDuCA.ParAxe, of page: PageDuCA, _ marks: Marks, width: Int,
    decisions: StyledLines? = nil
  ) {
    self.page = page
    self.marks = marks
    self.width = max(1, width)
    addLevel(axis)
    add(axis.perdus, marks.lost, several: "perdus")
    add(axis.enRetard, marks.late, several: "en retard")
    add(axis.echus, marks.past, several: "échéances passées")
    if let next = axis.prochain { add(next) }
    addCounts(axis)
    add("Attendus dans la période", axis.attendus.map(\.intitule))
    add("Priorités", axis.priorites)
    if let decisions, !decisions.lines.isEmpty { blocks.append(decisions) }
  }

  /// The rows of its texts, without blank ones between.
  var rows: Int { blocks.reduce(0) { $0 + $1.lines.count } }

  /// The rows above which it has no more to show, scrolled so far in an area.
  func lastFirst(in area: Rect) -> Int {
    let rows = lines(in: area).count
    return rows <= area.height ? 0 : rows - max(1, area.height - 1)
  }

  /// Draws it from a row on, with a blank row between the blocks where all of it fits so; what lies
  /// above and below is counted in the first row and the last.
  func draw(in area: Rect, from first: Int, on canvas: inout Canvas) {
    var rest = area
    let all = lines(in: area)
    canvas.tell(textsIn: area, free: area.height - rows)
    let first = min(first, lastFirst(in: area))
    if first > 0 { mark(first, .arrowUp, in: rest.takeTop(1), on: &canvas) }
    if all.count - first > rest.height {
      let hidden = all.count - first - rest.height + 1
      mark(hidden, .arrowDown, in: rest.takeBottom(1), on: &canvas)
    }
    for (row, line) in all.dropFirst(first).prefix(rest.height).enumerated() {
      line.draw(at: rest.column, rest.row + row, upTo: rest.endColumn, on: &canvas)
    }
  }

  private func mark(_ count: Int, _ arrow: Symbol, in row: Rect, on canvas: inout Canvas) {
    guard row.height == 1 else { return }
    canvas.put(arrow, at: row.column, row.row, .title)
    canvas.draw(
      count.counting("ligne"), at: row.column + 2, row.row, .title, upTo: row.endColumn)
  }

  private func lines(in area: Rect) -> [[Span]] {
    let rows = blocks.reduce(0) { $0 + $1.lines.count }
    let isAiry = rows + blocks.count - 1 <= area.height
    return blocks.enumerated().flatMap { index, block in
      (isAiry && index > 0 ? [[]] : []) + block.lines
    }
  }

  private mutating func block(_ fill: (inout StyledLines) -> Void) {
    var lines = StyledLines(width: width)
    fill(&lines)
    if !lines.lines.isEmpty { blocks.append(lines) }
  }

  private mutating func addLevel(_ axis: PageDuCA.ParAxe) {
    let page = page
    block { lines in
      guard axis.paliers > 0 else { return lines.add("Pas encore de palier.", .faint) }
      lines.add("Palier \(axis.actuel) sur \(axis.paliers)", .strong)
      if let tenu = axis.tenu { lines.add(tenu, .text) }
      lines.add(facts: [
        [Span("prévu \(axis.intermediaire) à \(page.intermediaireMois)\u{A0}mois", .faint)],
        [Span("\(axis.cible) à \(page.dureeMois)\u{A0}mois", .faint)],
      ])
    }
  }

  private mutating func add(
    _ indicators: [PageDuCA.Ligne], _ mark: Marks.Mark, several: String
  ) {
    let count = indicators.count
    block { lines in
      guard count > 0 else { return }
      let words = count.counting(mark.word, several)
      lines.add("\(mark.sign) \(words)", Style(mark.ink, .bold))
      for one in indicators { lines.add(one.dite, .text) }
    }
  }

  private mutating func add(_ next: PageDuCA.Prochain) {
    let mark = marks.mark(next.etat)
    let when = [next.echeanceMois.map { "\($0)\u{A0}mois" }, next.jour?.frenchMonthAndYear]
    block { lines in
      lines.add("Ensuite, palier \(next.rang)", .strong)
      lines.add(next.intitule, .text)
      lines.add(
        facts: [[Span("\(mark.sign) \(next.mot(mark))", Style(mark.ink))]]
          + when.compactMap { $0.map { [Span($0, .faint)] } })
    }
  }

  /// What is expected in the period, the observations by colour, the priorities: how many.
  private mutating func addCounts(_ axis: PageDuCA.ParAxe) {
    let marks = marks
    let counts = ([.rouge, .orange, .vert, nil] as [Statut?]).compactMap { statut -> [Span]? in
      guard let count = axis.observations[statut] else { return nil }
      let mark = marks.mark(statut)
      let word = statut?.mot(pour: count) ?? mark.word
      return [Span("\(mark.sign) \(count) \(word)", Style(mark.ink))]
    }
    let (expected, priorities) = (axis.attendus.count, axis.priorites.count)
    block { lines in
      if expected > 0 { lines.add("\(marks.nothing) \(expected.counting("attendu"))", .text) }
      lines.add(
        facts: counts
          + (priorities > 0
            ? [[Span("\(marks.priorite.sign) \(priorities.counting("priorité"))", .title)]] : []))
    }
  }

  /// What they are, where there is room.
  private mutating func add(_ title: String, _ texts: [String]) {
    block { lines in
      guard !texts.isEmpty else { return }
      lines.add(title, .faint)
      for texte in texts { lines.add(texte, .text) }
    }
  }
}
