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
