extension Canvas {
  /// The canvas as lines for a terminal that scrolls, coloured by SGR sequences.
  ///
  /// Each line ends reset, so that it can be cut, piped and pasted alone.
  package func ansi(theme: Theme, colors: ColorDepth) -> String {
    var lines: [String] = []
    for row in 0..<size.height {
      var line = ""
      var current = Appearance()
      var style: Style?
      for cell in cells[places(of: row)]
      where cell.glyph != .continuation {
        if cell.style != style {
          let appearance = theme.appearance(of: cell.style, colors: colors)
          line += appearance.sequence(after: current)
          (current, style) = (appearance, cell.style)
        }
        cell.glyph.append(to: &line.unicodeScalars)
      }
      line += Appearance().sequence(after: current)
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

extension Appearance {
  /// The shortest SGR sequence from one appearance to this one; empty when they are equal.
  fileprivate func sequence(after previous: Appearance) -> String {
    if self == previous { return "" }
    if self == Appearance() { return "\u{1B}[0m" }
    var codes: [String] = []
    let losesWeight = previous.bold && !bold || previous.dim && !dim
    if losesWeight { codes.append("22") }
    if bold, losesWeight || !previous.bold { codes.append("1") }
    if dim, losesWeight || !previous.dim { codes.append("2") }
    if underline != previous.underline { codes.append(underline ? "4" : "24") }
    if reverse != previous.reverse { codes.append(reverse ? "7" : "27") }
    if foreground != previous.foreground { codes.append(code(of: foreground, base: 30)) }
    if background != previous.background { codes.append(code(of: background, base: 40)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private func code(of index: UInt8?, base: Int) -> String {
    guard let index else { return "\(base + 9)" }
    return index < 8 ? "\(base + Int(index))" : "\(base + 8);5;\(index)"
  }
}
