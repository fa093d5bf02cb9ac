import DPES
import TerminalUI

/// What a cell of the circle stands for: an axis, and a place on its sector.
///
/// The inverse of a ``Placement``: a mark put at a cell comes back to it, on a circle of that size.
struct CircleCell: Hashable, Sendable {
  let axe: Axe
  /// Degrees clockwise from noon, and hundredths of the radius, to a tenth: far below a cell.
  let degrees: Double
  let percent: Double

  /// nil on the cross that parts the axes, and outside the circle.
  init?(_ position: Position, of size: Size) {
    let centre = (column: Double(size.width - 1) / 2, row: Double(size.height - 1) / 2)
    guard centre.column > 0, centre.row > 0 else { return nil }
    let dx = (Double(position.column) - centre.column) / centre.column
    let dy = (centre.row - Double(position.row)) / centre.row
    let radius = (dx * dx + dy * dy).squareRoot()
    guard dx != 0, dy != 0, radius <= Self.rim else { return nil }
    let slope = Angles.degrees(ofSlope: abs(dy), over: abs(dx))
    let angle: Double
    switch (dx > 0, dy > 0) {
    case (true, true): (axe, angle) = (.personne, 90 - slope)
    case (true, false): (axe, angle) = (.territoire, 90 + slope)
    case (false, false): (axe, angle) = (.democratie, 270 - slope)
    case (false, true): (axe, angle) = (.utilite, 270 + slope)
    }
    degrees = (angle * 10).rounded() / 10
    percent = (radius * 1000).rounded() / 10
  }

  /// The largest share of the radius that a mark may be put at.
  static let rim = 0.98
}
