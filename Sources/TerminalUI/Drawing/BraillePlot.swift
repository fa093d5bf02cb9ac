/// A drawing of dots, two by four in each cell, so that a ring is round.
///
/// Dots are about square. Those outside the plot are dropped. In ASCII a cell with any dot is a
/// full stop.
package struct BraillePlot: Hashable, Sendable {
  /// In cells.
  package let size: Size
  /// A byte a cell, row after row: a bit for each dot, as Unicode numbers them.
  private var dots: [UInt8]

  /// - Parameter size: in cells.
  package init(_ size: Size) {
    self.size = size
    dots = Array(repeating: 0, count: size.width * size.height)
  }

  /// In dots.
  package var width: Int { size.width * 2 }
  /// In dots.
  package var height: Int { size.height * 4 }

  /// Sets one dot, counted from the top left.
  package mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    dots[y / 4 * size.width + x / 2] |= Self.bit(x % 2, y % 4)
  }

  /// Sets the dots of a straight line, both ends included; in dashes, so many dots on and off.
  package mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), dashes: (on: Int, off: Int)? = nil
  ) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let steps = max(abs(dx), abs(dy))
    guard steps > 0 else { return set(start.x, start.y) }
    for step in 0...steps {
      if let dashes, step % (dashes.on + dashes.off) >= dashes.on { continue }
      // Rounded to the nearest dot, halves away from the start.
      let x = start.x + (2 * dx * step + dx.signum() * steps) / (2 * steps)
      let y = start.y + (2 * dy * step + dy.signum() * steps) / (2 * steps)
      set(x, y)
    }
  }

  /// Sets the dots of an ellipse's outline, one dot thick.
  ///
  /// The centre may lie between dots: that of the whole plot is `((width - 1) / 2, (height - 1) / 2)`.
  package mutating func ellipse(
    center: (x: Double, y: Double), radius: (x: Double, y: Double)
  ) {
    guard radius.x > 0, radius.y > 0 else { return }
    sweep(center.x, radius.x, upTo: width, center.y, radius.y) { $0.set($1, $2) }
    sweep(center.y, radius.y, upTo: height, center.x, radius.x) { $0.set($2, $1) }
  }

  /// Sets two dots for each step along one axis, where the outline is nearer to that axis'
  /// direction than to the other's.
  private mutating func sweep(
    _ center: Double, _ radius: Double, upTo limit: Int,
    _ otherCenter: Double, _ otherRadius: Double,
    _ set: (inout BraillePlot, Int, Int) -> Void
  ) {
    let first = max(0, (center - radius).rounded(.up))
    let last = min(Double(limit - 1), (center + radius).rounded(.down))
    guard first <= last else { return }
    for step in Int(first)...Int(last) {
      let distance = Double(step) - center
      let ratio = distance / radius
      let other = otherRadius * max(0, 1 - ratio * ratio).squareRoot()
      guard abs(distance) * otherRadius * otherRadius <= other * radius * radius else { continue }
      // Rounded away from the centre on both sides, or the two halves would differ.
      set(&self, step, Int((otherCenter - other - 0.5).rounded(.up)))
      set(&self, step, Int((otherCenter + other + 0.5).rounded(.down)))
    }
  }

  private static func bit(_ x: Int, _ y: Int) -> UInt8 {
    switch (x, y) {
    case (0, 0): 1 << 0
    case (0, 1): 1 << 1
    case (0, 2): 1 << 2
    case (1, 0): 1 << 3
    case (1, 1): 1 << 4
    case (1, 2): 1 << 5
    case (0, _): 1 << 6
    default: 1 << 7
    }
  }
}

extension BraillePlot {
  fileprivate func forEachDrawnCell(_ body: (Position, UInt8) -> Void) {
    for row in 0..<size.height {
      for column in 0..<size.width {
        let bits = dots[row * size.width + column]
        if bits != 0 { body(Position(column: column, row: row), bits) }
      }
    }
  }
}

extension Canvas {
  /// Draws a plot from a position; cells without a dot stay as they are.
  ///
  /// In ASCII a cell with any dot is one glyph, so that a line can be told from another.
  package mutating func draw(
    _ plot: BraillePlot, at column: Int, _ row: Int, _ style: Style = .line,
    ascii: Glyph = Glyph(".")
  ) {
    plot.forEachDrawnCell { position, bits in
      let glyph =
        symbols == .ascii
        ? ascii : Glyph(Unicode.Scalar(0x2800 + UInt32(bits)) ?? ".")
      put(glyph, at: column + position.column, row + position.row, style)
    }
  }
}
