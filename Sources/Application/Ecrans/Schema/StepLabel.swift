import DPES
import TerminalUI

/// The words of a step and where they stand beside its corner: to the right when they fit, else to
/// the left, where the axis' earlier steps leave the rows free, else on the wider side, cut.
struct StepLabel: Hashable, Sendable {
  /// The mark and the rank: `✔ 1`.
  let head: String
  let lines: [String]
  let columns: Range<Int>
  /// Where the corner of the step stands: its deadline; nil without one.
  let corner: Int?
  /// The columns of the head and of the blank after it, which the lines start after.
  let indent: Int

  init(_ palier: Avancement.ParPalier, mark: Marks.Mark, on timeline: Timeline, rows: Int) {
    head = "\(mark.sign) \(palier.rang)"
    indent = TextWidth.columns(of: head) + 1
    corner = palier.palier.echeanceMois.map(timeline.column(ofMonth:))
    let title = palier.palier.intitule
    guard let corner else {
      let suffix = ", sans échéance"
      let room = timeline.width - 3 - indent - TextWidth.columns(of: suffix)
      let text = TextWidth.truncated(title, to: room) + suffix
      let width = indent + TextWidth.columns(of: text)
      lines = [text]
      columns = timeline.endColumn - width..<timeline.endColumn
      return
    }
    let left = corner - 1 - (timeline.column + 2) - indent
    let right = timeline.endColumn - (corner + 2) - indent
    let isRight = TextWidth.fits(title, right) || right >= left
    let room = isRight ? right : left
    // Only what may be shown is wrapped, however long a file's title is.
    lines =
      TextWidth.fits(title, room)
      ? [title]
      : TextWidth.wrap(
        TextWidth.truncated(title, to: room * (rows + 1)), width: room, maxLines: rows)
    let width = indent + (lines.map(TextWidth.columns).max() ?? 0)
    let start = isRight ? corner + 2 : corner - 1 - width
    columns = start..<start + width
  }
}
