import DPES
import TerminalUI

/// The months of a schéma laid along columns, from « départ » to the last column of the tableau.
struct Timeline: Hashable, Sendable {
  /// The column of the start.
  let column: Int
  /// Columns from the start to the last month, both included.
  let width: Int
  /// The month at the right end.
  let months: Int

  init(column: Int, width: Int, months: Int) {
    self.column = column
    self.width = max(2, width)
    self.months = max(1, months)
  }

  var endColumn: Int { column + width }

  func column(ofMonth mois: Int) -> Int { column(ofMonth: Double(min(max(mois, 0), months))) }

  func column(ofMonth mois: Double) -> Int {
    let share = min(max(mois / Double(months), 0), 1)
    return column + Int((share * Double(width - 1)).rounded())
  }

  /// The months between two marks: six, or more where that would be too dense to read.
  var step: Int {
    [6, 12, 24, 60, 120].first { $0 * (width - 1) >= 5 * months } ?? 120
  }

  /// The months to mark, without the start.
  var ticks: [Int] { Array(stride(from: step, through: months, by: step)) }
}

extension Avancement {
  /// Months since the start with the part of the present one; nil without a start, before it, or
  /// beyond the last column.
  var monthsToday: Double? {
    guard let debut, let whole = moisCourant, whole >= 0, whole < periodes.last?.mois ?? 0 else {
      return nil
    }
    let first = debut.adding(months: whole)
    let next = debut.adding(months: whole + 1)
    return Double(whole)
      + Double(jour.number - first.number) / Double(max(1, next.number - first.number))
  }

  /// The month of the profil intermédiaire when it is on the timeline.
  var moisIntermediaire: Int? { onTimeline(intermediaireMois) }
  /// The month of the profil cible when it is on the timeline.
  var moisCible: Int? { onTimeline(dureeMois) }

  private func onTimeline(_ mois: Int) -> Int? {
    (1...(periodes.last?.mois ?? 1)).contains(mois) ? mois : nil
  }
}

/// The names above a timeline, placed so that none touches another.
struct TimelineNames {
  struct Name: Hashable {
    let text: String
    let column: Int
    let style: Style
  }

  private(set) var names: [Name] = []
  private let timeline: Timeline
  private var taken: [Range<Int>] = []

  /// The names of one row; `today` is what the day may be called among them, the best first, and
  /// empty when it has a row of its own.
  init(_ avancement: Avancement, on timeline: Timeline, today: [String]) {
    self.timeline = timeline
    place(["départ"], at: timeline.column, .title)
    if let mois = avancement.moisCible {
      let texts = avancement[.cible].estLePrecedent ? ["cible = interm.", "cible"] : ["cible"]
      place(texts, at: timeline.column(ofMonth: mois), .title)
    }
    if let mois = avancement.monthsToday {
      place(today, at: timeline.column(ofMonth: mois), Style(.orange, .bold))
    }
    if let mois = avancement.moisIntermediaire {
      let texts = ["intermédiaire", "interm."]
      let same = avancement[.intermediaire].estLePrecedent ? texts.map { "\($0) = actuel" } : []
      place(same + texts, at: timeline.column(ofMonth: mois), .title)
    }
    var unit = " mois"
    for mois in timeline.ticks {
      if place(["\(mois)\(unit)"], at: timeline.column(ofMonth: mois), .faint, moves: false) {
        unit = ""
      }
    }
  }

  func draw(on row: Int, of canvas: inout Canvas) {
    for name in names { canvas.draw(name.text, at: name.column, row, name.style) }
  }

  /// Places the first text that fits over a column, or near it when it is free to move.
  @discardableResult
  private mutating func place(
    _ texts: [String], at column: Int, _ style: Style, moves: Bool = true
  ) -> Bool {
    for text in texts {
      let width = TextWidth.columns(of: text)
      let ends = timeline.column...max(timeline.column, timeline.endColumn - width)
      for distance in 0...(moves ? width / 2 + 8 : 0) {
        for centre in [column - distance, column + distance] {
          let start = min(max(centre - width / 2, ends.lowerBound), ends.upperBound)
          let range = start..<start + width
          guard range.upperBound <= timeline.endColumn, isFree(range) else { continue }
          taken.append(range)
          names.append(Name(text: text, column: start, style: style))
          return true
        }
      }
    }
    return false
  }

  /// Whether nothing stands there, nor next to it.
  private func isFree(_ range: Range<Int>) -> Bool {
    taken.allSatisfy { $0.upperBound < range.lowerBound || range.upperBound < $0.lowerBound }
  }
}
