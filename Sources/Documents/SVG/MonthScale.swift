import DPES

/// The months of a schéma from left to right, in pixels of a drawing.
struct MonthScale {
  let left: Int
  let right: Int
  let avancement: Avancement

  var months: Int { max(avancement.periodes.last?.mois ?? 36, 1) }

  /// The départ, and the end of each period.
  var columns: [Int] { [0] + avancement.periodes.map(\.mois) }

  /// The month of the day, where the schéma has it.
  var today: Int? { avancement.moisCourant.flatMap { (0...months).contains($0) ? $0 : nil } }

  func x(_ mois: Int) -> Int { left + (right - left) * min(max(mois, 0), months) / months }

  /// How a text at a month is anchored so that it stays within.
  func anchor(_ mois: Int) -> String { mois == 0 ? "start" : mois == months ? "end" : "middle" }

  /// Whether a text at a month has more room before it.
  func isLate(_ mois: Int) -> Bool { mois * 2 > months }
}
