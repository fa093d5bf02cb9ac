import DPES
import TerminalUI

/// A palier on the timeline: its corner and its sign at its deadline, its title where there is room.
///
/// ```
///   Planning partagé ┌◐4 ────
///      ┌✔1 Achats équitables
/// ```
///
/// To the right when the title ends before the edge, else to the left, one blank before the corner,
/// else on the wider side, in as many lines as are given.
struct StepLabel: Hashable, Sendable {
  let lines: [String]
  /// The columns of the title.
  let columns: Range<Int>
  /// Where the corner of the step stands, the sign and the number after it; nil without a deadline.
  let corner: Int?
  /// The columns of the sign and the number, the corner before them left out.
  let sign: Range<Int>

  /// Columns of a sign and of the number of any of so many paliers.
  static func signWidth(of count: Int) -> Int { 1 + String(max(1, count)).count }

  /// The corner of a palier's step: at its deadline, as far as sign and number fit after it.
  static func corner(
    of palier: Avancement.ParPalier, among count: Int, on timeline: Timeline
  ) -> Int? {
    palier.palier.echeanceMois.map { mois in
      min(timeline.column(ofMonth: mois), timeline.endColumn - 1 - signWidth(of: count))
    }
  }

  /// Of one of `count` paliers of an axis, in at most so many lines.
  init(
    _ palier: Avancement.ParPalier, among count: Int, on timeline: Timeline, maxLines: Int = 1
  ) {
    let title = palier.palier.intitule
    let width = 1 + String(palier.rang).count
    guard let corner = Self.corner(of: palier, among: count, on: timeline) else {
      let suffix = ", sans échéance"
      let room = timeline.width - 2 - width - TextWidth.columns(of: suffix)
      var told = WallText.lines(title, width: room, maxLines: maxLines)
      told.append((told.popLast() ?? "") + suffix)
      self.corner = nil
      lines = told
      let widest = told.map(TextWidth.columns).max() ?? 0
      columns = timeline.endColumn - widest..<timeline.endColumn
      sign = columns.lowerBound - 1 - width..<columns.lowerBound - 1
      return
    }
    self.corner = corner
    sign = corner + 1..<corner + 1 + width
    let left = corner - 1 - timeline.column
    let right = timeline.endColumn - sign.upperBound - 1
    let isRight = TextWidth.fits(title, right) || !TextWidth.fits(title, left) && right >= left
    lines = WallText.lines(title, width: isRight ? right : left, maxLines: maxLines)
    let widest = lines.map(TextWidth.columns).max() ?? 0
    let start = isRight ? sign.upperBound + 1 : corner - 1 - widest
    columns = start..<start + widest
  }

  var isRight: Bool { columns.lowerBound >= sign.upperBound }

  /// From the first column to the last of what is written.
  var words: Range<Int> {
    let start = min(columns.isEmpty ? sign.lowerBound : columns.lowerBound, sign.lowerBound)
    return start..<max(columns.upperBound, sign.upperBound)
  }

  /// The column that a line of the title starts at: those on the left end together.
  func start(of line: String) -> Int {
    isRight ? columns.lowerBound : columns.upperBound - TextWidth.columns(of: line)
  }
}
