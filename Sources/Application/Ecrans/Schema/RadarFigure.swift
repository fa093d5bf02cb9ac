import DPES
import TerminalUI

/// The figure of a radar: rings for the levels, a spoke an axis, a line for each profile.
///
/// U top left, P top right, D bottom left, T bottom right, as on the circle.
struct RadarFigure {
  let series: [Radar.Serie]
  /// The level of the outer ring.
  let top: Int
  private let size: Size
  private let radius: Double

  /// In cells; the letters at the corners stay inside.
  init(_ series: [Radar.Serie], top: Int, in size: Size) {
    self.series = series
    self.top = max(1, top)
    self.size = size
    radius = max(4, min(Double(size.width * 2 - 20) / 2, Double(size.height * 4 - 6) / 2))
  }

  /// Columns that the figure takes in so many rows, its letters included.
  static func width(forHeight rows: Int) -> Int { rows * 2 + 6 }

  private var center: (x: Double, y: Double) {
    (Double(size.width * 2 - 1) / 2, Double(size.height * 4 - 1) / 2)
  }

  /// Level 0 is a small ring: four zeros are seen to be four zeros.
  private func distance(of level: Int) -> Double {
    radius * (0.1 + 0.9 * Double(min(level, top)) / Double(top))
  }

  /// Where a level stands on an axis, in dots.
  private func point(_ axis: Int, _ level: Int) -> (x: Int, y: Int) {
    let side = distance(of: level) * 0.5.squareRoot()
    let x = center.x + (axis % 2 == 0 ? -side : side)
    let y = center.y + (axis < 2 ? -side : side)
    return (Int(x.rounded()), Int(y.rounded()))
  }

  /// Every ring where there is room, else one in so many.
  private var rings: [Int] {
    let step = [1, 2, 5, 10, 20, 50, 100, 200].first { Double(top / $0) * 5 <= radius } ?? top
    return Array(stride(from: step, through: top, by: step))
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    var grid = BraillePlot(size)
    for level in [0] + rings {
      grid.ellipse(center: center, radius: (distance(of: level), distance(of: level)))
    }
    for axis in 0..<4 { grid.line(from: point(axis, 0), to: point(axis, top)) }
    canvas.draw(grid, at: area.column, area.row)
    // Round the circle: U P T D.
    let round = [0, 1, 3, 2]
    for serie in series.reversed() {
      var plot = BraillePlot(size)
      for (place, axis) in round.enumerated() {
        let next = round[(place + 1) % round.count]
        plot.line(
          from: point(axis, serie.niveaux[axis]), to: point(next, serie.niveaux[next]),
          dashes: serie.dashes)
      }
      canvas.draw(
        plot, at: area.column, area.row, Style(serie.ink, .bold),
        ascii: Glyph(serie.ascii.unicodeScalars.first ?? "."))
    }
    drawNumbers(in: area, on: &canvas)
    for axis in 0..<4 { drawLetters(of: axis, in: area, on: &canvas) }
  }

  /// The level of each ring, above the centre.
  private func drawNumbers(in area: Rect, on canvas: inout Canvas) {
    var last = Int.max
    let column = area.column + Int(center.x) / 2
    for level in rings {
      let row = area.row + Int((center.y - distance(of: level)).rounded()) / 4
      guard row < last - 1 else { continue }
      canvas.draw(" \(level) ", at: column - 1, row, .faint)
      last = row
    }
  }

  /// The letters of the series at their corners; those of one level stand together.
  private func drawLetters(of axis: Int, in area: Rect, on canvas: inout Canvas) {
    let levels = Set(series.map { $0.niveaux[axis] })
    for level in levels.sorted() {
      let here = series.filter { $0.niveaux[axis] == level }
      let dot = point(axis, level)
      let (column, row) = (area.column + dot.x / 2, area.row + dot.y / 4)
      let start = axis % 2 == 0 ? column - here.count + 1 : column
      for (index, serie) in here.enumerated() {
        canvas.draw(
          String(serie.letter), at: start + index, row, Style(serie.ink, [.bold, .reverse]))
      }
    }
  }
}
