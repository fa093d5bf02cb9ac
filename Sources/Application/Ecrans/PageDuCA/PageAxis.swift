import DPES
import TerminalUI

/// What the page of the board says of one axis, in blocks, what presses most first.
struct PageAxis {
  private let page: PageDuCA
  private let marks: Marks
  private let width: Int
  private var blocks: [StyledLines] = []

  init(_ axis: PageDuCA.ParAxe, of page: PageDuCA, _ marks: Marks, width: Int) {
    self.page = page
    self.marks = marks
    self.width = max(1, width)
    addLevel(axis)
    add(axis.perdus, marks.lost, "perdu")
    add(axis.enRetard, marks.late, "en retard")
    if let next = axis.prochain { add(next) }
    addCounts(axis)
    add("Attendus dans la période", axis.attendus.map(\.intitule))
    add("Priorités", axis.priorites)
  }

  /// With a blank row between the blocks where all of it fits so.
  func draw(in area: Rect, on canvas: inout Canvas) {
    let rows = blocks.reduce(0) { $0 + $1.lines.count }
    let isAiry = rows + blocks.count - 1 <= area.height
    var all = StyledLines(width: width)
    for (index, block) in blocks.enumerated() {
      if isAiry, index > 0 { all.add(line: []) }
      for line in block.lines { all.add(line: line) }
    }
    all.draw(in: area, on: &canvas)
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
      if let tenu = axis.tenu { lines.add(tenu, .text, maxLines: 3) }
      lines.add(facts: [
        [Span("prévu \(axis.intermediaire) à \(page.intermediaireMois)\u{A0}mois", .faint)],
        [Span("\(axis.cible) à \(page.dureeMois)\u{A0}mois", .faint)],
      ])
    }
  }

  private mutating func add(_ indicators: [PageDuCA.Ligne], _ mark: Marks.Mark, _ word: String) {
    let count = indicators.count
    block { lines in
      guard count > 0 else { return }
      let words = count.counting(word, word == "en retard" ? word : nil)
      lines.add("\(mark.sign) \(words)", Style(mark.ink, .bold))
      for one in indicators.prefix(3) {
        lines.add("\(one.intitule) (\(one.mois)\u{A0}mois)", .text, maxLines: 3)
      }
      if count > 3 { lines.add("et \(count - 3) de plus", .faint) }
    }
  }

  private mutating func add(_ next: PageDuCA.Prochain) {
    let mark = marks.mark(next.etat)
    let when = [next.echeanceMois.map { "\($0)\u{A0}mois" }, next.jour?.frenchMonthAndYear]
    block { lines in
      lines.add("Ensuite, palier \(next.rang)", .strong)
      lines.add(next.intitule, .text, maxLines: 3)
      lines.add(
        facts: [[Span("\(mark.sign) \(mark.word)", Style(mark.ink))]]
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
      for texte in texts.prefix(4) { lines.add(texte, .text, maxLines: 2) }
      if texts.count > 4 { lines.add("et \(texts.count - 4) de plus", .faint) }
    }
  }
}
