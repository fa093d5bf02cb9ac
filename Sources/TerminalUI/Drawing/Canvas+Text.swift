extension Canvas: CustomStringConvertible {
  /// The text of the canvas, a line a row, without trailing blanks or styles.
  package var description: String {
    lines { cell, line in cell.glyph.append(to: &line) }
  }

  /// The roles of the canvas, a letter a column, without trailing blanks.
  ///
  /// The letter is the ink's: `t`ext, `f`aint, `a`ccent, `r`ed, `o`range, `g`reen, `l`ine; in
  /// upper case when bold, reversed or underlined. On another ground than the screen's, blanks are
  /// shown too: `-` bar, `=` selected, `_` field, `~` card.
  package var roles: String {
    lines { cell, line in line.append(cell.role) }
  }

  private func lines(_ append: (Cell, inout String.UnicodeScalarView) -> Void) -> String {
    var lines: [String] = []
    for row in 0..<size.height {
      var line = String.UnicodeScalarView()
      var end = line.endIndex
      for cell in cells[places(of: row)] {
        append(cell, &line)
        if line.last != " " { end = line.endIndex }
      }
      lines.append(String(line[..<end]))
    }
    return lines.joined(separator: "\n")
  }
}

extension Glyph {
  func append(to line: inout String.UnicodeScalarView) {
    if let base { line.append(base) }
    line.append(contentsOf: marks)
  }
}

extension Cell {
  fileprivate var role: Unicode.Scalar {
    if glyph == .space, !style.emphasis.contains(.reverse) {
      return switch style.ground {
      case .base: " "
      case .bar: "-"
      case .selected: "="
      case .field: "_"
      case .card: "~"
      case .red: "1"
      case .orange: "2"
      case .green: "3"
      case .banner: "4"
      case .plain: "5"
      case .unsaid: "6"
      case .chip: "7"
      }
    }
    let isPlain = style.emphasis.isEmpty
    return switch style.ink {
    case .text: isPlain ? "t" : "T"
    case .faint: isPlain ? "f" : "F"
    case .accent: isPlain ? "a" : "A"
    case .red: isPlain ? "r" : "R"
    case .orange: isPlain ? "o" : "O"
    case .green: isPlain ? "g" : "G"
    case .line: isPlain ? "l" : "L"
    }
  }
}
